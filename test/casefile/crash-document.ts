import type { ReadDocument } from '../../src/casefile/port.ts';
import { makeDocument } from './make-document.ts';

/** The document of a number: some hundred lines, the same in each process. */
export function crashDocument(number: number): ReadDocument {
  const lines = Array.from(
    { length: 50 + ((number * 37) % 200) },
    (_, line) => `tape${number} line${line} of words`,
  );
  return makeDocument(`tape-${number}.txt`, lines.join('\n'));
}
