import { idOf } from '../../statement/id.ts';
import { type Span, spansMeet } from '../../statement/span.ts';
import type { Mention, MentionKind } from '../../statement/statement.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { findPhones } from './find-phones.ts';
import { findRoles } from './find-roles.ts';
import { nameKey } from './learn-names.ts';
import type { Candidate, NamedKind, NameMemory, Votes } from './name-memory.ts';
import { classesOf, IS } from './word-classes.ts';

/**
 * The mentions of a passage, in order and without overlap: names with their titles, role
 * descriptions, phone numbers, and the speaker's label. `memory` is what `learnNames` gave
 * for the whole source; a name has one kind throughout it.
 */
export function readNames(words: ReadingPassage, memory: NameMemory): Mention[] {
  const drafts = [
    ...speakerDrafts(words),
    ...partyDrafts(words),
    ...cellDrafts(words),
    ...(memory.candidates.get(words.passage.id) ?? []).flatMap((candidate) =>
      nameDraft(words, candidate, memory),
    ),
    ...roleDrafts(words),
    ...findPhones(words).map((span) => draftOf('phone', span, words.text.slice(span.start, span.end), null)),
  ];
  return withoutOverlap(drafts).map((draft) => mentionOf(words, draft));
}

interface Draft {
  readonly kind: MentionKind;
  readonly span: Span;
  readonly name: string;
  readonly title: string | null;
}

function draftOf(kind: MentionKind, span: Span, name: string, title: string | null): Draft {
  return { kind, span, name, title };
}

function mentionOf(words: ReadingPassage, draft: Draft): Mention {
  const source = words.source.id;
  const id = idOf('men', source, draft.span.start, draft.span.end);
  return { id, source, passage: words.passage.id, ...draft };
}

function withoutOverlap(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  // Earlier kinds of draft know more than later ones; sort() keeps their order at equal starts.
  const ranked = drafts
    .map((draft, rank) => ({ draft, rank }))
    .sort((a, b) => a.draft.span.start - b.draft.span.start || a.rank - b.rank);
  for (const { draft } of ranked) {
    const last = kept.at(-1);
    if (last === undefined || !spansMeet(last.span, draft.span)) kept.push(draft);
  }
  return kept;
}

function speakerDrafts(words: ReadingPassage): Draft[] {
  const { speaker } = words.passage;
  if (speaker?.span == null || speaker.span.end <= speaker.span.start) return [];
  const name = speaker.name === '' ? speaker.label : speaker.name;
  return [draftOf(isBody(name) ? 'organization' : 'person', speaker.span, name, null)];
}

function isBody(name: string): boolean {
  const last = nameKey(name).split(' ').at(-1) ?? '';
  return (classesOf(last) & IS.org) !== 0 && name.includes(' ');
}

/** The parties that a header names, found again in the header's own words. */
function partyDrafts(words: ReadingPassage): Draft[] {
  const { body, kind, span } = words.passage;
  if (kind !== 'header' && kind !== 'note') return [];
  const text = words.text.slice(span.start, Math.max(span.end, body.end));
  return words.section.parties.flatMap(({ name, number, kind, span: at }) => [
    ...occurrence(text, span.start, name, at, kind ?? (isBody(name ?? '') ? 'organization' : 'person')),
    ...occurrence(text, span.start, number, null, 'phone'),
  ]);
}

/** Where a party's words stand: at the place that its header names, else where they stand first. */
function occurrence(
  text: string,
  offset: number,
  words: string | null,
  place: Span | null,
  kind: MentionKind,
): Draft[] {
  if (words === null || words.length < 2) return [];
  const stated = place === null ? -1 : place.start - offset;
  const at = stated >= 0 && text.startsWith(words, stated) ? stated : text.indexOf(words);
  if (at < 0) return [];
  return [draftOf(kind, { start: offset + at, end: offset + at + words.length }, words, null)];
}

