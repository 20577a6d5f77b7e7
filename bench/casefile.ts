/**
 * Passages into a case and searched again: `node bench/casefile.ts [PASSAGES]` (a million).
 * Everything is made up from a seed: transcripts of a thousand utterances, words by Zipf's law.
 * The peer, in the same run, is node:sqlite putting the bare texts into an FTS5 table of its own.
 */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openCase } from '../src/casefile/open-case.ts';
import type { Casefile, ReadDocument } from '../src/casefile/port.ts';
import { idOf, sourceIdOf } from '../src/statement/id.ts';
import type { Passage } from '../src/statement/source.ts';

const PASSAGES = Number(process.argv[2] ?? 1_000_000);
const IN_A_SOURCE = 1_000;
const SOURCES_A_BATCH = 10;
const VOCABULARY = 60_000;
const QUERIES = 200;

/** Mulberry32: a small generator whose numbers are the same on every machine. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = numbersFrom(20_260_101);
const words = makeWords();
const found = new Map<string, number>();

function makeWords(): string[] {
  const sounds = [
    'ba',
    'de',
    'ki',
    'lo',
    'mu',
    'ran',
    'sel',
    'tor',
    'vin',
    'pas',
    'gre',
    'han',
    'jo',
    'wil',
    'cen',
  ];
  const endings = ['', '', '', 's', 'ed', 'ing', 'er', 'ly'];
  const made = new Set<string>();
  while (made.size < VOCABULARY) {
    const length = 1 + Math.floor(next() * 4);
    const stem = Array.from({ length }, () => sounds[Math.floor(next() * sounds.length)]).join('');
    made.add(stem + (endings[Math.floor(next() * endings.length)] ?? ''));
  }
  return [...made].sort((a, b) => a.length - b.length);
}

/** The rank of a word by Zipf's law, by inversion of the continuous law. */
function word(): string {
  return words[Math.floor(VOCABULARY ** next()) - 1] ?? 'the';
}

function utterance(line: number): { label: string; words: string[] } {
  const count = 6 + Math.floor(next() * 24);
  return { label: line % 2 === 0 ? 'A' : 'B', words: Array.from({ length: count }, word) };
}

function makeDocument(number: number): ReadDocument {
  const lines = Array.from({ length: IN_A_SOURCE }, (_, line) => utterance(line));
  for (const line of lines)
    for (const each of new Set(line.words)) found.set(each, (found.get(each) ?? 0) + 1);
  const texts = lines.map((line) => `${line.label}: ${line.words.join(' ')}.`);
  const text = texts.join('\n');
  const original = Buffer.from(text);
  const sha256 = hash('sha256', original, 'hex');
  const id = sourceIdOf(sha256);
  const file = `tape-${String(number).padStart(6, '0')}.txt`;
  const received = {
    path: file,
    file,
    byteLength: original.length,
    sha256,
    source: id,
    code: null,
    reason: null,
  };
  const reading = { mentions: [], figures: [], relations: [], statements: [], doubts: [] };
  return {
    received: { ...received, outcome: 'read' },
    source: {
      ...{ id, sha256, file, path: file, byteLength: original.length, mediaType: 'text/plain', text },
      ...{ encoding: { name: 'utf-8', confidence: 1 }, kind: 'transcript', title: null, publisher: null },
      ...{ date: null, language: 'en', claims: [], doubts: [] },
    },
    sections: [],
    parts: [{ passages: makePassages(id, texts), reading }],
    original,
  };
}

function makePassages(source: string, texts: readonly string[]): Passage[] {
  let start = 0;
  return texts.map((text, index) => {
    const span = { start, end: start + text.length };
    start = span.end + 1;
    const label = text.charAt(0);
    const labelSpan = { start: span.start, end: span.start + 1 };
    return {
      ...{ id: idOf('psg', source, index), source, index, section: 0, kind: 'utterance', span },
      body: { start: span.start + 3, end: span.end },
      speaker: { label, name: label, span: labelSpan, unknown: false, guess: false },
      ...{ time: null, cells: null, line: index + 1 },
    };
  });
}

function* batches(): Generator<ReadDocument[]> {
  for (let first = 0; first < PASSAGES / IN_A_SOURCE; first += SOURCES_A_BATCH) {
    yield Array.from({ length: SOURCES_A_BATCH }, (_, index) => makeDocument(first + index));
  }
}

function openPeer(path: string): (documents: readonly ReadDocument[]) => void {
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE VIRTUAL TABLE p USING fts5(text)',
  );
  const add = database.prepare('INSERT INTO p (rowid, text) VALUES (?, ?)');
  let row = 0;
  return (documents) => {
    database.exec('BEGIN IMMEDIATE');
    for (const { source, parts } of documents) {
      for (const { passages } of parts) {
        for (const { span } of passages) add.run(++row, source.text.slice(span.start, span.end));
      }
    }
    database.exec('COMMIT');
  };
}

/** Words that stand in about `share` of all passages. */
function wordsIn(share: number, count: number): string[] {
  const distance = ([, passages]: [string, number]) => Math.abs(Math.log(passages / PASSAGES / share));
  return [...found]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .map(([each]) => each);
}

async function timeSearches(casefile: Casefile, queries: readonly string[]): Promise<string> {
  const times: number[] = [];
  let count = 0;
  for (let index = 0; index < QUERIES; index += 1) {
    const start = performance.now();
    const result = await casefile.search({
      words: queries[index % queries.length] ?? '',
      limit: 20,
      offset: 0,
    });
    times.push(performance.now() - start);
    count += result.count;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(0.999)} ms, ${Math.round(count / QUERIES)} counted`;
}

const folder = mkdtempSync(join(process.env.HEARSAY_BENCH_FOLDER ?? tmpdir(), 'hearsay-bench-'));
try {
  const path = join(folder, 'bench.hearsay');
  const casefile = await openCase(path, { mode: 'write', create: true });
  const addToPeer = openPeer(join(folder, 'peer.sqlite'));
  let ours = 0;
  let peers = 0;
  for (const documents of batches()) {
    const start = performance.now();
    await casefile.keepAll(documents);
    const between = performance.now();
    addToPeer(documents);
    ours += between - start;
    peers += performance.now() - between;
  }
  const rate = (ms: number) => `${Math.round(PASSAGES / (ms / 1000)).toLocaleString('en')} passages/s`;
  console.log(`${PASSAGES.toLocaleString('en')} passages, ${SOURCES_A_BATCH * IN_A_SOURCE} a transaction`);
  console.log(`case with index   ${rate(ours)}`);
  console.log(`bare FTS5 table   ${rate(peers)}, ours is ${(peers / ours).toFixed(2)} times as fast`);
  await casefile.close();
  console.log(`case file         ${(statSync(path).size / 2 ** 20).toFixed(0)} MiB, all originals included`);
  const reader = await openCase(path, { mode: 'read' });
  console.log(`word in 0.4 %     ${await timeSearches(reader, wordsIn(0.004, 40))}`);
  console.log(`word in 1 of 8    ${await timeSearches(reader, wordsIn(0.125, 4))}`);
  console.log(
    `phrase            ${await timeSearches(reader, ['"ba de"', `"${wordsIn(0.125, 2).join(' ')}"`])}`,
  );
  console.log(`prefix            ${await timeSearches(reader, ['ranse*', 'to*'])}`);
  await reader.close();
  console.log(`most memory       ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
} finally {
  rmSync(folder, { recursive: true });
}
