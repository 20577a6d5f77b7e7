/** A word, number or mark of a text, by its span in that text (UTF-16 code units). */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** `number` starts with a digit of any script and keeps its inner marks ("1,400", "٢٫٥", "21:14"). */
  readonly kind: 'word' | 'number' | 'mark';
  /** Folded for look-up: see `foldWord`. */
  readonly norm: string;
}
