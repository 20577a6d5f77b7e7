import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../../src/reading/read-source.ts';
import { spanHolds } from '../../../src/statement/span.ts';
import { linesOf, readText, sourceOf } from './read-statements.ts';

describe('one sentence in, its statements out', () => {
  test.each([
    [
      'en',
      'Seven sailors were arrested at the quay.',
      ['arrest 7..7 | Seven sailors were arrested at the quay.'],
    ],
    ['en', 'Police arrested 23 sailors.', ['arrest 23..23 | Police arrested 23 sailors.']],
    [
      'en',
      'Twenty crossed, eleven of them were caught.',
      ['cross 20..20 | Twenty crossed', 'arrest 11..11 | eleven of them were caught.'],
    ],
    ['en', 'The number of dead is 14.', ['die 14..14 | The number of dead is 14.']],
    [
      'en',
      'Four of the wounded have been discharged.',
      ['discharge 4..4 | Four of the wounded have been discharged.'],
    ],
    [
      'en',
      'Injured: 31 (19 inmates, 12 officers).',
      ['injure 31..31 | Injured: 31', 'injure 19..19 | 19 inmates', 'injure 12..12 | 12 officers).'],
    ],
    ['en', 'A riot broke out at the dock.', ['start | A riot broke out at the dock.']],
    ['en', 'The tower is 40 metres high.', ['measure 40..40 | The tower is 40 metres high.']],
    ['en', 'No goats were sold in the spring.', ['sell not | No goats were sold in the spring.']],
    [
      'tr',
      'Jandarma limanda yedi kaçakçıyı yakaladı.',
      ['arrest 7..7 | Jandarma limanda yedi kaçakçıyı yakaladı.'],
    ],
    ['tr', 'Dokuz kişi serbest bırakıldı.', ['release 9..9 | Dokuz kişi serbest bırakıldı.']],
    ['ar', 'اعتقلت الشرطة سبعة صيادين في الميناء.', ['arrest 7..7 | اعتقلت الشرطة سبعة صيادين في الميناء.']],
    ['ar', 'لم يصل القارب.', ['arrive not | لم يصل القارب.']],
    ['es', 'La policía detuvo a doce marineros.', ['arrest 12..12 | La policía detuvo a doce marineros.']],
    ['es', 'No murió ningún pescador.', ['die not | No murió ningún pescador.']],
  ])('%s: %s', (language, text, lines) => {
    expect(linesOf(text, 'article', language)).toEqual(lines);
  });
});

describe('what speakers say', () => {
  test.each([
    ['A: Drowned?\nB: Nine.', 'drown 9..9 | Nine.'],
    ['A: Burn the ledger.', 'order ordered | Burn the ledger.'],
    ['A: The ferry was never told to wait.', 'order not | The ferry was never told to wait.'],
    ['A: If he speaks, I will burn his mill.', 'threaten threatened | If he speaks, I will burn his mill.'],
    ['A: The miller is in the cellar.', 'stay | The miller is in the cellar.'],
    ['A: Did they release the miller?', 'release asked | Did they release the miller?'],
    ['A: They released the miller (?).', 'release | They released the miller (?).'],
    ['A: Six arrived at noon. Four by boat.', 'arrive 4..4 | Four by boat.'],
  ])('%s', (text, line) => {
    expect(linesOf(text, 'transcript', 'en')).toContain(line);
  });

  test('each statement belongs to its speaker', () => {
    const { statements } = readText(
      'MIRA: We sold two goats.\nTOLA: I bought two goats.',
      'transcript',
      'en',
    );
    expect(statements.map((statement) => statement.voice.at(-1)?.name)).toEqual(['MIRA', 'TOLA']);
  });

  test('an event that only a question names is a doubt', () => {
    const [, answer] = readText('A: Drowned?\nB: Nine.', 'transcript', 'en').statements;
    expect(answer?.doubts.map((doubt) => doubt.code)).toContain('reading/carried-event');
  });
});

test('a document gives the same statements with the same ids each time', () => {
  const text = 'Twelve were freed. The mayor said nine were freed.\nNobody was hurt.';
  expect(readText(text)).toEqual(readText(text));
});

test('on any text: nothing is thrown, spans slice back, voices are never empty, passages keep their order', () => {
  const words = fc.constantFrom(
    'arrested',
    'twelve',
    '(',
    ')',
    '“',
    '”',
    ',',
    'said',
    'who',
    'and',
    '12.5',
    '\n',
    ' ',
    'öldü',
    'قتل',
    '?',
    ':',
    'Mara',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.array(words, { maxLength: 30 }).map((list) => list.join(' ')),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom('article', 'transcript', 'chat'), (text, kind) => {
      const { source, sections, passages } = sourceOf(text, kind);
      const reading = readSource(source, sections, passages);
      const order = new Map(passages.map((passage) => [passage.id, passage]));
      let last = -1;
      for (const statement of reading.statements) {
        const passage = order.get(statement.passage);
        expect(passage).toBeDefined();
        if (passage === undefined) continue;
        expect(spanHolds(passage.span, statement.span)).toBe(true);
        expect(statement.span.end).toBeGreaterThan(statement.span.start);
        expect(statement.voice.length).toBeGreaterThan(0);
        expect(passage.index).toBeGreaterThanOrEqual(last);
        last = passage.index;
      }
      expect(new Set(reading.statements.map((statement) => statement.id)).size).toBe(
        reading.statements.length,
      );
    }),
    { numRuns: 300 },
  );
});
