import { sliceOf } from '../../statement/span.ts';
import type { FigureContext } from './figure-draft.ts';
import { type Kind, spanOfItems } from './figure-kind.ts';
import type { Effect, UnitEntry } from './figure-lexicon.ts';

/** What stands around the number. */
export interface Surroundings {
  from: number;
  next: number;
  readonly effects: Set<Effect>;
  readonly qualifiers: string[];
}

const ABLATIVE = /[dt][ae]n$/;

// ---- left of the number

export function lookLeft(context: FigureContext, around: Surroundings): UnitEntry | null {
  const { items, lexicon } = context;
  let symbol: UnitEntry | null = null;
  for (let step = 0; step < 5; step += 1) {
    const at = around.from - 1;
    const money: ReturnType<typeof lexicon.symbolsBefore.find> =
      symbol === null ? lexicon.symbolsBefore.find(items, at) : null;
    if (money !== null && touches(context, at, around.from)) {
      symbol = money.value;
      around.from -= money.length;
      continue;
    }
    const found = lexicon.left.find(items, at);
    if (found === null || (found.value === 'identifier' && around.effects.size > 0)) break;
    if (found.value === 'exact' && !leadsToEffect(context, at - found.length)) break;
    if (isVerbUp(context, at, found.length) || isQuoteMark(context, at)) break;
    around.effects.add(found.value);
    if (found.value === 'identifier') break;
    around.from -= found.length;
  }
  return symbol;
}

// "$ 40" and "USD 40", not "... in USD. 40 men".
function touches(context: FigureContext, at: number, from: number): boolean {
  const [symbol, number] = [context.items[at], context.items[from]];
  return symbol !== undefined && number !== undefined && number.start - symbol.end <= 1;
}

// Articles are passed over only where an approximator stands before them ("about the 40").
function leadsToEffect(context: FigureContext, at: number): boolean {
  const found = context.lexicon.left.find(context.items, at);
  return found !== null && found.value !== 'exact' && found.value !== 'identifier';
}

// "picked up 40", "went over 40 fences" stay what they are only for "up to"; a lone "over" after a motion verb is left to the words.
function isVerbUp(context: FigureContext, at: number, length: number): boolean {
  return length === 1 && context.items[at]?.norm === 'some' && context.items[at - 1]?.norm === 'and';
}

// ">" opens the lines of a quoted mail; it compares only within a line.
function isQuoteMark(context: FigureContext, at: number): boolean {
  const mark = context.items[at];
  if (mark === undefined || !/^[<>]$/.test(mark.norm)) return false;
  const before = context.items[at - 1];
  return (
    before === undefined ||
    before.norm === '>' ||
    /\n/.test(context.text.slice(before.end, mark.start)) ||
    context.items[at + 1]?.kind !== 'number'
  );
}

// ---- right of number and noun

export function lookRight(context: FigureContext, around: Surroundings, kind: Kind): void {
  const { items, lexicon } = context;
  if (around.next < kind.next) {
    for (let at = around.next; at < kind.next; at += 1) noteEffect(context, around, at, at + 1 === kind.next);
    around.next = kind.next;
  }
  for (let step = 0; step < 4; step += 1) {
    const at =
      around.next +
      (items[around.next]?.norm === ',' && lexicon.right.find(items, around.next + 1)?.value === 'total'
        ? 1
        : 0);
    const found = lexicon.right.find(items, at);
    if (found === null || found.value === 'none') break;
    if (!fitsRight(context, found.value, at, items[at]?.norm ?? '')) break;
    around.effects.add(found.value);
    if (found.value === 'total' || found.value === 'them')
      around.qualifiers.push(
        sliceOf(context.text, spanOfItems(context, at, at + found.length)).toLowerCase(),
      );
    around.next = at + found.length;
  }
}

function noteEffect(context: FigureContext, around: Surroundings, at: number, last: boolean): void {
  const found = last ? null : context.lexicon.right.find(context.items, at);
  if (
    found !== null &&
    found.value !== 'none' &&
    found.value !== 'total' &&
    fitsRight(context, found.value, at, context.items[at]?.norm ?? '')
  )
    around.effects.add(found.value);
}

// Turkish "fazla", "az" widen a number only after an ablative ("100'den fazla").
function fitsRight(context: FigureContext, effect: Effect, at: number, norm: string): boolean {
  if (norm === '+') return context.items[at - 1]?.end === context.items[at]?.start;
  if (
    context.lexicon.language !== 'tr' ||
    (effect !== 'over' && effect !== 'under') ||
    norm === 'askin' ||
    norm === 'uzerinde' ||
    norm === 'ustunde' ||
    norm === 'altinda'
  )
    return true;
  return ABLATIVE.test(context.items[at - 1]?.norm ?? '');
}
