/**
 * `npm run bench:reading [-- FOLDER]`: words a second of whole reading (figures, times, names,
 * voices, events, statements) on one core, against compromise on the same text in the same
 * run. compromise is timed twice: tagging alone, and with people, places, organizations and
 * values asked for. Default text: English articles of ../shared/data/polnear, else the samples.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import { readDocument } from '../src/intake/read-document.ts';
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
const names = readdirSync(folder).sort().slice(0, FILES);
const documents = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
const wordsOf = (text: string) => text.split(/\s+/).length;

async function readAll(
  some: typeof documents,
): Promise<{ words: number; seconds: number; statements: number }> {
  let words = 0;
  let statements = 0;
  let seconds = 0;
  for (const { name, bytes } of some) {
    const intake = await readDocument(bytes, { path: name, file: name });
    const passages = [...intake.passages];
    const began = process.cpuUsage();
    statements += readSource(intake.source, intake.sections, passages).statements.length;
    const spent = process.cpuUsage(began);
    seconds += (spent.user + spent.system) / 1e6;
    words += wordsOf(intake.source.text);
  }
  return { words, seconds, statements };
}

function timePeer(some: typeof documents, ask: (text: string) => void): { words: number; seconds: number } {
  const texts = some.map(({ bytes }) => bytes.toString('utf8'));
  const began = process.cpuUsage();
  for (const text of texts) ask(text);
  const spent = process.cpuUsage(began);
  return {
    words: texts.reduce((sum, text) => sum + wordsOf(text), 0),
    seconds: (spent.user + spent.system) / 1e6,
  };
}

const tag = (text: string) => void nlp(text);
const askAll = (text: string) => {
  const doc = nlp(text);
  for (const found of [doc.people(), doc.places(), doc.organizations(), doc.match('#Value')])
    found.out('array');
};

// Both are warmed with what they are timed on: measured is how fast a large pile is read, not a
// program's first second.
const WARM_ROUNDS = 5;
for (let round = 0; round < WARM_ROUNDS; round++) {
  await readAll(documents);
  timePeer(documents.slice(0, PEER_FILES), tag);
}
timePeer(documents.slice(0, PEER_FILES), askAll);
const ours = await readAll(documents);
const tagging = timePeer(documents.slice(0, PEER_FILES), tag);
const asking = timePeer(documents.slice(0, PEER_FILES), askAll);
const rate = ({ words, seconds }: { words: number; seconds: number }) => words / seconds;
const line = (name: string, value: string) => console.log(name.padEnd(46), value.padStart(12));
line('text', `${ours.words} words in ${names.length} files`);
line('hearsay, whole reading, words/s a core', rate(ours).toFixed(0));
line('  statements', String(ours.statements));
line('compromise, tagging, words/s', rate(tagging).toFixed(0));
line('compromise, names and values too, words/s', rate(asking).toFixed(0));
line('ratio to tagging', (rate(ours) / rate(tagging)).toFixed(1));
line('ratio to names and values', (rate(ours) / rate(asking)).toFixed(1));
