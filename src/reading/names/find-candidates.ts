import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import { gatherVotes } from './gather-votes.ts';
import type { Candidate } from './name-memory.ts';
import { keyOf, type Line, type Run } from './run.ts';
import { classesOf, IS, placeIsKnown } from './word-classes.ts';
import { bareEnd, bareNorm, type Shape, shapeOf } from './word-shape.ts';

const LONGEST = 9;

/** Runs of capitalised words that may be names, with what their neighbours say of them. */
export function findCandidates(words: ReadingPassage): Candidate[] {
  const found: Candidate[] = [];
  for (const sentence of words.sentences) {
    const first = firstCapital(words, sentence);
    if (first === null) continue;
    const line = { words, sentence, heading: isHeading(words, sentence) };
    let next = first;
    while (next < sentence.endToken) next = takeRun(line, next, found);
  }
  return found;
}

function firstCapital(words: ReadingPassage, sentence: Sentence): number | null {
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    if (startsRun(shapeAt(words, index))) return index;
  }
  return null;
}

function shapeAt(words: ReadingPassage, index: number): Shape {
  const token = words.tokens[index];
  return token === undefined ? 'other' : shapeOf(token);
}

function startsRun(shape: Shape): boolean {
  return shape === 'capital' || shape === 'capitals' || shape === 'initial';
}

/** A line is in heading style where at least three of four longer words have capitals. */
function isHeading(words: ReadingPassage, sentence: Sentence): boolean {
  let capitals = 0;
  let small = 0;
  let shouted = 0;
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = words.tokens[index];
    if (token === undefined || token.kind !== 'word' || token.end - token.start < 3) continue;
    const shape = shapeOf(token);
    if (shape === 'small') small += 1;
    else if (startsRun(shape)) capitals += 1;
    if (shape === 'capitals') shouted += 1;
  }
  if (shouted > 2) return shouted > small;
  const ends = words.tokens[sentence.endToken - 1]?.norm === '.';
  return !ends && capitals > 3 && capitals >= small * 3;
}

/** Reads the run that starts at or after `index` and returns the index to go on from. */
function takeRun(line: Line, index: number, found: Candidate[]): number {
  if (!startsRun(shapeAt(line.words, index))) return index + 1;
  const end = runEnd(line, index);
  const run = trimRun(line, { first: index, end });
  if (run !== null) addCandidate(line, run, found);
  return end;
}

function runEnd(line: Line, first: number): number {
  let end = first + 1;
  while (end < line.sentence.endToken && end - first < LONGEST) {
    const next = stepOver(line, first, end);
    if (next === end) break;
    end = next;
  }
  return end;
}

const SHORT_GAP = /^[^\n\t]{0,2}$/;

/** The end of the run after one more word, or `end` where the run is over. */
function stepOver(line: Line, first: number, end: number): number {
  const { words } = line;
  const token = words.tokens[end];
  const before = words.tokens[end - 1];
  if (token === undefined || before === undefined || bareEnd(before) < before.end) return end;
  if (token.start > before.end && !SHORT_GAP.test(words.text.slice(before.end, token.start))) return end;
  if (startsRun(shapeAt(words, end))) return end + 1;
  if (token.norm === '.' && shapeAt(words, end - 1) === 'initial')
    return joinsOn(line, end + 1) ? end + 2 : end + 1;
  if (token.norm === '.' && isAbbreviatedTitle(before.norm)) return joinsOn(line, end + 1) ? end + 2 : end;
  if (token.norm === '&') return joinsOn(line, end + 1) ? end + 2 : end;
  if (token.kind === 'number') return numberBelongs(line, first, end) ? end + 1 : end;
  if (token.norm === '.' && before.norm === 'no' && numberBelongs(line, first, end + 1)) return end + 2;
  if (token.kind !== 'word') return end;
  return joinerEnd(line, first, end);
}

function isAbbreviatedTitle(norm: string): boolean {
  return norm.length < 6 && (classesOf(norm) & (IS.title | IS.org)) !== 0;
}

function joinsOn(line: Line, index: number): boolean {
  return index < line.sentence.endToken && startsRun(shapeAt(line.words, index));
}

const HUNDREDS = 100;

