import type { Span } from '../../statement/span.ts';
import type { Mention, Voice } from '../../statement/statement.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import type { Draft, TokenRange } from './draft.ts';
import { lastBy } from './last-by.ts';
import { DETERMINERS, DOCUMENTS, PLURALS } from './reporting-verbs.ts';

/** Who was spoken of so far in a source, for pronouns and descriptions to go back to. */
export interface VoiceMemory {
  person: Voice | null;
  body: Voice | null;
  several: Voice | null;
  last: Voice | null;
  /** By a describing noun ("spokesman"): who was called so. */
  readonly described: Map<string, Voice>;
}

export function emptyVoiceMemory(): VoiceMemory {
  return { person: null, body: null, several: null, last: null, described: new Map() };
}

type VoiceKind = Voice['kind'];

const KINDS: Readonly<Record<Mention['kind'], VoiceKind>> = {
  person: 'person',
  group: 'group',
  organization: 'organization',
  place: 'organization',
  role: 'person',
  vehicle: 'organization',
  phone: 'unknown',
};

/** The voice that a mention names. */
export function voiceOf(mention: Mention, guess: boolean): Voice {
  return { name: mention.name, span: mention.span, kind: KINDS[mention.kind], guess };
}

/** Keeps a mention in mind: the first person of a sentence is who "he" goes back to. */
export function recall(memory: VoiceMemory, mention: Mention, opensSentence: boolean): void {
  const voice = voiceOf(mention, true);
  if (mention.kind === 'person') {
    if (opensSentence || memory.person === null) memory.person = voice;
    for (const noun of (mention.title ?? '').toLowerCase().split(/\s+/))
      if (noun.length > 2) memory.described.set(noun, voice);
  } else if (mention.kind === 'role' && opensSentence) {
    memory.person = voice;
  } else if (mention.kind === 'organization') {
    memory.body = voice;
    const noun = mention.name.toLowerCase().split(/\s+/).at(-1) ?? '';
    if (/^\p{Lu}/u.test(mention.name)) memory.described.set(noun, voice);
  } else if (mention.kind === 'group') memory.several = voice;
}

/** Keeps in mind who has just spoken. */
export function heard(memory: VoiceMemory, voice: Voice): void {
  const again = { ...voice, guess: true };
  memory.last = again;
  if (voice.kind === 'person') memory.person = again;
  else if (voice.kind === 'organization') memory.body = again;
  else if (voice.kind === 'group') memory.several = again;
}

/** The voices of a draft, outermost first: usually one, two where a body handed over a document. Empty where nobody can be named. */
export function voicesOf(
  words: ReadingPassage,
  draft: Draft,
  mentions: readonly Mention[],
  memory: VoiceMemory,
): Voice[] {
  if (draft.claimant === null) return memory.last === null ? [] : [{ ...memory.last, guess: true }];
  const span = spanOf(words, draft.claimant);
  const norms = words.tokens.slice(draft.claimant.first, draft.claimant.end).map((token) => token.norm);
  const pronoun = pronounVoice(norms, span, memory, words.passage.speaker?.name ?? null);
  if (pronoun !== null) return [pronoun];
  const paper = paperVoices(words, draft.claimant, norms, span, mentions);
  if (paper !== null) return paper;
  return [namedVoice(words, draft, span, norms, mentions, memory)];
}

function spanOf(words: ReadingPassage, range: TokenRange): Span {
  const start = words.tokens[range.first]?.start ?? 0;
  const last = words.tokens[range.end - 1];
  return { start, end: last === undefined ? start : last.end };
}

const ONE = new Set([
  'he',
  'she',
  'who',
  'él',
  'el',
  'ella',
  'ele',
  'ela',
  'il',
  'elle',
  'er',
  'sie',
  'quien',
  'quem',
  'qui',
  'ea',
]);
const BODY = new Set(['it', 'which']);
const MANY = new Set(['they', 'ellos', 'ellas', 'eles', 'elas', 'ils', 'elles', 'ei', 'ele']);

function pronounVoice(
  norms: readonly string[],
  span: Span,
  memory: VoiceMemory,
  speaker: string | null,
): Voice | null {
  const norm = norms[0] ?? '';
  if (norms.length > 1) return null;
  const back = ONE.has(norm)
    ? memory.person
    : BODY.has(norm)
      ? memory.body
      : MANY.has(norm)
        ? (memory.several ?? memory.body)
        : undefined;
  if (back === undefined) return null;
  return back === null || back.name === speaker
    ? { name: norm, span, kind: 'unknown', guess: true }
    : { ...back, span, guess: true };
}

const HANDED = new Set([
  'released',
  'published',
  'obtained',
  'seen',
  'leaked',
  'posted',
  'issued',
  'provided',
  'shared',
  'reviewed',
]);

/** "a report by X" speaks with X's voice; "calls released by X" are a voice of their own after X's. */
function paperVoices(
  words: ReadingPassage,
  range: TokenRange,
  norms: readonly string[],
  span: Span,
  mentions: readonly Mention[],
): Voice[] | null {
  const head = norms.findIndex((norm) => DOCUMENTS.has(norm));
  if (head < 0 || norms.slice(0, head).some((norm) => norm === 'of' || norm === 'for')) return null;
  if (head + 1 < norms.length && !mayFollow(norms[head + 1] ?? '')) return null;
  const last = words.tokens[range.first + head];
  const name = words.text.slice(span.start, last?.end ?? span.end);
  const paper: Voice = { name: withoutArticle(name), span, kind: 'document', guess: false };
  const from = (last?.end ?? span.end) + 1;
  const owner = norms.slice(head).includes('by')
    ? mentionsWithin(mentions, { start: from, end: span.end + 40 }).find(
        (mention) => mention.span.start >= from,
      )
    : undefined;
  if (owner === undefined) return [paper];
  return norms[head + 1] === 'by' ? [voiceOf(owner, false)] : [voiceOf(owner, false), paper];
}

