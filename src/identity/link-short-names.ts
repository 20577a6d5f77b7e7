import { nameKey } from '../statement/name-key.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf } from './frame.ts';
import { COMMON_GIVEN_NAMES, WOMEN } from './name-forms.ts';
import { isOneStory } from './one-story.ts';
import { sharedNames } from './shared-names.ts';
import { sharesTitle } from './shares-title.ts';

/**
 * Joins names of one word to the only full name that has that word: in the same source always,
 * in another source only by family name, where nobody else in the case has it and a title or
 * third names are shared. What is left of one spelling is joined over the case.
 */
export function linkShortNames(frame: Frame): void {
  const persons = frame.bearers.filter((bearer) => bearer.kind === 'person' && !bearer.unknown);
  const byPart = fullNamesByPart(persons);
  const circle = sharedNames(frame);
  const attached = new Map<string, Set<Bearer>>();
  const rest: Bearer[] = [];
  for (const short of persons) {
    if (short.scope === null || short.shape.parts.length !== 1) continue;
    const full = fullNameFor(frame, short, byPart.get(short.key) ?? [], circle);
    if (full === null || !frame.joins.join(short, full.bearer, full.reason)) rest.push(short);
    else attached.set(short.key, (attached.get(short.key) ?? new Set()).add(frame.joins.rootOf(full.bearer)));
  }
  joinSameSpelling(frame, rest, attached);
}

/** Full names by each word in them. */
function fullNamesByPart(persons: readonly Bearer[]): Map<string, Bearer[]> {
  const byPart = new Map<string, Bearer[]>();
  for (const bearer of persons) {
    if (bearer.shape.parts.length < 2) continue;
    for (const part of bearer.shape.parts) {
      if (part.is === 'word') addTo(byPart, part.key, bearer);
    }
  }
  return byPart;
}

interface Full {
  readonly bearer: Bearer;
  readonly reason: string;
}

function fullNameFor(
  frame: Frame,
  short: Bearer,
  candidates: readonly Bearer[],
  circle: (a: Bearer, b: Bearer) => boolean,
): Full | null {
  const source = short.scope ?? '';
  const fits = candidates.filter((full) => !isAnotherWoman(short, full));
  const here = onlyCluster(
    frame,
    fits.filter((full) => full.sources.has(source)),
  );
  if (here !== null)
    return {
      bearer: here,
      reason: `“${nameOf(short)}” stands in sources that name ${nameOf(here)} in full, and nobody else of that name.`,
    };
  if (candidates.some((full) => full.sources.has(source))) return null;
  const there = onlyCluster(frame, fits);
  if (there === null) return null;
  const isFamily = fits.some(({ shape }) => shape.parts.at(-1)?.key === short.key);
  const near = isFamily && fits.some((full) => sharesTitle(short, full));
  if (!near && !(isFamily || isRare(frame, short.key))) return null;
  if (!near && !circle(short, there)) return null;
  return {
    bearer: there,
    reason: `“${nameOf(short)}” is ${isFamily ? 'the family' : 'a rare given'} name of ${nameOf(there)}, of nobody else in the case, and both are named beside the same others.`,
  };
}

/** In one story a given name that is not common tells who is meant. */
function isRare(frame: Frame, given: string): boolean {
  return isOneStory(frame) && given.length > 3 && !COMMON_GIVEN_NAMES.has(given);
}

/** "Mrs Marlo" is not Jonas Marlo: a woman's title on a family name that a man bears. */
function isAnotherWoman(short: Bearer, full: Bearer): boolean {
  if (full.shape.parts[0]?.key === short.key || !hasWomansTitle(short)) return false;
  return !hasWomansTitle(full) && !/[aeiy]$/.test(full.shape.parts[0]?.key ?? '');
}

function hasWomansTitle({ forms, titles }: Bearer): boolean {
  const words = [...forms.keys(), ...titles].flatMap((form) => nameKey(form).split(' '));
  return words.some((word) => WOMEN.has(word));
}

function onlyCluster(frame: Frame, candidates: readonly Bearer[]): Bearer | null {
  const roots = new Set(candidates.map((full) => frame.joins.rootOf(full)));
  return roots.size === 1 ? (candidates[0] ?? null) : null;
}

/** One word in several sources: one bearer, unless some of them were found to be a fuller name's. */
function joinSameSpelling(
  frame: Frame,
  rest: readonly Bearer[],
  attached: ReadonlyMap<string, ReadonlySet<Bearer>>,
): void {
  const first = new Map<string, Bearer>();
  for (const short of rest) {
    // A speaker's letter or a bare number is a label of one document.
    if (short.key.length < 3 || attached.has(short.key)) continue;
    const other = first.get(short.key);
    if (other === undefined) first.set(short.key, short);
    else frame.joins.join(other, short, 'The spellings differ in case, accents, title or length only.');
  }
}
