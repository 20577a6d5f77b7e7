import { idOf } from '../statement/id.ts';
import type { Figure, FigureRelation } from '../statement/quantity.ts';
import type { Reading } from '../statement/reading.ts';
import type { Doubt, Passage, Section, Source } from '../statement/source.ts';
import { type Span, spanHolds } from '../statement/span.ts';
import type { Mention, Modality, Statement, Voice } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';
import { anchorOf, assignTime, isLead, type TimeContext } from './assign-time.ts';
import { assignVoice } from './assign-voice.ts';
import { findClauses } from './clauses/find-clauses.ts';
import { findTriggers } from './events/find-triggers.ts';
import { readFigures } from './figures/read-figures.ts';
import { isQuestion } from './modality/read-modality.ts';
import { learnNames } from './names/learn-names.ts';
import { readNames } from './names/read-names.ts';
import { headOf, preparePassages } from './prepare-passages.ts';
import type { ReadingPassage, Sentence } from './reading-passage.ts';
import type { CarriedEvent, Draft, SentenceParts } from './sentences/draft.ts';
import { namesEvent, readSentence } from './sentences/read-sentence.ts';
import { readRows } from './tables/read-rows.ts';
import { readTimes, type TimeMention } from './times/read-times.ts';
import { baseChain } from './voices/base-chain.ts';
import { type Attribution, readVoices } from './voices/read-voices.ts';

/** Sentences over which an event is carried to words that only answer it. */
const CARRY_SENTENCES = 5;
const UNREAD: ReadonlySet<Passage['kind']> = new Set(['boilerplate', 'header', 'row']);

/**
 * Reads one document: who is said to have said what, with every mention, figure, time and voice
 * on the way. Spans count in `source.text`; statements stand in the order of their passages.
 * Never throws on any text; what could not be understood is told as doubts. Linear in the
 * length of the text.
 */
export function readSource(
  source: Source,
  sections: readonly Section[],
  passages: readonly Passage[],
): Reading {
  const words = preparePassages(source, sections, passages);
  const rows = readTables(source, sections, passages);
  const spoken = words.filter((each) => each.passage.kind !== 'row' && each.passage.kind !== 'boilerplate');
  const memory = learnNames(spoken);
  const mentionsOf = new Map(spoken.map((each) => [each.passage.id, readNames(each, memory)]));
  const mentions = [...mentionsOf.values()].flat();
  const attributions = byPassage(readVoices(spoken, mentions));
  const reader = new PassageReader(mentionsOf, attributions);
  for (const each of spoken) if (!UNREAD.has(each.passage.kind)) reader.read(each);
  return {
    mentions: [...mentions, ...rows.mentions],
    figures: [...reader.figures, ...rows.figures],
    relations: [...reader.relations, ...rows.relations],
    statements: inOrder([...reader.statements, ...rows.statements]),
    doubts: [...reader.doubts, ...rows.doubts],
  };
}

function readTables(source: Source, sections: readonly Section[], passages: readonly Passage[]): Reading {
  const empty: Reading = { mentions: [], figures: [], relations: [], statements: [], doubts: [] };
  const head = headOf(source);
  return sections
    .filter((section) => section.table !== null)
    .map((section) => {
      const rows = passages.filter((passage) => passage.section === section.index && passage.kind === 'row');
      return rows.length === 0 ? empty : readRows(head, section, rows, source.text);
    })
    .reduce(merged, empty);
}

function merged(a: Reading, b: Reading): Reading {
  return {
    mentions: [...a.mentions, ...b.mentions],
    figures: [...a.figures, ...b.figures],
    relations: [...a.relations, ...b.relations],
    statements: [...a.statements, ...b.statements],
    doubts: [...a.doubts, ...b.doubts],
  };
}

function byPassage(attributions: readonly Attribution[]): Map<string, Attribution[]> {
  const table = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    const known = table.get(attribution.passage);
    if (known === undefined) table.set(attribution.passage, [attribution]);
    else known.push(attribution);
  }
  return table;
}

function inOrder(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  const unique = statements.filter((statement) => !seen.has(statement.id) && seen.add(statement.id));
  return unique.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.id < b.id ? -1 : 1),
  );
}

