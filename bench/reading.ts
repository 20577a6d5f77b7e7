/**
 * `npm run bench:reading [-- FOLDER]`: words a second of whole reading (figures, times, names,
 * voices, events, statements) against compromise on the same text, in turns within one run, all
 * warm, median of the rounds. Hearsay is timed twice: in this thread, by CPU time; and in the way
 * of the product, bytes to statements by its reader threads on all cores, by the clock. compromise
 * is timed twice: tagging alone, and with people, places, organizations and values asked for.
 * Default text: English articles of ../shared/data/polnear, else the samples.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import { BUDGET } from '../src/intake/containers/member.ts';
import { readDocument } from '../src/intake/read-document.ts';
import { startReader } from '../src/read-one.ts';
import { readSource } from '../src/reading/read-source.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = [
  process.argv[2],
  at('../../shared/data/polnear/train/text'),
  at('../samples/night-lorries/files'),
].find((path) => path !== undefined && existsSync(path));
if (folder === undefined) throw new Error('there is no text to read');

const FILES = 160;
const PEER_FILES = 24;
const THREADS = availableParallelism();
// Measured is how fast a large pile is read, not a program's first second.
const WARM_ROUNDS = 5;
const ROUNDS = 7;

interface Timed {
  readonly words: number;
  readonly cpuSeconds: number;
  readonly seconds: number;
}

const wordsOf = (text: string) => text.split(/\s+/).length;
const names = readdirSync(folder).sort().slice(0, FILES);
const documents = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const texts = documents.map(({ bytes }) => bytes.toString('utf8'));
const taken = await Promise.all(
  documents.map(({ name, bytes }) => readDocument(bytes, { path: name, file: name })),
);
const intakes = taken.map((intake) => ({ ...intake, passages: [...intake.passages] }));
const words = texts.reduce((sum, text) => sum + wordsOf(text), 0);
const peerTexts = texts.slice(0, PEER_FILES);
const peerWords = peerTexts.reduce((sum, text) => sum + wordsOf(text), 0);
const reader = startReader(THREADS, Number.POSITIVE_INFINITY);

async function time(count: number, work: () => Promise<unknown> | unknown): Promise<Timed> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1e3;
  const { user, system } = process.cpuUsage(cpu);
  return { words: count, cpuSeconds: (user + system) / 1e6, seconds };
}

let statements = 0;
const ours = () => {
  statements = 0;
  for (const { source, sections, passages } of intakes)
    statements += readSource(source, sections, passages).statements.length;
};
const threaded = () =>
  Promise.all(
    documents.map(({ name, bytes }) => reader.open(bytes, { path: name, file: name }, { ...BUDGET })),
  );
const tagging = () => {
  for (const text of peerTexts) nlp(text);
};
const asking = () => {
  for (const text of peerTexts) {
    const doc = nlp(text);
    for (const found of [doc.people(), doc.places(), doc.organizations(), doc.match('#Value')])
      found.out('array');
  }
};

const rounds: { ours: Timed; threaded: Timed; tagging: Timed; asking: Timed }[] = [];
for (let round = -WARM_ROUNDS; round < ROUNDS; round++) {
  const timed = {
    ours: await time(words, ours),
    threaded: await time(words, threaded),
    tagging: await time(peerWords, tagging),
    asking: await time(peerWords, asking),
  };
  if (round >= 0) rounds.push(timed);
}
await reader.stop();

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const line = (name: string, value: string) => console.log(name.padEnd(58), value.padStart(12));
const rate = (which: keyof (typeof rounds)[number], clock: 'cpuSeconds' | 'seconds') =>
  median(rounds.map((round) => round[which].words / round[which][clock]));
const ratio = (peer: 'tagging' | 'asking', which: 'ours' | 'threaded', clock: 'cpuSeconds' | 'seconds') =>
  median(
    rounds.map(
      (round) => round[which].words / round[which][clock] / (round[peer].words / round[peer][clock]),
    ),
  );
line('text', `${words} words in ${names.length} files`);
line('statements', String(statements));
line('one thread, CPU time: hearsay, words/s', rate('ours', 'cpuSeconds').toFixed(0));
line('  compromise, tagging', rate('tagging', 'cpuSeconds').toFixed(0));
line('  compromise, names and values too', rate('asking', 'cpuSeconds').toFixed(0));
line('  ratio to tagging', ratio('tagging', 'ours', 'cpuSeconds').toFixed(1));
line('  ratio to names and values', ratio('asking', 'ours', 'cpuSeconds').toFixed(1));
line(`${THREADS} threads, clock: hearsay from bytes, words/s`, rate('threaded', 'seconds').toFixed(0));
line('  CPU seconds a second', median(rounds.map(({ threaded: t }) => t.cpuSeconds / t.seconds)).toFixed(2));
line('  compromise, tagging', rate('tagging', 'seconds').toFixed(0));
line('  compromise, names and values too', rate('asking', 'seconds').toFixed(0));
line('  ratio to tagging', ratio('tagging', 'threaded', 'seconds').toFixed(1));
line('  ratio to names and values', ratio('asking', 'threaded', 'seconds').toFixed(1));
