/**
 * Run as a program by crash.test.ts: keeps documents into the case at argv[2] until it is killed,
 * and prints the number of each once it is kept. argv[3] is the first number.
 */
import { openCase } from '../../src/casefile/open-case.ts';
import { crashDocument } from './crash-document.ts';

const casefile = await openCase(process.argv[2] ?? '', { mode: 'write', create: true });
for (let number = Number(process.argv[3]); ; number += 3) {
  const documents = [number, number + 1, number + 2].map(crashDocument);
  const [first, ...others] = documents;
  if (first === undefined) break;
  await casefile.keep(first);
  await told(`${number}\n`);
  await casefile.keepAll(others);
  await told(`${number + 1}\n${number + 2}\n`);
  const decision = { at: '2031-01-02T03:04:05.000Z', who: 'ada', verb: 'note', text: null } as const;
  await casefile.decide({ ...decision, target: `fin_${number}` });
  await told(`d${number}\n`);
}

function told(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(line, () => resolve()));
}