/** Reads passage after passage and keeps what one says that the next may answer. */
class PassageReader {
  readonly figures: Figure[] = [];
  readonly relations: FigureRelation[] = [];
  readonly statements: Statement[] = [];
  readonly doubts: Doubt[] = [];
  private readonly mentionsOf: ReadonlyMap<string, readonly Mention[]>;
  private readonly attributions: ReadonlyMap<string, readonly Attribution[]>;
  private carried: CarriedEvent | null = null;
  private lead: TimeMention | null = null;
  private section = -1;
  /** Where reported words begin and end in the passage, sorted. */
  private edges: readonly number[] = [];

  constructor(
    mentionsOf: ReadonlyMap<string, readonly Mention[]>,
    attributions: ReadonlyMap<string, readonly Attribution[]>,
  ) {
    this.mentionsOf = mentionsOf;
    this.attributions = attributions;
  }

  read(words: ReadingPassage): void {
    if (words.passage.section !== this.section || !isSpeech(words.passage)) this.carried = null;
    this.section = words.passage.section;
    const { figures, relations, doubts } = readFigures(words);
    this.figures.push(...figures);
    this.relations.push(...relations);
    this.doubts.push(...doubts);
    const anchor = anchorOf(words);
    this.edges = (this.attributions.get(words.passage.id) ?? [])
      .flatMap(({ content }) => [content.start, content.end])
      .sort((a, b) => a - b);
    const times = readTimes(words, anchor);
    const base = baseChain(words.source, words.section, words.passage);
    const taken = new Set<string>();
    let earlier: TimeMention | null = null;
    for (const sentence of words.sentences) {
      const parts = this.partsOf(words, sentence, figures, relations, times);
      this.keepLead(words, parts);
      const drafts = readSentence(parts, this.carriedTo(words));
      for (const draft of drafts) {
        if (draft.figure !== null) taken.add(draft.figure.id);
        this.statements.push(this.finish(draft, parts, base, { anchor, earlier, lead: this.lead }));
      }
      this.carry(words, parts, drafts);
      earlier = parts.times.findLast((time) => isDay(time)) ?? earlier;
    }
    this.doubtUntaken(figures, relations, taken);
  }

  private partsOf(
    words: ReadingPassage,
    sentence: Sentence,
    figures: readonly Figure[],
    relations: readonly FigureRelation[],
    times: readonly TimeMention[],
  ): SentenceParts {
    const mentions = spansWithin(
      this.mentionsOf.get(words.passage.id) ?? [],
      sentence,
      (mention) => mention.span,
    );
    const own = spansWithin(figures, sentence, (figure) => figure.numberSpan);
    const here = spansWithin(times, sentence, (time) => time);
    const names = mentions
      .filter((mention) => mention.kind !== 'role' && mention.kind !== 'group')
      .map((mention) => mention.span);
    const triggers = findTriggers(words, sentence, [
      ...own.map((figure) => figure.numberSpan),
      ...names,
      ...here.filter((time) => !isLong(time)),
    ]);
    const counting = countingFigures(own, relations, here);
    const clauses = findClauses(
      words,
      sentence,
      triggers,
      counting.map((figure) => figure.numberSpan),
      edgesWithin(this.edges, sentence),
    );
    return {
      words,
      sentence,
      question: isQuestion(words.tokens, sentence),
      mentions,
      times: here,
      figures: counting,
      triggers,
      clauses,
    };
  }

  // A question is answered in the passages after it; a plain sentence carries only within its own.
  private carriedTo(words: ReadingPassage): CarriedEvent | null {
    const { carried } = this;
    return carried !== null && (carried.question || carried.passage === words.passage.id) ? carried : null;
  }

  // The first day that running text names is the day of what it tells, until it names another.
  private keepLead(words: ReadingPassage, parts: SentenceParts): void {
    if (words.source.kind !== 'article' || words.passage.kind !== 'paragraph') return;
    this.lead ??= parts.times.find((time) => isLead(time, words.source.date)) ?? null;
  }

  private carry(words: ReadingPassage, parts: SentenceParts, drafts: readonly Draft[]): void {
    const named = drafts.findLast((draft) => namesEvent(draft));
    if (named?.trigger != null)
      this.carried = {
        event: named.event,
        span: named.trigger,
        passage: words.passage.id,
        question: parts.question,
        age: 0,
      };
    else if (this.carried !== null) {
      const age = this.carried.age + 1;
      this.carried = age > CARRY_SENTENCES ? null : { ...this.carried, age };
    }
  }

