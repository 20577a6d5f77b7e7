import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnNames } from '../../../src/reading/names/learn-names.ts';
import { readNames } from '../../../src/reading/names/read-names.ts';
import { type Made, makePassages } from '../make-passages.ts';

function namesIn(text: string, made: Made = {}): string[] {
  const passages = makePassages(text, made);
  const memory = learnNames(passages);
  return passages
    .flatMap((words) => readNames(words, memory))
    .map((mention) => {
      const title = mention.title === null ? '' : `[${mention.title}] `;
      return `${mention.kind}: ${title}${mention.name}`;
    });
}

describe('readNames', () => {
  it.each<[string, string[]]>([
    ['We saw Karel Odin in Ostrava.', ['person: Karel Odin', 'place: Ostrava']],
    ['Yesterday it rained.', []],
    ['رأينا محمود جاسم البصراوي عند الباب.', ['person: محمود جاسم البصراوي']],
    ['ووصلت مع زينب محمود إلى السوق.', ['person: زينب محمود']],
    ['وصل محمود إلى السوق.', []],
    ['They met Dr Mira Solt and Colonel Havel.', ['person: [Dr] Mira Solt', 'person: [Colonel] Havel']],
    ['It was signed by spokesman Ivo Brandl.', ['person: [spokesman] Ivo Brandl']],
    ['She called Abu Tarek twice.', ['person: Abu Tarek']],
    ['He wrote to the Ministry of Fisheries on Monday.', ['organization: Ministry of Fisheries']],
    ['He rang the harbour office from +44 20 7946 0012.', ['phone: +44 20 7946 0012']],
    ['Then the duty sergeant opened the gate.', ['role: the duty sergeant']],
    [
      'An unidentified caller rang, a spokesman for the board said.',
      ['role: An unidentified caller', 'role: a spokesman for the board'],
    ],
    ['Nobody saw Jan de Wit or Omar al-Bakri.', ['person: Jan de Wit', 'person: Omar al-Bakri']],
    ['They took the ferry Blue Heron to Malmo.', ['vehicle: Blue Heron', 'place: Malmo']],
    ['Trucks stood at Gate 12 and the Northern Front had fled.', ['place: Gate 12', 'group: Northern Front']],
  ])('%s', (text, expected) => {
    expect(namesIn(text)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    [
      'tr',
      "Dün Derbent'te yakalandı, Sağlık Bakanlığı bilgi vermedi.",
      ['place: Derbent', 'organization: Sağlık Bakanlığı'],
    ],
    ['tr', 'Dün Nuri Bey geldi.', ['person: [Bey] Nuri']],
    ['ar', 'اتصل أبو طارق من بيروت.', ['person: أبو طارق', 'place: بيروت']],
    ['ar', 'غرقت السفينة زمردة قرب درنة.', ['vehicle: زمردة', 'place: درنة']],
    ['en', 'On the sheet he is نزار حداد, twice.', ['person: نزار حداد']],
    ['en', 'He said kitab [كتاب] again.', []],
    ['ar', 'وقالت وزارة الصحة إن العدد كبير.', ['organization: وزارة الصحة']],
  ])('%s: %s', (language, text, expected) => {
    expect(namesIn(text, { language }).filter((name) => !name.startsWith('role'))).toEqual(expected);
  });

  it('drops a capital at a sentence start unless the word is a name elsewhere', () => {
    expect(namesIn('Nets were torn.\nWe met Marlow.\nMarlow was late.')).toEqual([
      'person: Marlow',
      'person: Marlow',
    ]);
  });

  it('gives a name one kind throughout a source', () => {
    const names = namesIn('The village near Drin was empty.\nThey drove to Drin in the end.\nWe like Drin.');
    expect(names.filter((name) => name.endsWith('Drin'))).toEqual([
      'place: Drin',
      'place: Drin',
      'place: Drin',
    ]);
  });

  it('names the speaker of an utterance', () => {
    expect(namesIn('BRAM: Who is there?', { kind: 'transcript' })).toEqual(['person: BRAM']);
  });

  it('learns what an acronym stands for', () => {
    expect(namesIn('The Lower Basin Authority (LBA) met. Then LBA left.')).toContain('organization: LBA');
  });

  it('gives spans that lie in their passage, in order, and hold the name, on any text', () => {
    const piece = fc.constantFrom(
      'Dr ',
      'Odin',
      ' ',
      'the ',
      'sergeant',
      "'da",
      '. ',
      'of ',
      'al-',
      'Ministry ',
      'أبو ',
      'طارق ',
      '(',
      '+44 20 7946 0012',
      '"',
      '\n',
      'No. 9',
      'É',
      'J. ',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const passages = makePassages(text);
        const memory = learnNames(passages);
        for (const words of passages) {
          let last = words.passage.span.start;
          for (const { span, name } of readNames(words, memory)) {
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.end).toBeLessThanOrEqual(words.passage.span.end);
            expect(text.slice(span.start, span.end)).toContain(name);
            last = span.end;
          }
        }
      }),
    );
  });
});
