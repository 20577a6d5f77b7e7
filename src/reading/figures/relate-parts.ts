import type { FigureRelation } from '../../statement/quantity.ts';
import type { FigureContext, FigureDraft } from './figure-draft.ts';

const OUT_OF =
  /^\s*(?:(?:out\s+)?of(?:\s+(?:the|these|those|some|about|around|all|its|their|his|her))*|de(?:\s+(?:los|las|esos|esas|estos|un\s+total\s+de))*|(?:من\s+(?:أصل|بين|ال)?)|sur(?:\s+les)?|von(?:\s+den)?|dos|das|из|din\s+cei|parmi\s+les)\s*$/iu;
const OR_SHARE =
  /^\s*(?:,\s*(?:or|o|ou|veya|yani|أو|أي|oder|sau|или|i\.e\.|that is|equal to)?\s*|[([]\s*|\s+(?:or|o|ou|veya|yani|أو)\s+|\s*[–—-]\s*)$/iu;
const OF_BEFORE = /^(?:of|de|من|из|sur|parmi|von)$/;
const SENTENCE_END = /[.!?؟…]["'”’)]*\s/;
const POSSESSED = /^(?:s?[iu]|s?[iu]n[iu]|[iu]n[iu]|s?[iu]n[iu]n)$/;

/** Parts and shares: "nine of them", "eleven of the twenty", "of those 80, 20, or 25 per cent". */
export function partsOf(context: FigureContext, drafts: readonly FigureDraft[]): FigureRelation[] {
  const relations: FigureRelation[] = [];
  const wholes = new Map<FigureDraft, FigureDraft>();
  drafts.forEach((draft, index) => {
    const whole = wholeOf(context, drafts, index);
    if (whole === null) return;
    wholes.set(draft, whole.whole);
    if (isAmount(draft))
      relations.push({ kind: 'part', figures: [whole.whole.figure.id, draft.figure.id], basis: whole.basis });
  });
  drafts.forEach((_, index) => {
    const share = shareOf(context, drafts, index, wholes);
    if (share !== null) relations.push(share);
  });
  return relations;
}

function isAmount(draft: FigureDraft): boolean {
  return ['count', 'measure', 'money'].includes(draft.figure.type);
}

function isShare(draft: FigureDraft | undefined): draft is FigureDraft {
  return draft?.figure.type === 'percent' || draft?.figure.type === 'fraction';
}

function between(context: FigureContext, a: FigureDraft, b: FigureDraft): string {
  return context.text.slice(a.figure.span.end, b.figure.span.start);
}

function wholeOf(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  index: number,
): { whole: FigureDraft; basis: string } | null {
  const draft = drafts[index];
  if (
    draft === undefined ||
    draft.figure.type === 'duration' ||
    draft.figure.type === 'fraction' ||
    draft.figure.type === 'percent'
  )
    return null;
  const next = drafts[index + 1];
  if (
    next !== undefined &&
    isAmount(next) &&
    (holds(next, draft) || isBareOf(next, draft)) &&
    OUT_OF.test(between(context, draft, next))
  )
    return { whole: next, basis: 'of the' };
  const before = drafts[index - 1];
  if (
    before !== undefined &&
    isAmount(before) &&
    leadsWhole(context, before) &&
    (holds(before, draft) || isBareOf(before, draft)) &&
    within(between(context, before, draft))
  )
    return { whole: before, basis: 'of the' };
  if (draft.figure.ofThem || saysOfThem(context, draft)) return named(drafts, index, 'of them');
  if (context.lexicon.language === 'tr' && POSSESSED.test(draft.ending) && draft.figure.quantity.of === null)
    return named(drafts, index, 'by its ending');
  return ofTheSaid(context, drafts, index);
}

// "Of the 80 stranded, 20 ...", "20'sinden 12'si": the whole comes first.
function leadsWhole(context: FigureContext, whole: FigureDraft): boolean {
  if (context.lexicon.language === 'tr' && /n?[dt][ae]n$/.test(whole.ending))
    return whole.figure.quantity.min === whole.figure.quantity.max;
  let at = whole.from - 1;
  while (
    at > whole.from - 4 &&
    /^(?:the|those|these|los|las|esos|esas|les|all|هؤلاء)$/.test(context.items[at]?.norm ?? '')
  )
    at -= 1;
  const item = context.items[at];
  if (item === undefined || !OF_BEFORE.test(item.norm)) return false;
  const previous = context.items[at - 1];
  return (
    previous === undefined || previous.kind === 'mark' || /^(?:and|but|that|y|pero|و)$/.test(previous.norm)
  );
}

function within(words: string): boolean {
  return words.length < 120 && !SENTENCE_END.test(words);
}

function holds(whole: FigureDraft, part: FigureDraft): boolean {
  if (whole.figure.type !== part.figure.type) return false;
  return sameThing(whole, part);
}

/** "209 of 233 tonnes": a bare number is of its whole's unit. */
function isBareOf(whole: FigureDraft, part: FigureDraft): boolean {
  const { type, quantity, value } = part.figure;
  if (type !== 'count' || quantity.of !== null || value === null) return false;
  return whole.figure.type === 'measure' || whole.figure.type === 'money';
}

function sameThing(whole: FigureDraft, part: FigureDraft): boolean {
  const [a, b] = [whole.figure.quantity.of, part.figure.quantity.of];
  return a === null || b === null || a === b;
}

// "of whom 12", "twelve of whom", "bunların 15'i".
function saysOfThem(context: FigureContext, draft: FigureDraft): boolean {
  return context.lexicon.partBefore.find(context.items, draft.from - 1) !== null;
}

/** "Channel seven. There are thousands of them": a bare smaller number is not what "them" are. */
function isTooFewUnnamed(whole: FigureDraft, part: FigureDraft): boolean {
  const { of, max } = whole.figure.quantity;
  // "25 of those sailors" says again what the others are.
  if (part.figure.quantity.of !== null) return false;
  return of === null && max !== null && max < (part.figure.quantity.min ?? 0);
}

/** The nearest amount named before that could hold this one. */
function named(
  drafts: readonly FigureDraft[],
  index: number,
  basis: string,
): { whole: FigureDraft; basis: string } | null {
  const draft = drafts[index];
  for (let at = index - 1; draft !== undefined && at >= 0 && at >= index - 6; at -= 1) {
    const whole = drafts[at];
    if (
      whole !== undefined &&
      isAmount(whole) &&
      holds(whole, draft) &&
      !isTooFewUnnamed(whole, draft) &&
      !whole.figure.ofThem &&
      !whole.figure.qualifiers.includes('withdrawn')
    )
      return { whole, basis };
  }
  return null;
}

/** "Twelve of the stranded": the amount whose words said "stranded" before. */
function ofTheSaid(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  index: number,
): { whole: FigureDraft; basis: string } | null {
  const draft = drafts[index];
  const { items, lexicon } = context;
  if (draft === undefined || !lexicon.of.has(items[draft.next]?.norm ?? '')) return null;
  let at = draft.next + 1;
  while (/^(?:the|those|these|los|las|esos|esas|les)$/.test(items[at]?.norm ?? '')) at += 1;
  const word = items[at];
  if (at === draft.next + 1 || word?.kind !== 'word' || word.norm.length < 4) return null;
  const stem = word.norm.slice(0, Math.max(4, Math.min(6, word.norm.length - 2)));
  for (let back = index - 1; back >= 0 && back >= index - 6; back -= 1) {
    const whole = drafts[back];
    if (whole === undefined || !isAmount(whole) || !holds(whole, draft)) continue;
    for (let near = Math.max(0, whole.from - 6); near < whole.next + 6; near += 1)
      if (items[near]?.norm.startsWith(stem)) return { whole, basis: 'of those said before' };
  }
  return null;
}

/** "20, or a quarter", "1,200 of 3,000 votes, or 40 per cent", "40 (25 %)". */
function shareOf(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  index: number,
  wholes: ReadonlyMap<FigureDraft, FigureDraft>,
): FigureRelation | null {
  const share = drafts[index];
  const before = drafts[index - 1];
  if (!isShare(share) || before === undefined || !isAmount(before)) return null;
  const words = between(context, before, share);
  const overWhole = drafts[index - 2];
  if (overWhole !== undefined && wholes.get(overWhole) === before && joinsShare(words))
    return relation(before, overWhole, share);
  if (!joinsShare(words)) return null;
  const whole =
    wholes.get(before) ?? widerBefore(context, drafts, index - 1) ?? widerAfter(context, drafts, index);
  return whole === null || whole === undefined ? null : relation(whole, before, share);
}

function joinsShare(words: string): boolean {
  return OR_SHARE.test(words) || OR_SHARE.test(words.replace(/^\s*(?:\p{L}+\s*){1,4}(?=[,([])/u, ''));
}

function relation(whole: FigureDraft, part: FigureDraft, share: FigureDraft): FigureRelation {
  return { kind: 'share', figures: [whole.figure.id, part.figure.id, share.figure.id], basis: 'or a share' };
}

// The nearest amount before that is larger, in the same sentence or the one before.
function widerBefore(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  index: number,
): FigureDraft | null {
  const part = drafts[index];
  for (let at = index - 1; part !== undefined && at >= 0 && at >= index - 4; at -= 1) {
    const whole = drafts[at];
    if (whole === undefined || !isAmount(whole) || !holds(whole, part)) continue;
    if (!within(between(context, whole, part))) return null;
    if ((whole.figure.quantity.max ?? Number.POSITIVE_INFINITY) >= (part.figure.quantity.min ?? 0))
      return whole;
  }
  return null;
}

// "20, or 25 per cent of the 80".
function widerAfter(
  context: FigureContext,
  drafts: readonly FigureDraft[],
  index: number,
): FigureDraft | null {
  const [share, next] = [drafts[index], drafts[index + 1]];
  if (share === undefined || next === undefined || !isAmount(next)) return null;
  return OUT_OF.test(between(context, share, next)) ? next : null;
}
