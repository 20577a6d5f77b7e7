/**
 * Sources and contents of attributions against PolNeAR (news prose with every attribution
 * marked by hand; CC BY 4.0): partial overlap, matched one to one by cue and content.
 * Run: `node bench/polnear.ts FOLDER [--verbose]`, where FOLDER has `text/` and `attributions/`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../src/language/split-sentences.ts';
import { tokenize } from '../src/language/tokenize.ts';
import { learnNames } from '../src/reading/names/learn-names.ts';
import { readNames } from '../src/reading/names/read-names.ts';
import type { ReadingPassage } from '../src/reading/reading-passage.ts';
import { type Attribution, readVoices } from '../src/reading/voices/read-voices.ts';
import type { SourceHead } from '../src/statement/pile.ts';
import type { Section } from '../src/statement/source.ts';
import { type Span, spansMeet } from '../src/statement/span.ts';

const verbose = process.argv.includes('--verbose') ? (line: string) => console.log(line) : () => undefined;

interface Gold {
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly content: Span | null;
}

function spanOf(place: string | undefined): Span | null {
  const parts = place?.split(/[ ;]/).slice(1).map(Number);
  return parts === undefined || parts.length < 2 ? null : { start: parts[0] ?? 0, end: parts.at(-1) ?? 0 };
}

function readGold(annotation: string): Gold[] {
  const places = new Map<string, string>();
  const gold: Gold[] = [];
  for (const line of annotation.split('\n')) {
    const [id = '', value = ''] = line.split('\t');
    if (id.startsWith('T')) places.set(id, value);
    if (!id.startsWith('E')) continue;
    const parts = new Map(value.split(' ').map((part) => part.split(':') as [string, string]));
    const at = (name: string) => spanOf(places.get(parts.get(name) ?? ''));
    gold.push({ source: at('Source'), cue: at('Cue'), content: at('Content') });
  }
  return gold;
}

function passagesOf(file: string, text: string): ReadingPassage[] {
  const source: SourceHead = {
    id: file,
    sha256: '',
    file,
    path: file,
    byteLength: 0,
    mediaType: 'text/plain',
    encoding: null,
    kind: 'article',
    title: null,
    publisher: null,
    date: null,
    language: 'en',
    claims: [],
    doubts: [],
  };
  const section: Section = {
    id: file,
    source: file,
    index: 0,
    span: { start: 0, end: text.length },
    title: null,
    kind: 'text',
    time: null,
    parties: [],
    claims: [],
    table: null,
  };
  return [...text.matchAll(/\S[^\n]*/g)].map((match, index) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const tokens = tokenize(match[0], span.start);
    const passage = {
      id: `${file}:${index}`,
      source: file,
      index,
      section: 0,
      kind: 'paragraph' as const,
      span,
      body: span,
      speaker: null,
      time: null,
      cells: null,
      line: index + 1,
    };
    return {
      source,
      section,
      passage,
      text,
      tokens,
      sentences: splitSentences(text, tokens),
      language: 'en',
    };
  });
}

interface Tally {
  gold: number;
  found: number;
  hit: number;
}

const meet = (a: Span | null | undefined, b: Span | null | undefined) =>
  a != null && b != null && spansMeet(a, b);

/** What one cue reports may lie in several pieces; the pieces count as one attribution. */
interface Found {
  readonly first: Attribution;
  readonly contents: Span[];
}

function byCue(found: readonly Attribution[]): Found[] {
  const groups = new Map<string, Found>();
  for (const one of found) {
    const key = `${one.cue.start}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: one, contents: [one.content] });
    else group.contents.push(one.content);
  }
  return [...groups.values()];
}

/** A relative pronoun counts as the noun right before it. */
function sameSource(gold: Span | null, voice: Span | null | undefined, text: string): boolean {
  if (gold === null || voice == null) return false;
  if (spansMeet(gold, voice)) return true;
  return (
    gold.end - gold.start < 6 &&
    gold.start > voice.end &&
    /^[\s,]{1,2}$/.test(text.slice(voice.end, gold.start))
  );
}

interface Tallies {
  readonly content: Tally;
  readonly source: Tally;
}

function match(
  gold: readonly Gold[],
  attributions: readonly Attribution[],
  { content, source }: Tallies,
  text: string,
): void {
  const found = byCue(attributions);
  const free = new Set(found);
  content.gold += gold.filter((one) => one.content !== null).length;
  source.gold += gold.filter((one) => one.source !== null).length;
  content.found += found.length;
  source.found += found.filter(({ first }) => first.voices.at(-1)?.span != null).length;
  const cut = (span: Span | null | undefined) =>
    span == null ? '-' : text.slice(span.start, span.end).slice(0, 70);
  for (const one of gold) {
    const candidates = [...free].filter(({ contents }) => contents.some((other) => meet(one.content, other)));
    const best =
      candidates.find(({ first }) => meet(one.cue, first.cue)) ??
      candidates.find(({ first }) => meet(one.source, first.voices.at(-1)?.span)) ??
      candidates[0];
    if (best === undefined) {
      verbose(`missed   ${cut(one.source)} | ${cut(one.cue)} | ${cut(one.content)}`);
      continue;
    }
    free.delete(best);
    content.hit += 1;
    if (sameSource(one.source, best.first.voices.at(-1)?.span, text)) source.hit += 1;
    else if (one.source !== null)
      verbose(
        `source   ${cut(one.source)} | ${cut(one.cue)} | got ${cut(best.first.voices.at(-1)?.span)} by ${cut(best.first.cue)}`,
      );
  }
  for (const { first } of free)
    verbose(`surplus  ${cut(first.voices.at(-1)?.span)} | ${cut(first.cue)} | ${cut(first.content)}`);
}

function report(name: string, { gold, found, hit }: Tally): string {
  const precision = hit / (found || 1);
  const recall = hit / (gold || 1);
  return `${name.padEnd(8)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${((2 * precision * recall) / (precision + recall || 1)).toFixed(3)}  (${hit} of ${gold}, ${found} found)`;
}

const folder = process.argv[2] ?? '';
const missing = ['text', 'attributions'].filter((name) => !existsSync(join(folder, name)));
if (folder === '' || missing.length > 0) {
  console.error(
    `Name the folder of PolNeAR to measure on, which holds text/ and attributions/: npm run bench:polnear -- FOLDER${folder === '' ? '' : ` (${folder} has no ${missing.join('/ and no ')}/)`}.`,
  );
  process.exit(2);
}
const content: Tally = { gold: 0, found: 0, hit: 0 };
const source: Tally = { gold: 0, found: 0, hit: 0 };
const annotations = readdirSync(join(folder, 'attributions'));
let spent = 0;
let tokens = 0;
for (const file of readdirSync(join(folder, 'text')).sort()) {
  const text = readFileSync(join(folder, 'text', file), 'utf8');
  const stem = file.replace(/\.txt$/, '');
  const annotation = annotations.find((name) => name.startsWith(stem));
  if (annotation === undefined) continue;
  const passages = passagesOf(file, text);
  const before = performance.now();
  const memory = learnNames(passages);
  const mentions = passages.flatMap((words) => readNames(words, memory));
  const found = readVoices(passages, mentions);
  spent += performance.now() - before;
  tokens += passages.reduce((sum, words) => sum + words.tokens.length, 0);
  match(
    readGold(readFileSync(join(folder, 'attributions', annotation), 'utf8')),
    found,
    { content, source },
    text,
  );
}
console.log(report('content', content));
console.log(report('source', source));
console.log(`names and voices: ${Math.round(tokens / (spent / 1000))} tokens/s`);
