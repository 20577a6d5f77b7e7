import { nameKey } from '../statement/name-key.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Passage, Section } from '../statement/source.ts';
import type { Identity, Statement, Voice } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';
import type { SearchRequest } from './api/search.ts';
import { liesWithin } from './gather-dated.ts';

const MOST_VOICES = 200;
/** Papers and tables are sources, not voices to choose. */
const SPEAKERS = new Set<Voice['kind']>(['person', 'group', 'organization']);

type Narrowing = Pick<SearchRequest, 'language' | 'voice' | 'from' | 'to'>;

/** What a passage is judged by, besides itself. */
export interface SearchGround {
  /** Those who speak most, most first. */
  readonly voices: readonly string[];
  readonly identities: readonly Identity[];
  /** Ids of the passages that hold a statement of each voice, by the key of its name. */
  readonly passagesOfVoice: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sectionsOfSource: ReadonlyMap<string, ReadonlyMap<number, Section>>;
}

type Accepts = (passage: Passage, source: SourceHead) => boolean;

/** What a search accepts by voice, language and days; undefined where nothing narrows it. */
export function narrowSearch(query: Narrowing, ground: SearchGround): Accepts | undefined {
  const claims = [
    query.language && inLanguage(query.language),
    query.voice && nameKey(query.voice) !== '' && byVoice(query.voice, ground),
    (query.from || query.to) && onDays({ from: query.from ?? null, to: query.to ?? null }, ground),
  ].flatMap((claim) => (claim ? claim : []));
  if (claims.length === 0) return undefined;
  return (passage, source) => claims.every((claim) => claim(passage, source));
}

function inLanguage(tag: string): Accepts {
  return (_, source) => source.language === tag;
}

/** A name stands for every spelling of whom it names; a part of a name is enough. */
function byVoice(voice: string, { identities, passagesOfVoice }: SearchGround): Accepts {
  const wanted = nameKey(voice);
  const spellings = identities
    .map((identity) => identity.spellings.map(nameKey))
    .filter((keys) => keys.includes(wanted));
  const keys = new Set([wanted, ...spellings.flat()]);
  const isMeant = (key: string) => keys.has(key) || key.includes(wanted);
  const voiced = [...passagesOfVoice].filter(([key]) => isMeant(key)).map(([, passages]) => passages);
  return ({ id, speaker }) =>
    (speaker !== null && (isMeant(nameKey(speaker.name)) || isMeant(nameKey(speaker.label)))) ||
    voiced.some((passages) => passages.has(id));
}

function onDays(
  days: { from: string | null; to: string | null },
  { sectionsOfSource }: SearchGround,
): Accepts {
  return (passage, source) => {
    const section = sectionsOfSource.get(source.id)?.get(passage.section);
    const said = hasDay(passage.time) ? passage.time : hasDay(section?.time) ? section.time : null;
    if (said) return liesWithin(said, days);
    const { date } = source;
    return (
      date !== null && (days.from === null || date >= days.from) && (days.to === null || date <= days.to)
    );
  };
}

function hasDay(time: TimeReading | null | undefined): time is TimeReading {
  return time != null && (time.from !== null || time.to !== null);
}

/** Which passages hold a statement of which voice, and which parts a source has. */
export function openGround(
  statements: readonly Statement[],
  sections: readonly Section[],
  identities: readonly Identity[],
): SearchGround {
  const passagesOfVoice = new Map<string, Set<string>>();
  for (const { voice, passage } of statements)
    for (const { name } of voice) {
      const key = nameKey(name);
      const known = passagesOfVoice.get(key);
      if (known) known.add(passage);
      else passagesOfVoice.set(key, new Set([passage]));
    }
  const bySource = Map.groupBy(sections, ({ source }) => source);
  return {
    voices: voicesOf(statements),
    identities,
    passagesOfVoice,
    sectionsOfSource: new Map(
      [...bySource].map(([source, parts]) => [source, new Map(parts.map((part) => [part.index, part]))]),
    ),
  };
}

function voicesOf(statements: readonly Statement[]): string[] {
  const counts = new Map<string, number>();
  for (const { voice } of statements)
    for (const { name, kind } of voice) if (SPEAKERS.has(kind)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most.slice(0, MOST_VOICES).map(([name]) => name);
}
