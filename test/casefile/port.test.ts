import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCase } from '../../src/casefile/open-case.ts';
import { describeCasefile } from './port-suite.ts';

describeCasefile('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-case-'));
  const path = join(folder, 'a.hearsay');
  return {
    open: (mode) => openCase(path, { mode, create: true, title: 'A case' }),
    remove: async () => rmSync(folder, { recursive: true }),
  };
});
