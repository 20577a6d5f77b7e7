/**
 * `npm run model:train [-- LANGUAGE ...] [--data DIR] [--clusters FILE]`: trains the readers of
 * English and Turkish and writes src/language/model/weights/LANGUAGE.model. Data: ../shared/data
 * unless said; clusters: the table that model/train/build-clusters.ts makes (English alone; without
 * it the model is poorer, and the run says so). The same data, table and seed give the same bytes.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packModel, type TrainedModel } from '../src/language/model/model-file.ts';
import { WordFeatures } from '../src/language/model/word-features.ts';
import { buildLemmas } from './train/build-lemmas.ts';
import { readNameData } from './train/name-data.ts';
import { readSyntaxData } from './train/syntax-data.ts';
import { meanNames, trainNames, withSpokenNames } from './train/train-names.ts';
import { trainSyntax } from './train/train-syntax.ts';

/** Sizes of the tables of weights, as powers of two, and rounds over the data. */
const SIZES: Readonly<
  Record<
    string,
    { tagBits: number; parseBits: number; nameBits: number; epochs: number; parseEpochs: number }
  >
> = {
  en: { tagBits: 18, parseBits: 22, nameBits: 18, epochs: 6, parseEpochs: 5 },
  tr: { tagBits: 17, parseBits: 20, nameBits: 18, epochs: 8, parseEpochs: 7 },
};

/** The finder of names is the mean of one of each seed. */
const NAME_SEEDS = [5, 6];

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values, positionals } = parseArgs({
  options: { data: { type: 'string' }, clusters: { type: 'string' } },
  allowPositionals: true,
});
const data = values.data ?? at('../../shared/data');
if (!existsSync(data))
  throw new Error(
    `There is no data at ${data}: name the folder with --data (model/README.md says what it holds).`,
  );
const folder = at('../src/language/model/weights');

for (const language of positionals.length > 0 ? positionals : Object.keys(SIZES)) {
  const sizes = SIZES[language];
  if (sizes === undefined) throw new Error(`There is nothing to train ${language} with.`);
  const clusters = language === 'en' ? (values.clusters ?? null) : null;
  if (language === 'en' && clusters === null) console.log('no --clusters: English is trained without them');
  const began = performance.now();
  const log = (line: string) =>
    console.log(`${language} ${Math.round((performance.now() - began) / 1000)} s: ${line}`);
  const { train } = readSyntaxData(data, language);
  const { lexicon, syntax } = trainSyntax(train, { ...sizes, clusters, log });
  const words = new WordFeatures(lexicon);
  const sentences = withSpokenNames(readNameData(data, language).train, 3);
  const names = meanNames(
    NAME_SEEDS.map((seed) =>
      trainNames(sentences, syntax.tagger, words, {
        ...{ epochs: sizes.epochs - 1, bits: sizes.nameBits, seed, log },
      }),
    ),
  );
  const lemmas = buildLemmas(train);
  const model: TrainedModel = {
    language,
    ...{ tagLabels: syntax.tagLabels, arcLabels: syntax.arcLabels, nameLabels: names.labels },
    ...{
      clusters: lexicon.clusters,
      usual: lexicon.usual,
      choices: lexicon.choices,
      lemmaWords: lemmas.words,
      lemmaEndings: lemmas.endings,
    },
    ...{ tagger: syntax.tagger, parser: syntax.parser, names: names.weights },
  };
  const bytes = packModel(model);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${language}.model`, bytes);
  log(`written, ${(bytes.length / 2 ** 20).toFixed(1)} MiB`);
}
