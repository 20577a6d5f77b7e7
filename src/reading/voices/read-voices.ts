import { type Span, spanHolds } from '../../statement/span.ts';
import type { Mention, Voice } from '../../statement/statement.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import type { ClauseReading, Draft } from './draft.ts';
import { emptyVoiceMemory, heard, recall, type VoiceMemory, voicesOf } from './name-voice.ts';
import { readArabic } from './read-arabic.ts';
import { readClauses } from './read-clauses.ts';
import { readTurkish } from './read-turkish.ts';

/** Words that somebody is said to have said. All spans lie in the passage; the cue lies outside the content. */
export interface Attribution {
  /** The reported words alone, without quotation marks and cue. */
  readonly content: Span;
  /** Id of the passage. */
  readonly passage: string;
  /** The verb or phrase that reports. */
  readonly cue: Span;
  /** Outermost first, to be put after the passage's own chain; never empty. */
  readonly voices: Voice[];
  readonly kind: 'direct' | 'indirect' | 'according-to' | 'document' | 'hearsay';
  /** English lemma of the verb (`say`, `deny`, `ask` ...), or null where none reports. */
  readonly verb: string | null;
}

/**
 * The attributions of a source's passages, in order. `mentions` are those of the same
 * passages, as `readNames` gives them. Pronouns and descriptions go back to the nearest
 * fitting voice of the source, marked as a guess.
 */
export function readVoices(passages: readonly ReadingPassage[], mentions: readonly Mention[]): Attribution[] {
  const byPassage = groupByPassage(mentions);
  const memory = emptyVoiceMemory();
  const found: Attribution[] = [];
  let continued = false;
  for (const words of passages) {
    const own = byPassage.get(words.passage.id) ?? [];
    const reading = readPassage(words, continued);
    continued = reading.leftOpen;
    found.push(...nameDrafts(words, reading.drafts, own, memory));
  }
  return found;
}

function readPassage(words: ReadingPassage, continued: boolean): ClauseReading {
  if (words.language === 'tr') return readTurkish(words);
  if (words.language === 'ar' || words.language === 'fa') return readArabic(words);
  return readClauses(words, continued);
}

function groupByPassage(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.passage);
    if (group === undefined) groups.set(mention.passage, [mention]);
    else group.push(mention);
  }
  return groups;
}

function nameDrafts(
  words: ReadingPassage,
  drafts: readonly Draft[],
  mentions: readonly Mention[],
  memory: VoiceMemory,
): Attribution[] {
  const ordered = [...drafts].sort((a, b) => placeOf(words, a) - placeOf(words, b));
  const named: Attribution[] = [];
  const quoted = drafts
    .filter(({ kind }) => kind === 'direct')
    .map(({ content }) => content)
    .sort((a, b) => a.start - b.start);
  let next = 0;
  for (const draft of ordered) {
    const place = placeOf(words, draft);
    for (
      let mention = mentions[next];
      mention !== undefined && mention.span.start < place;
      mention = mentions[next]
    ) {
      if (!isOwn(words, mention) && !isQuoted(quoted, mention))
        recall(memory, mention, opensSentence(words, mention));
      next += 1;
    }
    const voices = voicesOf(words, draft, mentions, memory);
    const last = voices.at(-1);
    if (last === undefined) continue;
    heard(memory, last);
    named.push({
      content: draft.content,
      passage: words.passage.id,
      cue: draft.cue,
      voices,
      kind: draft.kind,
      verb: draft.verb,
    });
  }
  for (const mention of mentions.slice(next))
    if (!isOwn(words, mention)) recall(memory, mention, opensSentence(words, mention));
  return nest(named);
}

/** Who is named inside a quotation is not who "he" means outside it. `quoted` is in order. */
function isQuoted(quoted: readonly Span[], mention: Mention): boolean {
  let low = 0;
  let high = quoted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quoted[middle]?.start ?? 0) <= mention.span.start) low = middle + 1;
    else high = middle;
  }
  const before = quoted[low - 1];
  return before !== undefined && mention.span.start < before.end;
}

const BYLINE = /^(?:By|BY|Von|Par|Por)\s+\p{Lu}/u;
const LONGEST_BYLINE = 120;

/** A speaker's label or a byline names who talks, not who is talked about. */
function isOwn(words: ReadingPassage, mention: Mention): boolean {
  const { body } = words.passage;
  if (body.end - body.start < LONGEST_BYLINE && BYLINE.test(words.text.slice(body.start, body.end)))
    return true;
  const label = words.passage.speaker?.span;
  return label != null && spanHolds(label, mention.span);
}

function placeOf(words: ReadingPassage, draft: Draft): number {
  const claimant = draft.claimant === null ? undefined : words.tokens[draft.claimant.first];
  return claimant?.start ?? draft.cue.start;
}

const OPENING_WORDS = 2;

/** Whether at most a word or two of its sentence stand before the mention. */
function opensSentence(words: ReadingPassage, mention: Mention): boolean {
  const from = Math.max(words.passage.body.start, mention.span.start - 40);
  const before = words.text.slice(from, mention.span.start);
  const stop = Math.max(...['.', '!', '?', '…', '"', '“', '”'].map((mark) => before.lastIndexOf(mark)));
  if (stop < 0 && from > words.passage.body.start) return false;
  return (
    before
      .slice(stop + 1)
      .split(/\s+/)
      .filter(Boolean).length <= OPENING_WORDS
  );
}

/** What is reported within a report has the outer report's voices before its own. */
function nest(named: readonly Attribution[]): Attribution[] {
  const ordered = [...named].sort(
    (a, b) => a.content.start - b.content.start || b.content.end - a.content.end,
  );
  const open: Attribution[] = [];
  const nested: Attribution[] = [];
  for (const attribution of ordered) {
    while (open.length > 0 && !spanHolds(open.at(-1)?.content ?? attribution.content, attribution.content))
      open.pop();
    const outer = open.at(-1);
    const whole = outer === undefined ? attribution : { ...attribution, voices: joined(outer, attribution) };
    open.push(whole);
    nested.push(whole);
  }
  return nested;
}

function joined(outer: Attribution, inner: Attribution): Voice[] {
  const same = outer.voices.at(-1)?.name === inner.voices[0]?.name;
  return [...outer.voices, ...(same ? inner.voices.slice(1) : inner.voices)];
}