function mayFollow(norm: string): boolean {
  return LINKS.has(norm) || HANDED.has(norm) || /(?:ed|kept|made|that|which)$/.test(norm);
}

const LINKS = new Set(['by', 'of', 'from', 'in', 'on', 'at']);

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an)\s+/iu, '').trim() || name;
}

function namedVoice(
  words: ReadingPassage,
  draft: Draft,
  span: Span,
  norms: readonly string[],
  mentions: readonly Mention[],
  memory: VoiceMemory,
): Voice {
  const inside = mentionsWithin(mentions, span);
  const head = headMention(words, inside, span);
  const beside = draft.beside === null ? null : besidePerson(words, draft.beside, mentions);
  if (head === null || head.kind === 'role') {
    if (beside !== null) return voiceOf(beside, draft.guess);
    const known = describedVoice(norms, span, memory);
    if (known !== null) return known;
  }
  if (head?.kind === 'organization' && /^\p{Ll}/u.test(lastWord(head.name))) {
    const known = describedVoice(norms, span, memory);
    if (known !== null) return known;
  }
  if (head !== null && draft.beside !== null) describe(words, draft.beside, voiceOf(head, true), memory);
  if (head !== null) return { ...voiceOf(head, draft.guess), name: head.name };
  return { name: words.text.slice(span.start, span.end), span, kind: kindOfWords(norms), guess: draft.guess };
}

/** The mentions that meet the span. `mentions` stand in order and do not overlap. */
function mentionsWithin(mentions: readonly Mention[], span: Span): Mention[] {
  const found: Mention[] = [];
  let index = Math.max(
    0,
    lastBy(mentions, span.start, (mention) => mention.span.start),
  );
  for (
    let mention = mentions[index];
    mention !== undefined && mention.span.start < span.end;
    mention = mentions[index]
  ) {
    if (mention.span.end > span.start) found.push(mention);
    index += 1;
  }
  return found;
}

function lastWord(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}

/** The mention that heads the phrase: a person, else the one that does not follow "of", "for" or a genitive, else the first. */
function headMention(words: ReadingPassage, inside: readonly Mention[], span: Span): Mention | null {
  const first = inside[0];
  if (first === undefined) return null;
  if (first.kind === 'role') {
    const person = inside.find((mention) => mention.kind === 'person' && adjoins(words, first, mention));
    return person ?? first;
  }
  const genitive = /^['’]s\s/u.test(words.text.slice(first.span.end, span.end));
  if (genitive)
    return (
      inside.find((mention) => mention !== first && (mention.kind === 'person' || mention.kind === 'role')) ??
      null
    );
  const leads = words.text.slice(span.start, first.span.start).trim();
  if (/\b(?:of|for|in|at|from)(?:\s+the)?$/iu.test(leads)) return null;
  return first.kind === 'person' ? first : (personAtEnd(words, inside, span) ?? first);
}

/** "the Harbour Party candidate Mira Solt": the person that the phrase ends with. */
function personAtEnd(words: ReadingPassage, inside: readonly Mention[], span: Span): Mention | null {
  const last = inside.at(-1);
  if (last === undefined || last.kind !== 'person' || last.span.end < span.end) return null;
  return /\b(?:of|for|by|from)\s*$/iu.test(words.text.slice(span.start, last.span.start)) ? null : last;
}

function adjoins(words: ReadingPassage, role: Mention, person: Mention): boolean {
  return /^[\s,]*$/u.test(words.text.slice(role.span.end, person.span.start));
}

function besidePerson(
  words: ReadingPassage,
  beside: TokenRange,
  mentions: readonly Mention[],
): Mention | null {
  const span = spanOf(words, beside);
  return (
    mentionsWithin(mentions, span).find(
      (mention) => mention.kind === 'person' && mention.span.start === span.start,
    ) ?? null
  );
}

/** "X, the minister": X may be called "the minister" later. */
function describe(words: ReadingPassage, beside: TokenRange, voice: Voice, memory: VoiceMemory): void {
  for (let index = beside.first; index < Math.min(beside.end, beside.first + 6); index += 1) {
    const norm = words.tokens[index]?.norm ?? '';
    if (norm === 'of' || norm === 'for' || norm === 'who') break;
    if (norm.length > 3) memory.described.set(norm, voice);
  }
}

/** "the minister": who was called so before. */
function describedVoice(norms: readonly string[], span: Span, memory: VoiceMemory): Voice | null {
  if (!DEFINITE.has(norms[0] ?? '') || norms.length > 2) return null;
  const noun = norms.at(-1) ?? '';
  const known =
    memory.described.get(noun) ??
    (noun === 'company' || noun === 'group' || noun === 'agency' ? memory.body : undefined);
  return known == null ? null : { ...known, span, guess: true };
}

const DEFINITE = new Set(['the', 'el', 'la', 'le', 'o', 'a', 'this', 'that']);

function kindOfWords(norms: readonly string[]): VoiceKind {
  const last = norms.at(-1) ?? '';
  if (norms.some((norm) => PLURALS.has(norm)) || (/s$/.test(last) && !DETERMINERS.has(last))) return 'group';
  return 'unknown';
}
