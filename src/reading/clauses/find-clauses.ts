import type { Token } from '../../language/token.ts';
import type { Span } from '../../statement/span.ts';
import type { Trigger } from '../events/trigger.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import clauseWords from './clause-words.json' with { type: 'json' };

/** A run of tokens `[firstToken, endToken)` that can stand as a quotation: a clause, a part of a list, a parenthesis. */
export interface Clause extends Span {
  readonly firstToken: number;
  readonly endToken: number;
}

const STRONG = new Set([';', '—', '–', '…', '(', ')', '[', ']', '|']);
const QUOTE_MARKS = /^["“”«»„‘’]$/;
const WEAK = new Set([',', ':', '-', '،', '؛', '/']);
const JOINING = new Map(
  Object.entries(clauseWords.joining).map(([language, words]) => [language, new Set(words.split(' '))]),
);
const AND = new Set(['and', 'or', 've', 'veya', 'y', 'e', 'et', 'ou', 'si', 'и']);
const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * Cuts a sentence into clauses, so that each trigger and each figure stands in one and a piece
 * without either belongs to its neighbour. Reported words stand apart
 * from those that report them: `reported` is where they begin and end. Linear in the number of tokens.
 */
export function findClauses(
  words: ReadingPassage,
  sentence: Sentence,
  triggers: readonly Trigger[],
  figures: readonly Span[],
  reported: readonly number[] = [],
): Clause[] {
  const verbs = triggers.filter((trigger) => isVerb(trigger)).map((trigger) => trigger.firstToken);
  const nouns = triggers.filter((trigger) => !isVerb(trigger)).map((trigger) => trigger.firstToken);
  const numbers = tokensAt(words.tokens, sentence, figures);
  const pieces = cutPieces(words, sentence, figures, reported);
  const clauses: Piece[] = [];
  for (const piece of pieces) {
    const held = {
      ...piece,
      verbs: countIn(verbs, piece),
      numbers: countIn(numbers, piece),
      nouns: countIn(nouns, piece),
    };
    const before = clauses.at(-1);
    if (before !== undefined && isAside(words.tokens, before) && clauses.length === 1) clauses[0] = held;
    else if (before === undefined || standsAlone(before, held)) clauses.push(held);
    else clauses[clauses.length - 1] = joined(before, held);
  }
  return clauses.map((clause) => trimmed(words.tokens, clause)).filter((clause) => clause.end > clause.start);
}

/** The clause that holds a token, or null. */
export function clauseAt(clauses: readonly Clause[], token: number): Clause | null {
  return clauses.find((clause) => token >= clause.firstToken && token < clause.endToken) ?? null;
}

interface Piece {
  readonly firstToken: number;
  readonly endToken: number;
  /** The mark or word that cuts it off from the piece before. */
  readonly cut: 'strong' | 'mark' | 'and' | 'joining' | null;
  readonly verbs: number;
  readonly nouns: number;
  readonly numbers: number;
}

function isVerb(trigger: Trigger): boolean {
  return trigger.form.shape !== 'noun' && trigger.form.shape !== 'adjective';
}

function countIn(tokens: readonly number[], piece: { firstToken: number; endToken: number }): number {
  let count = 0;
  for (const token of tokens) if (token >= piece.firstToken && token < piece.endToken) count++;
  return count;
}

function tokensAt(tokens: readonly Token[], sentence: Sentence, spans: readonly Span[]): number[] {
  const found: number[] = [];
  let index = sentence.firstToken;
  for (const span of spans) {
    while (index < sentence.endToken && (tokens[index]?.end ?? 0) <= span.start) index++;
    found.push(index);
  }
  return found;
}

// A piece stands alone beside the one before it where both say something of their own.
function standsAlone(before: Piece, piece: Piece): boolean {
  if (before.verbs === 0 && before.numbers === 0) return false;
  if (piece.verbs > 0) return before.verbs > 0 || piece.cut === 'joining' || piece.cut === 'strong';
  if (piece.numbers === 0) return false;
  return (
    before.numbers > 0 || (before.verbs > 0 && piece.cut !== 'mark') || (before.verbs > 0 && piece.nouns > 0)
  );
}

// "[noise]", "(laughs)": a stage direction is no part of what is said.
function isAside(tokens: readonly Token[], piece: Piece): boolean {
  if (piece.verbs > 0 || piece.numbers > 0) return false;
  let index = piece.firstToken;
  while (index < piece.endToken && tokens[index]?.kind === 'mark') index++;
  return index === piece.endToken || /^[([]$/.test(tokens[index - 1]?.norm ?? '');
}

function joined(a: Piece, b: Piece): Piece {
  return {
    ...a,
    endToken: b.endToken,
    verbs: a.verbs + b.verbs,
    nouns: a.nouns + b.nouns,
    numbers: a.numbers + b.numbers,
  };
}

function cutPieces(
  words: ReadingPassage,
  sentence: Sentence,
  figures: readonly Span[],
  reported: readonly number[],
): Piece[] {
  const edges = new Set(reported);
  const joining = JOINING.get(words.language ?? 'en') ?? NO_WORDS;
  const pieces: Piece[] = [];
  let first = sentence.firstToken;
  let cut: Piece['cut'] = null;
  const push = (endToken: number) =>
    pieces.push({ firstToken: first, endToken, cut, verbs: 0, nouns: 0, numbers: 0 });
  for (let index = sentence.firstToken + 1; index < sentence.endToken; index++) {
    const token = words.tokens[index];
    const kind =
      token === undefined
        ? null
        : edges.size > 0 && edges.has(token.start)
          ? 'strong'
          : cutKind(words.tokens, index, joining);
    if (token === undefined || kind === null || insideFigure(token, figures)) continue;
    push(index);
    first = index;
    cut = kind;
  }
  if (first < sentence.endToken) push(sentence.endToken);
  return pieces;
}

function cutKind(tokens: readonly Token[], index: number, joining: ReadonlySet<string>): Piece['cut'] {
  const norm = tokens[index]?.norm ?? '';
  const isMark = tokens[index]?.kind === 'mark';
  if (isMark && isStrong(tokens, index)) return 'strong';
  if (isMark && WEAK.has(norm)) return joining.has(tokens[index + 1]?.norm ?? '') ? null : 'mark';
  if (!joining.has(norm)) return null;
  return AND.has(norm) && tokens[index - 1]?.norm !== ',' ? 'and' : 'joining';
}

function isStrong(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined) return false;
  if (token.norm === '(' || token.norm === ')') return !isShortAside(tokens, index);
  if (STRONG.has(token.norm)) return true;
  return (token.norm === '-' || token.norm === '.') && tokens[index + 1]?.norm === token.norm;
}

// "Three (3) bodies": a parenthesis of a word or two cuts nothing.
function isShortAside(tokens: readonly Token[], index: number): boolean {
  for (let step = 1; step <= 4; step++) {
    if (tokens[index]?.norm === '(' && tokens[index + step]?.norm === ')') return true;
    if (tokens[index]?.norm === ')' && tokens[index - step]?.norm === '(') return true;
  }
  return false;
}

function insideFigure(token: Token, figures: readonly Span[]): boolean {
  return figures.some((span) => token.start > span.start && token.end < span.end);
}

function trimmed(tokens: readonly Token[], piece: Piece): Clause {
  let { firstToken, endToken } = piece;
  while (firstToken < endToken && isEdge(tokens[firstToken])) firstToken++;
  while (endToken > firstToken && isEdge(tokens[endToken - 1])) endToken--;
  const start = tokens[firstToken]?.start ?? 0;
  const end = tokens[endToken - 1]?.end ?? start;
  return { firstToken: piece.firstToken, endToken: piece.endToken, start: Math.min(start, end), end };
}

function isEdge(token: Token | undefined): boolean {
  if (token === undefined) return true;
  return (
    token.kind === 'mark' && (WEAK.has(token.norm) || STRONG.has(token.norm) || QUOTE_MARKS.test(token.norm))
  );
}
