import { foldWord } from '../language/fold-word.ts';
import { type Span, spanHolds } from '../statement/span.ts';
import type { Modality, Polarity, Voice } from '../statement/statement.ts';
import outletWords from './outlet-words.json' with { type: 'json' };
import type { ReadingPassage } from './reading-passage.ts';
import type { Draft } from './sentences/draft.ts';
import type { Attribution } from './voices/read-voices.ts';

/** Whose words a draft is, and what the verb that gives them does to it. */
export interface Attributed {
  readonly voice: readonly Voice[];
  readonly modality: Modality;
  readonly polarity: Polarity;
}

const DENYING = new Set(['deny', 'refute', 'dispute', 'contest']);
/** "Se negó a embarcar" refuses and denies nothing. */
const REFUSES = /(?<!\p{L})(?:se|me|nos)\s$/iu;
const ACCUSING = new Set(['allege', 'accuse', 'suspect', 'charge']);
const RELAYING = new Set(['report', 'suggest', 'indicate', 'show', 'write', 'imply', 'hint']);
const OUTLETS = new Set(outletWords.words.map(foldWord));
const outlets = new Map<string, boolean>();
const OUTLETS_LIMIT = 10_000;
const CHARGE_SHEET = new RegExp(outletWords.chargeSheets.join('|'), 'iu');
const HEAD = 300;

/**
 * The voice chain of a draft: the base chain of its passage, then the voices of the smallest
 * attribution whose content holds the draft's anchor. An act of speech ("denied", "promised")
 * belongs to the one who speaks, a count to the one who counted.
 */
export function assignVoice(
  draft: Draft,
  words: ReadingPassage,
  base: readonly Voice[],
  attributions: readonly Attribution[],
): Attributed {
  const attribution = holding(attributions, draft.anchor) ?? speaking(attributions, draft);
  if (attribution === null) {
    const voice = draft.counter === null ? base : [...base, draft.counter];
    return { voice, modality: byDocument(words, voice, draft.modality), polarity: draft.polarity };
  }
  const voice = [...base, ...attribution.voices];
  return {
    voice,
    modality: byDocument(words, voice, byAttribution(draft.modality, attribution, words, voice)),
    polarity: isDenied(draft, attribution, words) ? opposite(draft.polarity) : draft.polarity,
  };
}

/** "The owner denied that the doors were locked": of what is denied the contrary is said, in a clause of its own. */
function isDenied(
  { clause, anchor }: Draft,
  { kind, verb, cue, content }: Attribution,
  words: ReadingPassage,
): boolean {
  if (kind === 'direct' || verb === null || !DENYING.has(verb) || !spanHolds(content, anchor)) return false;
  return clause.start >= cue.end && !REFUSES.test(words.text.slice(Math.max(0, cue.start - 6), cue.start));
}

function opposite(polarity: Polarity): Polarity {
  return polarity === 'negative' ? 'positive' : 'negative';
}

function holding(attributions: readonly Attribution[], anchor: Span): Attribution | null {
  let best: Attribution | null = null;
  for (const attribution of attributions)
    if (
      spanHolds(attribution.content, anchor) &&
      (best === null || lengthOf(attribution.content) < lengthOf(best.content))
    )
      best = attribution;
  return best;
}

function speaking(attributions: readonly Attribution[], draft: Draft): Attribution | null {
  const { trigger } = draft;
  return trigger === null
    ? null
    : (attributions.find((attribution) => spanHolds(attribution.cue, trigger)) ?? null);
}

function lengthOf(span: Span): number {
  return span.end - span.start;
}

function byAttribution(
  modality: Modality,
  attribution: Attribution,
  words: ReadingPassage,
  voice: readonly Voice[],
): Modality {
  if (modality !== 'asserted') return modality;
  const verb = attribution.verb ?? '';
  const inner = voice.at(-1);
  if (ACCUSING.has(verb)) return 'alleged';
  if (verb === 'threaten') return 'threatened';
  // What a speaker hands on from a third is hearsay, word for word or not.
  if (words.passage.speaker !== null && attribution.kind !== 'document') return 'reported';
  if (attribution.kind === 'direct') return modality;
  if (attribution.kind === 'hearsay' || attribution.kind === 'document' || inner?.kind === 'document')
    return 'reported';
  if (inner !== undefined && inner.kind !== 'person' && isOutlet(inner.name)) return 'reported';
  return RELAYING.has(verb) && inner?.kind !== 'person' && inner?.kind !== 'group' ? 'reported' : modality;
}

// A newspaper, agency or station that hands on what others found out.
function isOutlet(name: string): boolean {
  const known = outlets.get(name);
  if (known !== undefined) return known;
  const words = name.split(/[^\p{L}\p{M}]+/u).map(foldWord);
  const is = words.some(
    (word) => OUTLETS.has(word) || outletWords.prefixes.some((prefix) => word.startsWith(prefix)),
  );
  if (outlets.size >= OUTLETS_LIMIT) outlets.clear();
  outlets.set(name, is);
  return is;
}

// What a charge sheet says is charged, not shown.
function byDocument(words: ReadingPassage, voice: readonly Voice[], modality: Modality): Modality {
  if (modality !== 'asserted' && modality !== 'reported') return modality;
  const own = words.source.kind === 'report' || words.source.kind === 'other';
  if (own && isChargeSheet(words)) return 'alleged';
  return voice.some((each) => each.kind === 'document' && CHARGE_SHEET.test(each.name))
    ? 'alleged'
    : modality;
}

const sheets = new WeakMap<object, boolean>();

function isChargeSheet({ source, text }: ReadingPassage): boolean {
  const known = sheets.get(source);
  if (known !== undefined) return known;
  const is = CHARGE_SHEET.test(text.slice(0, HEAD));
  sheets.set(source, is);
  return is;
}
