import { expect } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import { verifyCase } from '../../src/casefile/verify-case.ts';
import { partsOf } from '../casefile/make-document.ts';
import { acknowledgedDocument } from './acknowledged-document.ts';

/**
 * D1, D2, D5: all that was acknowledged is in the case, each document whole, and verify finds
 * nothing; where nothing was acknowledged, there may be no case yet.
 */
export async function expectAcknowledged(path: string, acknowledged: readonly string[]): Promise<void> {
  const casefile = await openCase(path, { mode: 'write', create: acknowledged.length === 0 });
  const kept = await casefile.sources();
  const decided = new Set((await casefile.decisions()).map(({ target }) => target));
  for (const line of acknowledged) {
    const [verb, number] = line.split(' ');
    if (verb === 'kept') expect(kept.map((source) => source.path)).toContain(`tape-${number}.txt`);
    if (verb === 'decided') expect(decided).toContain(`fin_${number}`);
  }
  for (const { id, path: name } of kept) {
    const document = acknowledgedDocument(Number(/\d+/.exec(name)?.[0]));
    expect(await casefile.source(id)).toEqual(document.source);
    expect(await casefile.statements({ source: id })).toEqual(partsOf(document).statements);
  }
  await casefile.close();
  expect(verifyCase(path).damages).toEqual([]);
}
