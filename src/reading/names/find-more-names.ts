import { idOf } from '../../statement/id.ts';
import type { Passage, Source } from '../../statement/source.ts';
import { type Span, spansMeet } from '../../statement/span.ts';
import type { Mention, MentionKind } from '../../statement/statement.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { findCellNames } from './find-cell-names.ts';

/** A publisher named more often than this in one document is its running head. */
const MOST_MASTHEADS = 20;

/**
 * Mentions that nothing is said through: the publisher where the document prints its name,
 * those whom a header says something was done by ("taken by: Noor"), and names in cells of notes. They come after
 * all others, never overlap them, and no statement rests on them: they tell who is who.
 */
export function findMoreNames(
  source: Source,
  passages: readonly Passage[],
  spoken: readonly ReadingPassage[],
  known: readonly Mention[],
): Mention[] {
  const drafts = [
    ...mastheads(source, passages),
    ...spoken.flatMap(doers),
    ...findCellNames(source, passages),
  ];
  return freeOf(drafts, known).map(({ passage, kind, span, name }) => ({
    ...{ id: idOf('men', source.id, span.start, span.end), source: source.id, passage, span, kind, name },
    title: null,
  }));
}

interface Draft {
  readonly passage: string;
  readonly kind: MentionKind;
  readonly span: Span;
  readonly name: string;
}

/** Drafts that meet neither a mention nor an earlier draft. */
function freeOf(drafts: readonly Draft[], known: readonly Mention[]): Draft[] {
  const taken: Span[] = known.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const kept: Draft[] = [];
  let at = 0;
  for (const draft of [...drafts].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    while (at < taken.length && (taken[at]?.end ?? 0) <= draft.span.start) at += 1;
    const next = taken[at];
    const last = kept.at(-1);
    const free = (other: Span | undefined) => other === undefined || !spansMeet(other, draft.span);
    if (free(next) && free(last?.span)) kept.push(draft);
  }
  return kept;
}

// ---------- the publisher ----------

function mastheads({ publisher, text }: Source, passages: readonly Passage[]): Draft[] {
  if (publisher === null || publisher.length < 4 || !/\p{L}{2}/u.test(publisher)) return [];
  const [sought, within] = [publisher.toLowerCase(), text.toLowerCase()];
  // Some letters change their length when they are made small; offsets would not hold.
  if (within.length !== text.length) return [];
  const found: Draft[] = [];
  let passage = 0;
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + sought.length)) {
    const span = { start: at, end: at + sought.length };
    while ((passages[passage]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) passage += 1;
    const home = passages[passage];
    if (home === undefined || found.length >= MOST_MASTHEADS) break;
    if (home.span.start <= span.start && span.end <= home.span.end && standsAlone(text, span))
      found.push({ passage: home.id, kind: 'organization', span, name: text.slice(span.start, span.end) });
  }
  return found;
}

function standsAlone(text: string, { start, end }: Span): boolean {
  const isLetter = (letter: string) => /[\p{L}\p{N}]/u.test(letter);
  return !isLetter(text.charAt(start - 1)) && !isLetter(text.charAt(end)) && text.charAt(start - 1) !== '@';
}

// ---------- a header's hands ----------

const BY =
  /\b(?:by|von|por|par|tarafından)\s{0,2}:\s{0,3}(\p{Lu}\p{L}{1,24}(?: \p{Lu}\p{L}{1,24}){0,2})(?=\s*(?:$|[|;,\n/(]))/gu;

/** "taken by: Noor", "transcribed by: N. Kaya". */
function doers({ passage, text }: ReadingPassage): Draft[] {
  if (passage.kind !== 'header' && passage.kind !== 'note') return [];
  const { start, end } = passage.span;
  return [...text.slice(start, end).matchAll(BY)].map((match) => {
    const name = match[1] ?? '';
    const from = start + match.index + match[0].indexOf(name, match[0].indexOf(':'));
    return {
      passage: passage.id,
      kind: 'person' as const,
      span: { start: from, end: from + name.length },
      name,
    };
  });
}
