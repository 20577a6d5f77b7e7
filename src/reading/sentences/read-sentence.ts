import type { Figure } from '../../statement/quantity.ts';
import type { Doubt } from '../../statement/source.ts';
import { type Span, sliceOf, spanHolds, spanOver } from '../../statement/span.ts';
import type { Modality, Voice } from '../../statement/statement.ts';
import { type Clause, clauseAt } from '../clauses/find-clauses.ts';
import type { EventBook } from '../events/event-book.ts';
import type { Trigger } from '../events/trigger.ts';
import { isImperative, isThreat, readModality } from '../modality/read-modality.ts';
import { readPolarity } from '../polarity/read-polarity.ts';
import { readRoles } from '../roles/read-roles.ts';
import { chooseTriggers } from './choose-triggers.ts';
import type { CarriedEvent, Draft, SentenceParts } from './draft.ts';
import { type Pair, takeFigures } from './take-figures.ts';

const EXTENTS = new Set('wide long deep high tall away thick across'.split(' '));
const WEAK = new Set('be have make want get show put read mean do record list need total reach'.split(' '));
const COUNTING = new Set('counted counts estimated estimates put puts tallied'.split(' '));
const NOT_COUNTERS = /^(?:i|we|they|he|she|you|it|and|but|who|which|that|had|has|have|was|were)$/;
const HERE = new Set('here there home back aqui alli ici'.split(' '));
const NO_ROLES = { agent: null, patient: null, place: null };
const LOCATIVES = new Set(
  'in at inside outside near with behind under beside aboard en em dans dentro'.split(' '),
);

/** The statements of one sentence, without voice and time. `carried` is the event that fragments answer. */
export function readSentence(parts: SentenceParts, carried: CarriedEvent | null): Draft[] {
  const triggers = chooseTriggers(parts);
  const drafts: Draft[] = [];
  let ordered = false;
  for (const pair of takeFigures(parts, triggers)) {
    const draft = draftOf(parts, pair, carried);
    if (
      draft === null ||
      (draft.event === 'order' && draft.modality === 'ordered' && draft.figure === null && ordered)
    )
      continue;
    ordered ||= draft.event === 'order' && draft.modality === 'ordered';
    drafts.push(draft);
  }
  if (drafts.length === 0 && carried?.question === true) drafts.push(...answerOf(parts, carried));
  return drafts;
}

function draftOf(parts: SentenceParts, pair: Pair, carried: CarriedEvent | null): Draft | null {
  if (pair.trigger === null) return pair.figure === null ? null : figureDraft(parts, pair.figure, carried);
  const clause = clauseAt(parts.clauses, pair.trigger.firstToken);
  if (clause === null) return null;
  const { figure } = pair;
  if (
    figure !== null &&
    ((isWeak(pair.trigger) && !isStay(parts, clause, pair.trigger)) || isExtent(parts, figure))
  )
    return figureDraft(parts, figure, carried);
  return triggerDraft(parts, clause, pair.trigger, pair.figure);
}

function triggerDraft(
  parts: SentenceParts,
  clause: Clause,
  trigger: Trigger,
  figure: Figure | null,
): Draft | null {
  const { words, sentence, mentions } = parts;
  const reading = eventOf(parts, clause, trigger);
  if (reading === null) return null;
  const order = reading.event === 'order' && reading.rule === 'order/imperative';
  const threat = reading.event === 'threaten' && reading.rule === 'threat/condition';
  const span = order || threat ? trimmedSentence(parts) : spanFor(parts, clause, figure);
  return {
    span,
    clause,
    anchor: trigger.span,
    event: eventFor(reading.event, figure),
    trigger: trigger.span,
    figure,
    polarity: threat || (order && isMixedOrder(parts)) ? 'positive' : readPolarity(words, clause, trigger),
    modality: reading.modality,
    roles: readRoles(words, sentence, clause, trigger, mentions),
    counter: figure === null ? null : counterOf(parts, clause, figure),
    tense: tenseOf(trigger, reading.modality),
    rule: reading.rule,
    confidence: confidenceOf(trigger, figure, reading.rule),
    doubts: [],
  };
}

const VEHICLES = new Set(
  'vehicle car truck lorry bus van boat ship vessel train motorbike motorcycle tanker'.split(' '),
);

// Cars are stopped, not arrested.
function eventFor(event: string, figure: Figure | null): string {
  return event === 'arrest' && VEHICLES.has(figure?.quantity.of ?? '') ? 'stop' : event;
}

// "Stay there, do not come": an order of several parts is not undone by one of them.
function isMixedOrder(parts: SentenceParts): boolean {
  return parts.clauses.length > 1;
}

function tenseOf(trigger: Trigger, modality: Modality): Draft['tense'] {
  if (modality === 'ordered' || modality === 'threatened') return 'present';
  return modality === 'planned' ? 'future' : trigger.form.tense;
}

