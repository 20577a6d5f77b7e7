import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HearsayError } from '../../src/errors.ts';
import { decodeText } from '../../src/intake/decode.ts';
import type { FormatReader } from '../../src/intake/format.ts';
import { LONGEST_PASSAGE } from '../../src/intake/passage-draft.ts';
import { readSrt, readVtt } from '../../src/intake/read-captions.ts';
import { readChatJson } from '../../src/intake/read-chat-json.ts';
import { readMarkdown, readText } from '../../src/intake/read-text.ts';
import { refuseBinary, sniffFormat } from '../../src/intake/sniff.ts';
import { sharedData } from '../shared-data.ts';
import { brokenLaw } from './broken-law.ts';

const context = { sourceId: 'src_0123456789abcdef0123', file: 'x.txt' };
const readers: Record<string, FormatReader> = {
  text: readText,
  markdown: readMarkdown,
  srt: readSrt,
  vtt: readVtt,
  'chat-json': readChatJson,
};

const marks = [
  'A: ',
  'BORAN : ',
  '[00:12] ',
  'SPEAKER 1:',
  '\n',
  '\n\n',
  '  ',
  '(',
  ')',
  '[',
  ']',
  '-->',
  '00:00:01,000 --> 00:00:02,000',
  '-----',
  'TAPE 12',
  'DATE: 3 March 2020',
  '1\n',
  '# ',
  '> ',
  '12/10/2023, 19:58 - ',
  'Ay',
  'was here.',
  '\t',
  '\ufeff',
  '\u00a0',
  '"',
  '{',
  'Q. ',
  'نعم: ',
  '😀',
  '\u200e',
  '1405 UTC  ',
  'said that it',
  '. ',
  'http://x.example',
  '2021-03-04 10:11  ',
];
const messy = fc
  .array(fc.oneof(fc.constantFrom(...marks), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join('').replace(/\r\n?/g, '\n'));

describe('laws', () => {
  for (const name of ['text', 'markdown', 'srt', 'vtt'])
    test(`${name}: spans, cover, order on random text`, () => {
      fc.assert(
        fc.property(messy, (text) => {
          expect(brokenLaw((readers[name] ?? readText)(text, context))).toBeNull();
        }),
        { numRuns: 600 },
      );
    });

  test('chat JSON of random messages', () => {
    const message = fc.record({
      from: fc.string({ unit: 'grapheme' }),
      text: fc.string({ unit: 'binary' }),
      date: fc.constantFrom('2021-03-04T10:11:12', '', '4 May'),
    });
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 20 }), (messages) => {
        fc.pre(messages.some((said) => said.from.trim() !== '' && said.text.trim() !== ''));
        fc.pre(messages.every((said) => said.from.trim() !== ''));
        expect(brokenLaw(readChatJson(JSON.stringify({ name: 'G', messages }), context))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('a passage list can be walked twice and is the same', () => {
    const { passages } = readText('A: yes?\nB: no.\nA: well.\n', context);
    expect([...passages]).toEqual([...passages]);
  });

  test('ten million characters on one line are cut at white space', () => {
    const { passages } = readText('word '.repeat(2_000_000), context);
    let count = 0;
    for (const passage of passages) {
      expect(passage.span.end - passage.span.start).toBeLessThanOrEqual(LONGEST_PASSAGE);
      count++;
    }
    expect(count).toBeGreaterThan(1200);
  });

  for (const folder of ['scenarios', 'hostile/synthetic', 'hostile/blns'])
    test(`every file of ${folder}`, (task) => {
      const root = sharedData(folder);
      if (root === null) return task.skip(`${folder} is not beside the checkout`);
      const broken = filesUnder(root).flatMap((path) => lawsOfFile(path));
      expect(broken).toEqual([]);
    });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size < 3_000_000);
}

function lawsOfFile(path: string): string[] {
  const bytes = readFileSync(path);
  try {
    refuseBinary(bytes);
    const { text } = decodeText(bytes);
    const reader = readers[sniffFormat(text, path).name] ?? readText;
    const broken = brokenLaw(reader(text, context));
    return broken === null ? [] : [`${path}: ${broken}`];
  } catch (error) {
    return error instanceof HearsayError ? [] : [`${path}: ${String(error)}`];
  }
}
