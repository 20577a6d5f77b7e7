/**
 * `npm run model:evaluate [-- LANGUAGE ...] [--data DIR]`: measures the models that ship, on test
 * files and held-out blocks that none of them was trained on: gold words and sentences, tags by
 * universal part of speech, heads and relations with marks counted, names by exact span and kind.
 * `speech` is the same text in small letters without marks.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openModelFile } from '../src/language/model/model-file.ts';
import { WordFeatures } from '../src/language/model/word-features.ts';
import { readNameData } from './train/name-data.ts';
import { asSpeech, readSyntaxData } from './train/syntax-data.ts';
import { asSpokenNames, scoreNames } from './train/train-names.ts';
import { scoreSyntax } from './train/train-syntax.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
const data = values.data ?? at('../../shared/data');
const percent = (share: number) => (100 * share).toFixed(1);
const present = <Item>(items: readonly (Item | null)[]) => items.filter((item) => item !== null);

for (const language of positionals.length > 0 ? positionals : ['en', 'tr']) {
  const model = openModelFile(new URL(`../src/language/model/weights/${language}.model`, import.meta.url));
  const words = new WordFeatures(model);
  const syntax = {
    tagLabels: model.tagLabels,
    arcLabels: model.arcLabels,
    tagger: model.tagger,
    parser: model.parser,
  };
  for (const [name, sentences] of Object.entries(readSyntaxData(data, language).tests)) {
    for (const [form, tests] of [
      ['as written', sentences],
      ['speech', present(sentences.map(asSpeech))],
    ] as const) {
      const { tokens, tags, heads, labelled } = scoreSyntax(tests, words, syntax);
      console.log(
        `${language} ${name}, ${form}: ${tokens} words, UPOS ${percent(tags)}, UAS ${percent(heads)}, LAS ${percent(labelled)}`,
      );
    }
  }
  const names = { labels: model.nameLabels, weights: model.names };
  for (const [name, sentences] of Object.entries(readNameData(data, language).tests)) {
    for (const [form, tests] of [
      ['as written', sentences],
      ['speech', present(sentences.map(asSpokenNames))],
    ] as const) {
      const { gold, precision, recall, f1, byKind } = scoreNames(tests, model.tagger, words, names);
      const kinds = Object.entries(byKind)
        .map(([kind, each]) => `${kind} ${each.toFixed(2)}`)
        .join(', ');
      console.log(
        `${language} ${name}, ${form}: ${gold} names, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} (${kinds})`,
      );
    }
  }
}