  private finish(
    draft: Draft,
    parts: SentenceParts,
    base: readonly Voice[],
    context: TimeContext,
  ): Statement {
    const { words } = parts;
    const said = assignVoice(draft, words, base, this.attributions.get(words.passage.id) ?? []);
    const { time, doubts } = assignTime(draft, parts, context);
    const modality = isAhead(draft, said.modality, time, context.anchor.date) ? 'planned' : said.modality;
    const quantity = draft.figure?.quantity ?? null;
    return {
      id: idOf(
        'sta',
        words.source.id,
        draft.span.start,
        draft.span.end,
        draft.event,
        quantity?.min ?? null,
        quantity?.max ?? null,
      ),
      source: words.source.id,
      passage: words.passage.id,
      span: draft.span,
      voice: said.voice,
      event: draft.event,
      trigger: draft.trigger,
      polarity: draft.polarity,
      modality,
      agent: draft.roles.agent,
      patient: draft.roles.patient,
      place: draft.roles.place,
      quantity,
      figure: draft.figure?.id ?? null,
      time,
      rule: draft.rule,
      confidence: draft.confidence,
      doubts: [...draft.doubts, ...doubts],
    };
  }

  private doubtUntaken(
    figures: readonly Figure[],
    relations: readonly FigureRelation[],
    taken: ReadonlySet<string>,
  ): void {
    const related = new Set(relations.flatMap((relation) => relation.figures));
    for (const figure of figures) {
      if (taken.has(figure.id) || related.has(figure.id) || !isCount(figure)) continue;
      this.doubts.push({
        code: 'reading/figure-without-statement',
        text: 'The words give a figure, but not of what happened.',
        span: figure.span,
      });
    }
  }
}

/** Those of a sorted list whose span lies in `outer`, found by halving. */
function spansWithin<T>(list: readonly T[], outer: Span, spanOf: (item: T) => Span): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && spanOf(item).start < outer.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let index = low; index < list.length; index++) {
    const item = list[index];
    if (item === undefined || spanOf(item).start >= outer.end) break;
    if (spanHolds(outer, spanOf(item))) found.push(item);
  }
  return found;
}

function edgesWithin(edges: readonly number[], sentence: Span): number[] {
  return spansWithin(edges, sentence, (edge) => ({ start: edge, end: edge }));
}

function isSpeech(passage: Passage): boolean {
  return passage.kind === 'utterance' || passage.kind === 'message' || passage.kind === 'caption';
}

// "I have four for Thursday": a day that is still to come makes the words a plan.
function isAhead(draft: Draft, modality: Modality, time: TimeReading | null, today: string | null): boolean {
  if (modality !== 'asserted' || draft.tense === 'past' || today === null) return false;
  return time?.from != null && time.from > today && time.basis !== 'unresolved';
}

function isDay(time: TimeMention): boolean {
  return time.recurring === null && (time.reading.from !== null || time.reading.to !== null);
}

// A time written as a clause ("after he was arrested") still names its event.
function isLong(time: TimeMention): boolean {
  return time.end - time.start > 40;
}

function isCount(figure: Figure): boolean {
  return figure.type !== 'ordinal' && figure.type !== 'identifier' && figure.type !== 'duration';
}

// One statement a measure: what is withdrawn, restated in another unit or as a share stays out.
function countingFigures(
  figures: readonly Figure[],
  relations: readonly FigureRelation[],
  times: readonly TimeMention[],
): Figure[] {
  const out = new Set<string>();
  for (const relation of relations) {
    const [first, second, third] = relation.figures;
    if (relation.kind === 'same-measure' && second !== undefined) out.add(second);
    if (relation.kind === 'correction' && first !== undefined) out.add(first);
    if (relation.kind === 'share' && third !== undefined) out.add(third);
  }
  return figures.filter(
    (figure) =>
      figure.type !== 'ordinal' &&
      figure.type !== 'identifier' &&
      !out.has(figure.id) &&
      !times.some((time) => time.start <= figure.numberSpan.start && figure.numberSpan.end <= time.end),
  );
}
