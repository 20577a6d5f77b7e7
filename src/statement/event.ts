/** One happening that several statements are held to be about, with all its tellings side by side. */
export interface Happening {
  readonly id: string;
  readonly type: string;
  /** From the earliest to the latest day that a telling gives; null where none says when. */
  readonly time: { readonly from: string; readonly to: string } | null;
  /** Identity id of the place that most tellings name, or null. */
  readonly place: string | null;
  /** Identity ids of every place that a telling names. */
  readonly places: readonly string[];
  /** Identity ids of those who take part in it by one telling or another. */
  readonly people: readonly string[];
  /** The least and the greatest count that its tellings give; null where none counts. */
  readonly count: { readonly min: number | null; readonly max: number | null } | null;
  readonly statements: readonly string[];
  /** How many origins were found among its statements: voices that are named, else outlets that rest on no other. */
  readonly origins: number;
  /** Why its statements were held to be of one happening, a sentence each. */
  readonly reasons: readonly string[];
}
