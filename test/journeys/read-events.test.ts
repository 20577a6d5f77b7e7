import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import { verifyCase } from '../../src/casefile/verify-case.ts';
import { readPile } from '../../src/journey.ts';
import { openEventsFile } from '../../src/keep-events.ts';
import { hearsay, scratchFolder } from '../run-hearsay.ts';

const own = (verb: string) =>
  `events:\n  tamper:\n    counts: patient\n    triggers: { en: { verbs: [${verb}] } }\n`;

async function pileWith(verb: string) {
  const here = scratchFolder();
  const pile = join(here, 'pile');
  const file = join(here, 'own.yaml');
  mkdirSync(pile);
  writeFileSync(join(pile, 'a.txt'), 'Nine seals were zapped at the depot on Monday, the clerk said.\n');
  writeFileSync(join(pile, 'b.txt'), 'Four drivers were arrested at the depot on Monday, the clerk said.\n');
  writeFileSync(file, own(verb));
  const path = join(here, 'a.hearsay');
  const casefile = await openCase(path, { mode: 'write', create: true, title: 'a' });
  const tampered = async () => {
    const sources = new Map((await casefile.sources()).map((source) => [source.id, source.file]));
    return (await casefile.statements({ event: 'tamper' })).map(({ source }) => sources.get(source));
  };
  return { pile, file, path, casefile, tampered };
}

test('a case keeps its own events, reads by them, and reads again what a change of them touches', async () => {
  const { pile, file, path, casefile, tampered } = await pileWith('zap');
  expect(await readPile([pile], casefile)).toMatchObject({ readAgain: 0 });
  expect(await tampered()).toEqual([]);

  const events = await openEventsFile(file);
  expect(await readPile([], casefile, { events })).toMatchObject({ readAgain: 1, received: [] });
  expect(await tampered()).toEqual(['a.txt']);
  expect(await casefile.statements({ event: 'arrest' })).toHaveLength(1);
  expect(await casefile.events()).toEqual(events);

  // Kept: what comes later is read by them without their file being named.
  writeFileSync(join(pile, 'c.txt'), 'Two more seals were zapped on Tuesday, the clerk said.\n');
  expect(await readPile([pile], casefile)).toMatchObject({ readAgain: 0 });
  expect(await tampered()).toEqual(['a.txt', 'c.txt']);

  // The same bytes again change nothing; other words read again what they touch.
  expect(await readPile([pile], casefile, { events })).toMatchObject({ readAgain: 0 });
  writeFileSync(file, own('fudge'));
  expect(await readPile([], casefile, { events: await openEventsFile(file) })).toMatchObject({
    readAgain: 2,
  });
  expect(await tampered()).toEqual([]);
  await casefile.close();
  expect(verifyCase(path).damages).toEqual([]);
});

test('a file that does not fit is refused with its line, and a printed core is taken', () => {
  const here = scratchFolder();
  writeFileSync(join(here, 'bad.yaml'), 'events:\n  tamper:\n    counts: nobody\n');
  const bad = hearsay(['read', '--events', 'bad.yaml', '--case', 'a.hearsay'], here);
  expect(bad.status).toBe(2);
  expect(bad.stderr).toMatch(/line 3, events\.tamper\.counts\).*\[events\/invalid\]/s);
  writeFileSync(join(here, 'core.yaml'), hearsay(['events', 'arrest', 'release'], here).stdout);
  expect(hearsay(['read', '--events', 'core.yaml', '--case', 'a.hearsay'], here).status).toBe(0);
});

test('a file that is not there is said to be none', async () => {
  await expect(openEventsFile('none.yaml')).rejects.toMatchObject({ code: 'events/unreadable-file' });
});
