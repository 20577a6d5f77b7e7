/**
 * Run as a program by the tests that cut the power or make calls fail: a short life of a case at
 * argv[2]. Prints a line for each act once it is promised to last, and ends with `end`.
 */
import { openCase } from '../../src/casefile/open-case.ts';
import { acknowledgedDocument, DOCUMENTS } from './acknowledged-document.ts';

const casefile = await openCase(process.argv[2] ?? '', { mode: 'write', create: true, title: 'made' });
for (let number = 0; number < DOCUMENTS; number += 1) {
  await casefile.keep(acknowledgedDocument(number));
  await told(`kept ${number}\n`);
  const made = { at: '2031-01-02T03:04:05.000Z', who: 'ada', verb: 'note', text: null } as const;
  await casefile.decide({ ...made, target: `fin_${number}` });
  await told(`decided ${number}\n`);
}
await casefile.close();
await told('end\n');

function told(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(line, () => resolve()));
}