/** Cells of a column that holds places or names. */
function cellDrafts(words: ReadingPassage): Draft[] {
  const { cells } = words.passage;
  const columns = words.section.table?.columns ?? [];
  return (cells ?? []).flatMap((cell, index) => {
    const type = columns[index]?.type;
    const name = words.text.slice(cell.start, cell.end);
    if ((type !== 'place' && type !== 'name') || !/\p{L}\P{Nd}/u.test(name)) return [];
    return [draftOf(type === 'place' ? 'place' : isBody(name) ? 'organization' : 'person', cell, name, null)];
  });
}

function roleDrafts(words: ReadingPassage): Draft[] {
  return findRoles(words).map((role) =>
    draftOf(role.kind, { start: role.start, end: role.end }, words.text.slice(role.start, role.end), null),
  );
}

function nameDraft(words: ReadingPassage, candidate: Candidate, memory: NameMemory): Draft[] {
  if (!isName(candidate, memory)) return [];
  if (isTitleAlone(candidate, memory)) return [titleDraft(words, candidate)];
  const span = { start: candidate.wholeStart, end: candidate.wholeEnd };
  const name = words.text.slice(candidate.start, candidate.end);
  return [draftOf(kindOf(candidate, memory), span, name, candidate.title)];
}

const TITLES = IS.title | IS.softTitle | IS.role | IS.foreignRole;

/** "the Colonel", "Müdür Bey": a title without a name describes somebody. */
function isTitleAlone(candidate: Candidate, memory: NameMemory): boolean {
  if (memory.speakers.has(candidate.key)) return false;
  return candidate.key.split(' ').every((word) => (classesOf(word) & (TITLES | IS.honorific)) !== 0);
}

function titleDraft(words: ReadingPassage, candidate: Candidate): Draft {
  const span = { start: candidate.wholeStart, end: candidate.wholeEnd };
  return draftOf('role', span, words.text.slice(span.start, span.end), null);
}

function isName(candidate: Candidate, memory: NameMemory): boolean {
  if (!/\p{L}\p{M}*\p{L}/u.test(candidate.key) && candidate.words < 2)
    return memory.speakers.has(candidate.key);
  if (!candidate.unsure)
    return candidate.words > 1 || !memory.small.has(candidate.key) || weightOf(candidate) >= 1;
  if (memory.sure.has(candidate.key) || memory.speakers.has(candidate.key)) return true;
  if (candidate.heading && weightOf(candidate) < 1) return false;
  if (candidate.words > 1) return multiWordName(candidate, memory);
  return (
    weightOf(candidate) >= (memory.small.has(candidate.key) ? 3 : 0.8) || memory.partVotes.has(candidate.key)
  );
}

/** At a sentence's start or in a heading, words count as a name unless one is written small elsewhere. */
function multiWordName(candidate: Candidate, memory: NameMemory): boolean {
  const parts = candidate.key.split(' ');
  const small = parts.filter(
    (part) => memory.small.has(part) && (classesOf(part) & (IS.org | IS.place | IS.particle)) === 0,
  );
  return (
    small.length === 0 || weightOf(candidate) >= 2 || (!candidate.heading && small.length < parts.length)
  );
}

function weightOf(candidate: Candidate): number {
  return candidate.votes.reduce((sum, [, weight]) => sum + weight, 0);
}

function kindOf(candidate: Candidate, memory: NameMemory): NamedKind {
  const best = strongest(memory.votes.get(candidate.key)) ?? strongest(memory.partVotes.get(candidate.key));
  return best ?? 'person';
}

/** The kind with most weight; at a tie the earlier of this order. */
const ORDER: readonly NamedKind[] = ['person', 'place', 'organization', 'group', 'vehicle'];

function strongest(votes: Votes | undefined): NamedKind | null {
  let best: NamedKind | null = null;
  for (const kind of ORDER) {
    if ((votes?.get(kind) ?? 0) > (best === null ? 0 : (votes?.get(best) ?? 0))) best = kind;
  }
  return best;
}
