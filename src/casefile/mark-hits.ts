import type { Span } from '../statement/span.ts';
import { type AnalysedText, analyseText } from './analyse-text.ts';
import type { ParsedQuery, QueryTerm } from './parse-query.ts';

const LONGEST_WHOLE = 400;
const EXCERPT_LENGTH = 320;
const BEFORE_FIRST_MARK = 100;
const MOST_MARKS = 200;

/**
 * Where a query's words are in `text`, as spans moved by `offset`, in order, apart from one
 * another. `text` is analysed as it was for the index. At most the first 200.
 */
export function markHits(text: string, language: string | null, query: ParsedQuery, offset: number): Span[] {
  const analysed = analyseText(text, language);
  const terms = query.all.flat();
  const marks: Span[] = [];
  for (let place = 0; place < analysed.tokens.length && marks.length < MOST_MARKS; place += 1) {
    const length = Math.max(0, ...terms.map((term) => matchLength(analysed.tokens, place, term)));
    if (length > 0) addMark(marks, spanOf(analysed, place, length, offset));
  }
  return marks;
}

function matchLength(tokens: readonly string[], place: number, term: QueryTerm): number {
  const whole = term.runs.filter((run) => run.every((token, index) => tokens[place + index] === token));
  const begun = term.prefixes.filter((run) => runBegins(tokens, place, run));
  return Math.max(0, ...[...whole, ...begun].map((run) => run.length));
}

function runBegins(tokens: readonly string[], place: number, run: readonly string[]): boolean {
  return run.every((token, index) => {
    const there = tokens[place + index];
    return index === run.length - 1 ? there?.startsWith(token) === true : there === token;
  });
}

function spanOf(analysed: AnalysedText, place: number, length: number, offset: number): Span {
  const start = analysed.starts[place] ?? 0;
  const end = analysed.ends[place + length - 1] ?? start;
  return { start: start + offset, end: end + offset };
}

function addMark(marks: Span[], span: Span): void {
  const last = marks.at(-1);
  if (last === undefined || span.start >= last.end) marks.push(span);
  else if (span.end > last.end) marks[marks.length - 1] = { start: last.start, end: span.end };
}

/**
 * The part of a passage to show: all of it where it is short, else some 320 code units around
 * the first mark, cut between words where there is a space near. `text` starts at `offset`.
 */
export function excerptOf(
  text: string,
  offset: number,
  marks: readonly Span[],
): { excerpt: string; excerptStart: number } {
  if (text.length <= LONGEST_WHOLE) return { excerpt: text, excerptStart: offset };
  const first = (marks[0]?.start ?? offset) - offset;
  const from = cutAfterSpace(
    text,
    Math.max(0, Math.min(first - BEFORE_FIRST_MARK, text.length - EXCERPT_LENGTH)),
  );
  const to = cutBeforeSpace(text, Math.min(text.length, from + EXCERPT_LENGTH));
  return { excerpt: text.slice(from, to), excerptStart: offset + from };
}

function cutAfterSpace(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + BEFORE_FIRST_MARK / 2).search(/\s\S/);
  return space >= 0 ? at + space + 1 : afterPair(text, at);
}

function cutBeforeSpace(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.slice(at - BEFORE_FIRST_MARK / 2, at).search(/\s\S*$/);
  return space >= 0 ? at - BEFORE_FIRST_MARK / 2 + space : afterPair(text, at);
}

// A cut never falls within a surrogate pair.
function afterPair(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at + 1 : at;
}
