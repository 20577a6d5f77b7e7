import type { ReadDocument } from '../../src/casefile/port.ts';
import { makeDocument } from '../casefile/make-document.ts';

/** Documents that write-and-acknowledge.ts keeps. */
export const DOCUMENTS = 3;

export function acknowledgedDocument(number: number): ReadDocument {
  const lines = Array.from({ length: 40 + 60 * number }, (_, line) => `tape ${number} line ${line}`);
  return makeDocument(`tape-${number}.txt`, lines.join('\n'));
}
