import type { Gazetteer } from '../statement/gazetteer.ts';
import { nameKey } from '../statement/name-key.ts';
import type { Mention, MentionKind } from '../statement/statement.ts';
import { formsOf } from './forms-of.ts';
import { LEGAL_FORMS, STREETS } from './name-forms.ts';
import { type NameShape, parseName } from './parse-name.ts';
import type { Scene } from './scene.ts';

/** What a mention needs to tell of itself here. Without its span, its surroundings are not looked at. */
export type NamedMention = Pick<Mention, 'id' | 'source' | 'kind' | 'name' | 'title'> &
  Partial<Pick<Mention, 'passage' | 'span'>>;

/** Mentions of one spelling, held to be one bearer's: the smallest thing that is joined. */
export interface Bearer {
  /** Unique: scope, kind and key. */
  readonly address: string;
  readonly key: string;
  /** The source that the name is bound to, or null where it holds over the whole case. */
  readonly scope: string | null;
  readonly kind: MentionKind;
  /** A voice that nobody names: "unknown man". */
  readonly unknown: boolean;
  readonly shape: NameShape;
  readonly mentions: NamedMention[];
  readonly sources: Set<string>;
  /** Folded titles, ranks and roles written with the name. */
  readonly titles: Set<string>;
  /** Every form in which the name stands in a text, with how often. */
  readonly forms: Map<string, number>;
}

/**
 * Sorts mentions by spelling. Names of one word are kept apart by source, since another source's
 * "Odin" may be another man; so are roles and unknown voices. Sorted by address: the order of
 * the mentions does not matter.
 */
