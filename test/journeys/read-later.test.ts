import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import type { Account, Casefile } from '../../src/casefile/port.ts';
import { verifyCase } from '../../src/casefile/verify-case.ts';
import { followAccount } from '../../src/follow-account.ts';
import { readPile } from '../../src/journey.ts';
import { dismissedOf } from '../../src/statement/decision.ts';
import type { Finding } from '../../src/statement/finding.ts';
import { settlementsOf } from '../../src/statement/settlement.ts';
import { hearsay, SAMPLES, scratchFolder } from '../run-hearsay.ts';

async function newCase(name: string) {
  const path = join(scratchFolder(), `${name}.hearsay`);
  return { path, casefile: await openCase(path, { mode: 'write', create: true, title: name }) };
}

async function tellAll(casefile: Casefile) {
  const { identities, ...rest } = await casefile.account();
  return { identities, statements: await casefile.statements(), ...rest };
}

test('a pile read file by file, in any order, comes to what it comes to when it is read at once', async () => {
  const files = readdirSync(SAMPLES).map((file) => join(SAMPLES, file));
  const [once, later] = [await newCase('once'), await newCase('later')];
  await readPile([SAMPLES], once.casefile);
  for (const file of files.toReversed()) await readPile([file], later.casefile);
  expect((await once.casefile.account()).findings.length).toBeGreaterThan(5);
  expect(await tellAll(later.casefile)).toEqual(await tellAll(once.casefile));
  await Promise.all([once.casefile.close(), later.casefile.close()]);
});

const CALLS = {
  'call-31.txt':
    'CALL 31\nDate: 3 May 2024\n\nMIRA: Which miller, Ebu Kerem?\nODIN: Ebu Kerem, who has the mill. Ebu Kerem paid for the sacks.\n',
  'call-38.txt':
    'CALL 38\nDate: 4 May 2024\n\nTALA: Abu Karem told me to ring this number.\nBORA: Abu Karem is in Pern, he has been in Pern since the autumn.\n',
};
const NOTE =
  'From: clerk@example.org\nTo: desk@example.org\nDate: Mon, 6 May 2024 10:00:00 +0000\nSubject: names\n\nThe miller is Ebu Kerem. The man who pays, Abu Karem, sits in Pern and never comes to the mill. They are two.\n';

test('a finding that a later document settles is listed apart, with the document, until it is found again', async () => {
  const pile = scratchFolder();
  const { path, casefile } = await newCase('mill');
  const tell = async (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(pile, file), text);
    await readPile([pile], casefile);
    const { findings } = await casefile.account();
    const settled = settlementsOf(await casefile.decisions()).map(({ finding }) => finding);
    return [findings.map(({ why }) => why), settled.map(({ why }) => why)];
  };
  const why = '“Abu Karem” and “Ebu Kerem” are probably one: the same sound, spelled otherwise.';
  expect(await tell(CALLS)).toEqual([[why], []]);
  expect(await tell({ 'note.eml': NOTE })).toEqual([[], [why]]);
  const said = hearsay(['findings', '--settled', '--case', path]).stdout;
  expect(said).toContain(why);
  expect(said).toMatch(/Not found any more since note\.eml came in on \d{4}-\d\d-\d\d/);

  const other = NOTE.replace(/The man who pays.*/, 'The mill is shut.');
  expect(await tell({ 'note.eml': other })).toEqual([[why], []]);
  await casefile.close();
  expect(verifyCase(path).damages).toEqual([]);
});

function conflict(id: string, start: number): Finding {
  const quote = (source: string) => ({
    ...{ source, span: { start, end: start + 40 } },
    ...{ statement: null, marks: [] },
  });
  return {
    ...{ id, kind: 'count-conflict', why: 'Two counts.', quotes: [quote('src_a'), quote('src_b')] },
    ...{ steps: [], assumes: [], rank: 0.5, picture: null },
  };
}

test('what was dismissed stays so when its quotes move a little; what was decided since stands', async () => {
  const { casefile } = await newCase('moved');
  const origins = { nodes: [{ id: 'o', name: 'O', sources: ['src_a', 'src_b'] }], edges: [] };
  const account = (findings: readonly Finding[]): Account => ({
    ...{ identities: [], happenings: [], holdings: [], proposals: [], origins, findings },
  });
  const next = async (...findings: Finding[]) => {
    await followAccount(casefile, account(findings), '2024-05-09T10:00:00.000Z');
    await casefile.replaceAccount(account(findings));
  };
  const by = { who: 'mira', at: '2024-05-08T10:00:00.000Z' };
  const dismissed = async () => [...dismissedOf(await casefile.decisions())];
  await casefile.replaceAccount(account([conflict('fin_1', 100)]));
  await casefile.decide({ ...by, verb: 'dismiss', target: 'fin_1', text: 'two marches' });

  await next(conflict('fin_2', 104));
  expect(await casefile.decisions('fin_2')).toMatchObject([
    { who: 'mira', verb: 'dismiss', text: 'two marches' },
  ]);
  await casefile.decide({ ...by, verb: 'undo', target: 'fin_2', text: null });
  await next(conflict('fin_1', 100));
  expect(await dismissed()).toEqual(['fin_1']);
  await next(conflict('fin_3', 900));
  expect(await dismissed()).toEqual(['fin_1']);
  expect(await casefile.decisions('fin_3')).toEqual([]);
  await casefile.close();
});
