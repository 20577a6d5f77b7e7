import { expect, test } from 'vitest';
import { gatherNumbers, sectionOf } from '../../src/server/gather-numbers.ts';
import { openAccount } from '../../src/server/weigh-account.ts';
import { demoCase } from './demo-case.ts';

async function demoNumbers() {
  const casefile = demoCase();
  const [statements, account] = await Promise.all([casefile.statements(), casefile.account()]);
  return { statements, numbers: gatherNumbers(statements, openAccount(account)) };
}

test('figures that a finding compares are one counted thing, in conflict', async () => {
  const { numbers } = await demoNumbers();
  const barrels = numbers.find(({ state }) => state === 'conflict');
  expect(barrels?.section).toBe('volume');
  expect(barrels?.statements.map(({ quantity }) => quantity.min)).toEqual(expect.arrayContaining([418, 201]));
  expect(barrels?.derived.some(({ derived, min }) => derived && min === 19)).toBe(true);
  expect(barrels?.alarms).toContain('201|null');
});

test('every statement with a figure stands in one row, whatever the order it is given in', async () => {
  const { statements, numbers } = await demoNumbers();
  const shown = numbers.flatMap((counted) => counted.statements.map(({ id }) => id)).sort();
  const counting = statements.filter(({ quantity }) => quantity).map(({ id }) => id);
  expect(shown).toEqual(counting.sort());
  const account = openAccount(await demoCase().account());
  const again = gatherNumbers([...statements].reverse(), account);
  const groups = (all: typeof numbers) =>
    all
      .map((counted) =>
        counted.statements
          .map(({ id }) => id)
          .sort()
          .join(),
      )
      .sort();
  expect(groups(again)).toEqual(groups(numbers));
});

test.each([
  ['mile', 'length'],
  ['kilometre', 'length'],
  ['woman', 'person'],
  ['barrel', 'volume'],
  ['tent', 'tent'],
  [null, 'other'],
])('%s stands on the axis of %s', (of, section) => {
  expect(sectionOf(of)).toBe(section);
});
