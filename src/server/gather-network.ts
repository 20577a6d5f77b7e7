import { idOf } from '../statement/id.ts';
import { nameKey } from '../statement/name-key.ts';
import type { Section } from '../statement/source.ts';
import type { Identity, Mention, MentionKind, Role, Statement, Voice } from '../statement/statement.ts';
import type { TieType } from './api/network.ts';

/** Somebody in the network: an identity, or a voice that no identity is known for. */
export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  readonly kind: MentionKind | Voice['kind'];
}

/** What binds two: every statement that shows it. `speaks` goes both ways; of it `from` is the lesser id. */
export interface Tie {
  readonly type: TieType;
  readonly from: string;
  readonly to: string;
  readonly shown: Shown[];
}

/** A statement that shows a tie, and the node of its last voice. */
export interface Shown {
  readonly statement: Statement;
  readonly voice: string;
}

export interface Network {
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  readonly ties: readonly Tie[];
}

interface Parts {
  readonly statements: readonly Statement[];
  readonly sections: readonly Section[];
  readonly identities: readonly Identity[];
  readonly mentions: readonly Mention[];
}

const ACTORS = new Set<MentionKind>(['person', 'role', 'group', 'organization', 'phone']);
const SPOKEN = new Set<Section['kind']>(['call', 'interview', 'message']);
/** A sheet or a paper does not talk on it. */
const SPEAKERS = new Set<Voice['kind']>(['person', 'unknown']);
/** Of more than so many in one conversation nobody can say who speaks with whom. */
const MOST_IN_TALK = 6;

/** Who speaks with whom, who is said to act on whom, whom a voice speaks of, and whose words a voice passes on. */
export function gatherNetwork({ statements, sections, identities, mentions }: Parts): Network {
  const seat = seatActors(identities, mentions);
  const ties = new Map<string, Tie>();
  const tie = (type: TieType, from: string, to: string, shown: Shown): void => {
    if (from === to) return;
    const key = `${type} ${from} ${to}`;
    const known = ties.get(key);
    if (known) known.shown.push(shown);
    else ties.set(key, { type, from, to, shown: [shown] });
  };
  for (const statement of statements) {
    const chain = statement.voice.map((voice) => seat.voice(voice, statement.source));
    const voice = chain.at(-1) ?? '';
    const shown = { statement, voice };
    const [agent, patient] = [seat.role(statement.agent), seat.role(statement.patient)];
    if (agent && patient) tie('acts', agent, patient, shown);
    for (const other of new Set([agent, patient])) if (other) tie('of', voice, other, shown);
    for (let link = 1; link < chain.length; link += 1)
      tie('passes', chain[link - 1] ?? '', chain[link] ?? '', shown);
  }
  for (const talk of talksOf(statements, sections)) {
    const said = talk
      .filter((statement) => SPEAKERS.has(statement.voice.at(-1)?.kind ?? 'document'))
      .map((statement) => ({ statement, voice: seat.lastVoice(statement) }));
    const speakers = [...new Set(said.map(({ voice }) => voice))].sort();
    if (speakers.length > MOST_IN_TALK) continue;
    for (const shown of said) {
      for (const other of speakers) {
        const [from = '', to = ''] = [shown.voice, other].sort();
        tie('speaks', from, to, shown);
      }
    }
  }
  return { nodes: seat.taken, ties: [...ties.values()].sort((a, b) => b.shown.length - a.shown.length) };
}

/** Finds the node of a role or a voice, and keeps those that were found. */
function seatActors(identities: readonly Identity[], mentions: readonly Mention[]) {
  const actors = identities.filter(({ kind }) => ACTORS.has(kind));
  const byMention = new Map(actors.flatMap((actor) => actor.mentions.map((id) => [id, actor] as const)));
  const byName = new Map<string, Identity>();
  const sourceOf = new Map(mentions.map(({ id, source }) => [id, source]));
  const bySource = new Map<string, Identity>();
  for (const actor of actors) {
    for (const spelling of actor.spellings) {
      const key = nameKey(spelling);
      if (!byName.has(key)) byName.set(key, actor);
      for (const id of actor.mentions) bySource.set(`${sourceOf.get(id)} ${key}`, actor);
    }
  }
  const taken = new Map<string, NetworkNode>();
  const take = ({ id, name, kind }: NetworkNode): string => {
    if (!taken.has(id)) taken.set(id, { id, name, kind });
    return id;
  };
  const role = (filled: Role | null): string | null => {
    const actor = filled?.mention ? byMention.get(filled.mention) : byName.get(nameKey(filled?.text ?? ''));
    return actor ? take(actor) : null;
  };
  const voice = ({ name, kind }: Voice, source: string): string => {
    const key = nameKey(name);
    const actor = bySource.get(`${source} ${key}`) ?? (kind === 'unknown' ? undefined : byName.get(key));
    // Unknown speakers of two sources are never one.
    return take(actor ?? { id: idOf('voi', kind === 'unknown' ? source : '', key || name), name, kind });
  };
  const lastVoice = (statement: Statement): string => {
    const last = statement.voice.at(-1);
    return last ? voice(last, statement.source) : '';
  };
  return { role, voice, lastVoice, taken };
}

/** The statements of each conversation. */
function talksOf(statements: readonly Statement[], sections: readonly Section[]): Statement[][] {
  const spoken = Map.groupBy(
    sections.filter(({ kind }) => SPOKEN.has(kind)),
    ({ source }) => source,
  );
  const bySource = Map.groupBy(statements, ({ source }) => source);
  return [...spoken].flatMap(([source, parts]) => {
    const within = bySource.get(source) ?? [];
    const talks = parts.map((part) => ({ part, members: [] as Statement[] }));
    const inOrder = talks.sort((a, b) => a.part.span.start - b.part.span.start);
    for (const statement of within) holder(inOrder, statement.span.start)?.members.push(statement);
    return talks.map(({ members }) => members);
  });
}

/** The part that holds an offset, by halving; null where none does. */
function holder<Talk extends { readonly part: Section }>(
  talks: readonly Talk[],
  offset: number,
): Talk | null {
  let [low, high] = [0, talks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((talks[middle]?.part.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = talks[low - 1];
  return found && offset < found.part.span.end ? found : null;
}
