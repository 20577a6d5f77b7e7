import type { FigureRelation } from '../../statement/quantity.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';

const LINK = /^\s*(?:,|،|;|and|ve|y|e|et|و|und|e|și|и|plus|\+|ile|,\s*(?:and|ve|y|et|و|und|e|și|и))?\s*$/iu;
const LAST_LINK = /(?:^|[\s,،])(?:and|ve|ile|y|e|et|و|und|și|и|plus|\+)\s*$|\sو\s*\p{L}*$/iu;
const MAX_PART_WORDS = 60;
const FAR_OVER = 3;

/** Lists said to make up a whole. `parts` are relations already found, so that one claim is made once. */
export function sumsOf(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  parts: readonly FigureRelation[],
): FigureRelation[] {
  const made = new Set(parts.flatMap((relation) => relation.figures.slice(1, 2)));
  return [...drafts.keys()].flatMap((index) => {
    const found =
      opened(context, drafts, index) ??
      whoms(context, drafts, index) ??
      closedByTotal(context, drafts, index) ??
      answered(context, drafts, index);
    return found === null ||
      (found.basis === 'a list and its total' && found.parts.some((part) => made.has(part.figure.id)))
      ? []
      : [relation(found)];
  });
}

interface Sum {
  readonly whole: FigureDraft;
  readonly parts: readonly FigureDraft[];
  readonly basis: string;
}

function relation(sum: Sum): FigureRelation {
  return {
    kind: 'sum',
    figures: [sum.whole, ...sum.parts].map((draft) => draft.figure.id),
    basis: sum.basis,
  };
}

function textBetween(context: FigureContext, a: FigureDraft, b: FigureDraft): string {
  return context.text.slice(a.figure.span.end, b.figure.span.start);
}

function addable(whole: FigureDraft, part: FigureDraft | undefined): boolean {
  if (part === undefined || part.figure.type !== whole.figure.type || part.figure.quantity.per !== null)
    return false;
  if (whole.figure.type === 'duration' || whole.figure.type === 'percent' || whole.figure.type === 'fraction')
    return false;
  return whole.figure.unit === part.figure.unit;
}

/** In "355 tonnes (180 at one mill, 95 at another ...)" the parts do not say the unit again. */
function isBarePart(part: FigureDraft | undefined): boolean {
  if (part === undefined) return false;
  const { type, unit, quantity, nounSpan } = part.figure;
  return (
    type === 'count' && unit === null && nounSpan === null && quantity.of === null && quantity.per === null
  );
}

/** Numbers without a unit are held to be parts only where they come near the whole: far from it they are another thing. */
function nearlyMakes(whole: FigureDraft, parts: readonly FigureDraft[]): boolean {
  const sum = parts.reduce((total, part) => total + (part.figure.quantity.max ?? 0), 0);
  const said = whole.figure.quantity.max ?? whole.figure.quantity.min ?? 0;
  return said > 0 && Math.abs(sum - said) <= 0.3 * said;
}

