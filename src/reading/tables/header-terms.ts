import { foldWord } from '../../language/fold-word.ts';
import lexicon from './header-lexicon.json' with { type: 'json' };

/** The words of a header or a title, folded, with what stands in brackets or after the last `_` apart as a unit. */
export interface HeaderWords {
  /** Folded words with one space before, between and after each. */
  readonly folded: string;
  /** Folded pieces that may be a unit: what is in brackets, and the last word. */
  readonly unitWords: readonly string[];
}

export type TermList = readonly string[];
type Terms = ReadonlyMap<string, readonly string[]>;

const LONGEST = 200;

/** Words of a header made ready for look-up. `(kg)`, `_t` and a last word may be its unit. */
export function headerWords(header: string): HeaderWords {
  const written = header.slice(0, LONGEST).replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2');
  const words = foldTerm(written);
  const bracketed = [...written.matchAll(/[([]([^)\]]{1,24})[)\]]/gu)].map((match) =>
    foldUnit(match[1] ?? ''),
  );
  const parts = written
    .split(/[/|](?=\s)|[,_\s]+/u)
    .map(foldUnit)
    .filter((part) => part !== '');
  const last = parts
    .slice(-1)
    .concat(written.split(/\s+\/\s+/u).map((part) => foldUnit(part.split(/[\s_]+/u).at(-1) ?? '')));
  return { folded: ` ${words} `, unitWords: [...bracketed, ...last] };
}

/** Lower case without marks; everything that is no letter or digit is one space. */
export function foldTerm(term: string): string {
  return foldWord(term)
    .replace(/[^\p{L}\p{Nd}]+/gu, ' ')
    .trim();
}

/** A unit keeps its sign: `mg/L` is `mg/l`, `%` is `%`. */
export function foldUnit(unit: string): string {
  return foldWord(unit.trim().replaceAll('µ', 'u').replaceAll('μ', 'u'))
    .replace(/[().[\]]/g, '')
    .trim();
}

function termsOf(table: Readonly<Record<string, TermList>>): Terms {
  return new Map(Object.entries(table).map(([key, words]) => [key, words.map(foldTerm)]));
}

const EVENTS = termsOf(mapValues(lexicon.events, (event) => event.words));
const TITLES = termsOf(lexicon.titles);
const DATE_EVENTS = termsOf(lexicon.dateEvents);
const GROUPS = termsOf(lexicon.groups);
const KINDS = termsOf(lexicon.kinds);
const PER = termsOf(lexicon.per);
const UNITS = new Map(
  Object.entries(lexicon.units).flatMap(([unit, words]) =>
    words.map((word) => [foldUnit(word), unit] as const),
  ),
);

function mapValues<Value, Result>(
  table: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, map(value)]));
}

/** The key whose word or phrase stands in the words; the one that stands first, and of those the longest. */
function firstKey(terms: Terms, words: HeaderWords): string | null {
  let best: string | null = null;
  let bestAt = Number.POSITIVE_INFINITY;
  let bestLength = 0;
  for (const [key, list] of terms) {
    for (const term of list) {
      const at = words.folded.indexOf(` ${term} `);
      if (at < 0 || at > bestAt || (at === bestAt && term.length <= bestLength)) continue;
      best = key;
      bestAt = at;
      bestLength = term.length;
    }
  }
  return best;
}

/** What a header says that happened. */
export interface HeaderEvent {
  readonly event: string;
  readonly of: string | null;
  /** For parts and wholes: `people`, `voted`, `sent` ... */
  readonly class: string;
}

const SAME_COUNT = [
  ['arrest', 'detain'],
  ['kill', 'die'],
  ['deliver', 'receive'],
  ['load', 'send', 'order'],
  ['admit', 'treat'],
  ['deport', 'release'],
];

/**
 * What a count column's header says that happened: the event, what it counts, and its
 * class. A header that names two things ("dead/missing") counts both and is no event.
 */
export function eventOfHeader(words: HeaderWords): HeaderEvent | null {
  const event = firstKey(EVENTS, words);
  const entry = Object.entries(lexicon.events).find(([key]) => key === event)?.[1];
  if (event === null || entry === undefined) return null;
  const named = [...EVENTS].filter(([, terms]) => terms.some((term) => words.folded.includes(` ${term} `)));
  const same = SAME_COUNT.find((group) => group.includes(event)) ?? [event];
  const mixed = named.some(([key]) => !same.includes(key));
  return { event: mixed && entry.class === 'people' ? 'count' : event, of: entry.of, class: entry.class };
}

const cellEvents = new Map<string, HeaderEvent | null>();
const CELLS_KEPT = 2_000;
const LONGEST_KIND = 30;

/** What a short cell names as that which its row counts: "Apprehensions". */
export function eventOfCell(written: string): HeaderEvent | null {
  if (written === '' || written.length > LONGEST_KIND) return null;
  const known = cellEvents.get(written);
  if (known !== undefined) return known;
  if (cellEvents.size >= CELLS_KEPT) cellEvents.clear();
  const event = eventOfHeader(headerWords(written));
  cellEvents.set(written, event);
  return event;
}

export const eventOfTitle = (words: HeaderWords): string | null => firstKey(TITLES, words);
export const eventOfDate = (words: HeaderWords): string | null => firstKey(DATE_EVENTS, words);
export const groupOfHeader = (words: HeaderWords): string | null => firstKey(GROUPS, words);
export const kindOfHeader = (words: HeaderWords): string | null => firstKey(KINDS, words);
export const perOfHeader = (words: HeaderWords): string | null => firstKey(PER, words);

/** The canonical unit of a unit cell or of what follows a number, or null. */
export function unitOf(written: string): string | null {
  return UNITS.get(foldUnit(written)) ?? null;
}

export function unitOfHeader(words: HeaderWords): string | null {
  for (const word of words.unitWords) {
    const unit = UNITS.get(word);
    if (unit !== undefined) return unit;
  }
  return null;
}

/** Whether one of the terms stands in the words. */
export function says(words: HeaderWords, terms: ReadonlySet<string>): boolean {
  for (const term of terms) if (words.folded.includes(` ${term} `)) return true;
  return false;
}

function setOf(terms: TermList): ReadonlySet<string> {
  return new Set(terms.map(foldTerm));
}

export const TERMS = {
  skip: setOf(lexicon.skip),
  years: setOf(lexicon.years),
  months: setOf(lexicon.months),
  fiscal: setOf(lexicon.fiscal),
  cumulative: setOf(lexicon.cumulative),
  subsets: setOf(lexicon.subsets),
  agents: setOf(lexicon.agents),
  reportDates: setOf(lexicon.reportDates),
  placesFine: setOf(lexicon.placesFine),
  placesOrigin: setOf(lexicon.placesOrigin),
  provisional: setOf(lexicon.provisional),
  corrected: setOf(lexicon.corrected),
  money: new Set(lexicon.money),
  readings: new Set(lexicon.readings),
  durations: new Set(lexicon.durations),
} as const;
