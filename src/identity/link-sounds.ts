import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { compareNames } from './compare-names.ts';
import { type Frame, nameOf, standTogether } from './frame.ts';
import { soundBlocks } from './link-full-names.ts';
import { blocksOfName, blocksOfPart, holesOfWord } from './name-blocks.ts';
import { ARTICLES } from './name-forms.ts';
import { isOneStory } from './one-story.ts';
import { heardWord, partsSoundAlike } from './parse-name.ts';
import { sharedNames } from './shared-names.ts';

/** A sound that so many clusters share is too common to tell anything. */
const MOST_ALIKE = 6;

/** In more sources than these, names of one script that merely look or sound alike are mostly two people's. */
const ONE_STORY_SOURCES = 20;

/**
 * Proposes names of one part that sound alike and are written otherwise, and full names of which
 * one part is the same and the other is a letter off. Nothing is joined here.
 */
export function linkSounds(frame: Frame): void {
  const persons = frame.bearers.filter((bearer) => bearer.kind === 'person' && !bearer.unknown);
  const blocks = soundBlocks(persons);
  const singles = persons.filter(({ shape, key }) => shape.parts.length === 1 && key.length > 2);
  for (const bearer of singles) proposeSingle(frame, bearer, blocks);
  proposeKunyas(frame, singles);
  proposeInitials(frame, persons);
  if (frame.placed.size > ONE_STORY_SOURCES) return;
  proposeVessels(frame);
  proposeBodies(frame);
  proposeMisspelled(
    frame,
    persons.filter(({ shape }) => shape.parts.length > 1),
  );
}

function proposeSingle(frame: Frame, bearer: Bearer, blocks: ReadonlyMap<string, Bearer[]>): void {
  const [part] = bearer.shape.parts;
  if (part === undefined || blocksOfPart(part).every((block) => block.replaceAll('a', '').length < 3)) return;
  const block = new Set(blocksOfPart(part).flatMap((name) => (blocks.get(name) ?? []).slice(0, 200)));
  const alike = [...block].filter((other) => soundsLike(bearer, other) && !frame.joins.barred(bearer, other));
  const clusters = new Set(alike.map((other) => frame.joins.rootOf(other)));
  clusters.delete(frame.joins.rootOf(bearer));
  if (clusters.size === 0 || clusters.size > MOST_ALIKE) return;
  for (const other of alike) {
    if (other.address <= bearer.address && other.shape.parts.length === 1) continue;
    if (frame.joins.rootOf(other) === frame.joins.rootOf(bearer)) continue;
    const kunya = part.is !== 'word';
    // One writer who spells two names apart means two people, unless he writes two scripts.
    if (standTogether(bearer, other) && !kunya && scriptOf(bearer.key) === scriptOf(other.key)) continue;
    const oneScript = scriptOf(bearer.key) === scriptOf(other.key);
    if (oneScript && !kunya && frame.placed.size > ONE_STORY_SOURCES) continue;
    const scripts = oneScript ? ', spelled otherwise' : ' in two scripts';
    const chance = kunya ? 0.75 : other.shape.parts.length === 1 ? 0.65 : 0.6;
    frame.proposals.push({ a: bearer, b: other, chance, reason: `the same sound${scripts}`, at: null });
  }
}

/** The whole of a short name sounds like the whole or the family name of the other, and is spelled otherwise. */
function soundsLike(bearer: Bearer, other: Bearer): boolean {
  const [part] = bearer.shape.parts;
  const last = other.shape.parts.at(-1);
  if (part === undefined || last === undefined || part.key === last.key) return false;
  return partsSoundAlike(part, last);
}

export function scriptOf(key: string): string {
  if (/\p{Script=Arabic}/u.test(key)) return 'Arabic';
  return /\p{Script=Cyrillic}/u.test(key) ? 'Cyrillic' : 'Latin';
}

/** Kunyas a letter apart, and the word of a kunya that stands alone: "Abu Tarik", "Abou Tarek", "Tarik". */
function proposeKunyas(frame: Frame, singles: readonly Bearer[]): void {
  const byWord = new Map<string, Bearer[]>();
  const byHole = new Map<string, Bearer[]>();
  const kunyas = singles.filter(({ shape }) => shape.parts[0]?.is === 'kunya');
  for (const bearer of kunyas) {
    const word = bearer.shape.parts.map(heardWord).join('');
    addTo(byWord, word, bearer);
    for (const hole of word.length < 5 ? [] : holesOfWord(word)) addTo(byHole, hole, bearer);
  }
  for (const bearer of singles) {
    const [kunya] = byWord.get(bearer.key) ?? [];
    if (kunya !== undefined && bearer.shape.parts[0]?.is === 'word' && bearer.key.length > 4)
      proposeOnce(frame, bearer, kunya, 0.6, 'the one is the name in the kunya of the other');
  }
  for (const near of byHole.values()) {
    const [one, ...others] = [...new Set(near)];
    if (one === undefined || others.length > 3) continue;
    for (const other of others) proposeOnce(frame, one, other, 0.55, 'kunyas one letter apart');
  }
}

