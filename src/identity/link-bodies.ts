import { nameKey } from '../statement/name-key.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf } from './frame.ts';
import { conceptOf } from './link-translated.ts';
import { GENERIC_PLACES, LEGAL_FORMS, STREETS } from './name-forms.ts';
import { isOneStory } from './one-story.ts';
import { partsSoundAlike } from './parse-name.ts';
import { sharedNames } from './shared-names.ts';

const BODIES = new Set(['organization', 'group']);

/** Joins bodies to their acronyms and short forms within a source, and places across scripts. */
export function linkBodies(frame: Frame): void {
  const bySource = new Map<string, Bearer[]>();
  for (const bearer of frame.bearers) {
    for (const source of bearer.sources) addTo(bySource, source, bearer);
  }
  for (const source of [...bySource.keys()].sort()) {
    const here = bySource.get(source) ?? [];
    linkAcronyms(frame, here);
    linkShortBodies(frame, here);
    linkSquares(frame, here);
  }
  // Over the case too: what fits one body of it only.
  linkAcronyms(frame, frame.bearers);
  const circle = sharedNames(frame);
  linkShortBodies(frame, frame.bearers, circle);
  if (isOneStory(frame)) {
    linkSquares(frame, frame.bearers, circle);
    linkLongerPlaces(frame, circle);
  }
  linkAcrossScripts(frame, 'place');
  linkAcrossScripts(frame, 'organization');
}

/** "World Relief Board" and "WRB" in one source, where no other body there has these initials. */
function linkAcronyms(frame: Frame, here: readonly Bearer[]): void {
  const byInitials = new Map<string, Bearer[]>();
  for (const bearer of here) {
    if (!BODIES.has(bearer.kind) || bearer.shape.parts.length < 2) continue;
    for (const initials of initialsOf(bearer)) addTo(byInitials, initials, bearer);
  }
  for (const short of here) {
    const [{ name = '' } = {}] = short.mentions;
    const letters = name.replace(/[.\s]/g, '');
    if (short.shape.parts.length !== 1 || !/^\p{Lu}{2,7}$/u.test(letters)) continue;
    const full = onlyOne(frame, byInitials.get(nameKey(letters)) ?? []);
    if (full !== null && (BODIES.has(short.kind) || letters.length > 2))
      frame.joins.join(short, full, `“${name}” are the initials of ${nameOf(full)}, of no other body here.`);
  }
}

const SMALL = new Set([
  'of',
  'the',
  'for',
  'and',
  'de',
  'la',
  'do',
  'da',
  'des',
  'du',
  've',
  'y',
  'e',
  'et',
  'on',
  'in',
]);

function initialsOf({ mentions }: Bearer): Set<string> {
  const all = new Set<string>();
  for (const { name } of mentions.slice(0, 20)) {
    const words = nameKey(name)
      .split(' ')
      .filter((word) => word !== '');
    all.add(words.map((word) => word[0]).join(''));
    all.add(
      words
        .filter((word) => !SMALL.has(word))
        .map((word) => word[0])
        .join(''),
    );
  }
  return all;
}

function onlyOne(frame: Frame, candidates: readonly Bearer[]): Bearer | null {
  const roots = new Set(candidates.map((candidate) => frame.joins.rootOf(candidate)));
  return roots.size === 1 ? (candidates[0] ?? null) : null;
}

/** "the Herald" in a source that names one body that begins or ends so: "Harbour Herald". */
function linkShortBodies(
  frame: Frame,
  here: readonly Bearer[],
  circle: ((a: Bearer, b: Bearer) => boolean) | null = null,
): void {
  const byEdge = new Map<string, Bearer[]>();
  for (const bearer of here) {
    const legal = hasLegalForm(bearer);
    if (!BODIES.has(bearer.kind) || (bearer.shape.parts.length < 2 && !legal)) continue;
    const ends = [bearer.shape.parts[0]?.key ?? '', bearer.shape.parts.at(-1)?.key ?? ''];
    const edges = new Set(bearer.shape.parts.length < 2 ? [] : ends.map(conceptOf));
    if (legal) edges.add('company');
    for (const edge of edges) addTo(byEdge, edge, bearer);
  }
  const near = (short: Bearer, full: Bearer) =>
    circle === null ? short.mentions.every(({ source }) => full.sources.has(source)) : circle(short, full);
  for (const short of here) {
    if (!BODIES.has(short.kind) || short.shape.parts.length !== 1) continue;
    const full = onlyOne(frame, byEdge.get(conceptOf(short.shape.key)) ?? []);
    const named = [...short.forms.keys()].some((form) => /^(?:\p{Lu}|the\s)/u.test(form));
    if (full !== null && named && near(short, full))
      frame.joins.join(
        short,
        full,
        `“${nameOf(short)}” stands beside ${nameOf(full)}, and no other body of that name does.`,
      );
  }
}

