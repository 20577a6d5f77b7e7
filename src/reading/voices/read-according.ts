import type { Span } from '../../statement/span.ts';
import type { Draft } from './draft.ts';
import type { Clause } from './find-content.ts';
import { lastBy } from './last-by.ts';
import { nounRun } from './noun-phrase.ts';
import { DOCUMENTS } from './reporting-verbs.ts';

const CITING = new Set(['citing', 'quoting', 'citando', 'citant']);

/** "according to X", "in the words of X", ", citing X". */
export function readAccording(clause: Clause, found: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  const earlier = [...found].sort((a, b) => a.content.end - b.content.end);
  for (const sentence of clause.words.sentences) {
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const size = phraseAt(clause, index, sentence.endToken);
      if (size === 0) continue;
      const draft = draftAt(clause, index, size, sentence.firstToken, sentence.endToken, earlier);
      if (draft !== null) drafts.push(draft);
    }
  }
  return drafts;
}

function phraseAt(clause: Clause, index: number, to: number): number {
  const { tokens } = clause.words;
  const norm = tokens[index]?.norm ?? '';
  if (CITING.has(norm)) return 1;
  for (const phrase of clause.prose.according) {
    if (phrase[0] !== norm || index + phrase.length >= to) continue;
    if (phrase.every((word, at) => tokens[index + at]?.norm === word)) return phrase.length;
  }
  return 0;
}

function draftAt(
  clause: Clause,
  index: number,
  size: number,
  from: number,
  to: number,
  found: readonly Draft[],
): Draft | null {
  const claimant = nounRun(clause.words, index + size, to);
  const cue = spanBetween(clause, index, index + size);
  if (claimant === null || cue === null) return null;
  const content = contentOf(clause, index, claimant.end, from, to, found);
  if (content === null) return null;
  const isPaper = clause.words.tokens
    .slice(claimant.first, claimant.end)
    .some((token) => DOCUMENTS.has(token.norm));
  const kind = isPaper ? 'document' : 'according-to';
  return { content, cue, claimant, beside: null, kind, verb: null, guess: false };
}

function spanBetween(clause: Clause, first: number, end: number): Span | null {
  const start = clause.words.tokens[first];
  const last = clause.words.tokens[end - 1];
  return start === undefined || last === undefined || end <= first
    ? null
    : { start: start.start, end: last.end };
}

function contentOf(
  clause: Clause,
  index: number,
  after: number,
  from: number,
  to: number,
  found: readonly Draft[],
): Span | null {
  const { tokens } = clause.words;
  if (index - from < 2) return contentAfter(clause, after, to);
  const cue = tokens[index];
  const reported = found[lastBy(found, cue?.start ?? 0, ({ content }) => content.end)];
  const inSentence = reported !== undefined && reported.content.start >= (tokens[from]?.start ?? 0);
  if (inSentence && CITING.has(cue?.norm ?? '')) return reported.content;
  return contentBefore(clause, from, index);
}

function contentAfter(clause: Clause, after: number, to: number): Span | null {
  const { tokens } = clause.words;
  let first = after;
  while (first < to && first - after < 25 && tokens[first]?.norm !== ',') first += 1;
  if (tokens[first]?.norm !== ',') return null;
  return spanBetween(clause, first + 1, withoutStop(clause, to));
}

function contentBefore(clause: Clause, from: number, index: number): Span | null {
  const { tokens } = clause.words;
  let first = from;
  for (let at = from; at < index - 3; at += 1) if (tokens[at]?.norm === ';') first = at + 1;
  let end = index;
  while (end > first && tokens[end - 1]?.kind === 'mark') end -= 1;
  while (first < end && tokens[first]?.kind === 'mark') first += 1;
  return spanBetween(clause, first, end);
}

function withoutStop(clause: Clause, to: number): number {
  let end = to;
  while (end > 0 && /^[.!?…]$/.test(clause.words.tokens[end - 1]?.norm ?? '')) end -= 1;
  return end;
}
