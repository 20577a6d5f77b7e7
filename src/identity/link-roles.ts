import { nameKey } from '../statement/name-key.ts';
import type { Section } from '../statement/source.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf, type PlacedMention } from './frame.ts';
import { ARTICLES, isTitle, titleOf } from './name-forms.ts';

const APPOSED_BEFORE = /^(?:\s(?:of|for|at|in|de|del|du|da|do)\s[^.,;:\n"“]{2,60},\s|,?\s{0,2})["“]?$/u;
/** ", director of": a title after the name, without its article. */
const TITLE_AFTER = /^,\s(\p{Ll}[\p{L}-]+)(?:\s\p{Ll}+)?\s(?:of|for|at|de|del|du|da|do)\s/u;
const APPOSED_AFTER = /^,\s$/u;
const OWN = /^(?:his|her|their|my|your|our|its|no|another|other|onun)\b/iu;

/**
 * Within one source, joins a role to the person who is named with it ("spokesman Ali Kaya", "Ali
 * Kaya, a spokesman"), and later "the spokesman" to him, where only one there has that role.
 */
export function linkRoles(frame: Frame): void {
  for (const [source, mentions] of frame.placed) linkRolesIn(frame, source, mentions);
}

function linkRolesIn(frame: Frame, source: string, mentions: readonly PlacedMention[]): void {
  const text = frame.scene?.textOf(source) ?? '';
  const holders = new Map<string, Set<Bearer>>();
  const hold = (role: string, holder: Bearer) =>
    holders.set(role, (holders.get(role) ?? new Set()).add(frame.joins.rootOf(holder)));
  for (const [role, holder] of partyRoles(frame, source)) hold(role, holder);
  const apposed: [Bearer, Bearer][] = [];
  for (const [at, mention] of mentions.entries()) {
    const bearer = frame.bearerOf.get(mention.id);
    if (bearer === undefined) continue;
    if (mention.kind === 'person' && mention.title !== null) hold(roleOf(mention.title), bearer);
    const after = TITLE_AFTER.exec(text.slice(mention.span.end, mention.span.end + 60))?.[1];
    if (mention.kind === 'person' && after !== undefined && isTitle(after)) {
      hold(roleOf(after), bearer);
      bearer.titles.add(nameKey(after));
    }
    const pair = appositionAt(frame, text, mentions, at);
    if (pair === null) continue;
    hold(roleOf(pair.role.name), pair.person);
    apposed.push([pair.bearer, pair.person]);
  }
  for (const [role, person] of apposed) {
    if (holders.get(roleOf(role.mentions[0]?.name ?? ''))?.size === 1)
      frame.joins.join(role, person, `“${nameOf(role)}” stands beside ${nameOf(person)}.`);
  }
  linkDefinite(frame, mentions, holders);
}

const NO_ROLE = new Set(
  'caller called target sender recipient witness speaker user subscriber interviewer from to cc arayan aranan'.split(
    ' ',
  ),
);

/** Roles that a header gives its parties: "D = dispatcher (Jonas)". */
function partyRoles(frame: Frame, source: string): [string, Bearer][] {
  const roles: [string, Bearer][] = [];
  for (const section of sectionsOf(frame, source)) {
    for (const { name, role } of section.parties) {
      const word = roleOf((role ?? '').split(/[,(;]/u)[0] ?? '');
      if (name === null || word === '' || NO_ROLE.has(word)) continue;
      const mention = frame.placed.get(source)?.find((one) => one.kind === 'person' && one.name === name);
      const bearer = mention === undefined ? undefined : frame.bearerOf.get(mention.id);
      if (bearer !== undefined) roles.push([word, bearer]);
    }
  }
  return roles;
}

const sectionsByFrame = new WeakMap<Frame, Map<string, Section[]>>();

function sectionsOf(frame: Frame, source: string): readonly Section[] {
  const known = sectionsByFrame.get(frame) ?? new Map<string, Section[]>();
  if (!sectionsByFrame.has(frame)) {
    for (const section of frame.scene?.sections ?? []) addTo(known, section.source, section);
    sectionsByFrame.set(frame, known);
  }
  return known.get(source) ?? [];
}

interface Apposition {
  readonly role: PlacedMention;
  readonly bearer: Bearer;
  readonly person: Bearer;
}

function appositionAt(
  frame: Frame,
  text: string,
  mentions: readonly PlacedMention[],
  at: number,
): Apposition | null {
  const [one, next] = [mentions[at], mentions[at + 1]];
  if (one === undefined || next === undefined) return null;
  const gap = text.slice(one.span.end, next.span.start);
  const [role, person] = one.kind === 'role' ? [one, next] : [next, one];
  if (role.kind !== 'role' || person.kind !== 'person' || OWN.test(role.name)) return null;
  if (!(one === role ? APPOSED_BEFORE : APPOSED_AFTER).test(gap)) return null;
  // "the driver, Ali and the guard" counts people up; an apposition after a name ends in a mark.
  if (
    one !== role &&
    !/^(?:\s(?:of|for|with|at|in|from|who)\s|[,.;)])/u.test(text.slice(role.span.end, role.span.end + 6))
  )
    return null;
  const [bearer, holder] = [frame.bearerOf.get(role.id), frame.bearerOf.get(person.id)];
  return bearer === undefined || holder === undefined || holder.unknown
    ? null
    : { role, bearer, person: holder };
}

/** "the spokesman" after the one spokesman was named. */
function linkDefinite(
  frame: Frame,
  mentions: readonly PlacedMention[],
  holders: ReadonlyMap<string, ReadonlySet<Bearer>>,
): void {
  const named = new Set<Bearer>();
  for (const mention of mentions) {
    const bearer = frame.bearerOf.get(mention.id);
    if (bearer === undefined) continue;
    named.add(frame.joins.rootOf(bearer));
    if (mention.kind !== 'role' || !/^the\s/iu.test(mention.name)) continue;
    const [holder, ...others] = holders.get(roleOf(mention.name)) ?? [];
    if (holder === undefined || others.length > 0 || !named.has(frame.joins.rootOf(holder))) continue;
    frame.joins.join(
      bearer,
      holder,
      `“${nameOf(bearer)}” is ${nameOf(holder)}, the only one with that role in the source.`,
    );
  }
}

/** The noun that a role comes to: `an opposition lawmaker` is `lawmaker`. */
function roleOf(role: string): string {
  const words = nameKey(role)
    .split(' ')
    .filter((word) => !ARTICLES.has(word));
  const stop = words.findIndex((word) => ['of', 'at', 'for', 'in', 'from', 'on', 'with'].includes(word));
  return titleOf((stop > 0 ? words[stop - 1] : words.at(-1)) ?? '');
}