/** "in Port Vell 690 tonnes", "in Port Vell 12 boats": the number counts what comes after it. */
function countsWhatFollows({ words }: Line, at: number): boolean {
  const [number, next] = [words.tokens[at], words.tokens[at + 1]];
  if (number === undefined || next?.kind !== 'word' || shapeAt(words, at + 1) !== 'small') return false;
  return Number(number.norm) >= HUNDREDS || next.norm.endsWith('s');
}

/** "Gate 12", "Unit 4": a number belongs to the place or body before it. */
function numberBelongs(line: Line, first: number, end: number): boolean {
  const { text, tokens } = line.words;
  const token = tokens[end];
  const head = tokens[first];
  if (token === undefined || head === undefined || token.end - token.start > 3) return false;
  if (countsWhatFollows(line, end)) return false;
  return end - first < 4 && (classesOf(head.norm) & (IS.place | IS.group)) !== 0 && text[token.end] !== '.';
}

const OF = new Set(['of', 'for']);
const THE = new Set(['the', 'la', 'los', 'las', 'l']);

/** Steps over "of (the)", "de la", "bin", "al" where a capital follows. */
function joinerEnd(line: Line, first: number, end: number): number {
  const { tokens } = line.words;
  const norm = tokens[end]?.norm ?? '';
  const after = THE.has(tokens[end + 1]?.norm ?? '') ? end + 2 : end + 1;
  if (OF.has(norm)) return runNamesBody(line, first, end) && joinsOn(line, after) ? after + 1 : end;
  if (norm === 'and') return andJoins(line, first, end) ? end + 2 : end;
  if ((classesOf(norm) & IS.particle) === 0) return end;
  return joinsOn(line, after) ? after + 1 : end;
}

function runNamesBody(line: Line, first: number, end: number): boolean {
  for (let index = first; index < end; index += 1) {
    if ((classesOf(line.words.tokens[index]?.norm ?? '') & (IS.org | IS.group | IS.place)) !== 0) return true;
  }
  return false;
}

/** "Justice and Development Party": "and" joins where a body's word follows at once. */
function andJoins(line: Line, first: number, end: number): boolean {
  const { tokens } = line.words;
  if (tokens[first - 1]?.norm !== 'the' || end - first > 2) return false;
  const last = classesOf(tokens[end + 2]?.norm ?? '') & (IS.org | IS.group);
  return joinsOn(line, end + 1) && joinsOn(line, end + 2) && last !== 0;
}

/** Takes from the run what is written with capitals but is no part of a name. */
function trimRun(line: Line, run: Run): Run | null {
  let { first, end } = run;
  const { tokens } = line.words;
  const keyed = keyOf(line, run);
  if (placeIsKnown(keyed)) return run;
  while (end > first && isNoName(line, end - 1)) end -= 1;
  while (end > first && tokens[end - 1]?.kind === 'mark' && shapeAt(line.words, end - 2) !== 'initial')
    end -= 1;
  while (first < end && isNoName(line, first) && !adjectiveOfName(line, first, end)) first += 1;
  while (first < end && tokens[first]?.kind === 'mark') first += 1;
  return first < end ? { first, end } : null;
}

/** Months that are given names too. */
const GIVEN_MONTHS = new Set(['jan', 'april', 'may', 'june', 'august', 'julio']);

function isNoName(line: Line, index: number): boolean {
  const token = line.words.tokens[index];
  if (token === undefined || token.kind !== 'word') return false;
  if (line.words.tokens[index + 1]?.norm === '.' && shapeAt(line.words, index) === 'initial') return false;
  if (GIVEN_MONTHS.has(token.norm) && line.words.tokens[index + 1]?.kind === 'word') return false;
  const classes = classesOf(bareNorm(token));
  return (classes & IS.notName) !== 0 && (classes & (IS.title | IS.kunya)) === 0;
}

/** "Turkish Airlines", "New York Times": an adjective stays before a body's word. */
function adjectiveOfName(line: Line, first: number, end: number): boolean {
  const { tokens } = line.words;
  const head = classesOf(tokens[first]?.norm ?? '');
  const last = classesOf(tokens[end - 1]?.norm ?? '');
  if (end - first < 2 || (last & (IS.org | IS.group)) === 0) return false;
  return (head & IS.demonym) !== 0 || ADJECTIVES.has(tokens[first]?.norm ?? '');
}

