/**
 * `npm run model:evaluate-letters [-- --data DIR]`: how often the language of a short utterance (the
 * first six words of a sentence, as written, and in small letters without marks) is told rightly,
 * wrongly or left open, on treebanks' test parts and the halves that were not trained on. `utterances`
 * are those with two words or more, one of which is in small letters: the others are names, times and numbers.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detectLanguage } from '../src/language/detect-language.ts';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
const data = values.data ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const WORDS = 6;
const PARTS = [
  { language: 'en', file: 'english-ewt/test.conllu', half: false },
  { language: 'tr', file: 'turkish-boun/test.conllu', half: false },
  { language: 'tr', file: 'turkish-kenet/test.conllu', half: false },
  { language: 'ar', file: 'arabic-pud/all.conllu', half: false },
  { language: 'ku', file: 'kurmanji-mg/test.conllu', half: true },
];

for (const { language, file, half } of PARTS) {
  const lines = readFileSync(`${data}/treebanks/${file}`, 'utf8').split('\n');
  const all = lines.filter((line) => line.startsWith('# text = ')).map((line) => line.slice(9).trim());
  const cuts = all
    .slice(half ? Math.floor(all.length / 2) : 0)
    .map((text) => text.split(/\s+/).slice(0, WORDS).join(' '));
  const worded = cuts.filter((text) => /\p{L}.*\P{L}\p{L}/u.test(text));
  const uttered = worded.filter((text) => /(?<![\p{L}\p{N}])[\p{Ll}\p{Lo}]{2}/u.test(text));
  for (const [name, texts] of [
    ['all', worded],
    ['utterances', uttered],
    ['utterances as speech', uttered.map((text) => text.toLowerCase().replace(/\p{P}+/gu, ' '))],
  ] as const) {
    const told = texts.map((text) => detectLanguage(text).language);
    const percent = (count: number) => ((100 * count) / texts.length).toFixed(1);
    const right = told.filter((each) => each === language).length;
    const open = told.filter((each) => each === null).length;
    console.log(
      `${language} ${file}, ${name}: ${texts.length}, right ${percent(right)} %, open ${percent(open)} %, wrong ${percent(texts.length - right - open)} %`,
    );
  }
}
