import { type Span, spanHolds } from '../../statement/span.ts';
import type { Mention, Voice } from '../../statement/statement.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import type { Draft } from './draft.ts';
import { emptyVoiceMemory, heard, recall, type VoiceMemory, voicesOf } from './name-voice.ts';
import { readClauses } from './read-clauses.ts';

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
    const reading = readClauses(words, continued);
    continued = reading.leftOpen;
    found.push(...nameDrafts(words, reading.drafts, own, memory));
  }
  return found;
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
  let next = 0;
  for (const draft of ordered) {
    const place = placeOf(words, draft);
    for (
      let mention = mentions[next];
      mention !== undefined && mention.span.start < place;
      mention = mentions[next]
    ) {
      if (!isOwn(words, mention)) recall(memory, mention, opensSentence(words, mention, mentions[next - 1]));
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
    if (!isOwn(words, mention)) recall(memory, mention, opensSentence(words, mention, null));
  return nest(named);
}

/** A speaker's label names who talks, not who is talked about. */
function isOwn(words: ReadingPassage, mention: Mention): boolean {
  const label = words.passage.speaker?.span;
  return label != null && spanHolds(label, mention.span);
}

function placeOf(words: ReadingPassage, draft: Draft): number {
  const claimant = draft.claimant === null ? undefined : words.tokens[draft.claimant.first];
  return claimant?.start ?? draft.cue.start;
}

function opensSentence(words: ReadingPassage, mention: Mention, before: Mention | null | undefined): boolean {
  if (before == null) return true;
  return /[.!?…]/.test(words.text.slice(before.span.end, mention.span.start));
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