const ADJECTIVES = new Set([
  'new',
  'il',
  'first',
  'second',
  'world',
  'daily',
  'home',
  'national',
  'morning',
  'evening',
  'people',
  "people's",
  'government',
  'road',
  'money',
  'health',
]);

function addCandidate(line: Line, whole: Run, found: Candidate[]): void {
  const { words } = line;
  const run = nameWithin(line, whole);
  const first = words.tokens[run.first];
  const last = words.tokens[run.end - 1];
  if (first === undefined || last === undefined) return;
  const titleFirst = words.tokens[beforeTitle(line, whole, run)];
  const wholeLast = words.tokens[whole.end - 1] ?? last;
  const end = bareEnd(last);
  const wholeEnd = wholeLast === last ? end : bareEnd(wholeLast);
  const wholeStart = Math.min(titleFirst?.start ?? first.start, first.start);
  found.push({
    firstToken: run.first,
    endToken: run.end,
    start: first.start,
    end,
    wholeStart,
    wholeEnd,
    title: titleOf(words.text, wholeStart, first.start, end, wholeEnd),
    key: keyOf(line, run),
    words: run.end - run.first,
    unsure: line.heading || isUnsure(line, whole),
    heading: line.heading,
    votes: gatherVotes(line, run, whole),
  });
}

function titleOf(
  text: string,
  wholeStart: number,
  start: number,
  end: number,
  wholeEnd: number,
): string | null {
  const title = start > wholeStart ? text.slice(wholeStart, start) : text.slice(end, wholeEnd);
  return title.trim() === '' ? null : title.trim();
}

const TITLES = IS.title | IS.softTitle;
const SMALL_TITLES = IS.title | IS.softTitle | IS.role;

/** The run without titles before and honorifics after; the whole run where nothing would be left. */
function nameWithin(line: Line, run: Run): Run {
  let { first, end } = run;
  const { tokens } = line.words;
  const at = (index: number) => classesOf(tokens[index]?.norm ?? '');
  const lastIsBody = (at(end - 1) & (IS.org | IS.place | IS.group)) !== 0;
  if (lastIsBody) return run;
  while (first < end - 1 && ((at(first) & TITLES) !== 0 || tokens[first]?.norm === '.')) first += 1;
  if (tokens[first]?.kind === 'mark') first += 1;
  while (end - 1 > first && (at(end - 1) & IS.honorific) !== 0) end -= 1;
  return first < end ? { first, end } : run;
}

/** Index of the first word of a small title right before the run ("spokesman Arda Tunç"), else the run's own start. */
function beforeTitle(line: Line, whole: Run, run: Run): number {
  if (whole.first < run.first) return whole.first;
  let first = whole.first;
  for (let index = first - 1; index >= line.sentence.firstToken && first - index < 2; index -= 1) {
    const token = line.words.tokens[index];
    if (token === undefined || token.kind !== 'word' || (classesOf(token.norm) & SMALL_TITLES) === 0) break;
    first = index;
  }
  return first;
}

const OPENERS = new Set([
  '"',
  '“',
  '”',
  '«',
  '„',
  '‘',
  '(',
  '[',
  ':',
  '-',
  '–',
  '—',
  '•',
  '*',
  '/',
  '|',
  '>',
  '…',
  '.',
  '!',
  '?',
  '¿',
  '¡',
  ';',
]);

const QUOTES = new Set(['"', '“', '«', '‘', '„']);

/** A quotation that holds nothing but the run is a name set apart. */
function isQuotedAlone(line: Line, run: Run, opener: string): boolean {
  return QUOTES.has(opener) && CLOSING.has(line.words.tokens[run.end]?.norm ?? '');
}

const CLOSING = new Set(['"', '”', '»', '’', '“']);

/** Whether the run's capital may be owed to the start of a sentence, quotation or line. */
function isUnsure(line: Line, run: Run): boolean {
  const { tokens, text } = line.words;
  if (run.first === line.sentence.firstToken) return true;
  const before = tokens[run.first - 1];
  const token = tokens[run.first];
  if (before === undefined || token === undefined) return true;
  if (before.kind === 'mark') return OPENERS.has(before.norm) && !isQuotedAlone(line, run, before.norm);
  return text.slice(before.end, token.start).includes('\n');
}