/** "B.K.", where one full name of the case has these initials, and no other. */
function proposeInitials(frame: Frame, persons: readonly Bearer[]): void {
  const byInitials = new Map<string, Bearer[]>();
  for (const bearer of persons) {
    if (bearer.shape.parts.length < 2 || bearer.shape.parts.some(({ is }) => is === 'kunya')) continue;
    const initials = bearer.shape.parts.map((part) => part.key[0] ?? '').join('');
    addTo(byInitials, initials, bearer);
  }
  const circle = sharedNames(frame);
  for (const short of persons) {
    const [part] = short.shape.parts;
    if (short.shape.parts.length !== 1 || part?.is !== 'initial' || part.key.length < 2) continue;
    const [full, ...others] = byInitials.get(part.key) ?? [];
    if (full === undefined || others.length > 0) continue;
    // Three letters fit by chance in one pair of some hundreds.
    const near = part.key.length > 2 && isOneStory(frame) && circle(short, full);
    const [chance, reason] = [near ? 0.85 : 0.55, 'the initials fit, and nobody else’s do'];
    proposeOnce(frame, short, full, chance, reason);
    if (!near) continue;
    const joined = frame.joins.join(
      short,
      full,
      `“${nameOf(short)}” are the initials of ${nameOf(full)}, of nobody else in the case, and both are named beside the same others.`,
    );
    // Worked out and not read: it is told all the same.
    if (joined) frame.proposals.push({ a: short, b: full, chance, reason, at: null, joined });
  }
}

function proposeOnce(frame: Frame, a: Bearer, b: Bearer, chance: number, reason: string): void {
  if (frame.joins.rootOf(a) === frame.joins.rootOf(b) || frame.joins.barred(a, b)) return;
  const known = frame.proposals.some((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  if (!known) frame.proposals.push({ a, b, chance, reason, at: null });
}

/** Ships whose first words sound alike in two scripts: "Zumra K" and "زمرة كي". */
function proposeVessels(frame: Frame): void {
  const vessels = frame.bearers.filter(({ kind }) => kind === 'vehicle').slice(0, 100);
  for (const [at, one] of vessels.entries())
    for (const other of vessels.slice(at + 1)) {
      const [a, b] = [one.shape.parts[0], other.shape.parts[0]];
      if (a === undefined || b === undefined || scriptOf(a.key) === scriptOf(b.key)) continue;
      if (a.key.length > 3 && partsSoundAlike(a, b))
        proposeOnce(frame, one, other, 0.6, 'the same sound in two scripts');
    }
}

/** Sure enough of two names of bodies that are a letter or two apart. */
const LEAST_ALIKE = 0.75;
/** A key that so many bodies are filed under tells nothing. */
const MOST_FILED = 4;

/** Bodies a letter or two apart, never in one source: "Noor Shipping", "Nour Shiping". */
function proposeBodies(frame: Frame): void {
  const filed = new Map<string, Bearer[]>();
  for (const bearer of frame.bearers) {
    if (bearer.kind !== 'organization' || bearer.key.length < 6 || isDescription(nameOf(bearer))) continue;
    for (const block of blocksOfName(bearer.shape)) addTo(filed, block, bearer);
  }
  for (const near of filed.values()) {
    if (near.length > MOST_FILED) continue;
    for (const [at, one] of near.entries())
      for (const other of near.slice(at + 1)) {
        if (standTogether(one, other) || !isMisspelled(one, other)) continue;
        proposeOnce(frame, one, other, 0.6, 'a letter or two apart');
      }
  }
}

/** "the gendarmerie", "Directorate": a word for what it is, and no name of its own. */
function isDescription(name: string): boolean {
  const [first = '', ...rest] = name.split(' ');
  return ARTICLES.has(first.toLowerCase()) || !/^\p{Lu}/u.test(first) || rest.length === 0;
}

function isMisspelled(a: Bearer, b: Bearer): boolean {
  if (a.shape.parts.length !== b.shape.parts.length) return false;
  const unlike = a.shape.parts.filter((part, at) => part.key !== b.shape.parts[at]?.key);
  // A short word a letter off is another word.
  if (unlike.some((part) => part.is !== 'word' || part.key.length < 6)) return false;
  return compareNames(nameOf(a), nameOf(b), 'organization').probability >= LEAST_ALIKE;
}

/** Two full names, one part the same, the other one letter off, never in one source. */
function proposeMisspelled(frame: Frame, full: readonly Bearer[]): void {
  const byHole = new Map<string, Bearer[]>();
  for (const bearer of full) {
    if (bearer.shape.parts.length !== 2) continue;
    for (const hole of holesOf(bearer)) addTo(byHole, hole, bearer);
  }
  const proposed = new Set<string>();
  for (const [one, other, ...rest] of byHole.values()) {
    if (one === undefined || other === undefined || rest.length > 2 || one === other) continue;
    const pair = [one.address, other.address].sort().join('\u0001');
    if (proposed.has(pair) || standTogether(one, other) || differInGender(one, other)) continue;
    if (frame.joins.rootOf(one) === frame.joins.rootOf(other)) continue;
    proposed.add(pair);
    const { probability } = compareNames(nameOf(one), nameOf(other), 'person');
    frame.proposals.push({ a: one, b: other, chance: probability, reason: 'one letter apart', at: null });
  }
}

/** A last a or e tells a woman's name from a man's in many languages. */
function differInGender(a: Bearer, b: Bearer): boolean {
  return a.shape.parts.some((part, at) => {
    const other = b.shape.parts[at]?.key ?? '';
    return [`${part.key}a`, `${part.key}e`].includes(other) || [`${other}a`, `${other}e`].includes(part.key);
  });
}

/** The name with each one letter of each longer part taken out: names a letter apart share one. */
function* holesOf({ shape }: Bearer): Generator<string> {
  for (const [at, part] of shape.parts.entries()) {
    if (part.is !== 'word' || part.key.length < 5 || part.key.length > 24) continue;
    const others = shape.parts.map((other, index) => (index === at ? '_' : other.key)).join(' ');
    for (const hole of holesOfWord(part.key, 1)) yield `${others}:${hole}`;
  }
}
