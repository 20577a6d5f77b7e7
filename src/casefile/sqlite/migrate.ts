import { readdirSync, readFileSync } from 'node:fs';
import type { CaseDatabase } from './case-database.ts';

/** One step of the case's form: the words of a file of migrations/. */
export interface Migration {
  /** From 1, without gaps: the number that the file's name starts with. */
  readonly version: number;
  readonly sql: string;
}

/** Marks an SQLite file as a case: "Hear" in ASCII. */
export const APPLICATION_ID = 0x48656172;

const FOLDER = new URL('./migrations/', import.meta.url);

/** All migrations, in the order of their versions. */
export function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => ({ version: Number.parseInt(name, 10), sql: readFileSync(new URL(name, FOLDER), 'utf8') }))
    .sort((a, b) => a.version - b.version);
}

/** Brings a case to the newest form, a transaction a version: a case stands at one version or the next, never between. */
export function migrate(database: CaseDatabase, migrations: readonly Migration[]): void {
  const version = versionOf(database);
  for (const migration of migrations.filter((each) => each.version > version)) {
    database.write(() => {
      database.exec(migration.sql);
      database.exec(`PRAGMA user_version = ${migration.version}; PRAGMA application_id = ${APPLICATION_ID}`);
    });
  }
}

/** Version of the case's form; 0 of a new file. */
export function versionOf(database: CaseDatabase): number {
  return database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
}
