import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/split-sentences.ts';
import { tokenize } from '../../src/language/tokenize.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text, tokenize(text)).map((run) => text.slice(run.start, run.end));
}

describe('splitSentences', () => {
  const cases = [
    'He came.|She left.',
    'Mr. Dunne met Dr. Orla Vance at 3 p.m. on Friday.|They talked.',
    'The U.S. Senate voted.|It was late.',
    'They live in the U.S.|The house is small.',
    'J. K. Marsh spoke.|Nobody listened.',
    'See No. 14 of the list.|Then stop.',
    '"Is that all?" she asked.|No.|That was not all.',
    'He paid 2.50 lira.|She paid 1,400.',
    'Wait...|Who is there?|Nobody... at least not now.',
    '1. The first ship came.|2. The second did not.',
    '“We saw it.”|She nodded.',
    '“We saw it!” she said.|He did not.',
    'Sn. Toprak geldi.|Doç. Dr. Kaya gelmedi.',
    'هل وصل؟|نعم وصل.|ثم غادر.',
    '¿Quién llamó?|El Sr. Prado, a las 15:30.|Nadie más.',
    'one came in the night.|two left.|nobody knows',
    'Visit example.org for more.|Bye.',
    'Really?!|Yes.',
  ];
  it.each(cases)('%s', (line) => {
    expect(sentencesOf(line.replaceAll('|', ' '))).toEqual(line.split('|'));
  });

  it('never joins over a blank line', () => {
    expect(sentencesOf('No stop here\n\nAnother paragraph')).toEqual(['No stop here', 'Another paragraph']);
  });

  it('reads on over a single line break', () => {
    expect(sentencesOf('A long line that\ngoes on.')).toEqual(['A long line that\ngoes on.']);
  });

  it('covers all tokens in order on any text', () => {
    const piece = fc.constantFrom(
      'a',
      'Mr',
      '.',
      '!',
      '?',
      '"',
      '”',
      ' ',
      '\n',
      '\n\n',
      '...',
      '5',
      'É',
      'و',
      '؟',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenize(text);
        const runs = splitSentences(text, tokens);
        let next = 0;
        for (const run of runs) {
          expect(run.firstToken).toBe(next);
          expect(run.endToken).toBeGreaterThan(run.firstToken);
          expect(run.start).toBe(tokens[run.firstToken]?.start);
          expect(run.end).toBe(tokens[run.endToken - 1]?.end);
          next = run.endToken;
        }
        expect(next).toBe(tokens.length);
      }),
    );
  });
});
