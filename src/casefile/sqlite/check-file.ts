import { type Damage, damageOf } from '../verification.ts';
import type { CaseDatabase } from './case-database.ts';
import { whyUnreadable } from './why-unreadable.ts';

const MOST_TOLD = 20;

/**
 * The form of the file: its pages, the order in its tables and indexes, the search index, and
 * that rows which name others find them. SQLite's own look; it names tables and places, no words.
 */
export function checkFile(database: CaseDatabase): Damage[] {
  const found = [
    ...ask(database, `PRAGMA integrity_check(${MOST_TOLD})`).filter((line) => line !== 'ok'),
    ...ask(database, 'PRAGMA foreign_key_check'),
  ];
  return found
    .slice(0, MOST_TOLD)
    .map((line) => damageOf('file', `The case file does not fit together: ${line}.`));
}

function ask(database: CaseDatabase, pragma: string): string[] {
  try {
    return database.all<Record<string, unknown>>(pragma).map((row) => Object.values(row).join(' '));
  } catch (error) {
    return [whyUnreadable(error)];
  }
}