export function gatherBearers(
  mentions: readonly NamedMention[],
  scene: Scene | null,
  gazetteer: Gazetteer | null = null,
): Bearer[] {
  const kinds = settleKinds(mentions, gazetteer);
  const bearers = new Map<string, Bearer>();
  for (const mention of mentions) {
    const bearer = bearerFor(bearers, mention, kinds);
    if (bearer === null) continue;
    bearer.mentions.push(mention);
    bearer.sources.add(mention.source);
    if (mention.title !== null) bearer.titles.add(nameKey(mention.title));
    for (const form of formsOf(mention, scene, gazetteer))
      bearer.forms.set(form, (bearer.forms.get(form) ?? 0) + 1);
  }
  const sorted = [...bearers.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
  for (const bearer of sorted) bearer.mentions.sort(byPlace);
  return sorted;
}

function byPlace(a: NamedMention, b: NamedMention): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return (a.span?.start ?? 0) - (b.span?.start ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function bearerFor(
  bearers: Map<string, Bearer>,
  mention: NamedMention,
  kinds: ReadonlyMap<string, MentionKind>,
): Bearer | null {
  const kind = kinds.get(kindAddress(mention)) ?? mention.kind;
  // A name of signs alone is known by itself.
  const key = keyOf(mention.name, kind) || mention.name.trim();
  if (key === '') return null;
  const shape = parseName(mention.name, kind);
  const bound = holdsInSourceOnly(kind, mention.name) || (kind === 'person' && shape.parts.length === 1);
  const scope = bound ? mention.source : null;
  const address = [kind, key, scope ?? ''].join('\u0000');
  const known = bearers.get(address);
  if (known !== undefined) return known;
  const bearer: Bearer = {
    ...{ address, key, scope, kind, shape, mentions: [], unknown: isUnknownVoice(mention.name) },
    ...{ sources: new Set<string>(), titles: new Set<string>(), forms: new Map<string, number>() },
  };
  bearers.set(address, bearer);
  return bearer;
}

/** The form under which two spellings count as one and the same. */
function keyOf(name: string, kind: MentionKind): string {
  if (kind === 'phone') return phoneKey(name);
  return kind === 'role' || isUnknownVoice(name) ? nameKey(name) : parseName(name, kind).key;
}

/** The last nine digits of a number, digits of all scripts alike; `0500 ...` and `+90 500 ...` are one line. */
export function phoneKey(number: string): string {
  return asciiDigits(number).slice(-9);
}

function asciiDigits(text: string): string {
  return [...text.normalize('NFKC')].map(digitOf).join('');
}

function digitOf(letter: string): string {
  if (!/^\p{Nd}$/u.test(letter)) return '';
  const code = letter.codePointAt(0) ?? 48;
  if (code < 58) return letter;
  // Runs of ten digits in Unicode begin at multiples of sixteen, or six beyond one (Indic scripts).
  return String((code - (code >= 0x0966 && code <= 0x0d6f ? 6 : 0)) % 16);
}

const UNKNOWN =
  /^(?:unknown|unidentified|unnamed|the|a|an|x|meçhul|desconocido|desconhecido|inconnu|necunoscut|неизвестный|صوت مجهول|مجهول|شخص مجهول|speaker|voice)(?=[\s-]|$)/iu;

function isUnknownVoice(name: string): boolean {
  return UNKNOWN.test(name);
}

function holdsInSourceOnly(kind: MentionKind, name: string): boolean {
  return kind === 'role' || (kind === 'person' && isUnknownVoice(name));
}

/** A name has one kind in each source; where few mentions differ from most, the most are believed. */
function settleKinds(
  mentions: readonly NamedMention[],
  gazetteer: Gazetteer | null,
): Map<string, MentionKind> {
  const counts = new Map<string, Map<MentionKind, number>>();
  for (const mention of mentions) {
    const byKind = counts.get(kindAddress(mention)) ?? new Map<MentionKind, number>();
    byKind.set(mention.kind, (byKind.get(mention.kind) ?? 0) + 1);
    counts.set(kindAddress(mention), byKind);
  }
  const settled = new Map<string, MentionKind>();
  const bodies = companies(mentions);
  const people = wordsOfNames(mentions, 'person');
  const named = wordsOfNames(mentions, 'organization');
  const streets = namesOfStreets(mentions);
  const places = sourcesOfPlaces(mentions);
  for (const [address, byKind] of counts) {
    if (bodies.has(address)) settled.set(address, 'organization');
    else if (streets.has(address) && !people.has(address)) settled.set(address, 'place');
    else if (byKind.has('place') && people.has(address)) {
      const unplaced =
        gazetteer !== null && !named.has(address) && gazetteer.findPlaces(address).length === 0;
      if (unplaced || (!byKind.has('person') && isPersonsWord(places, people, address)))
        settled.set(address, 'person');
    }
    const ranked = [...byKind].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const [first, second] = ranked;
    if (first === undefined || second === undefined || settled.has(address)) continue;
    if (parts(first[0], second[0]) && second[1] * 3 > first[1]) continue;
    settled.set(address, first[0]);
  }
  return settled;
}

/** Names that stand with a legal form somewhere ("Ltd", "S.A.") are bodies everywhere. */
function companies(mentions: readonly NamedMention[]): Set<string> {
  const bodies = new Set<string>();
  for (const mention of mentions) {
    const words = mention.name.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '').split(/\s+/u);
    const last = nameKey(words.at(-1) ?? '').replaceAll(' ', '');
    if (words.length > 1 && last.length > 1 && LEGAL_FORMS.has(last) && /^\p{Lu}/u.test(words.at(-1) ?? ''))
      bodies.add(kindAddress(mention));
  }
  return bodies;
}

/** What streets and squares of the case are called without the word for what they are: "brasil" of "Calle Brasil". */
function namesOfStreets(mentions: readonly NamedMention[]): Set<string> {
  const names = new Set<string>();
  for (const { kind, name } of mentions) {
    const parts = kind === 'place' && /\s/u.test(name) ? parseName(name, 'place').parts : [];
    const rest = parts.filter(({ key }) => !STREETS.has(key));
    if (rest.length === 1 && parts.length > 1) names.add(rest[0]?.key ?? '');
  }
  return names;
}

/** The words of names of several words, each with the sources that they stand in. */
function wordsOfNames(mentions: readonly NamedMention[], sought: MentionKind): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const { kind, name, source } of mentions) {
    const parts = kind === sought && /\s/u.test(name) ? parseName(name, sought).parts : [];
    for (const { key, is } of parts.length > 1 ? parts : [])
      if (is === 'word') words.set(key, (words.get(key) ?? new Set()).add(source));
  }
  return words;
}

/** A lone word taken for a place, in sources that all name a person by it in full. */
function isPersonsWord(
  places: ReadonlyMap<string, ReadonlySet<string>>,
  people: ReadonlyMap<string, ReadonlySet<string>>,
  address: string,
): boolean {
  const sources = people.get(address);
  return sources !== undefined && [...(places.get(address) ?? [])].every((source) => sources.has(source));
}

/** The sources of each name that is taken for a place. */
function sourcesOfPlaces(mentions: readonly NamedMention[]): Map<string, Set<string>> {
  const sources = new Map<string, Set<string>>();
  for (const mention of mentions) {
    if (mention.kind !== 'place') continue;
    const address = kindAddress(mention);
    sources.set(address, (sources.get(address) ?? new Set()).add(mention.source));
  }
  return sources;
}

/** A person and the place called after him stay two. */
function parts(a: MentionKind, b: MentionKind): boolean {
  return [a, b].includes('place') && [a, b].includes('person');
}

function kindAddress(mention: NamedMention): string {
  const fixed = mention.kind === 'role' || mention.kind === 'phone';
  if (fixed) return `${mention.kind}\u0000${mention.name}`;
  const bare = parseName(mention.name, 'organization').key;
  return bare === '' ? nameKey(mention.name) : bare;
}
