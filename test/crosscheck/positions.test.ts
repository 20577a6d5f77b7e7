import { describe, expect, test } from 'vitest';
import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import type { Finding, FindingKind } from '../../src/statement/finding.ts';
import { buildPile, type SourceLines } from './build-pile.ts';

/** A source of one voice; `@ verb` carries the statement, as an identifier, which counts nothing. */
function says(name: string, voice: string, words: string, event: string, more = ''): SourceLines {
  return {
    name,
    date: '2024-05-08',
    lines: [words.replace(/@ (\w+)/, `{$1|type=identifier event=${event} voice=${voice}${more}}`)],
  };
}

function kindsOf(sources: readonly SourceLines[], kind: FindingKind): readonly Finding[] {
  return crosscheck(buildPile(sources)).findings.filter((finding) => finding.kind === kind);
}

/** The same in a call, where the speaker's label says whose words they are. */
function speaks(name: string, voice: string, words: string, event: string, more = ''): SourceLines {
  const { lines, ...source } = says(name, voice, words, event, more);
  const spoken = lines.map((line) => line.replace(/^<(\w+)> :/, '$1:'));
  return { ...source, kind: 'transcript', lines: [`Clerk: <${voice}> is here.`, ...spoken] };
}

const KIND = 'self-contradiction';

describe('one voice says both', () => {
  test('has known him, and never met him', () => {
    const call = speaks('Line 4', 'Tarn', '<Tarn> : I have @ known <Oskel> for years.', 'know');
    const paper = says('Post', 'Tarn', '<Tarn> : I never @ met <Oskel> in my life.', 'meet', ' denied');
    const [finding, ...others] = kindsOf([call, paper], KIND);
    expect(others).toEqual([]);
    expect(finding?.why).toMatch(/^Tarn says .* and /);
    const other = says('Post', 'Tarn', '<Tarn> : I never @ met <Brand> in my life.', 'meet', ' denied');
    expect(kindsOf([call, other], KIND)).toEqual([]);
    const another = says('Post', 'Lind', '<Lind> : I never @ met <Oskel> in my life.', 'meet', ' denied');
    expect(kindsOf([call, another], KIND)).toEqual([]);
  });
  test('has the ledger, and has never seen any ledger', () => {
    const call = speaks('Line 4', 'Tarn', '<Tarn> : I have your quarry ledger @ here.', 'lie');
    const paper = says('Post', 'Tarn', '<Tarn> : I never @ saw any quarry ledger.', 'see', ' denied');
    expect(kindsOf([call, paper], KIND)).toHaveLength(1);
    const talk = speaks('Line 4', 'Tarn', '<Tarn> : They talk of a quarry ledger @ here.', 'lie');
    expect(kindsOf([talk, paper], KIND)).toEqual([]);
  });
  test('orders it, and says that it never happened', () => {
    const order = speaks('Radio', 'Tarn', '<Tarn> : @ Open the north sluice.', 'open', ' modality=ordered');
    const paper = says('Post', 'Tarn', '<Tarn> : No one ever @ opened the north sluice.', 'open', ' denied');
    expect(kindsOf([order, paper], KIND)).toHaveLength(1);
  });
  test('was open and was closed, all night; not of two times', () => {
    const line = (name: string, words: string) => speaks(name, 'Tarn', `<Tarn> : ${words}`, 'stand');
    const shut = line('Line 4', 'The north sluice gate @ stood closed all night.');
    const open = line('Line 9', 'The north sluice gate @ stood open all night.');
    expect(kindsOf([shut, open], KIND)[0]?.steps.at(-1)?.text).toMatch(
      /“open” and “closed”|“closed” and “open”/,
    );
    const later = line('Line 9', 'The north sluice gate @ stood open.');
    expect(kindsOf([shut, later], KIND)).toEqual([]);
    const right = line('Line 9', 'I have to correct it, the north sluice gate @ stood open.');
    expect(kindsOf([shut, right], KIND)).toHaveLength(1);
  });
  test('first heard of it after it spoke of it', () => {
    const mail = {
      ...says('Mail', 'Tarn', '<Tarn> : I @ know about the barges.', 'know'),
      date: '2024-05-02',
    };
    const board = says('Board', 'Tarn', '<Tarn> : I first @ heard of it on 6 May.', 'hear', ' on=2024-05-06');
    expect(kindsOf([mail, board], KIND)).toHaveLength(1);
    expect(kindsOf([{ ...mail, date: '2024-05-07' }, board], KIND)).toEqual([]);
  });
  test('one source alone, a slip put right, is left alone', () => {
    const lines = [
      ...speaks('Line 4', 'Tarn', '<Tarn> : I have @ known <Oskel> for years.', 'know').lines,
      ...speaks('Line 4', 'Tarn', '<Tarn> : No, I never @ met <Oskel>.', 'meet', ' denied').lines,
    ];
    expect(kindsOf([{ name: 'Line 4', lines }], KIND)).toEqual([]);
  });
  test('two printings of one sentence are a matter of quotation', () => {
    const one = says('Post', 'Tarn', '<Tarn> : I @ saw it with both eyes at the sluice.', 'see');
    const two = says(
      'Herald',
      'Tarn',
      '<Tarn> : I never @ saw it with both eyes at the sluice.',
      'see',
      ' denied',
    );
    expect(kindsOf([one, two], KIND)).toEqual([]);
  });
});

describe('denials without a verb of their own', () => {
  test('reports of it are unfounded', () => {
    const deny = says('Office', 'Office', 'Reports about ammonia are @ unfounded.', 'deny');
    const nurse = speaks('Line 2', 'Lind', '<Lind> : We @ smelled ammonia in the shed.', 'smell');
    expect(kindsOf([deny, nurse], 'denial')).toHaveLength(1);
    const other = speaks('Line 2', 'Lind', '<Lind> : We @ smelled smoke in the shed.', 'smell');
    expect(kindsOf([deny, other], 'denial')).toEqual([]);
  });
  test('all are in good health, and some were treated before; not when it came after', () => {
    const deny = says('Mill', 'Mill', 'The loaders of the mill @ stay in good health.', 'stay');
    const treated = (day: string) =>
      says('Ward', 'Lind', '<Lind> : Four loaders of the mill were @ treated.', 'treat', ` on=${day}`);
    expect(kindsOf([deny, treated('2024-05-07')], 'denial')).toHaveLength(1);
    expect(kindsOf([deny, treated('2024-05-09')], 'denial')).toEqual([]);
  });
  test('a verb that may stand for another', () => {
    const deny = says('Mill', 'Mill', 'No oil ever @ reached [Orlo] bay.', 'arrive', ' denied');
    const other = says('Ward', 'Lind', '<Lind> : Oil @ entered [Orlo] bay.', 'enter');
    expect(kindsOf([deny, other], 'denial')).toHaveLength(1);
  });
  test('a statement and its copy deny once', () => {
    const deny = (name: string) => says(name, name, 'No oil ever @ reached [Orlo] bay.', 'arrive', ' denied');
    const other = says('Ward', 'Lind', '<Lind> : Oil @ entered [Orlo] bay.', 'enter');
    expect(kindsOf([deny('Mill'), deny('Post'), other], 'denial')).toHaveLength(1);
  });
});