interface EventReading {
  readonly event: string;
  readonly modality: Modality;
  readonly rule: string;
}

function eventOf(parts: SentenceParts, clause: Clause, trigger: Trigger): EventReading | null {
  const { words, sentence } = parts;
  const modality = readModality(words, sentence, clause, trigger);
  if (modality === 'threatened') return { event: 'threaten', modality, rule: 'threat/condition' };
  if (modality === 'ordered' && isImperative(words, clause, trigger) && !isThreat(words, sentence, trigger))
    return { event: 'order', modality, rule: 'order/imperative' };
  if (trigger.event === 'be')
    return isPlaced(parts, clause, trigger)
      ? { event: 'stay', modality, rule: 'place/copula' }
      : { event: 'be', modality, rule: 'clause/copula' };
  if (trigger.common) return { event: trigger.event, modality, rule: 'clause/verb' };
  const noun = trigger.form.shape === 'noun' || trigger.form.shape === 'adjective';
  const phrase = trigger.endToken - trigger.firstToken > 1;
  return {
    event: trigger.event,
    modality,
    rule: noun ? 'trigger/noun' : phrase ? 'trigger/phrase' : 'trigger/verb',
  };
}

// "a hole 12 metres wide", "3 km away": the length is what is said, whatever the verb.
function isExtent(parts: SentenceParts, figure: Figure): boolean {
  if (!isLength(figure)) return false;
  const from = parts.words.tokens.findIndex((token) => token.start >= figure.numberSpan.end);
  const next = parts.words.tokens.slice(from, from + 8).map((token) => token.norm);
  return next.some((norm) => EXTENTS.has(norm));
}

// Beside these a figure tells what is counted only by what came before.
function isWeak(trigger: Trigger): boolean {
  return trigger.type.plain === true || (trigger.common && WEAK.has(trigger.event));
}

// "The three are in the shed"; but "there are three in the shed" only counts.
function isStay(parts: SentenceParts, clause: Clause, trigger: Trigger): boolean {
  if (trigger.event !== 'be' || !isPlaced(parts, clause, trigger)) return false;
  return parts.words.tokens[trigger.firstToken - 1]?.norm !== 'there';
}

function isPlaced(parts: SentenceParts, clause: Clause, trigger: Trigger): boolean {
  const { tokens } = parts.words;
  for (let index = trigger.endToken; index < Math.min(clause.endToken, trigger.endToken + 4); index++) {
    const norm = tokens[index]?.norm ?? '';
    if (LOCATIVES.has(norm)) return true;
    if (HERE.has(norm)) return index + 1 >= clause.endToken || tokens[index + 1]?.kind === 'mark';
  }
  return false;
}

function confidenceOf(trigger: Trigger, figure: Figure | null, rule: string): number {
  if (rule === 'clause/copula') return 0.2;
  if (rule === 'place/copula') return 0.5;
  if (trigger.common) return figure === null ? 0.3 : 0.4;
  if (rule === 'trigger/noun') return figure === null ? 0.4 : 0.6;
  return figure === null ? 0.7 : 0.8;
}

function figureDraft(parts: SentenceParts, figure: Figure, carried: CarriedEvent | null): Draft | null {
  if (figure.type === 'duration' && carried?.question !== true) return null;
  const clause = parts.clauses.find((each) => spanHolds(each, figure.numberSpan));
  if (clause === undefined) return null;
  const reading = figureEvent(figure, carried);
  return {
    span: spanFor(parts, clause, figure),
    clause,
    anchor: figure.numberSpan,
    event: reading.event,
    trigger: null,
    figure,
    polarity: 'positive',
    modality: parts.question ? 'asked' : 'asserted',
    roles: { ...NO_ROLES, place: placeIn(parts, clause) },
    counter: counterOf(parts, clause, figure),
    tense: null,
    rule: reading.rule,
    confidence: reading.confidence,
    doubts: reading.doubts,
  };
}

// "Fishermen counted 40 seals", "Organisers put the turnout at 900": who counted is who says so.
function counterOf(parts: SentenceParts, clause: Clause, figure: Figure): Voice | null {
  const { tokens, text } = parts.words;
  for (let index = clause.firstToken + 1; index < clause.endToken; index++) {
    const token = tokens[index];
    if (token === undefined || token.start >= figure.numberSpan.start) return null;
    if (!COUNTING.has(token.norm)) continue;
    const first =
      tokens.slice(clause.firstToken, index).findIndex((each) => each.kind === 'word') + clause.firstToken;
    if (index - first > 6 || NOT_COUNTERS.test(tokens[first]?.norm ?? '')) return null;
    const span = { start: tokens[first]?.start ?? token.start, end: tokens[index - 1]?.end ?? token.start };
    return { name: sliceOf(text, span), span, kind: 'group', guess: true };
  }
  return null;
}

