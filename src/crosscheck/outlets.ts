import type { SourceHead } from '../statement/pile.ts';
import type { Span } from '../statement/span.ts';
import { foldForm, type WordAt, wordsAt } from './fold-words.ts';
import words from './origin-words.json' with { type: 'json' };
import { isLatin, soundSkeleton } from './sound-skeleton.ts';

const GENERIC = new Set(words.genericNames.map(foldForm));
/** Fewer sounds than this and names of two scripts are alike by chance. */
const FEWEST_SOUNDS = 3;

/** A shorter word of a name says little by itself. */
const FEWEST_LETTERS = 4;

/** Who publishes: one outlet, however many sources it has. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly string[];
  /** The words of its name, folded, without those that any outlet has. */
  readonly words: readonly string[];
}

/** Where a text names an outlet. */
export interface Naming extends Span {
  readonly outlet: Outlet;
}

/** Every outlet of a pile and a finder of their names in a text. */
export interface Outlets {
  readonly all: readonly Outlet[];
  readonly ofSource: ReadonlyMap<string, Outlet>;
  namedIn(text: string, span: Span): Naming[];
  /** Whether a folded word is one of the longer words in the name of an outlet that a source is not of. */
  isPartOfName(word: string, source: string): boolean;
}

/** The outlets of the sources; a source without a publisher is one of its own and goes by no name. */
export function outletsOf(sources: readonly SourceHead[]): Outlets {
  const byKey = new Map<string, { name: string; sources: string[]; words: string[] }>();
  for (const source of sources) {
    const named = nameWords(source.publisher ?? '');
    const key = named.length === 0 ? source.id : `outlet:${named.join(' ')}`;
    const known = byKey.get(key);
    const name = source.publisher ?? source.title ?? source.file;
    if (known === undefined) byKey.set(key, { name, sources: [source.id], words: named });
    else known.sources.push(source.id);
  }
  const all = [...byKey].map(([id, outlet]) => ({ id, ...outlet }));
  const finder = finderOf(all);
  const ofSource = new Map(
    all.flatMap((outlet) => outlet.sources.map((source) => [source, outlet] as const)),
  );
  const bearers = bearersOf(all);
  return {
    all,
    ofSource,
    isPartOfName: (word, source) => {
      const own = ofSource.get(source);
      return [word, `~${soundSkeleton(word)}`].some((key) =>
        (bearers.get(key) ?? []).some((one) => one.outlet !== own && isSameWord(one.word, word)),
      );
    },
    namedIn: (text, span) => finder(text, span),
  };
}

/** By each longer word of a name, and by its sound. */
function bearersOf(outlets: readonly Outlet[]): Map<string, { outlet: Outlet; word: string }[]> {
  const bearers = new Map<string, { outlet: Outlet; word: string }[]>();
  for (const outlet of outlets)
    for (const word of outlet.words.filter((known) => known.length >= FEWEST_LETTERS))
      for (const key of [word, `~${soundSkeleton(word)}`])
        bearers.set(key, [...(bearers.get(key) ?? []), { outlet, word }]);
  return bearers;
}

function isSameWord(known: string, word: string): boolean {
  return known === word || (soundSkeleton(word).length >= FEWEST_SOUNDS && soundsAlike(known, word));
}

function nameWords(publisher: string): string[] {
  const kept = wordsAt(publisher)
    .map(({ word }) => word)
    .filter((word) => !GENERIC.has(word));
  return kept.join('').length < 3 ? [] : kept;
}

function finderOf(outlets: readonly Outlet[]): (text: string, span: Span) => Naming[] {
  const byFirst = new Map<string, Outlet[]>();
  for (const outlet of outlets) {
    const [first] = outlet.words;
    if (first === undefined) continue;
    for (const key of [first, `~${soundSkeleton(first)}`])
      byFirst.set(key, [...(byFirst.get(key) ?? []), outlet]);
  }
  return (text, span) => {
    const spoken = wordsAt(text.slice(span.start, span.end), span.start);
    const namings: Naming[] = [];
    for (const [at, word] of spoken.entries()) {
      const candidates = [
        ...(byFirst.get(word.word) ?? []),
        ...(byFirst.get(`~${soundSkeleton(word.word)}`) ?? []),
      ];
      const outlet = candidates.find((known) => standsAt(text, spoken, at, known));
      const last = spoken[at + (outlet?.words.length ?? 0) - 1];
      if (outlet !== undefined && last !== undefined)
        namings.push({ outlet, start: word.start, end: last.end });
    }
    return namings;
  };
}

function standsAt(text: string, spoken: readonly WordAt[], at: number, outlet: Outlet): boolean {
  const isSame = outlet.words.every((word, offset) => spoken[at + offset]?.word === word);
  if (isSame) return outlet.words.length > 1 || isNameLike(text, spoken[at]);
  return (
    outlet.words.map(soundSkeleton).join('').length >= FEWEST_SOUNDS &&
    isNameLike(text, spoken[at]) &&
    outlet.words.every((word, offset) => soundsAlike(word, spoken[at + offset]?.word ?? ''))
  );
}

/** A single small word is a name only by its capital; scripts without capitals give the benefit. */
function isNameLike(text: string, word: WordAt | undefined): boolean {
  const [letter = ''] = text.slice(word?.start, word?.end);
  return letter !== letter.toLowerCase() || !isLatin(letter);
}

function soundsAlike(a: string, b: string): boolean {
  return b !== '' && isLatin(a) !== isLatin(b) && soundSkeleton(a) === soundSkeleton(b);
}
