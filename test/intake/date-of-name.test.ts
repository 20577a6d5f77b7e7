import { expect, test } from 'vitest';
import { dateOfName } from '../../src/intake/date-of-name.ts';

test.each([
  ['radio_20220721.srt', '2022-07-21'],
  ['radio_21072022.srt', '2022-07-21'],
  ['box/radio 2022-07-21 evening.txt', '2022-07-21'],
  ['radio_21.07.2022.txt', '2022-07-21'],
  // Day and month could be swapped.
  ['radio_03-04-2022.txt', null],
  // Two days: neither is the document's.
  ['radio_20220721_20220722.srt', null],
  ['invoice_12345678.txt', null],
  ['radio_2022072155.srt', null],
  ['tape 0417.txt', null],
])('%s', (file, date) => {
  expect(dateOfName(file)).toBe(date);
});
