import { foldWord } from '../../language/fold-word.ts';
import lists from './name-words.json' with { type: 'json' };
import placeList from './places.json' with { type: 'json' };

/** One bit a list of `name-words.json`; a word may be in several. */
export const IS = {
  title: 1,
  softTitle: 2,
  honorific: 4,
  kunya: 8,
  particle: 16,
  org: 32,
  place: 64,
  group: 128,
  placeCue: 256,
  strongPlaceCue: 512,
  placeOf: 1024,
  vehicle: 2048,
  role: 4096,
  article: 8192,
  orgNoun: 16384,
  notName: 32768,
  demonym: 65536,
  saying: 131072,
  personVerb: 262144,
  placeAfter: 524288,
  orgBefore: 1048576,
  orgAfter: 2097152,
  commonRole: 4194304,
  kinship: 8388608,
  unknown: 16777216,
  aliasCue: 33554432,
  foreignRole: 67108864,
} as const;

const CLASSES = new Map<string, number>();

function fill(bit: number, ...words: readonly string[]): void {
  for (const word of words.flatMap((list) => list.split(' '))) {
    const norm = foldWord(word);
    CLASSES.set(norm, (CLASSES.get(norm) ?? 0) | bit);
  }
}

fill(IS.title, lists.titles, lists.arabicTitles);
fill(IS.softTitle, lists.softTitles);
fill(IS.honorific, lists.honorificsAfter);
fill(IS.kunya, lists.kunya, lists.arabicKunya);
fill(IS.particle, lists.particles);
fill(IS.org, lists.orgWords, lists.arabicOrg);
fill(IS.place, lists.placeWords, lists.placeFirst, lists.arabicPlaceWords);
fill(IS.group, lists.groupWords);
fill(IS.placeCue, lists.placeCues);
fill(IS.strongPlaceCue, lists.strongPlaceCues);
fill(IS.placeOf, lists.placeOf);
fill(IS.vehicle, lists.vehicleWords);
fill(IS.role, lists.roleNouns, lists.roleNounsEs, lists.roleNounsFr, lists.arabicRoles);
fill(IS.foreignRole, lists.roleNounsTr);
fill(IS.article, lists.articles);
fill(IS.orgNoun, lists.orgNouns);
fill(IS.notName, lists.notNames);
fill(IS.demonym, lists.demonyms);
fill(IS.saying, lists.saying, lists.arabicSaying);
fill(IS.personVerb, lists.personVerbs);
fill(IS.placeAfter, lists.placeAfter);
fill(IS.orgBefore, lists.orgBefore);
fill(IS.orgAfter, lists.orgAfter);
fill(IS.commonRole, lists.commonRoles);
fill(IS.kinship, lists.kinship);
fill(IS.unknown, lists.unknownWords);
fill(IS.aliasCue, lists.aliasCues);

const ORG_STEMS = lists.orgStems.split(' ');
const PLACES = new Set(placeList.places.split('|').map(placeKey));

const unlisted = new Map<string, number>();
const MOST_UNLISTED = 50_000;

/** The classes of a folded word, as bits of `IS`; 0 where it is in no list. */
export function classesOf(norm: string): number {
  return CLASSES.get(norm) ?? (norm.length < 7 ? 0 : classesOfStem(norm));
}

/** Turkish bodies stand in many endings of one stem; answers are kept, for the look-up is slow. */
function classesOfStem(norm: string): number {
  const known = unlisted.get(norm);
  if (known !== undefined) return known;
  const classes = ORG_STEMS.some((stem) => norm.startsWith(stem)) ? IS.org : 0;
  if (unlisted.size >= MOST_UNLISTED) unlisted.clear();
  unlisted.set(norm, classes);
  return classes;
}

/** The form under which a name of one or more words is looked up. */
export function placeKey(name: string): string {
  return name
    .split(/[\s.]+/)
    .filter(Boolean)
    .map(foldWord)
    .join(' ');
}

/** Whether a country, sea, capital or large city is so called; `key` is as `placeKey` gives. */
export function placeIsKnown(key: string): boolean {
  return PLACES.has(key);
}
