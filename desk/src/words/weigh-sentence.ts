/** A piece of a sentence; figures weigh, the rest does not. */
export interface Piece {
  readonly text: string;
  readonly figure: boolean;
}

const MONTH = /(?:January|February|March|April|May|June|July|August|September|October|November|December)/;
const FIGURE = /\d+(?:[.,]\d+)*/g;

/** Whether a number is part of a date, an hour, or a name like `line 12`: then it does not weigh. */
function datesOrNumbers(before: string, figure: string, after: string): boolean {
  if (/^(?:1[89]|20)\d\d$/.test(figure) && !/^ [a-z]/.test(after)) return true;
  if (/^:\d/.test(after) || /\d:$/.test(before)) return true;
  if (new RegExp(`^(?: to \\d+)? ${MONTH.source}`).test(after)) return true;
  if (new RegExp(`${MONTH.source} $`).test(before)) return true;
  // A digit glued to letters, or a number that names something: `B12`, `line 12`.
  return /[\p{L}\d_/-]$/u.test(before) || /\b(?:line|row|page|call|tape|ticket|product) $/i.test(before);
}

/** Splits a finding's sentence so that its figures can be set in bold. The pieces joined are the sentence. */
export function weighSentence(sentence: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of sentence.matchAll(FIGURE)) {
    const [figure] = match;
    const before = sentence.slice(Math.max(0, match.index - 12), match.index);
    const after = sentence.slice(match.index + figure.length, match.index + figure.length + 20);
    if (datesOrNumbers(before, figure, after)) continue;
    if (match.index > at) pieces.push({ text: sentence.slice(at, match.index), figure: false });
    pieces.push({ text: figure, figure: true });
    at = match.index + figure.length;
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at), figure: false });
  return pieces;
}