/** "X Ltd" is a company, be it called so or not. */
function hasLegalForm({ forms }: Bearer): boolean {
  return [...forms.keys()].some((form) => {
    const last = form.split(' ').at(-1) ?? '';
    return form.includes(' ') && /^\p{Lu}/u.test(last) && LEGAL_FORMS.has(nameKey(last).replaceAll(' ', ''));
  });
}

/** "Plaza Solano" and, in the same source, "Solano", where nothing else has that name. */
function linkSquares(
  frame: Frame,
  here: readonly Bearer[],
  circle: ((a: Bearer, b: Bearer) => boolean) | null = null,
): void {
  const streets = new Map<string, Bearer[]>();
  for (const bearer of here) {
    const words = bearer.shape.parts.map((part) => part.key);
    if (bearer.kind !== 'place' || !words.some((word) => STREETS.has(word))) continue;
    const rest = words.filter((word) => !STREETS.has(word)).join(' ');
    if (rest !== '') addTo(streets, rest, bearer);
  }
  for (const short of here) {
    if (short.kind !== 'place' || GENERIC_PLACES.has(short.key)) continue;
    const street = onlyOne(frame, streets.get(short.key) ?? []);
    if (street === null) continue;
    const beside = [...short.sources].every((source) => street.sources.has(source));
    if (beside)
      frame.joins.join(short, street, `“${nameOf(short)}” stands only where “${nameOf(street)}” does.`);
    else if (circle?.(short, street) === true)
      frame.joins.join(
        short,
        street,
        `Nothing else in the case is called “${nameOf(short)}” than “${nameOf(street)}”, and both are named beside the same others.`,
      );
  }
}

/** "San Telmo" and "San Telmo de Orlen", where nothing else begins so. */
function linkLongerPlaces(frame: Frame, circle: (a: Bearer, b: Bearer) => boolean): void {
  const places = frame.bearers.filter(({ kind, shape }) => kind === 'place' && shape.parts.length > 1);
  for (const short of places) {
    const longer = places.filter(
      ({ key, forms }) =>
        key.startsWith(`${short.key} `) &&
        [...forms.keys()].some((form) => / (?:de|del|di|da|do|of) \p{Lu}/u.test(form)),
    );
    const long = onlyOne(frame, longer);
    if (long !== null && circle(short, long))
      frame.joins.join(
        short,
        long,
        `“${nameOf(long)}” is “${nameOf(short)}” with a name more, and nothing else in the case begins so.`,
      );
  }
}

/** A town or a body in Arabic or Cyrillic and in Latin letters, where only one of each sounds so. */
function linkAcrossScripts(frame: Frame, sought: Bearer['kind']): void {
  const places = frame.bearers.filter(({ kind, shape }) => kind === sought && shape.parts.length === 1);
  const foreign = places.filter(({ key }) => !/^[\p{Script=Latin}\s]+$/u.test(key));
  const latin = places.filter(({ key }) => /^\p{Script=Latin}{4,}$/u.test(key));
  for (const place of foreign) {
    const [part] = place.shape.parts;
    const alike = latin.filter((other) =>
      other.shape.parts.some((word) => part !== undefined && partsSoundAlike(part, word)),
    );
    const [only] = alike;
    if (only !== undefined && alike.length === 1)
      frame.joins.join(place, only, `“${nameOf(place)}” and “${nameOf(only)}” sound alike in two scripts.`);
  }
}
