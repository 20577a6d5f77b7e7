import { resultCode } from './case-fault.ts';

/** Why rows could not be read: SQLite's own words, else the kind of error alone, since its message may quote what was read. */
export function whyUnreadable(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  return resultCode(error) > 0 ? error.message : 'code' in error ? String(error.code) : error.name;
}
