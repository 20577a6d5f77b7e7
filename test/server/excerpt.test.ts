import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutsAfter, cutsBefore, excerptOf } from '../../src/server/excerpt.ts';

test('a short span is shown whole, a long one around its first mark', () => {
  const text = `${'before '.repeat(60)}HERE ${'after '.repeat(60)}`;
  const at = text.indexOf('HERE');
  const whole = { start: 0, end: text.length };
  expect(excerptOf(text, whole, [], 5000)).toEqual(whole);
  const { start, end } = excerptOf(text, whole, [{ start: at, end: at + 4 }], 100);
  expect(text.slice(start, end)).toMatch(/^before .*HERE.*after $/);
});

test('an excerpt lies in its span, is short, and parts no letter', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', ' ', '😀', 'ğ', '\n'), maxLength: 400 });
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), fc.integer({ min: 4, max: 60 }), (text, a, b, limit) => {
      const span = { start: 0, end: text.length };
      const mark = { start: a % (text.length + 1), end: b % (text.length + 1) };
      const marks = mark.start < mark.end ? [mark] : [];
      const { start, end } = excerptOf(text, span, marks, limit);
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(end - start).toBeLessThanOrEqual(Math.max(limit, 1) + 24);
      expect(text.slice(start, end).isWellFormed()).toBe(true);
    }),
  );
});

test.each([
  ['He said it. They came.', 12, 22, false, false],
  ['He said that they came by night.', 13, 22, true, true],
  ['They came', 0, 9, false, false],
  ['“They came,” he said.', 1, 10, false, true],
  ['They came by night.', 0, 18, false, false],
  ['قال إنهم جاؤوا؟ نعم.', 16, 20, false, false],
])('%s [%i, %i): cut before %s, after %s', (text, start, end, before, after) => {
  const body = { start: 0, end: text.length };
  expect(cutsBefore(text, body, start)).toBe(before);
  expect(cutsAfter(text, body, end)).toBe(after);
});
