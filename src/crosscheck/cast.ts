import type { Span } from '../statement/span.ts';
import { foldStampWord, MONTHS } from '../statement/stamp-pieces.ts';
import type { Mention, MentionKind, Role } from '../statement/statement.ts';
import { foldForm, wordsAt } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';

const TAKES_PART = new Set<MentionKind>(['person', 'group', 'organization', 'vehicle']);
/** Licence plates, hull and waybill numbers: letters and digits joined by hyphens. */
const NUMBER_PLATE =
  /(?<![\p{L}\p{Nd}-])(?=[\p{L}\p{Nd}-]*\p{Nd})(?=[\p{L}\p{Nd}-]*\p{Lu})[\p{Lu}\p{Nd}]+(?:-[\p{Lu}\p{Nd}]+)+(?![\p{L}\p{Nd}-])/gu;
/** Degrees and minutes: `34-43N`. */
const POSITION = /^\p{Nd}+-\p{Nd}+[NSEW]$/u;
const SHORTEST_PLATE = 5;
const SHORTEST_PART = 4;
const MOST_WORDS = 60;

/** Who can take part in what is told, by one key each over the whole pile. */
export interface Cast {
  keyOf(mention: Mention): string;
  /** The key of a role's mention, or null where only words fill it. */
  keyOfRole(role: Role | null): string | null;
  /** People, groups, bodies, vehicles: whoever can do or undergo something. */
  takesPart(mention: Mention): boolean;
  /** Keys of the plates that words name: of the identity that bears one in its name, where there is. */
  platesIn(words: string): string[];
  /** Keys that a stretch of a source names, plates and bare last names included. */
  namedIn(source: string, passage: string, span: Span): string[];
  isPlace(key: string): boolean;
  isMoving(key: string): boolean;
  nameOf(key: string): string;
}

/** Reads the identities of a pile once. */
export function castOf(index: PileIndex): Cast {
  const kinds = new Map(index.pile.identities.map(({ id, kind }) => [id, kind]));
  const plates = new Map<string, string>();
  const parts = new Map<string, string | null>();
  for (const { id, kind, spellings } of index.pile.identities) {
    for (const plate of spellings.flatMap((spelling) => plateNumbers(spelling))) plates.set(plate, id);
    if (kind !== 'person') continue;
    for (const part of new Set(spellings.flatMap(nameParts)))
      parts.set(part, parts.has(part) && parts.get(part) !== id ? null : id);
  }
  const keyOf = (mention: Mention) => index.identityOf.get(mention.id) ?? mention.name;
  // "set free on 6 May": a month that was read as somebody's name.
  const takesPart = ({ kind, name }: Mention) => TAKES_PART.has(kind) && !MONTHS.has(foldStampWord(name));
  const platesIn = (words: string) =>
    plateNumbers(words).map((plate) => plates.get(plate) ?? `plate ${plate}`);
  return {
    keyOf,
    takesPart,
    platesIn,
    keyOfRole: (role) =>
      role === null || role.mention === null ? null : (index.identityOf.get(role.mention) ?? role.text),
    namedIn: (source, passage, span) => {
      const mentions = (index.mentionsOfPassage.get(passage) ?? []).filter(
        (mention) => span.start <= mention.span.start && mention.span.end <= span.end && takesPart(mention),
      );
      const words = index.wordsOf(source, span);
      const named = [...mentions.map(keyOf), ...platesIn(words)];
      return named.length > 0 ? named : bareNames(words, parts);
    },
    isPlace: (key) => kinds.get(key) === 'place',
    isMoving: (key) => {
      const kind = kinds.get(key);
      return kind === undefined || kind === 'person' || kind === 'vehicle';
    },
    nameOf: (key) => index.identityName.get(key) ?? key.replace(/^plate /u, ''),
  };
}

function plateNumbers(words: string): string[] {
  return [...words.matchAll(NUMBER_PLATE)]
    .map(([plate]) => plate)
    .filter((plate) => plate.length >= SHORTEST_PLATE && !POSITION.test(plate));
}

function nameParts(spelling: string): string[] {
  const parts = wordsAt(spelling).map(({ word }) => word);
  return parts.length < 2 ? [] : parts.filter(({ length }) => length >= SHORTEST_PART);
}

/**
 * "Varnin?" or "Tolva gave the order": a capitalised word that is part of the name of one person
 * only. A word of four letters at the head of a sentence may be any word.
 */
function bareNames(words: string, parts: ReadonlyMap<string, string | null>): string[] {
  const own = words.trim().split(/\s+/u).slice(0, MOST_WORDS);
  const found = own
    .filter(
      (word, at) => /^["“'(]?\p{Lu}/u.test(word) && (at > 0 || own.length < 3 || word.length > SHORTEST_PART),
    )
    .map((word) => parts.get(foldForm(word.replace(/[^\p{L}\p{M}'’]|['’]s$/gu, ''))))
    .filter((id) => id != null);
  return [...new Set(found)].filter((id) => id !== undefined);
}