function placeIn(parts: SentenceParts, clause: Clause): Draft['roles']['place'] {
  const place = parts.mentions.find((mention) => mention.kind === 'place' && spanHolds(clause, mention.span));
  return place === undefined ? null : { mention: place.id, text: place.name, span: place.span };
}

function figureEvent(
  figure: Figure,
  carried: CarriedEvent | null,
): { event: string; rule: string; confidence: number; doubts: readonly Doubt[] } {
  const fits = carried !== null && carriesOn(figure, carried);
  if (figure.type === 'measure' && !fits)
    return { event: 'measure', rule: 'figure/measure', confidence: 0.6, doubts: [] };
  if (figure.type === 'money' && !fits)
    return { event: 'pay', rule: 'figure/money', confidence: 0.45, doubts: [] };
  if (carried === null || !fits) return { event: 'count', rule: 'figure/count', confidence: 0.4, doubts: [] };
  const doubt: Doubt = {
    code: 'reading/carried-event',
    text: carried.question
      ? 'The question before it names the event; these words only answer.'
      : 'An earlier sentence names the event; these words only give the figure.',
    span: carried.span,
  };
  return {
    event: carried.event,
    rule: carried.question ? 'figure/question' : 'figure/carried',
    confidence: 0.5,
    doubts: [doubt],
  };
}

const OF_MONEY = new Set('pay receive sell buy give promise ask steal send'.split(' '));
const OF_GOODS = new Set(
  'load unload deliver spill transport recover measure store send sell buy seize'.split(' '),
);
const LENGTHS = new Set(
  'kilometre metre mile foot yard inch centimetre millimetre nautical_mile nautical-mile'.split(' '),
);

function isLength(figure: Figure): boolean {
  return (
    figure.type === 'measure' &&
    (LENGTHS.has(figure.unit ?? '') || (figure.unit ?? '').startsWith('nautical'))
  );
}

function carriesOn(figure: Figure, carried: CarriedEvent): boolean {
  if (figure.type === 'money') return OF_MONEY.has(carried.event);
  if (isLength(figure)) return carried.event === 'measure';
  if (figure.type === 'measure') return OF_GOODS.has(carried.event);
  if (figure.type === 'duration') return carried.question;
  return !OF_MONEY.has(carried.event) || figure.quantity.of !== 'person';
}

// "Who was steering?" - "Hamid." The answer names only who.
function answerOf(parts: SentenceParts, carried: CarriedEvent): Draft[] {
  const person = parts.mentions.find((mention) => mention.kind !== 'place' && mention.kind !== 'phone');
  const clause = parts.clauses.find((each) => person !== undefined && spanHolds(each, person.span));
  if (person === undefined || clause === undefined || parts.question) return [];
  return [
    {
      span: trimmedSentence(parts),
      clause,
      anchor: person.span,
      event: carried.event,
      trigger: null,
      figure: null,
      polarity: 'positive',
      modality: 'asserted',
      roles: { ...NO_ROLES, agent: { mention: person.id, text: person.name, span: person.span } },
      counter: null,
      tense: 'past',
      rule: 'answer/name',
      confidence: 0.35,
      doubts: [
        {
          code: 'reading/carried-event',
          text: 'The question before it names the event; these words only answer.',
          span: carried.span,
        },
      ],
    },
  ];
}

function trimmedSentence(parts: SentenceParts): Span {
  const { start, end } = parts.sentence;
  return { start, end };
}

function spanFor(parts: SentenceParts, clause: Clause, figure: Figure | null): Span {
  const whole = { start: clause.start, end: clause.end };
  if (figure === null || spanHolds(whole, figure.span)) return withMark(parts, whole);
  const here = spanHolds(parts.sentence, figure.span) ? figure.span : figure.numberSpan;
  return withMark(parts, spanOver(whole, here));
}

// A quotation that ends its sentence takes the full stop along.
function withMark(parts: SentenceParts, span: Span): Span {
  const rest = parts.words.text.slice(span.end, parts.sentence.end);
  return /^[.!?؟…]+$/.test(rest) ? { start: span.start, end: parts.sentence.end } : span;
}

const NOT_CARRIED = new Set(
  'order threaten know see hear open close stay ask say tell count confirm deny admit use measure call hold meet turn work miss'.split(
    ' ',
  ),
);

/** Whether a draft names an event type that later fragments may carry on. */
export function namesEvent(draft: Draft, events: EventBook): boolean {
  return (
    draft.rule.startsWith('trigger/') &&
    !NOT_CARRIED.has(draft.event) &&
    events.typeOf(draft.event).speech !== true
  );
}
