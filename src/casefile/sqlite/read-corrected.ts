import {
  type Corrections,
  correctFigures,
  correctionsOf,
  correctStatements,
} from '../../statement/correction.ts';
import type { Figure } from '../../statement/quantity.ts';
import type { Statement } from '../../statement/statement.ts';
import type { StatementFilter } from '../port.ts';
import type { CaseDatabase } from './case-database.ts';
import { readCorrections } from './decision-log.ts';
import { itemsOf, sourceIsCurrent } from './read-sources.ts';
import { readStatements } from './read-statements.ts';

/** Statements that a filter asks for, as analysts corrected them, with those that they marked by hand. */
export function readCorrected(database: CaseDatabase, filter: StatementFilter): Statement[] {
  const corrections = correctionsOf(readCorrections(database));
  if (corrections.changes.size + corrections.made.size === 0) return readStatements(database, filter);
  const { event, ...place } = filter;
  const read = readStatements(database, filter);
  // One whose event was corrected is not found by the event that it has now.
  const others =
    event === undefined ? [] : readStatements(database, { ...place, ids: idsAlso(corrections, place) });
  const isCurrent = (source: string) => sourceIsCurrent(database, source);
  const named = filter.source !== undefined || filter.ids !== undefined;
  const also = others.filter(({ source }) => named || isCurrent(source));
  const all = new Map([...read, ...also].map((statement) => [statement.id, statement]));
  return correctStatements([...all.values()], corrections, filter, isCurrent);
}

function idsAlso({ changes }: Corrections, { ids }: StatementFilter): string[] {
  return [...changes.keys()].filter((id) => ids === undefined || ids.includes(id));
}

/** Figures with the numbers that analysts gave them. */
export function readCorrectedFigures(database: CaseDatabase, source?: string): Figure[] {
  const figures = itemsOf<Figure>(database, 'figure', source);
  const corrections = correctionsOf(readCorrections(database));
  if (corrections.changes.size + corrections.made.size === 0) return figures;
  const ids = [...corrections.changes.keys(), ...corrections.made.keys()];
  const statements = readCorrected(database, { ids, ...(source !== undefined && { source }) });
  return correctFigures(figures, statements);
}
