/** One happening that several statements are held to be about. */
export interface Happening {
  readonly id: string;
  readonly type: string;
  readonly time: { readonly from: string; readonly to: string } | null;
  /** Identity id or null. */
  readonly place: string | null;
  readonly statements: readonly string[];
  /** How many origins were found among its statements. */
  readonly origins: number;
}
