import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnNames } from '../../../src/reading/names/learn-names.ts';
import { readNames } from '../../../src/reading/names/read-names.ts';
import { type Attribution, readVoices } from '../../../src/reading/voices/read-voices.ts';
import { type Made, makePassages } from '../make-passages.ts';

function attributionsIn(text: string, made: Made = {}): Attribution[] {
  const passages = makePassages(text, made);
  const memory = learnNames(passages);
  return readVoices(
    passages,
    passages.flatMap((words) => readNames(words, memory)),
  );
}

function linesOf(text: string, made: Made = {}): string[] {
  return attributionsIn(text, made).map(({ voices, verb, content }) => {
    const chain = voices.map((voice) => voice.name + (voice.guess ? '?' : '')).join(' > ');
    return `${chain} | ${verb ?? '-'} | ${text.slice(content.start, content.end)}`;
  });
}

describe('readVoices in English prose', () => {
  it.each<[string, string[]]>([
    ['Karel Odin said that nine boats had sunk.', ['Karel Odin | say | nine boats had sunk']],
    ['Nine boats had sunk, Karel Odin said.', ['Karel Odin | say | Nine boats had sunk']],
    ['"Nine boats have sunk," said Karel Odin.', ['Karel Odin | say | Nine boats have sunk,']],
    ['“Nine boats have sunk,” Odin told reporters in Ostrava.', ['Odin | tell | Nine boats have sunk,']],
    ['Karel Odin denied that any boat had sunk.', ['Karel Odin | deny | any boat had sunk']],
    ['According to Mira Solt, four men were arrested.', ['Mira Solt | - | four men were arrested']],
    ['Four men were arrested, according to Mira Solt.', ['Mira Solt | - | Four men were arrested']],
    [
      'The rain gauge at the mill measured 40 mm on Monday.',
      ['The rain gauge at the mill | - | measured 40 mm on Monday'],
    ],
    ['Ivo Brandl counted 9 boats in the bay.', ['Ivo Brandl | - | counted 9 boats in the bay']],
    ['The log records that four men were arrested.', ['log | record | four men were arrested']],
    ['The calls suggest four men were arrested.', ['calls | suggest | four men were arrested']],
    [
      'A spokesman for the coastguard, Ivo Brandl, said nobody was hurt.',
      ['Ivo Brandl | say | nobody was hurt'],
    ],
    [
      '"Nobody was hurt at all," said the director, Ivo Brandl.',
      ['Ivo Brandl | say | Nobody was hurt at all,'],
    ],
    ['The port is shut, says an engineer in Lisbon, Rui Marsh.', ['Rui Marsh | say | The port is shut']],
    ['Mira Solt, who runs the port, said it was closed.', ['Mira Solt | say | it was closed']],
    [
      'Mira Solt was told by Ivo Brandl that the port was closed.',
      ['Ivo Brandl | tell | the port was closed'],
    ],
    ['A man called Ivo Brandl left the room.', []],
    [
      'He called the plan "a farce" and left the State Archive.',
      ['he? | call | the plan "a farce" and left the State Archive'],
    ],
    ['The so-called "free ride" ended.', []],
    ['Karel Odin said. Then he left.', []],
  ])('%s', (text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  it('takes a pronoun back to the last voice, as a guess', () => {
    expect(linesOf('Karel Odin said the port was closed. He said four men were there.')).toEqual([
      'Karel Odin | say | the port was closed',
      'Karel Odin? | say | four men were there',
    ]);
  });

  it('takes a title back to who had it', () => {
    const lines = linesOf('Spokesman Ivo Brandl came late.\nThe spokesman said four men were there.');
    expect(lines).toEqual(['Ivo Brandl? | say | four men were there']);
  });

  it('reads an interrupted quotation as one voice', () => {
    expect(linesOf('"The port is closed," Karel Odin said. "Nobody may leave it."')).toEqual([
      'Karel Odin | say | The port is closed,',
      'Karel Odin? | say | Nobody may leave it.',
    ]);
  });

  it('carries an open quotation into the next passage', () => {
    const lines = linesOf('Karel Odin said: “The port is closed.\n“Nobody may leave it.”');
    expect(lines).toEqual([
      'Karel Odin | say | The port is closed.',
      'Karel Odin? | - | Nobody may leave it.',
    ]);
  });

  it('puts the outer voice of a nested report first', () => {
    const lines = linesOf('Karel Odin said that Mira Solt had told him that four men were there.');
    expect(lines).toContain('Karel Odin > Mira Solt | tell | four men were there');
  });

  it('adds an inner voice in speech, and none for the speaker', () => {
    const made: Made = { kind: 'transcript' };
    expect(linesOf('BRAM: Marek told me that the gate was open.', made)).toEqual([
      'Marek | tell | the gate was open',
    ]);
    expect(linesOf('BRAM: I told you that the gate was open.', made)).toEqual([]);
  });

  it('does not take somebody named in a quotation for "he"', () => {
    const lines = linesOf('Karel Odin was angry. "I never met Ivo Brandl anywhere," he said.');
    expect(lines).toEqual(['Karel Odin? | say | I never met Ivo Brandl anywhere,']);
  });
});

describe('readVoices in other languages', () => {
  it.each<[string, string, string[]]>([
    [
      'tr',
      'Vali Cem Aydan, “Patlama bir kaza olabilir” dedi.',
      ['Cem Aydan | say | Patlama bir kaza olabilir'],
    ],
    [
      'tr',
      'Sağlık Bakanlığı kırk yaralı olduğunu açıkladı.',
      ['Sağlık Bakanlığı | explain | kırk yaralı olduğunu'],
    ],
    ['tr', 'Bakanlığa göre kırk kişi yaralandı.', ['Bakanlığa | - | kırk kişi yaralandı']],
    ['tr', 'Adam kapıyı açtı.', []],
    ['ar', 'وقال سليم الحداد إن الميناء مغلق.', ['سليم الحداد | say | الميناء مغلق']],
    ['ar', 'الميناء مغلق، بحسب سليم الحداد.', ['سليم الحداد | - | الميناء مغلق']],
    ['es', 'El alcalde dijo que el puerto estaba cerrado.', ['El alcalde | say | el puerto estaba cerrado']],
    ['es', 'El puerto está cerrado, según el alcalde.', ['el alcalde | - | El puerto está cerrado']],
    ['es', '«El puerto está cerrado», dijo el alcalde.', ['el alcalde | say | El puerto está cerrado']],
    ['fr', 'Le port est fermé, selon le maire.', ['le maire | - | Le port est fermé']],
    ['pt', 'O prefeito disse que o porto estava fechado.', ['O prefeito | say | o porto estava fechado']],
  ])('%s: %s', (language, text, expected) => {
    expect(linesOf(text, { language })).toEqual(expected);
  });
});

describe('laws of attributions', () => {
  const piece = fc.constantFrom(
    'Odin ',
    'said ',
    'that ',
    '"',
    '“',
    '”',
    ', ',
    '. ',
    'he ',
    'told ',
    'according to ',
    'the log ',
    'shows ',
    "''",
    'who ',
    '\n',
    ': ',
    'by ',
    'قال ',
    'إن ',
    'dedi',
    'göre ',
    'was ',
    'and ',
    'É ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  );

  it('keeps contents and cues in their passage and apart, on any text and in any language', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('en', 'tr', 'ar', 'es', 'xx'), (text, language) => {
        const spans = new Map(
          makePassages(text, { language }).map(({ passage }) => [passage.id, passage.span]),
        );
        for (const { content, cue, passage, voices } of attributionsIn(text, { language })) {
          const span = spans.get(passage);
          for (const part of [content, cue]) {
            expect(part.start).toBeLessThan(part.end);
            expect(part.start).toBeGreaterThanOrEqual(span?.start ?? 0);
            expect(part.end).toBeLessThanOrEqual(span?.end ?? 0);
          }
          expect(content.start >= cue.end || content.end <= cue.start).toBe(true);
          expect(voices.length).toBeGreaterThan(0);
          for (const voice of voices) expect(voice.name).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});
