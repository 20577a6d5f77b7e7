import type { Happening } from '../statement/event.ts';
import { idOf } from '../statement/id.ts';
import type { Role, Statement } from '../statement/statement.ts';
import { foldForm } from './fold-words.ts';
import { groupBy, type PileIndex } from './pile-index.ts';

const TOLD = new Set(['asserted', 'reported', 'alleged']);

/**
 * Statements that are held to be about one happening: one type of event, the same days, and the
 * same place or the same patient. Thin on purpose: what is not said to be the same stays apart.
 */
export function groupHappenings(index: PileIndex): Happening[] {
  const keyed = index.pile.statements.filter(isTold).flatMap((statement) => {
    const key = keyOf(index, statement);
    return key === null ? [] : [{ key, statement }];
  });
  const happenings: Happening[] = [];
  for (const [key, group] of groupBy(keyed, (item) => item.key)) {
    const statements = group.map((item) => item.statement);
    if (new Set(statements.map((statement) => statement.passage)).size < 2) continue;
    happenings.push(happeningOf(index, key, statements));
  }
  return happenings.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isTold(statement: Statement): boolean {
  return TOLD.has(statement.modality) && statement.time?.from != null && statement.time.to !== null;
}

function keyOf(index: PileIndex, statement: Statement): string | null {
  const where = roleKey(index, statement.place) ?? roleKey(index, statement.patient);
  if (where === null) return null;
  return [statement.event, statement.time?.from ?? '', statement.time?.to ?? '', where].join('\u0000');
}

function roleKey(index: PileIndex, role: Role | null): string | null {
  if (role === null) return null;
  const identity = role.mention === null ? undefined : index.identityOf.get(role.mention);
  return identity ?? (role.mention === null ? null : foldForm(role.text));
}

function happeningOf(index: PileIndex, key: string, statements: readonly Statement[]): Happening {
  const first = statements[0];
  const place = first?.place?.mention ?? null;
  return {
    id: idOf('hap', key),
    type: first?.event ?? '',
    time: { from: first?.time?.from ?? '', to: first?.time?.to ?? '' },
    place: place === null ? null : (index.identityOf.get(place) ?? null),
    statements: statements.map((statement) => statement.id).sort(),
    origins: new Set(statements.map((statement) => statement.voice.at(-1)?.name ?? statement.source)).size,
  };
}
