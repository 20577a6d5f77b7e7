import type { DiffPart, Finding, Quote } from '../statement/finding.ts';
import type { Span } from '../statement/span.ts';
import { type Alignment, alignWords } from './align-words.ts';
import { collectQuotations, type Quotation } from './collect-quotations.ts';
import { composeFinding, type FindingDraft, step } from './compose.ts';
import type { Gathered, Outcome } from './family.ts';
import { foldForm, type WordAt, wordsAt } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';
import { sentencesOf } from './sentence-around.ts';
import { stockPhrasesIn, threesOf } from './stock-phrases.ts';
import stopWords from './stop-words.json' with { type: 'json' };
import telling from './telling-words.json' with { type: 'json' };

const STOP = new Set(stopWords);
const NEGATIONS = new Set(telling.negation.map(foldForm));
const NUMBERS = new Set(telling.numbers.map(foldForm));
const COMMON_WORD = 400;
const CANDIDATES = 8;
const FEWEST_SHARED = 4;
const SHARED = 0.62;
/** In the original, too, the shared words stand close: at least this share of the words from first to last. */
const CLOSE = 0.55;
/** A pile with fewer lines than this is small enough for any likeness to tell. */
const SMALL_PILE = 64;

/** A sentence of a quotation or utterance, to be laid beside another. */
interface Line {
  readonly of: Quotation;
  readonly span: Span;
  readonly words: readonly WordAt[];
}

interface Altered {
  readonly printed: Line;
  readonly original: Line;
  readonly alignment: Alignment;
  readonly printedMarks: readonly WordAt[];
  readonly originalMarks: readonly WordAt[];
}

/** One quotation with other words in another source: "I will burn his barn" printed as "his children". */
export function findQuoteAltered(index: PileIndex, { ties }: Gathered): Outcome {
  const lines = linesOf(index);
  const postings = postingsOf(lines);
  const likeness = ties.isLarge ? bothOf(likenessOver(lines), ownWordsOver(lines)) : likenessOver(lines);
  const altered: Altered[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.of.quoted && line.words.length >= FEWEST_SHARED)
      altered.push(...alterationsOf(lines, postings, likeness, at));
  }
  return { findings: joinTellings(index, altered), holdings: [] };
}

function linesOf(index: PileIndex): Line[] {
  return collectQuotations(index).flatMap((quotation) => {
    if (!quotation.quoted) return [{ of: quotation, span: quotation.span, words: quotation.words }];
    const text = index.textOf(quotation.source);
    return sentencesOf(text, quotation.span).map((span) => ({
      of: quotation,
      span,
      words: wordsAt(text.slice(span.start, span.end), span.start).slice(0, 80),
    }));
  });
}

function isContent(word: string): boolean {
  return word.length > 1 && !STOP.has(word);
}

function postingsOf(lines: readonly Line[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    for (const word of new Set(line.words.map((known) => known.word))) {
      if (!isContent(word)) continue;
      const known = postings.get(word);
      if (known === undefined) postings.set(word, [at]);
      else known.push(at);
    }
  }
  return postings;
}

type Likeness = (printed: Line, alignment: Alignment) => boolean;

function bothOf(a: Likeness, b: Likeness): Likeness {
  return (...laid) => a(...laid) && b(...laid);
}

/**
 * Whether shared words tell enough to hold two lines for one. A word that one line in 2^n has tells
 * n bits; among L lines, three times log2(L / 64) bits are asked for, since two lines of a large
 * pile share "at the end of the day" by chance and two of a small pile hardly do. Half of that must
 * be left once the printed words that are not shared are set against it.
 */
