import type { Assumption } from '../statement/finding.ts';
import type { Deed } from './deeds.ts';
import { befalls, type HappeningKind, isOnce } from './happening-kinds.ts';

/** Why two tellings are held to be of one happening, and how much speaks for it. */
export interface Likeness {
  readonly kind: HappeningKind;
  readonly score: number;
  readonly shared: readonly string[];
  readonly assumes: readonly Assumption[];
}

/** Points for two tellings being of one happening. Found by weighing, not by training. */
const WEIGHTS = {
  once: 2,
  kind: 1,
  core: 2,
  guessedCore: 2,
  other: 0.75,
  place: 1,
  setting: 1,
  only: 1,
  word: 0.5,
  mostWords: 1.5,
} as const;

/** So many rare words in common are as good as a place. */
const TELLING_WORDS = 2;

/** Points that two tellings need to be held to be of one happening. */
export const ONE_HAPPENING = 4;

/** What a comparison needs to know of the pile. */
export interface PileSense {
  /** How much a word tells, 0..1. */
  readonly rarity: (word: string) => number;
  /** Whether one place is, holds or lies in the other. */
  readonly placesFit: (a: string, b: string) => boolean;
  readonly nameOf: (key: string) => string;
  /** Whether the pile tells of this kind at few times, as of one happening told by several. */
  readonly isOneMatter: (kind: HappeningKind) => boolean;
}

/** Whether two tellings can be of one happening of a kind; null where what they say of it excludes that. */
export function compareDeeds(a: Deed, b: Deed, kind: HappeningKind, sense: PileSense): Likeness | null {
  const shared: string[] = [`the kind of happening (${kind})`];
  const assumes: Assumption[] = [];
  let score = isOnce(kind) ? WEIGHTS.once : WEIGHTS.kind;
  const core = [...a.core].filter((key) => b.core.has(key));
  // Of arrests and deaths there are many: only whom it befell makes two of them one.
  if (core.length === 0 && befalls(kind)) return null;
  if (core.length > 0) {
    score += a.isGuess || b.isGuess ? WEIGHTS.guessedCore : WEIGHTS.core;
    shared.push(core.map(sense.nameOf).join(', '));
  }
  const others = [...a.who].filter((key) => b.who.has(key) && !core.includes(key));
  if (others.length > 0) {
    score += WEIGHTS.other;
    shared.push(others.map(sense.nameOf).join(', '));
  }
  if (a.isGuess || b.isGuess)
    assumes.push({
      label: 'same person',
      text: 'A pronoun is held to stand for the one named before it.',
      guess: true,
    });
  const places = [...a.places].filter((place) =>
    [...b.places].some((other) => sense.placesFit(place, other)),
  );
  if (places.length > 0) {
    score += WEIGHTS.place;
    shared.push(places.map(sense.nameOf).join(', '));
  } else if (a.places.size > 0 && b.places.size > 0) return null;
  const setting = places.length === 0 && isOnce(kind) && !befalls(kind) ? sharedSetting(a, b, sense) : [];
  const isSet = setting.length > 0;
  if (isSet) {
    score += WEIGHTS.setting + (isOneOf(kind, sense) ? WEIGHTS.only : 0);
    assumes.push({
      label: 'one place',
      text: `Both sources write of ${setting.map(sense.nameOf).join(', ')}.`,
      guess: true,
    });
  }
  const words = [...a.words].filter((word) => b.words.has(word) && sense.rarity(word) > 0);
  score += Math.min(
    WEIGHTS.mostWords,
    words.reduce((sum, word) => sum + WEIGHTS.word * sense.rarity(word), 0),
  );
  if (isOneOf(kind, sense) && !isSet && words.length >= TELLING_WORDS) score += WEIGHTS.only;
  return { kind, score, shared, assumes };
}

function isOneOf(kind: HappeningKind, sense: PileSense): boolean {
  return isOnce(kind) && !befalls(kind) && sense.isOneMatter(kind);
}

/** An explosion told without its place is held to be where the rest of the source is. */
function sharedSetting(a: Deed, b: Deed, sense: PileSense): string[] {
  const own = a.places.size > 0 ? a.places : a.setting;
  const other = b.places.size > 0 ? b.places : b.setting;
  return [...own].filter((place) => [...other].some((one) => sense.placesFit(place, one)));
}
