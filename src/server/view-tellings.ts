import type { Happening } from '../statement/event.ts';
import { nameKey } from '../statement/name-key.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Identity, Statement } from '../statement/statement.ts';
import type { TellingView } from './api/origins.ts';

const TOLD_SHOWN = 8;
const PEOPLE_SHOWN = 3;

/** What a happening is shown by, besides itself. */
interface Known {
  readonly heads: ReadonlyMap<string, SourceHead>;
  readonly names: ReadonlyMap<string, Identity>;
  readonly linked: (sources: readonly string[]) => boolean;
}

/** A happening that more than one source tells of. */
export interface Told {
  readonly happening: Happening;
  readonly tellings: readonly Statement[];
  readonly sourceCount: number;
}

/** What more than one source tells of, what most tell of first; of as many, what has fewest origins. */
export function gatherTold(
  happenings: readonly Happening[],
  statements: ReadonlyMap<string, Statement>,
): Told[] {
  return happenings
    .map((happening) => {
      const tellings = happening.statements.flatMap((id) => statements.get(id) ?? []);
      return { happening, tellings, sourceCount: new Set(tellings.map(({ source }) => source)).size };
    })
    .filter(({ sourceCount }) => sourceCount > 1)
    .sort((a, b) => b.sourceCount - a.sourceCount || a.happening.origins - b.happening.origins);
}

export function viewTelling(told: Told, { heads, names, linked }: Known): TellingView {
  const { happening, tellings, sourceCount } = told;
  const { id, type, time, origins } = happening;
  const voices = oncePerVoice(tellings);
  const nameOf = (identity: string) => names.get(identity)?.name ?? [];
  return {
    ...{ id, event: type, from: time?.from ?? null, to: time?.to ?? null },
    place: (happening.place && names.get(happening.place)?.name) || null,
    people: happening.people.slice(0, PEOPLE_SHOWN).flatMap(nameOf),
    ...{ statementCount: tellings.length, sourceCount, origins },
    // Fewer origins than voices in sources: one of them stands behind two.
    shared: origins < voices.length,
    linked: linked(tellings.map(({ source }) => source)),
    told: voices.slice(0, TOLD_SHOWN).map(({ voice, source, span }) => ({
      voice: voice.at(-1)?.name ?? '',
      guess: voice.at(-1)?.guess ?? false,
      source: { id: source, file: heads.get(source)?.file ?? source },
      span: { ...span },
    })),
    toldCount: voices.length,
  };
}

/** The first telling of each last voice in each source. */
function oncePerVoice(tellings: readonly Statement[]): Statement[] {
  const first = new Map<string, Statement>();
  for (const telling of tellings) {
    const key = `${telling.source} ${nameKey(telling.voice.at(-1)?.name ?? '')}`;
    if (!first.has(key)) first.set(key, telling);
  }
  return [...first.values()];
}