function likenessOver(lines: readonly Line[]): Likeness {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const word of new Set(line.words.map((known) => known.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const bitsOf = (words: readonly string[]) =>
    [...new Set(words)].reduce((bits, word) => bits + Math.log2(lines.length / (counts.get(word) ?? 1)), 0);
  const asked = 3 * Math.log2(lines.length / SMALL_PILE);
  return (printed, alignment) => {
    const paired = new Set(alignment.pairs.map(([at]) => at));
    const words = printed.words.map((known) => known.word);
    const shared = bitsOf(words.filter((_, at) => paired.has(at)));
    const unshared = bitsOf(words.filter((_, at) => !paired.has(at)));
    return shared >= asked && shared - unshared >= asked / 2;
  };
}

/** A long run of shared words is no stock phrase, however many print it. */
const LONG = 10;
const FEWEST_OWN = 3;

/**
 * In a large pile the shared words must be the speaker's own: "the next president of the United
 * States" is everybody's. Words within three in a row that many sources quote do not count, unless
 * the two share a long run.
 */
function ownWordsOver(lines: readonly Line[]): Likeness {
  const isStock = stockPhrasesIn(
    lines.map((line) => ({ source: line.of.source, words: line.words.map(({ word }) => word) })),
  );
  return (printed, { pairs }) => {
    if (pairs.length >= LONG) return true;
    const words = printed.words.map(({ word }) => word);
    const stock = new Set(
      threesOf(words).flatMap((three, at) => (isStock(three) ? [at, at + 1, at + 2] : [])),
    );
    const own = pairs.filter(([at]) => !stock.has(at) && isContent(words[at] ?? ''));
    return own.length >= FEWEST_OWN;
  };
}

/** For each other source, how its nearest line differs; nothing where one of its lines is the same. */
function alterationsOf(
  lines: readonly Line[],
  postings: ReadonlyMap<string, readonly number[]>,
  isLikely: Likeness,
  at: number,
): Altered[] {
  const printed = lines[at];
  if (printed === undefined) return [];
  const nearest = new Map<string, { altered: Altered | null; shared: number }>();
  for (const candidate of candidatesOf(lines, postings, printed)) {
    const laid = layBeside(printed, candidate, isLikely);
    if (laid === null) continue;
    const known = nearest.get(candidate.of.source);
    const shared = laid.pairs - (laid.altered === null ? 0 : 0.5);
    if (known === undefined || shared > known.shared)
      nearest.set(candidate.of.source, { altered: laid.altered, shared });
  }
  return [...nearest.values()].map((entry) => entry.altered).filter((altered) => altered !== null);
}

function candidatesOf(
  lines: readonly Line[],
  postings: ReadonlyMap<string, readonly number[]>,
  printed: Line,
): Line[] {
  const scores = new Map<number, number>();
  for (const word of new Set(printed.words.map((known) => known.word))) {
    const places = isContent(word) ? (postings.get(word) ?? []) : [];
    if (places.length > COMMON_WORD) continue;
    for (const place of places)
      scores.set(place, (scores.get(place) ?? 0) + 1 / Math.log2(places.length + 1));
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([place]) => lines[place])
    .filter((line) => line !== undefined)
    .filter((line) => line.of.source !== printed.of.source)
    .slice(0, CANDIDATES);
}

/** Null where the two are different sentences; `altered` null where they say the same. */
function layBeside(
  printed: Line,
  original: Line,
  isLikely: Likeness,
): { pairs: number; altered: Altered | null } | null {
  const alignment = alignWords(printed.words, original.words);
  const pairs = alignment.pairs.length;
  const content = alignment.pairs.filter(([at]) => isContent(printed.words[at]?.word ?? '')).length;
  if (pairs < FEWEST_SHARED || content < 2 || pairs < printed.words.length * SHARED) return null;
  if (pairs < spreadOf(alignment, original) * CLOSE) return null;
  if (!isLikely(printed, alignment)) return null;
  const printedMarks = addedWords(printed, original, alignment);
  const originalMarks = droppedWords(printed, original, alignment, printedMarks);
  const tells = printedMarks.some(isTelling) || originalMarks.some(turnsMeaning);
  if (!tells) return { pairs, altered: null };
  return { pairs, altered: { printed, original, alignment, printedMarks, originalMarks } };
}

/** How many of the original's words the shared ones are spread over. */
function spreadOf(alignment: Alignment, original: Line): number {
  const first = alignment.pairs[0]?.[1] ?? 0;
  const last = alignment.pairs.at(-1)?.[1] ?? original.words.length;
  return last - first + 1;
}

function isTelling(word: WordAt): boolean {
  return isContent(word.word) || turnsMeaning(word);
}

function turnsMeaning({ word }: WordAt): boolean {
  return NEGATIONS.has(word) || NUMBERS.has(word) || /^\p{Nd}/u.test(word) || /n't$/u.test(word);
}

/** Words that are printed and not in the original, other forms of its words left out. */
function addedWords(printed: Line, original: Line, alignment: Alignment): WordAt[] {
  const paired = new Set(alignment.pairs.map(([at]) => at));
  const around = wordsAround(original);
  return printed.words.filter(
    (word, at) => !paired.has(at) && !around.some((known) => sameStem(known, word.word)),
  );
}

/** What the original's neighbours offer: a quotation that joins two sentences changes no word. */
function wordsAround(line: Line): string[] {
  return line.words.map((known) => known.word);
}

/** Words of the original between shared words, or where printed words stand instead, that are not printed. */
function droppedWords(
  printed: Line,
  original: Line,
  alignment: Alignment,
  added: readonly WordAt[],
): WordAt[] {
  const paired = new Set(alignment.pairs.map(([, at]) => at));
  const first = alignment.pairs[0]?.[1] ?? 0;
  const last = alignment.pairs.at(-1)?.[1] ?? -1;
  const tail = tailLength(printed, alignment, added);
  const forms = printed.words.map((known) => known.word);
  return original.words.filter(
    (word, at) =>
      !paired.has(at) &&
      at > first &&
      at <= last + tail &&
      !forms.some((known) => sameStem(known, word.word)),
  );
}

/** How many words the printed quotation goes on after the last shared one. */
function tailLength(printed: Line, alignment: Alignment, added: readonly WordAt[]): number {
  const last = alignment.pairs.at(-1)?.[0] ?? -1;
  return added.length === 0 ? 0 : printed.words.length - 1 - last;
}

const CONTRACTIONS: Readonly<Record<string, string>> = {
  "n't": 'not',
  "'ll": 'will',
  "'re": 'are',
  "'ve": 'have',
  "'m": 'am',
  "'s": 'is',
  "'d": 'would',
};

/** Two forms of one word: `count` and `counted`, `I'll` and `I`, `don't` and `not`. */
function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  for (const [ending, full] of Object.entries(CONTRACTIONS)) {
    const [short, other] = a.endsWith(ending) ? [a, b] : [b, a];
    if (short.endsWith(ending) && (other === full || other === short.slice(0, -ending.length))) return true;
  }
  if (NUMBERS.has(a) || NUMBERS.has(b) || /^\p{Nd}/u.test(a)) return false;
  const length = commonPrefix(a, b);
  return length >= 3 && length >= Math.max(a.length, b.length) * 0.6;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Tellings of one change (a bilingual page, several papers) make one finding. */
function joinTellings(index: PileIndex, altered: readonly Altered[]): Finding[] {
  const groups: Altered[][] = [];
  const around = new Map<string, Set<number>>();
  for (const one of altered) {
    const stretches = stretchesOf(one);
    const near = [...new Set(stretches.flatMap((stretch) => [...(around.get(stretch) ?? [])]))];
    const known = near
      .sort((a, b) => a - b)
      .find((at) => groups[at]?.some((other) => sameTelling(one, other)));
    const at = known ?? groups.push([]) - 1;
    groups[at]?.push(one);
    for (const stretch of stretches) around.set(stretch, (around.get(stretch) ?? new Set()).add(at));
  }
  return groups.map((group) => alteredFinding(index, group));
}

/** Two lines further apart than this (in UTF-16 code units) are not of one telling. */
const NEAR = 400;

/** Where its two lines stand, in stretches of `NEAR`: two changes of one telling have one in common. */
function stretchesOf({ printed, original }: Altered): string[] {
  return [printed, original].flatMap(({ of: { source }, span }) => {
    const [first, last] = [Math.floor((span.start - NEAR) / NEAR), Math.floor((span.end + NEAR) / NEAR)];
    return Array.from({ length: last - first + 1 }, (_, at) => `${source} ${first + at}`);
  });
}

/** Speech is nearer to the speaker than a quotation, and the earlier source nearer than the later. */
function isNearer(index: PileIndex, a: Line, b: Line): boolean {
  const spoken = (line: Line) => (line.of.passage.speaker === null ? 1 : 0);
  if (spoken(a) !== spoken(b)) return spoken(a) < spoken(b);
  const dated = (line: Line) => index.sources.get(line.of.source)?.date ?? '9999';
  return dated(a) < dated(b);
}

function sameTelling(a: Altered, b: Altered): boolean {
  if (sameLine(a.printed, b.original) && sameLine(a.original, b.printed)) return true;
  if (sameLine(a.original, b.original)) return true;
  return nearLines(a.printed, b.printed) && a.original.of.source === b.original.of.source;
}

function sameLine(a: Line, b: Line): boolean {
  return a.of.source === b.of.source && a.span.start < b.span.end && b.span.start < a.span.end;
}

function nearLines(a: Line, b: Line): boolean {
  return a.of.source === b.of.source && Math.abs(a.span.start - b.span.start) < NEAR;
}

function alteredFinding(index: PileIndex, group: readonly Altered[]): Finding {
  const first = group.find((one) => !isNearer(index, one.printed, one.original)) ?? group[0];
  if (first === undefined) throw new RangeError('a telling is never empty');
  const quotes: Quote[] = [];
  for (const one of [first, ...group]) {
    pushQuote(quotes, one.original, one.originalMarks);
    pushQuote(quotes, one.printed, one.printedMarks);
  }
  return composeFinding(draftOf(index, first, quotes));
}

function draftOf(index: PileIndex, altered: Altered, quotes: readonly Quote[]): FindingDraft {
  const { original, printed } = altered;
  const said = markedWords(altered.originalMarks);
  const put = markedWords(altered.printedMarks);
  return {
    kind: 'quote-altered',
    why: `${nameOf(index, original)} has “${oneLine(index, original)}” ${nameOf(index, printed)} prints “${oneLine(index, printed)}”`,
    quotes,
    steps: [
      step(
        `words that the two have in common, in order`,
        `= ${altered.alignment.pairs.length} of ${printed.words.length}`,
      ),
      step(`in the first and not in the second`, said === '' ? 'nothing' : said, 0),
      step(`in the second and not in the first`, put === '' ? 'nothing' : put, 1),
    ],
    assumes: [
      {
        label: 'same quotation',
        text: 'The two share most of their words in one order, so they are held to be one quotation.',
        guess: false,
      },
    ],
    rank: [...altered.printedMarks, ...altered.originalMarks].some(turnsMeaning) ? 0.85 : 0.75,
    picture: {
      type: 'words',
      rows: [
        diffParts(index, original, altered.originalMarks),
        diffParts(index, printed, altered.printedMarks),
      ],
    },
  };
}

function nameOf(index: PileIndex, line: Line): string {
  const source = index.sources.get(line.of.source);
  const speaker = line.of.quoted ? null : line.of.passage.speaker;
  return speaker?.name ?? source?.publisher ?? source?.title ?? source?.file ?? 'A source';
}

function oneLine(index: PileIndex, line: Line): string {
  const words = index.wordsOf(line.of.source, line.span).replace(/\s+/gu, ' ').trim();
  return /[.!?؟…]$/u.test(words) ? words : `${words.replace(/[,;:]$/u, '')}.`;
}

function markedWords(words: readonly WordAt[]): string {
  return words.map((word) => `“${word.word}”`).join(' ');
}

function pushQuote(quotes: Quote[], line: Line, marks: readonly WordAt[]): void {
  if (quotes.some((quote) => quote.source === line.of.source && quote.span.start === line.span.start)) return;
  quotes.push({
    source: line.of.source,
    span: line.span,
    statement: null,
    marks: marks.map(({ start, end }) => ({ start, end })),
  });
}

/** The line cut into runs that differ and runs that do not. */
function diffParts(index: PileIndex, line: Line, marks: readonly WordAt[]): DiffPart[] {
  const text = index.textOf(line.of.source);
  const parts: DiffPart[] = [];
  let from = line.span.start;
  for (const mark of marks) {
    if (mark.start > from) parts.push({ text: text.slice(from, mark.start), differs: false });
    parts.push({ text: text.slice(mark.start, mark.end), differs: true });
    from = mark.end;
  }
  if (from < line.span.end) parts.push({ text: text.slice(from, line.span.end), differs: false });
  return parts;
}
