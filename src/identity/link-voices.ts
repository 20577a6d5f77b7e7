import { nameKey } from '../statement/name-key.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf } from './frame.ts';

/**
 * Labels and initials that stand for a voice: the label of a turn is the one whom the header
 * gives it to ("D" in "D = dispatcher"), and "D.M." is the only name of its source with these
 * initials.
 */
export function linkVoices(frame: Frame): void {
  for (const source of frame.placed.keys()) {
    linkLabels(frame, source);
    linkOwnInitials(frame, source);
  }
}

function linkLabels(frame: Frame, source: string): void {
  const here = personsOf(frame, source);
  const seen = new Set<string>();
  for (const { speaker } of frame.scene?.passagesOf(source) ?? []) {
    if (speaker === null || speaker.unknown || speaker.label === speaker.name) continue;
    const [label, name] = [nameKey(speaker.label), nameKey(speaker.name)];
    if (label === name || seen.has(`${label} = ${name}`)) continue;
    seen.add(`${label} = ${name}`);
    const [one, other] = [here.get(label), here.get(name)];
    if (one !== undefined && other !== undefined)
      frame.joins.join(one, other, `“${speaker.label}” is the label of ${nameOf(other)} in that source.`);
  }
}

/** The persons whom a source names, by every name there. */
function personsOf(frame: Frame, source: string): Map<string, Bearer> {
  const here = new Map<string, Bearer>();
  for (const mention of frame.placed.get(source) ?? []) {
    const bearer = frame.bearerOf.get(mention.id);
    if (bearer !== undefined && mention.kind === 'person') here.set(nameKey(mention.name), bearer);
  }
  return here;
}

function linkOwnInitials(frame: Frame, source: string): void {
  const here = [...new Set(personsOf(frame, source).values())];
  const byInitials = new Map<string, Bearer[]>();
  for (const bearer of here)
    if (bearer.shape.parts.length > 1) addTo(byInitials, firstLetters(bearer), bearer);
  for (const short of here) {
    const letters = initialsOf(short);
    const fits = letters.length > 1 ? (byInitials.get(letters) ?? []) : [];
    const [full] = fits;
    if (full !== undefined && new Set(fits.map((one) => frame.joins.rootOf(one))).size === 1)
      frame.joins.join(
        short,
        full,
        `“${nameOf(short)}” are the initials of ${nameOf(full)}, of nobody else in that source.`,
      );
  }
}

function firstLetters({ shape }: Bearer): string {
  return shape.parts.map((part) => (part.is === 'word' ? (part.key[0] ?? '') : '_')).join('');
}

/** The letters of a name of nothing but initials; empty for any other. */
export function initialsOf({ shape }: Bearer): string {
  return shape.parts.every((part) => part.is === 'initial')
    ? shape.parts.map((part) => part.key).join('')
    : '';
}

/** Whether a speaker's label leaves open who speaks: a letter, a code, initials, a word for a function. */
export function isNamelessVoice({ shape, mentions, unknown }: Bearer): boolean {
  if (unknown) return false;
  const [{ name = '' } = {}] = mentions;
  if (!/\p{Lu}\p{Ll}|\p{Lu}{3}|\p{Script=Arabic}{3}/u.test(name)) return true;
  return shape.parts.some((part) => /\d/.test(part.key)) && shape.parts.length < 3;
}

/** Whether a name of one word can be the name of initials: "Irena" of "I.V.". */
export function fitsInitials(voice: Bearer, named: Bearer): boolean {
  const letters = initialsOf(voice);
  const words = named.shape.parts.filter((part) => part.is === 'word').map((part) => part.key[0] ?? '');
  return letters.length > 0 && words.length > 0 && words.every((letter) => letters.includes(letter));
}

/**
 * After the voices were given their names: initials and one name that goes with them
 * ("I.V." and "Irena") are the one full name of the case that has both.
 */
export function linkInitialsWithName(frame: Frame): void {
  const full = frame.bearers.filter(({ kind, shape }) => kind === 'person' && shape.parts.length > 1);
  const byInitials = new Map<string, Bearer[]>();
  for (const bearer of full) addTo(byInitials, firstLetters(bearer), bearer);
  for (const voice of frame.bearers) {
    const fits = byInitials.get(initialsOf(voice)) ?? [];
    if (fits.length === 0 || initialsOf(voice).length < 2) continue;
    const words = new Set(
      frame.joins
        .membersOf(voice)
        .flatMap(({ shape }) => shape.parts.filter(({ is }) => is === 'word'))
        .map(({ key }) => key),
    );
    const both = fits.filter(({ shape }) => shape.parts.some(({ key }) => words.has(key)));
    const [only] = both;
    if (only !== undefined && new Set(both.map((one) => frame.joins.rootOf(one))).size === 1)
      frame.joins.join(
        voice,
        only,
        `“${nameOf(voice)}” is also called by a part of “${nameOf(only)}”, and the initials fit nobody else.`,
      );
  }
}
