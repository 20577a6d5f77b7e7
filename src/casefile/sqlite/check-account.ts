import { type Damage, damageOf } from '../verification.ts';
import { readAccount } from './account-blocks.ts';
import type { CaseDatabase } from './case-database.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** Whether names, happenings and findings can be read; their blocks carry checksums. */
export function checkAccount(database: CaseDatabase): Damage[] {
  try {
    readAccount(database);
    return [];
  } catch (error) {
    return [damageOf('account', `What was worked out cannot be read back (${whyUnreadable(error)}).`)];
  }
}
