import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fittingForm, gapIn, scaleFor } from '../../desk/src/parts/scale.ts';
import { sayBytes, sayCount, sayRange, sayUnit } from '../../desk/src/words/say-number.ts';
import { sayDays } from '../../desk/src/words/say-time.ts';
import { splitRuns } from '../../desk/src/words/split-runs.ts';
import { weighSentence } from '../../desk/src/words/weigh-sentence.ts';

test.each([
  ['418 came in 22 nights: 19 a night.', ['418', '22', '19']],
  ['From 1 to 26 March 2021 it was 1,386.', ['1,386']],
  ['On 8 March at 19:40, line 12 of call 31.', []],
  ['12.5 of B12 and 40 per cent', ['12.5', '40']],
  ['No figure at all.', []],
])('%s weighs %j', (sentence, figures) => {
  const pieces = weighSentence(sentence);
  expect(pieces.map(({ text }) => text).join('')).toBe(sentence);
  expect(pieces.filter(({ figure }) => figure).map(({ text }) => text)).toEqual(figures);
});

describe('runs', () => {
  const span = fc.record({ start: fc.integer({ min: 0, max: 80 }), end: fc.integer({ min: 0, max: 80 }) });

  test('joined are the text, and each letter has the marks of the spans over it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.nat(40),
        fc.array(span, { maxLength: 6 }),
        (text, from, spans) => {
          const runs = splitRuns(
            text,
            from,
            spans.map((one, mark) => ({ span: one, mark })),
          );
          expect(runs.map((run) => run.text).join('')).toBe(text);
          for (const run of runs) {
            for (let at = run.start; at < run.start + run.text.length; at += 1) {
              const over = spans.flatMap(({ start, end }, mark) => (start <= at && at < end ? mark : []));
              expect(run.marks).toEqual(over);
            }
          }
        },
      ),
    );
  });
});

describe('a scale', () => {
  const row = (min: number | null, max: number | null, alarm = false) => ({
    ...{ label: '', note: '', min, max, alarm },
    derived: false,
  });

  test.each([
    ['close figures', [row(402, 402), row(418, 418)], 'even'],
    ['far figures', [row(19, 19), row(1001, null)], 'log'],
    ['a zero', [row(0, 0), row(1001, null)], 'even'],
  ])('%s', (_, rows, form) => {
    expect(fittingForm(rows)).toBe(form);
  });

  test('holds every end, in order, whatever they are', () => {
    const end = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(end, end), { minLength: 1, maxLength: 5 }), (pairs) => {
        const rows = pairs.map(([a, b]) => row(Math.min(a, b), Math.max(a, b)));
        const scale = scaleFor(rows, fittingForm(rows));
        expect(scale.ticks.length).toBeGreaterThan(1);
        for (const { min, max } of rows) {
          const [from, to] = [scale.at(min ?? 0), scale.at(max ?? 0)];
          expect(from).toBeGreaterThanOrEqual(-1e-9);
          expect(to).toBeLessThanOrEqual(1 + 1e-9);
          expect(from).toBeLessThanOrEqual(to);
        }
      }),
    );
  });

  test.each([
    [[row(53, 53), row(140, 140), row(1001, null, true)], { from: 140, to: 1001 }],
    [[row(10, 20), row(15, 30, true)], null],
    [[row(10, 20), row(30, 40)], null],
    [[row(null, 5, true), row(9, 9)], { from: 5, to: 9 }],
  ])('nothing said meets in the gap: %#', (rows, gap) => {
    expect(gapIn(rows)).toEqual(gap);
  });
});

test.each([
  [sayRange(3, 3), '3'],
  [sayRange(201, null), '201 or more'],
  [sayRange(null, 140), '140 or less'],
  [sayRange(10, 20), '10 to 20'],
  [sayRange(null, null), 'not said'],
  [sayCount(1, 'identity'), '1 identity'],
  [sayCount(1204, 'identity'), '1,204 identities'],
  [sayUnit('vehicle a day'), 'vehicles a day'],
  [sayUnit('barrels, May'), 'barrels, May'],
  [sayBytes(41_200), '41.2 KB'],
  [sayBytes(0), '0 bytes'],
  [sayDays('2021-03-01', '2021-03-26'), '1 to 26 March 2021'],
  [sayDays('2021-02-28', '2021-03-03'), '28 February to 3 March 2021'],
  [sayDays('2020-12-31', '2021-01-01'), '31 December 2020 to 1 January 2021'],
  [sayDays('2021-03-07', '2021-03-07'), '7 March 2021'],
])('%s', (said, expected) => {
  expect(said).toBe(expected);
});
