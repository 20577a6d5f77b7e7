import type { Figure, FigureRelation } from '../statement/quantity.ts';
import type { Doubt } from '../statement/source.ts';
import { type Span, spanOver } from '../statement/span.ts';
import type { Mention, Voice } from '../statement/statement.ts';
import { anchorOf, type WrittenDay } from './assign-time.ts';
import { findClauses } from './clauses/find-clauses.ts';
import { findTriggers } from './events/find-triggers.ts';
import { readFigures } from './figures/read-figures.ts';
import { isQuestion } from './modality/read-modality.ts';
import type { ReadingPassage, Sentence } from './reading-passage.ts';
import type { SentenceParts } from './sentences/draft.ts';
import { spansWithin } from './spans-within.ts';
import { readTimes, type TimeAnchor, type TimeMention } from './times/read-times.ts';
import { baseChain } from './voices/base-chain.ts';
import type { Attribution } from './voices/read-voices.ts';

/** What was found in one passage before any statement is read from it. Lists are sorted by start. */
export interface PassageParts {
  readonly words: ReadingPassage;
  readonly mentions: readonly Mention[];
  readonly figures: readonly Figure[];
  readonly relations: readonly FigureRelation[];
  readonly doubts: readonly Doubt[];
  /** Ids of figures that another one restates, withdraws or is a share of. */
  readonly restated: ReadonlySet<string>;
  readonly anchor: TimeAnchor;
  readonly times: readonly TimeMention[];
  /** The voices that speak before anybody is quoted. */
  readonly base: readonly Voice[];
  readonly attributions: readonly Attribution[];
  /** Where reported words begin and end. */
  readonly edges: readonly number[];
}

const LONG_TIME = 40;

/** Reads figures, times and voices of a passage. `written` is when an undated source says that it was written. */
export function readParts(
  words: ReadingPassage,
  mentions: readonly Mention[],
  attributions: readonly Attribution[],
  written: WrittenDay | null,
): PassageParts {
  const { figures, relations, doubts } = readFigures(words);
  const anchor = anchorOf(words, written);
  return {
    words,
    mentions,
    figures,
    relations,
    doubts,
    restated: restatedOf(relations),
    anchor,
    times: readTimes(words, anchor),
    base: baseChain(words.source, words.section, words.passage),
    attributions: attributions.toSorted((a, b) => reachOf(a).start - reachOf(b).start),
    edges: attributions.flatMap(({ content }) => [content.start, content.end]).sort((a, b) => a - b),
  };
}

/** What one sentence of a passage holds: its mentions, times and figures, its triggers and clauses. */
export function sentenceParts(whole: PassageParts, sentence: Sentence): SentenceParts {
  const { words } = whole;
  const mentions = spansWithin(whole.mentions, sentence, (mention) => mention.span);
  const figures = spansWithin(whole.figures, sentence, (figure) => figure.numberSpan);
  const times = spansWithin(whole.times, sentence, (time) => time);
  const triggers = findTriggers(words, sentence, takenSpans(mentions, figures, times));
  const counting = figures.filter(
    (figure) => counts(figure) && !whole.restated.has(figure.id) && !isInTime(figure, times),
  );
  const edges = spansWithin(whole.edges, sentence, (edge) => ({ start: edge, end: edge }));
  const numbers = counting.map((figure) => figure.numberSpan);
  const clauses = findClauses(words, sentence, triggers, numbers, edges);
  return {
    words,
    sentence,
    question: isQuestion(words.tokens, sentence),
    mentions,
    times,
    figures: counting,
    triggers,
    clauses,
  };
}

/**
 * The attributions that reach into each sentence of a passage, handed out sentence after
 * sentence: each is looked at once when it begins and once when it ends.
 */
export class AttributionWindow {
  private readonly waiting: readonly Attribution[];
  private open: Attribution[] = [];
  private next = 0;

  constructor(attributions: readonly Attribution[]) {
    this.waiting = attributions;
  }

  /** Those that meet `sentence`; sentences must come in order. */
  moveTo(sentence: Span): readonly Attribution[] {
    this.open = this.open.filter((attribution) => reachOf(attribution).end > sentence.start);
    for (;;) {
      const attribution = this.waiting[this.next];
      if (attribution === undefined || reachOf(attribution).start >= sentence.end) return this.open;
      this.open.push(attribution);
      this.next++;
    }
  }
}

function reachOf({ content, cue }: Attribution): Span {
  return spanOver(content, cue);
}

// Names, numbers and dates name no event; descriptions of people may ("the wounded").
function takenSpans(
  mentions: readonly Mention[],
  figures: readonly Figure[],
  times: readonly TimeMention[],
): Span[] {
  return [
    ...figures.map((figure) => figure.numberSpan),
    ...mentions.filter(({ kind }) => kind !== 'role' && kind !== 'group').map((mention) => mention.span),
    ...times.filter((time) => time.end - time.start <= LONG_TIME),
  ];
}

function counts(figure: Figure): boolean {
  return figure.type !== 'ordinal' && figure.type !== 'identifier';
}

function isInTime(figure: Figure, times: readonly TimeMention[]): boolean {
  return times.some((time) => time.start <= figure.numberSpan.start && figure.numberSpan.end <= time.end);
}

// One statement a measure: what is withdrawn, restated in another unit or as a share stays out.
function restatedOf(relations: readonly FigureRelation[]): Set<string> {
  const restated = new Set<string>();
  for (const { kind, figures } of relations) {
    const [first, second, third] = figures;
    if (kind === 'same-measure' && second !== undefined) restated.add(second);
    if (kind === 'correction' && first !== undefined) restated.add(first);
    if (kind === 'share' && third !== undefined) restated.add(third);
  }
  return restated;
}
