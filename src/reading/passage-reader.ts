import { idOf } from '../statement/id.ts';
import type { Figure, FigureRelation } from '../statement/quantity.ts';
import type { Doubt, Passage } from '../statement/source.ts';
import type { Mention, Modality, Statement } from '../statement/statement.ts';
import type { TimeReading } from '../statement/time.ts';
import {
  assignTime,
  firstLead,
  isLead,
  type TimeContext,
  type WrittenDay,
  writtenDay,
} from './assign-time.ts';
import { assignVoice } from './assign-voice.ts';
import { CORE_BOOK } from './events/event-book.ts';
import { AttributionWindow, type PassageParts, readParts, sentenceParts } from './read-parts.ts';
import type { ReadingPassage } from './reading-passage.ts';
import type { CarriedEvent, Draft, SentenceParts } from './sentences/draft.ts';
import { namesEvent, readSentence } from './sentences/read-sentence.ts';
import { shareEvent } from './sentences/share-event.ts';
import type { TimeMention } from './times/read-times.ts';
import type { Attribution } from './voices/read-voices.ts';

/** Sentences over which an event is carried to words that only answer it. */
const CARRY_SENTENCES = 5;

/** Reads passage after passage of one source and keeps what one says that the next may answer. */
export class PassageReader {
  readonly figures: Figure[] = [];
  readonly relations: FigureRelation[] = [];
  readonly statements: Statement[] = [];
  readonly doubts: Doubt[] = [];
  private carried: CarriedEvent | null = null;
  private lead: TimeMention | null = null;
  private section = -1;
  private readonly written: WrittenDay | null;
  private readonly ahead: TimeMention | null;

  /** Takes all passages of the source, for what its head and its first paragraphs say of time. */
  constructor(passages: readonly ReadingPassage[]) {
    this.written = writtenDay(passages);
    this.ahead = firstLead(passages);
  }

  /** Adds the statements of a passage; passages must come in order. */
  read(words: ReadingPassage, mentions: readonly Mention[], attributions: readonly Attribution[]): void {
    if (words.passage.section !== this.section || !isSpeech(words.passage)) this.carried = null;
    this.section = words.passage.section;
    const whole = readParts(words, mentions, attributions, this.written);
    for (const figure of whole.figures) this.figures.push(figure);
    for (const relation of whole.relations) this.relations.push(relation);
    for (const doubt of whole.doubts) this.doubts.push(doubt);
    this.doubtUntaken(whole, this.readSentences(whole));
  }

  /** The ids of the figures that statements were read from. */
  private readSentences(whole: PassageParts): Set<string> {
    const taken = new Set<string>();
    const near = new AttributionWindow(whole.attributions);
    let earlier: TimeMention | null = null;
    for (const sentence of whole.words.sentences) {
      const attributions = near.moveTo(sentence);
      const parts = sentenceParts(whole, sentence);
      this.keepLead(parts);
      const drafts = shareEvent(readSentence(parts, this.carriedTo(whole.words)), whole.relations);
      for (const draft of drafts) {
        if (draft.figure !== null) taken.add(draft.figure.id);
        this.statements.push(
          finish(draft, parts, whole, attributions, {
            anchor: whole.anchor,
            earlier,
            lead: this.leadOf(whole.words),
          }),
        );
      }
      this.carry(parts, drafts);
      earlier = parts.times.findLast((time) => isDay(time)) ?? earlier;
    }
    return taken;
  }

  // A question is answered in the passages after it; a plain sentence carries only within its own.
  private carriedTo(words: ReadingPassage): CarriedEvent | null {
    const { carried } = this;
    return carried !== null && (carried.question || carried.passage === words.passage.id) ? carried : null;
  }

  // The first day that running text names is the day of what it tells, until it names another.
  private keepLead({ words, times }: SentenceParts): void {
    if (words.source.kind !== 'article' || words.passage.kind !== 'paragraph') return;
    this.lead ??= times.find((time) => isLead(time, words.source.date)) ?? null;
  }

  private leadOf({ passage }: ReadingPassage): TimeMention | null {
    return passage.kind === 'heading' ? (this.lead ?? this.ahead) : this.lead;
  }

  private carry({ words, question }: SentenceParts, drafts: readonly Draft[]): void {
    const named = drafts.findLast((draft) => namesEvent(draft, words.events ?? CORE_BOOK));
    if (named?.trigger != null) {
      this.carried = { event: named.event, span: named.trigger, passage: words.passage.id, question, age: 0 };
    } else if (this.carried !== null) {
      const age = this.carried.age + 1;
      this.carried = age > CARRY_SENTENCES ? null : { ...this.carried, age };
    }
  }

  private doubtUntaken({ figures, relations }: PassageParts, taken: ReadonlySet<string>): void {
    const related = new Set(relations.flatMap((relation) => relation.figures));
    for (const figure of figures) {
      if (taken.has(figure.id) || related.has(figure.id) || !isCount(figure)) continue;
      const text = 'The words give a figure, but not of what happened.';
      this.doubts.push({ code: 'reading/figure-without-statement', text, span: figure.span });
    }
  }
}

function finish(
  draft: Draft,
  parts: SentenceParts,
  whole: PassageParts,
  attributions: readonly Attribution[],
  context: TimeContext,
): Statement {
  const { source, passage } = parts.words;
  const said = assignVoice(draft, parts.words, whole.base, attributions);
  const { time, doubts } = assignTime(draft, parts, context);
  const quantity = draft.figure?.quantity ?? null;
  const { start, end } = draft.span;
  return {
    id: idOf('sta', source.id, start, end, draft.event, quantity?.min ?? null, quantity?.max ?? null),
    source: source.id,
    passage: passage.id,
    span: draft.span,
    voice: said.voice,
    event: draft.event,
    trigger: draft.trigger,
    polarity: said.polarity,
    modality: isAhead(draft, said.modality, time, context.anchor.date) ? 'planned' : said.modality,
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

// "I have four for Thursday": a day that is still to come makes the words a plan.
function isAhead(draft: Draft, modality: Modality, time: TimeReading | null, today: string | null): boolean {
  if (modality !== 'asserted' || draft.tense === 'past' || today === null) return false;
  return time?.from != null && time.from > today && time.basis !== 'unresolved';
}

function isSpeech(passage: Passage): boolean {
  return passage.kind === 'utterance' || passage.kind === 'message' || passage.kind === 'caption';
}

function isDay(time: TimeMention): boolean {
  return time.recurring === null && (time.reading.from !== null || time.reading.to !== null);
}

function isCount(figure: Figure): boolean {
  return figure.type !== 'ordinal' && figure.type !== 'identifier' && figure.type !== 'duration';
}
