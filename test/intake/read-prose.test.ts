import { describe, expect, test } from 'vitest';
import { readMarkdown, readText } from '../../src/intake/read-text.ts';

const context = { sourceId: 'src_0123456789abcdef0123', file: 'x.txt' };

function cut(text: string): string[] {
  return [...readText(text, context).passages].map(
    ({ kind, body }) => `${kind} | ${text.slice(body.start, body.end).replace(/\s+/g, ' ')}`,
  );
}

const article =
  'THE RIVER COURIER\nTuesday, April 14, 2020\n\nMill burns for two days\nBy Ada Lund and staff\n\nELVERUM -- A mill burned for two days, the fire service said on Monday.\n\n"We had no water," said its chief, Tor Vik.\n\nREAD MORE: Ice on the lake\n\nWeather, page 14.\n';

describe('articles', () => {
  test('a wire slug is no publisher; the dateline names the agency', () => {
    const copy =
      'COA0447 4 GEN 0412 LAKE-FERRY\nFerry sinks on the lake\n    By Ada Lund\n    ELVERUM, May 3 (Coast Cable) - A ferry with 40 people sank on the lake on Monday, the coast guard said in a statement.\n    Nine were saved.\n';
    const { publisher, title } = readText(copy, context);
    expect([publisher, title]).toEqual(['Coast Cable', 'Ferry sinks on the lake']);
  });

  test('masthead, date, byline, headline, paragraphs, promotion', () => {
    expect(cut(article).map((line) => line.split(' ')[0])).toEqual([
      'header',
      'header',
      'heading',
      'header',
      'paragraph',
      'paragraph',
      'boilerplate',
      'boilerplate',
    ]);
  });

  test('what it says of itself', () => {
    const { kind, title, publisher, date } = readText(article, context);
    expect({ kind, title, publisher, date }).toEqual({
      kind: 'article',
      title: 'Mill burns for two days',
      publisher: 'THE RIVER COURIER',
      date: '2020-04-14',
    });
  });

  test('paragraphs that begin with an indent and lines broken at a width', () => {
    const text =
      'HILL WIRE\nOSLO, 3 May 2020\n\n    OSLO (HW) - The dam held through the whole of the night\nand the people of the valley slept in their own houses\nfor the first time in a week, the mayor said.\n    Nobody was hurt, and the water fell by a metre before\nthe morning, said two men who had kept watch there.\n';
    expect(cut(text).slice(2)).toEqual([
      'paragraph | OSLO (HW) - The dam held through the whole of the night and the people of the valley slept in their own houses for the first time in a week, the mayor said.',
      'paragraph | Nobody was hurt, and the water fell by a metre before the morning, said two men who had kept watch there.',
    ]);
  });
});

describe('bulletins and testimonies', () => {
  test('each bulletin is a part with its hour on the day of the document', () => {
    const text =
      'HARBOUR AUTHORITY -- PRESS OFFICE\nMonday 4 May 2020\n\nUPDATE 1, 08:10\nTwo boats are missing.\n\nUPDATE 2, 10:00\nOne boat is missing.\n\nFINAL NOTICE, 18:45\nBoth boats are back.\n';
    const { kind, publisher, date, sections } = readText(text, context);
    expect({ kind, publisher, date }).toEqual({
      kind: 'report',
      publisher: 'HARBOUR AUTHORITY',
      date: '2020-05-04',
    });
    expect(sections.slice(1).map(({ title, kind, time }) => [title, kind, time?.from, time?.clock])).toEqual([
      ['update 1', 'bulletin', '2020-05-04', '08:10'],
      ['update 2', 'bulletin', '2020-05-04', '10:00'],
      ['FINAL NOTICE, 18:45', 'bulletin', '2020-05-04', '18:45'],
    ]);
  });

  test('bulletins with days of their own give the document its last day', () => {
    const text =
      'COMMITTEE OF ROADS\nPress bulletins\n\nBULLETIN 5/20 -- 4 February 2020\nThe road is open.\n\nBULLETIN 6/20 -- 11 February 2020\nThe road is shut.\n';
    const { date, sections } = readText(text, context);
    expect([date, sections.map(({ title }) => title)]).toEqual([
      '2020-02-11',
      [null, 'bulletin 5/20', 'bulletin 6/20'],
    ]);
  });

  test('a testimony is spoken by the one whose name heads it', () => {
    const text =
      'WRITTEN TESTIMONIES handed in, May 2020\n\n(1) Ayla Kent, mother\nNobody rang me. I went there myself.\n\n(2) Unsigned, "a brother"\nMine is alive.\n';
    const spoken = [...readText(text, context).passages]
      .filter(({ kind }) => kind === 'paragraph')
      .map(({ speaker }) => [speaker?.name, speaker?.unknown]);
    expect(spoken).toEqual([
      ['Ayla Kent', false],
      ['Unsigned, "a brother"', true],
    ]);
  });
});

test('Markdown headings and quotations lose their marks in the body', () => {
  const text = '# The mill\n\nIt burned.\n\n> We had no water.\n';
  const bodies = [...readMarkdown(text, context).passages].map(({ kind, body }) => [
    kind,
    text.slice(body.start, body.end),
  ]);
  expect(bodies).toEqual([
    ['heading', 'The mill'],
    ['paragraph', 'It burned.'],
    ['paragraph', 'We had no water.'],
  ]);
});
