import type { Figure, FigureRelation } from '../../statement/quantity.ts';
import type { Doubt } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import type { ReadingPassage } from '../reading-passage.ts';
import { timeMasks } from '../times/find-times.ts';
import { attachRates, attachTotals } from './attach-rates.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';
import { type FigureLexicon, figureLexicon } from './figure-lexicon.ts';
import { nameFromLabel } from './name-from-label.ts';
import { decimalMarkOf } from './read-digits.ts';
import { figureAt } from './read-figure.ts';
import { relateFigures } from './relate-figures.ts';
import { splitItems } from './split-items.ts';

export interface FigureReading {
  /** In the order of the text, not overlapping. */
  readonly figures: Figure[];
  readonly relations: FigureRelation[];
  readonly doubts: Doubt[];
}

/**
 * The quantities that a passage's words give, and what the words claim about them (parts,
 * sums, shares, one measure in two units, corrections). Dates, clock times, page and phone
 * numbers count nothing and are left out. Linear in the length of the passage; never throws.
 */
export function readFigures(words: ReadingPassage): FigureReading {
  const lexicon = figureLexicon(words.language);
  if (!words.tokens.some((token) => lexicon.starts(token) === 'figure'))
    return { figures: [], relations: [], doubts: [] };
  const context = contextOf(words, lexicon);
  const drafts = draftsOf(context, timeMasks(words));
  for (const draft of drafts) nameFromLabel(context, draft);
  attachRates(context, drafts);
  attachTotals(context, drafts);
  const relations = relateFigures(context, drafts);
  const related = new Set(relations.flatMap((relation) => relation.figures));
  const kept = drafts.filter((draft) => !draft.weak || related.has(draft.figure.id));
  return { figures: kept.map((draft) => draft.figure), relations, doubts: kept.flatMap(doubtsOf) };
}

function contextOf(words: ReadingPassage, lexicon: FigureLexicon): FigureContext {
  return {
    text: words.text,
    items: splitItems(words.text, words.tokens),
    lexicon,
    mark: markOf(words),
    source: words.source.id,
    passage: words.passage.id,
  };
}

function draftsOf(context: FigureContext, masks: readonly Span[]): FigureDraft[] {
  const drafts: FigureDraft[] = [];
  let mask = 0;
  for (let at = 0; at < context.items.length; at += 1) {
    const item = context.items[at];
    if (item === undefined) break;
    while ((masks[mask]?.end ?? Number.POSITIVE_INFINITY) <= item.start) mask += 1;
    if ((masks[mask]?.start ?? Number.POSITIVE_INFINITY) < item.end || context.lexicon.starts(item) === null)
      continue;
    const draft = figureAt(context, at);
    if (draft === null) continue;
    at = Math.max(at, draft.weak ? draft.at : draft.next - 1);
    if (!repeats(context, drafts.at(-1), draft)) drafts.push(draft);
  }
  return drafts;
}

// "Fifty-two (52)" is one figure.
function repeats(context: FigureContext, before: FigureDraft | undefined, draft: FigureDraft): boolean {
  if (before === undefined || before.figure.value !== draft.figure.value) return false;
  const between = context.text.slice(before.figure.numberSpan.end, draft.figure.span.start);
  if (!/^\s*[([]\s*$/.test(between)) return false;
  const noun = before.figure.nounSpan === null ? draft.figure : before.figure;
  before.figure = {
    ...before.figure,
    nounSpan: noun.nounSpan,
    quantity: {
      ...before.figure.quantity,
      of: noun.quantity.of,
      cumulative: before.figure.quantity.cumulative || draft.figure.quantity.cumulative,
    },
    type: noun.type,
    unit: noun.unit,
    qualifiers: [...before.figure.qualifiers, ...draft.figure.qualifiers],
  };
  return true;
}

function doubtsOf(draft: FigureDraft): Doubt[] {
  if (draft.alternative === null) return [];
  const { figure } = draft;
  const other = figure.value === draft.alternative ? 'with a decimal mark' : `as ${draft.alternative}`;
  return [
    {
      code: 'reading/unclear-number',
      text: `This number can be read two ways. It was read as ${figure.value}; it could also be read ${other}.`,
      span: figure.numberSpan,
    },
  ];
}

const marks = new WeakMap<object, '.' | ',' | null>();
const MARK_SAMPLE = 200_000;

// The decimal mark of a source: what its own numbers show, else what its language does.
function markOf(words: ReadingPassage): '.' | ',' | null {
  const known = marks.get(words.source);
  if (known !== undefined) return known;
  const found =
    shownMark(words.text.slice(0, MARK_SAMPLE)) ?? decimalMarkOf(words.source.language ?? words.language);
  marks.set(words.source, found);
  return found;
}

/** Only numbers that leave no doubt speak: "1.234.567", "1,234.5". */
function shownMark(text: string): '.' | ',' | null {
  const dots =
    text.match(/(?<![\d.,])\d{1,3}(?:\.\d{3}){2,6}(?![\d.])|(?<![\d.,])\d{1,3}(?:\.\d{3}){1,6},\d/g)
      ?.length ?? 0;
  const commas =
    text.match(/(?<![\d.,])\d{1,3}(?:,\d{3}){2,6}(?![\d,])|(?<![\d.,])\d{1,3}(?:,\d{3}){1,6}\.\d/g)?.length ??
    0;
  if (dots === commas) return null;
  return dots > commas ? ',' : '.';
}