/** "five: one uncle, three cousins and a baby", "70 (40 in one, 20 in another and 10 in a third)". */
function opened(context: FigureContext, drafts: readonly FigureDraft[], index: number): Sum | null {
  const whole = drafts[index];
  if (whole === undefined || whole.weak) return null;
  const parts: FigureDraft[] = [];
  let at = index + 1;
  let bracket = false;
  for (; addable(whole, drafts[at]) || isBarePart(drafts[at]); at += 1) {
    const part = drafts[at];
    const previous = parts.at(-1) ?? whole;
    if (part === undefined) break;
    const words = textBetween(context, previous, part);
    if (words.length > MAX_PART_WORDS) break;
    if (parts.length === 0) {
      const opening = /^([^.;!?()[\]:]*)([:([])\s*(?:\p{L}+\s+){0,2}$/u.exec(words);
      if (opening === null) return null;
      bracket = opening[2] !== ':';
    } else if (/[.!?()[\]:]\s|[()]/.test(words)) break;
    parts.push(part);
  }
  const last = parts.at(-1);
  const beforeLast = parts.at(-2);
  if (last === undefined || beforeLast === undefined) return null;
  const ends = bracket
    ? /^[^([]{0,60}[)\]]/.test(context.text.slice(last.figure.span.end, last.figure.span.end + 70))
    : LAST_LINK.test(textBetween(context, beforeLast, last)) || joinedByPrefix(context, last);
  return ends &&
    !spansMore(context, whole, parts) &&
    !dwarfs(whole, parts) &&
    (parts.every((part) => addable(whole, part)) || nearlyMakes(whole, parts))
    ? { whole, parts, basis: 'a list after the whole' }
    : null;
}

// Arabic joins with a letter of the number word itself.
function joinedByPrefix(context: FigureContext, part: FigureDraft): boolean {
  return context.lexicon.language === 'ar' && (context.items[part.at]?.norm.startsWith('و') ?? false);
}

// "Item 4: 38658 and 31373": one part many times its whole shows a heading's number, not a slip.
function dwarfs(whole: FigureDraft, parts: readonly FigureDraft[]): boolean {
  const { max } = whole.figure.quantity;
  return max !== null && parts.some((part) => (part.figure.quantity.min ?? 0) > max * FAR_OVER);
}

// Different things counted make no sum ("3 boats: 40 men and 20 women"); a noun that no list knows may be either.
function spansMore(context: FigureContext, whole: FigureDraft, parts: readonly FigureDraft[]): boolean {
  const of = whole.figure.quantity.of;
  return (
    of !== null &&
    parts.some(
      (part) =>
        part.figure.quantity.of !== null &&
        part.figure.quantity.of !== of &&
        isKnownNoun(context, part) &&
        (of === 'person') !== (part.figure.quantity.of === 'person'),
    )
  );
}

function isKnownNoun(context: FigureContext, part: FigureDraft): boolean {
  const start = part.figure.nounSpan?.start;
  const noun = context.items.find((item) => item.start === start);
  return noun !== undefined && context.lexicon.noun(noun.norm) !== null;
}

/** "50 persons, of whom 30 men, 15 women and 5 children": groups that divide the people between them. */
function whoms(context: FigureContext, drafts: readonly FigureDraft[], index: number): Sum | null {
  const whole = drafts[index];
  const first = drafts[index + 1];
  if (whole === undefined || first === undefined || !addable(whole, first)) return null;
  const before = context.lexicon.partBefore.find(context.items, first.from - 1);
  if (before === null || namesSome(context, first.from, before.length)) return null;
  const parts = listFrom(context, drafts, index + 1, whole);
  if (parts.length < 2 || !dividesPeople(parts)) return null;
  return { whole, parts, basis: 'of whom' };
}

const SOME =
  /^(?:among|including|incluid[oa]s?|entre|dentre|parmi|dont|unter|aralarinda|iclerinden|icinden|بينهم|بينها|بينهن)$/u;

// "Among them 5 women and 3 children" names some of them, "of whom" divides them all.
function namesSome(context: FigureContext, from: number, length: number): boolean {
  return context.items.slice(from - length, from).some(({ norm }) => SOME.test(norm));
}

function listFrom(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  from: number,
  whole: FigureDraft,
): FigureDraft[] {
  const parts: FigureDraft[] = [];
  for (let at = from; addable(whole, drafts[at]); at += 1) {
    const part = drafts[at];
    const previous = parts.at(-1);
    if (part === undefined) break;
    if (previous !== undefined && !LINK.test(textBetween(context, previous, part))) break;
    parts.push(part);
  }
  return parts;
}

const PEOPLE_DIVISIONS =
  /^(?:m[ae]n|wom[ae]n|children|child|kids?|boys?|girls?|males?|females?|adults?|minors?|infants?|babies|elderly|hombres?|mujer(?:es)?|niñ[oa]s?|menores|erkek|kadın|çocuk|bebek|رجال|رجل|رجلا|نساء|امرأة|أطفال|طفل|طفلا|hommes?|femmes?|enfants?|homens?|mulheres|crianças|männer|frauen|kinder)$/;

function dividesPeople(parts: readonly FigureDraft[]): boolean {
  return parts.every((part) => part.figure.qualifiers.some((word) => PEOPLE_DIVISIONS.test(word)));
}

/** "2,000, 3,000 and 4,000 euros, 9,000 in total"; "toplam" leads its figure. */
function closedByTotal(context: FigureContext, drafts: readonly FigureDraft[], index: number): Sum | null {
  const whole = drafts[index];
  if (whole === undefined || !whole.total) return null;
  const parts: FigureDraft[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const part = drafts[at];
    const next = parts[0];
    if (part === undefined || part.weak || part.total || !likeWhole(whole, part)) break;
    const words =
      next === undefined
        ? context.text.slice(part.figure.span.end, whole.figure.span.start)
        : textBetween(context, part, next);
    if (next === undefined ? words.length > 40 || /[.!?]\s/.test(words) : !LINK.test(words)) break;
    parts.unshift(part);
  }
  return parts.length < 2 ? null : { whole, parts, basis: 'a list and its total' };
}

// In "2,000, 3,000 and 4,000 euros" the unit is said once.
function likeWhole(whole: FigureDraft, part: FigureDraft): boolean {
  if (addable(whole, part)) return true;
  return (
    part.figure.quantity.per === null &&
    (part.figure.quantity.of === null || whole.figure.quantity.of === null) &&
    (part.figure.type === 'count' || whole.figure.type === 'count') &&
    part.figure.type !== 'duration' &&
    part.figure.type !== 'percent' &&
    part.figure.type !== 'fraction' &&
    whole.figure.type !== 'percent'
  );
}

/** "Eight on the first day and five on the second. Thirteen.": a sentence that is only a number sums up the one before. */
function answered(context: FigureContext, drafts: readonly FigureDraft[], index: number): Sum | null {
  const whole = drafts[index];
  if (whole === undefined || whole.weak || whole.figure.type !== 'count') return null;
  const before = context.items[whole.from - 1];
  const after = context.items[whole.next];
  if (before === undefined || !/^[.!:…=]$/.test(before.norm)) return null;
  if (after !== undefined && !/^[.!,;"”]$/.test(after.norm)) return null;
  const parts: FigureDraft[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const part = drafts[at];
    if (part === undefined || part.weak || !addable(whole, part)) break;
    const words = context.text.slice(part.figure.span.end, parts[0]?.figure.span.start ?? before.start);
    if (words.length > MAX_PART_WORDS || /[.!?]\s/.test(words)) break;
    parts.unshift(part);
  }
  const last = parts.at(-1);
  const beforeLast = parts.at(-2);
  if (
    last === undefined ||
    beforeLast === undefined ||
    !LAST_LINK.test(textBetween(context, beforeLast, last))
  )
    return null;
  const total = parts.reduce((sum, part) => sum + (part.figure.quantity.max ?? 0), 0);
  // A number far from the sum is another thing, not a slip.
  if (Math.abs(total - (whole.figure.value ?? 0)) > 0.5 * total) return null;
  return { whole, parts, basis: 'a list and its answer' };
}
