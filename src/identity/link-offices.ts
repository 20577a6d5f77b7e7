import { nameKey } from '../statement/name-key.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf, standTogether } from './frame.ts';
import { ARTICLES, OFFICES, titleOf } from './name-forms.ts';
import { isOneStory } from './one-story.ts';
import { sharedNames } from './shared-names.ts';

/**
 * In one story, "the director" is the only one of the case who is called director, and "the
 * captain" of one source "القبطان" of another, where the same others are named beside both.
 * Only offices that one person holds at a time, and only where no words narrow them.
 */
export function linkOffices(frame: Frame): void {
  if (!isOneStory(frame)) return;
  const holders = new Map<string, Set<Bearer>>();
  const open = new Map<string, Bearer[]>();
  for (const bearer of frame.bearers) {
    for (const office of officesOf(frame, bearer))
      holders.set(office, (holders.get(office) ?? new Set()).add(frame.joins.rootOf(bearer)));
    const alone =
      bearer.kind === 'role' && frame.joins.membersOf(bearer).every(({ kind }) => kind === 'role');
    const office = alone ? plainOffice(nameOf(bearer)) : null;
    if (office !== null) addTo(open, office, bearer);
  }
  const circle = sharedNames(frame);
  for (const [office, roles] of open) {
    const [holder, ...rivals] = holders.get(office) ?? [];
    if (rivals.length > 0) continue;
    const one = holder ?? roles[0];
    for (const role of roles) {
      if (one === undefined || role === one || !(standTogether(role, one) || circle(role, one))) continue;
      const other = nameOf(frame.joins.membersOf(one).find(({ kind }) => kind === 'person') ?? one);
      frame.joins.join(
        one,
        role,
        `“${nameOf(role)}” and “${other}” hold one office, nobody else in the case does, and both are named beside the same others.`,
      );
    }
  }
}

/** The offices that a person is said to hold: by a title, or by a role that was joined to the name. */
function officesOf(frame: Frame, bearer: Bearer): string[] {
  if (bearer.kind === 'person') return [...bearer.titles].flatMap((title) => title.split(' ').map(titleOf));
  const named = bearer.kind === 'role' && frame.joins.membersOf(bearer).some(({ kind }) => kind === 'person');
  return named ? nameKey(nameOf(bearer)).split(' ').map(titleOf) : [];
}

/** The office of an article and one word: "the director", "القبطان"; null of anything longer or other. */
function plainOffice(role: string): string | null {
  const words = nameKey(role).split(' ');
  const definite =
    words.length === 2 &&
    ARTICLES.has(words[0] ?? '') &&
    !/^(?:an?|une?|una|uma?|ein|eine)$/.test(words[0] ?? '');
  const office = definite || role.startsWith('ال') ? titleOf(words.at(-1) ?? '') : '';
  return OFFICES.has(office) ? office : null;
}
