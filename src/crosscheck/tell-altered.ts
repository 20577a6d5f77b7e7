import type { DiffPart, Finding, Quote } from '../statement/finding.ts';
import { composeFinding, type FindingDraft, step } from './compose.ts';
import type { WordAt } from './fold-words.ts';
import type { Altered } from './lay-beside.ts';
import type { PileIndex } from './pile-index.ts';
import type { Line } from './quoted-lines.ts';
import { turnsMeaning } from './word-senses.ts';

/** One finding of all tellings of one change, with the one nearest to the speaker first. */
export function alteredFinding(index: PileIndex, group: readonly Altered[]): Finding {
  const first = group.find((one) => !isNearer(index, one.printed, one.original)) ?? group[0];
  if (first === undefined) throw new RangeError('a telling is never empty');
  const quotes: Quote[] = [];
  for (const one of [first, ...group]) {
    pushQuote(quotes, one.original, one.originalMarks);
    pushQuote(quotes, one.printed, one.printedMarks);
  }
  return composeFinding(draftOf(index, first, quotes));
}

/** Speech is nearer to the speaker than a quotation, and the earlier source nearer than the later. */
function isNearer(index: PileIndex, a: Line, b: Line): boolean {
  const spoken = (line: Line) => (line.of.passage.speaker === null ? 1 : 0);
  if (spoken(a) !== spoken(b)) return spoken(a) < spoken(b);
  const dated = (line: Line) => index.sources.get(line.of.source)?.date ?? '9999';
  return dated(a) < dated(b);
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
