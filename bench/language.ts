/**
 * `npm run bench:language [-- FOLDER]`: tokens a second of the trained reader of English on one
 * core (tags, lemmas, heads, relations; names apart; both at once), against compromise on the same
 * text in the same run, all in CPU time; and what it takes to load. Default text: English articles of
 * ../shared/data/polnear, else the samples.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import { openModel } from '../src/language/model/language-model.ts';
import { splitSentences } from '../src/language/split-sentences.ts';
import { tokenize } from '../src/language/tokenize.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = [
  process.argv[2],
  at('../../shared/data/polnear/train/text'),
  at('../samples/night-lorries/files'),
].find((path) => path !== undefined && existsSync(path));
if (folder === undefined) throw new Error('there is no text to read');

const FILES = 120;
const PEER_FILES = 16;
const WARM = 3;
const texts = readdirSync(folder)
  .sort()
  .slice(0, FILES)
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const sentences = texts.flatMap((text) => {
  const tokens = tokenize(text);
  return splitSentences(text, tokens).map(({ firstToken, endToken }) => ({
    text,
    tokens: tokens.slice(firstToken, endToken),
  }));
});
const tokens = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);

const before = process.memoryUsage().rss;
const openMs = 1_000 * cpuSeconds(() => openModel('en'));
const model = openModel('en');
if (model === null) throw new Error('there is no model of English: npm run model:train');
const firstMs = 1_000 * cpuSeconds(() => model.read('They left.', tokenize('They left.')));

function cpuSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const analyse = () => {
  for (const { text, tokens: own } of sentences) model.analyse(text, own);
};
const name = () => {
  for (const { text, tokens: own } of sentences) model.findNames(text, own);
};
const both = () => {
  for (const { text, tokens: own } of sentences) model.read(text, own);
};
const peerTexts = texts.slice(0, PEER_FILES);
const peerTokens = peerTexts.reduce((sum, text) => sum + tokenize(text).length, 0);
const tag = () => {
  for (const text of peerTexts) nlp(text).json();
};
for (let round = 0; round < WARM; round++) {
  analyse();
  name();
  both();
}
tag();
const rates = {
  analyse: tokens / cpuSeconds(analyse),
  name: tokens / cpuSeconds(name),
  both: tokens / cpuSeconds(both),
  compromise: peerTokens / cpuSeconds(tag),
};
const line = (label: string, value: string) => console.log(label.padEnd(46), value.padStart(12));
line('text', `${tokens} tokens in ${texts.length} files`);
line('model opened, ms of CPU', openMs.toFixed(0));
line('first reading, which unpacks the rest, ms', firstMs.toFixed(0));
line('memory that it takes, MiB', ((process.memoryUsage().rss - before) / 2 ** 20).toFixed(0));
line('tags, lemmas, heads, relations, tokens/s', rates.analyse.toFixed(0));
line('names (with tags), tokens/s', rates.name.toFixed(0));
line('both, tokens/s', rates.both.toFixed(0));
line('compromise, tokens/s', rates.compromise.toFixed(0));
line('both to compromise', (rates.both / rates.compromise).toFixed(1));
