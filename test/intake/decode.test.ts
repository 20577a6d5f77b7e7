import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/intake/decode.ts';
import { sharedData } from '../shared-data.ts';

const turkish =
  'Dün gece ırmağın kıyısında on beş kişi gördük, hepsi üşümüştü.\nŞoför İzmir’e gitti ve geri dönmedi, çocuklar ağladı.\n';
const arabic =
  'وصلت السفينة إلى الميناء ليلة أمس وعلى متنها تسعون صندوقاً\nقال العامل إن الرافعة عملت حتى الفجر\n';
const russian = 'Вчера ночью мы видели на берегу пятнадцать человек, все замёрзли.\n';
const french = 'Les employés ont été évacués à l’aube, la fumée était très épaisse près du château.\n';

describe('encodings', () => {
  test.each([
    ['UTF-8', turkish, 1],
    ['windows-1254', turkish, 0.2],
    ['windows-1256', arabic, 0.2],
    ['windows-1251', russian, 0.2],
    ['koi8-r', russian, 0.2],
    ['CP850', 'Die Übergabe fand später statt, fünf Männer kamen über die Brücke zurück.\n', 0.2],
    ['macintosh', french, 0.2],
    ['UTF-16LE', arabic, 0.8],
    ['UTF-16BE', turkish, 0.8],
    ['UTF-32LE', russian, 0.8],
  ])('%s without a mark', (name, text, least) => {
    const decoded = decodeText(iconv.encode(text, name, { addBOM: false }));
    expect(decoded.text).toBe(text);
    expect(decoded.encoding.confidence).toBeGreaterThanOrEqual(least);
  });

  test.each(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'UTF-32LE', 'UTF-32BE'])(
    '%s by its mark, which is dropped',
    (name) => {
      const { text, encoding } = decodeText(iconv.encode(turkish, name, { addBOM: true }));
      expect([text, encoding]).toEqual([turkish, { name, confidence: 1 }]);
    },
  );

  test('line ends become newlines and nothing else changes', () => {
    expect(decodeText(Buffer.from('a \r\n b\rc\n\n d\u00a0\t')).text).toBe('a \n b\nc\n\n d\u00a0\t');
  });

  test('damaged UTF-8 keeps its letters and counts what was lost', () => {
    const bytes = Buffer.concat([
      Buffer.from('şığ çöü '),
      Buffer.from([0xc0]),
      Buffer.from(' ĞİŞ'),
      Buffer.from([0xff]),
    ]);
    const { text, encoding, doubts } = decodeText(bytes);
    expect(text).toBe('şığ çöü \ufffd ĞİŞ\ufffd');
    expect(encoding.name).toBe('UTF-8');
    expect(doubts.map((doubt) => doubt.text)[0]).toMatch(/^2 places could not be decoded/);
  });

  test('an uncertain encoding says so', () => {
    expect(decodeText(iconv.encode(french, 'macintosh')).doubts.map(({ code }) => code)).toEqual([
      'intake/encoding-uncertain',
    ]);
  });
});

describe('what is no text', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'intake/empty'],
    ['a mark alone', Buffer.from([0xef, 0xbb, 0xbf]), 'intake/empty'],
    ['white space alone', Buffer.from(' \r\n\t '), 'intake/empty'],
    ['control codes', Buffer.from([0, 1, 2, 3, 4, 65, 0, 0, 255, 7, 3, 2, 1]), 'intake/binary'],
  ])('%s', (_name, bytes, code) => {
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test('a stray control character is kept, with a doubt', () => {
    const { text, doubts } = decodeText(Buffer.from(`${'word '.repeat(40)}\u0007end`));
    expect(text).toContain('\u0007');
    expect(doubts[0]?.code).toBe('intake/control-characters');
  });
});

test('every string comes back from UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text.trim() !== '' && !/\p{Cc}/u.test(text) && !text.startsWith('\ufeff'));
      expect(decodeText(Buffer.from(text)).text).toBe(text);
    }),
  );
});

interface Sample {
  readonly iconv: string;
  readonly encoding: string;
  readonly path: string;
}

test('most of a public collection is decoded right, and what is not says that it is uncertain', (task) => {
  const root = sharedData('hostile/chardet/corpus/generated');
  if (root === null) return task.skip('the collection is not beside the checkout');
  const samples = JSON.parse(readFileSync(join(root, 'index.json'), 'utf8')) as Sample[];
  const known = samples.filter((sample) => iconv.encodingExists(sample.iconv));
  const wrong = known.filter((sample) => !isRight(readFileSync(join(root, sample.path)), sample.iconv));
  expect(wrong.length).toBeLessThanOrEqual(0.12 * known.length);
  const sure = wrong.filter(
    (sample) => decodeText(readFileSync(join(root, sample.path))).doubts.length === 0,
  );
  expect(sure.length).toBeLessThanOrEqual(2);
});

function isRight(bytes: Buffer, name: string): boolean {
  return decodeText(bytes).text === iconv.decode(bytes, name).replace(/\r\n?/g, '\n');
}
