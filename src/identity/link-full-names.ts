import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf, standTogether } from './frame.ts';
import { linkLonger } from './link-longer.ts';
import { blocksOfPart, togetherOf } from './name-blocks.ts';
import { endsLikeFamily } from './name-forms.ts';
import { initialsFit, partsSoundAlike } from './parse-name.ts';
import { sharedNames } from './shared-names.ts';
import { sharesTitle } from './shares-title.ts';

/** Names that share the sound of one part and are compared with one another, at most. */
const MOST_IN_BLOCK = 400;

/**
 * Joins full names (two parts and more) that are one by order, sound or initials, and proposes
 * those that may be. Names are compared only where they share the sound of their rarest part.
 */
export function linkFullNames(frame: Frame): void {
  const full = frame.bearers.filter(
    (bearer) => bearer.scope === null && bearer.kind !== 'phone' && bearer.shape.parts.length > 1,
  );
  joinSameSound(frame, full);
  joinWrittenTogether(frame, full);
  const persons = full.filter((bearer) => bearer.kind === 'person');
  linkReversed(frame, persons);
  linkInitials(frame, persons);
  linkLonger(frame, persons);
}

function joinSameSound(frame: Frame, full: readonly Bearer[]): void {
  const blocks = soundBlocks(full);
  for (const bearer of full) {
    for (const other of rarestBlock(blocks, bearer)) {
      if (other.address <= bearer.address || other.shape.parts.length !== bearer.shape.parts.length) continue;
      if (!samePartsBySound(bearer, other)) continue;
      frame.joins.join(
        bearer,
        other,
        `“${nameOf(bearer)}” and “${nameOf(other)}” have the same parts in the same order, each with the same sound.`,
      );
    }
  }
}

/** All parts sound alike, and at least two of them are words. */
function samePartsBySound(a: Bearer, b: Bearer): boolean {
  const words = a.shape.parts.filter((part) => part.is !== 'initial' && part.is !== 'number');
  return (
    words.length > 1 &&
    a.shape.parts.every((part, at) => {
      const other = b.shape.parts[at];
      return other !== undefined && partsSoundAlike(part, other);
    })
  );
}

/** The bearers that have a part of a sound, by skeleton. */
export function soundBlocks(bearers: readonly Bearer[]): Map<string, Bearer[]> {
  const blocks = new Map<string, Bearer[]>();
  for (const bearer of bearers) {
    for (const block of new Set(bearer.shape.parts.flatMap(blocksOfPart))) addTo(blocks, block, bearer);
  }
  return blocks;
}

function rarestBlock(blocks: ReadonlyMap<string, Bearer[]>, bearer: Bearer): Bearer[] {
  let rarest: Bearer[] | null = null;
  for (const part of bearer.shape.parts) {
    const names = blocksOfPart(part);
    if (names.length === 0) continue;
    const block = [...new Set(names.flatMap((name) => blocks.get(name) ?? []))];
    if (rarest === null || block.length < rarest.length) rarest = block;
  }
  return (rarest ?? []).slice(0, MOST_IN_BLOCK);
}

/** "PolPot" for "Pol Pot", "Good Will" for "Goodwill": as many letters in two words say more than in one. */
const LEAST_LETTERS = 6;

function joinWrittenTogether(frame: Frame, full: readonly Bearer[]): void {
  const byLetters = new Map<string, Bearer[]>();
  for (const bearer of full) {
    const letters = togetherOf(bearer.shape.parts);
    if (letters.length >= LEAST_LETTERS) addTo(byLetters, `${bearer.kind} ${letters}`, bearer);
  }
  for (const bearer of frame.bearers) {
    if (bearer.shape.parts.length !== 1 || bearer.unknown || bearer.kind === 'phone') continue;
    const [spaced, ...others] = byLetters.get(`${bearer.kind} ${bearer.key}`) ?? [];
    if (spaced !== undefined && others.length === 0)
      frame.joins.join(bearer, spaced, `“${nameOf(bearer)}” is “${nameOf(spaced)}” without the space.`);
  }
}

// ---------- order ----------

function linkReversed(frame: Frame, persons: readonly Bearer[]): void {
  const byParts = new Map<string, Bearer[]>();
  for (const bearer of persons) {
    const sorted = bearer.shape.parts
      .map((part) => part.key)
      .sort()
      .join(' ');
    addTo(byParts, sorted, bearer);
  }
  for (const [one, other, ...rest] of byParts.values()) {
    if (one === undefined || other === undefined || rest.length > 0) continue;
    linkOrder(frame, one, other);
  }
}

function linkOrder(frame: Frame, one: Bearer, other: Bearer): void {
  // A writer who has both orders in one document means two people.
  if (standTogether(one, other)) frame.joins.bar(one, other);
  else if (familyIsPlain(one) || familyIsPlain(other))
    frame.joins.join(
      one,
      other,
      `“${nameOf(one)}” is “${nameOf(other)}” with the family name in another place.`,
    );
  else
    frame.proposals.push({
      a: one,
      b: other,
      chance: 0.55,
      reason: 'the same words in another order',
      at: null,
    });
}

/** Whether the writing or an ending shows which part is the family name. */
function familyIsPlain({ shape }: Bearer): boolean {
  const [first] = shape.parts;
  const last = shape.parts.at(-1);
  const initials = shape.parts.some((part) => part.is === 'initial');
  const ends = endsLikeFamily(first?.key ?? '') !== endsLikeFamily(last?.key ?? '');
  return shape.familyFirst || initials || ends || shape.parts.some((part) => part.family);
}

// ---------- initials and longer names ----------

function linkInitials(frame: Frame, persons: readonly Bearer[]): void {
  const byLast = new Map<string, Bearer[]>();
  for (const bearer of persons) {
    const last = bearer.shape.parts.at(-1);
    if (last?.is === 'word') addTo(byLast, last.key, bearer);
  }
  const circle = sharedNames(frame);
  for (const short of persons) {
    const [first] = short.shape.parts;
    const last = short.shape.parts.at(-1);
    if (first?.is !== 'initial' || last?.is !== 'word') continue;
    const fits = (byLast.get(last.key) ?? []).filter((full) => initialsFit(short.shape, full.shape));
    const roots = [...new Set(fits.map((full) => frame.joins.rootOf(full)))];
    const [full] = fits;
    if (full === undefined || roots.length !== 1) continue;
    const near = standTogether(short, full) || sharesTitle(short, full) || circle(short, full);
    if (near)
      frame.joins.join(
        short,
        full,
        `“${nameOf(short)}” fits “${nameOf(full)}”, and nobody else of that name here.`,
      );
    else
      frame.proposals.push({
        a: short,
        b: full,
        chance: 0.6,
        reason: 'the initial and the family name fit',
        at: null,
      });
  }
}
