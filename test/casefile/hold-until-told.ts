/** Run as a program by two-writers.test.ts: opens the case at argv[2], says how that went, and holds it until its input ends. */
import { openCase } from '../../src/casefile/open-case.ts';

try {
  const mode = process.argv[3] === 'read' ? 'read' : 'write';
  const casefile = await openCase(process.argv[2] ?? '', { mode, create: mode === 'write' });
  process.stdout.write('open\n');
  for await (const _ of process.stdin);
  await casefile.close();
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? error.code : error}\n`);
}
