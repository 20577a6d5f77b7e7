import { idOf } from '../statement/id.ts';
import type { Identity, Mention, MentionKind } from '../statement/statement.ts';
import { nameKey } from './name-key.ts';

/** What a mention needs to tell of itself here. */
export type NamedMention = Pick<Mention, 'id' | 'source' | 'kind' | 'name' | 'title'>;

interface Group {
  readonly key: string;
  /** The source that the name is bound to, or null where it holds over the whole case. */
  readonly scope: string | null;
  readonly mentions: NamedMention[];
  readonly reasons: string[];
}

/**
 * Groups mentions into identities, joining only what is beyond doubt: one spelling (letters
 * folded) is one identity; a part of a name ("Odin") joins the only full name in its own
 * source that ends in it ("Karel Odin"). Roles and unknown voices ("the sergeant") hold
 * within their source alone. The order of the mentions does not change the result.
 */
export function identify(mentions: readonly NamedMention[]): Identity[] {
  const groups = joinShortNames(groupByKey(mentions));
  return groups
    .map(identityOf)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

function groupByKey(mentions: readonly NamedMention[]): Group[] {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const key = nameKey(mention.name);
    if (key === '') continue;
    const scope = holdsInSourceOnly(mention) ? mention.source : null;
    const address = `${scope ?? ''}\u0000${key}`;
    const group = groups.get(address) ?? { key, scope, mentions: [], reasons: [] };
    group.mentions.push(mention);
    groups.set(address, group);
  }
  return [...groups.values()];
}

function holdsInSourceOnly(mention: NamedMention): boolean {
  return mention.kind === 'role' || /^(unknown|unidentified|the|a|an)\s/iu.test(mention.name);
}

/** "Odin" joins "Karel Odin" where each source that has the short form has that one full name only. */
function joinShortNames(groups: readonly Group[]): Group[] {
  const persons = groups.filter((group) => group.scope === null && kindOf(group) === 'person');
  const fullByLast = new Map<string, Group[]>();
  for (const group of persons) {
    const words = group.key.split(' ');
    if (words.length < 2) continue;
    const last = words.at(-1) ?? '';
    fullByLast.set(last, [...(fullByLast.get(last) ?? []), group]);
  }
  const joined = new Set<Group>();
  for (const group of persons) {
    if (group.key.includes(' ')) continue;
    const full = onlyFullName(group, fullByLast.get(group.key) ?? []);
    if (full === null) continue;
    full.mentions.push(...group.mentions);
    full.reasons.push(
      `“${group.mentions[0]?.name}” stands in sources that name ${full.mentions[0]?.name} in full, and nobody else of that name.`,
    );
    joined.add(group);
  }
  return groups.filter((group) => !joined.has(group));
}

function onlyFullName(short: Group, candidates: readonly Group[]): Group | null {
  const [full] = candidates;
  if (candidates.length !== 1 || full === undefined) return null;
  const sourcesOfFull = new Set(full.mentions.map((mention) => mention.source));
  return short.mentions.every((mention) => sourcesOfFull.has(mention.source)) ? full : null;
}

function kindOf(group: Group): MentionKind {
  const counts = new Map<MentionKind, number>();
  for (const mention of group.mentions) counts.set(mention.kind, (counts.get(mention.kind) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? 'person';
}

function identityOf(group: Group): Identity {
  const spellings = spellingsOf(group);
  const kind = kindOf(group);
  return {
    id: idOf('ide', group.scope, group.key, kind),
    kind,
    name: mainSpelling(spellings, group),
    spellings,
    status: 'accepted',
    mentions: group.mentions.map((mention) => mention.id).sort(),
    reasons: [
      spellings.length > 1 ? 'The spellings differ in case, accents, title or length only.' : 'One spelling.',
      ...group.reasons,
    ],
  };
}

function spellingsOf(group: Group): string[] {
  const spellings = new Set<string>();
  for (const mention of group.mentions) {
    spellings.add(mention.name);
    if (mention.title !== null) spellings.add(`${mention.title} ${mention.name}`);
  }
  return [...spellings].sort();
}

/** The fullest name, and of equally full ones the most frequent, without a title and not all in capitals. */
function mainSpelling(spellings: readonly string[], group: Group): string {
  const counts = new Map<string, number>();
  for (const mention of group.mentions) counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1);
  const shouted = (name: string) => (name === name.toUpperCase() && name !== name.toLowerCase() ? 1 : 0);
  const fullness = (name: string) => nameKey(name).split(' ').length;
  const [main] = [...counts.keys()].sort(
    (a, b) =>
      fullness(b) - fullness(a) ||
      shouted(a) - shouted(b) ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  );
  return main ?? spellings[0] ?? '';
}
