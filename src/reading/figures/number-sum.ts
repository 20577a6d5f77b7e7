import type { Atom } from './number-lexicon.ts';
import type { NumberContext } from './number-run.ts';

export class Sum {
  /** Finished parts with their scales, greatest first. */
  parts: { value: number; scale: number }[] = [];
  group: number | null = null;
  slot = Number.POSITIVE_INFINITY;
  atoms = 0;
  single: string | null = '';
  lastWasScale = false;
  lastValue = 0;
  closed = false;
  figures = false;
  decimals = 0;

  get total(): number {
    return this.parts.reduce((total, part) => total + part.value, 0);
  }

  get lastScale(): number {
    return this.parts.at(-1)?.scale ?? Number.POSITIVE_INFINITY;
  }

  value(): number {
    if (this.single !== null && this.single.length > 2) return Number(this.single);
    return tidy(this.total + (this.group ?? 0));
  }
}

/**
 * "two and a half", "three million and a quarter": the part is of the last thing said, or of the
 * smaller scale that is said behind it ("a billion and a half million").
 */
export function addPart(sum: Sum, part: number, scale: number | null): void {
  if (sum.group !== null) sum.group += 1 / part;
  else sum.parts.push({ value: Math.min(scale ?? sum.lastScale, sum.lastScale) / part, scale: 1 });
  sum.slot = 0;
}

/** A unit that stands behind its tens. */
export function addUnit(sum: Sum, value: number): void {
  sum.group = (sum.group ?? 0) + value;
  sum.slot = 1;
  sum.lastValue = value;
}

export function feedAll(sum: Sum, atoms: readonly Atom[], context: NumberContext): boolean {
  for (const [index, atom] of atoms.entries()) {
    if (!feed(sum, atom, context)) return index > 0;
  }
  return true;
}

function feed(sum: Sum, atom: Atom, context: NumberContext): boolean {
  const accepted = atom.scale ? feedScale(sum, atom) : feedValue(sum, atom, context.lexicon.language);
  if (accepted) sum.atoms += 1;
  return accepted;
}

function feedScale(sum: Sum, atom: Atom): boolean {
  const scale = atom.value;
  if (scale === 100) {
    if (sum.group !== null && (sum.group > 99 || sum.group === 0)) return false;
    sum.group = (sum.group ?? 1) * 100;
    sum.slot = 100;
  } else if (!closeGroup(sum, scale)) return false;
  sum.single = null;
  sum.lastWasScale = true;
  sum.lastValue = 0;
  sum.closed = atom.collective === true;
  return true;
}

// Multiplies what is smaller than the scale: "mil doscientos millones", "thousand million".
function closeGroup(sum: Sum, scale: number): boolean {
  if (sum.lastScale === scale) return false;
  let value = sum.group ?? 0;
  let smaller = sum.group !== null;
  while (sum.lastScale < scale) {
    value += sum.parts.pop()?.value ?? 0;
    smaller = true;
  }
  sum.parts.push({ value: tidy((smaller ? value : 1) * scale), scale });
  sum.group = null;
  sum.slot = Number.POSITIVE_INFINITY;
  return true;
}

function feedValue(sum: Sum, atom: Atom, language: string): boolean {
  const { value } = atom;
  const before = sum.group;
  if (sum.single !== null && value < 10 && sum.atoms === sum.single.length) sum.single += String(value);
  else if (sum.single !== null && sum.atoms > 0 && sum.single.length > 2) return false;
  else sum.single = null;
  if (before === null) {
    if (sum.total > 0 && language === 'ar' && !atom.joined && value > 99) return start(sum, value, language);
    if (value >= sum.lastScale) return false;
    return start(sum, value, language);
  }
  if (language === 'ar' && value === 100 && !atom.joined && atom.led !== true && before >= 3 && before <= 9) {
    // ثلاث مائة, in two words.
    sum.group = before * 100;
    sum.slot = 100;
  } else if (value > 0 && value < sum.slot) {
    if (
      language === 'ar' &&
      !atom.joined &&
      sum.slot > 10 &&
      value < 100 &&
      !sum.lastWasScale &&
      sum.lastValue < 100
    )
      return false;
    sum.group = before + value;
    sum.slot = slotAfter(value, language);
  } else if (unitFirst(before, sum, atom, language)) {
    sum.group = before + value;
    sum.slot = 1;
  } else if (spoken(before, sum, value, language)) {
    sum.group = before * 100 + value;
    sum.slot = slotAfter(value, language);
  } else if (sum.single === null) return false;
  sum.lastWasScale = false;
  sum.lastValue = value;
  return true;
}

export function start(sum: Sum, value: number, language: string): boolean {
  // An Arabic dual of a scale: مليونان.
  if (value >= 2000) {
    sum.parts.push({ value, scale: value / 2 });
    sum.lastWasScale = true;
    return true;
  }
  sum.group = value;
  sum.slot = slotAfter(value, language);
  sum.lastWasScale = value >= 100;
  sum.lastValue = value;
  return true;
}

function slotAfter(value: number, language: string): number {
  if (value >= 100) return 100;
  if (language === 'fr' && (value === 60 || value === 80)) return 20;
  if (value >= 20) return value % 10 === 0 ? 10 : 1;
  return value === 10 && language === 'tr' ? 10 : 1;
}

// Arabic and German say the unit first: خمسة وعشرون, خمسة عشر.
function unitFirst(group: number, sum: Sum, atom: Atom, language: string): boolean {
  if (language !== 'ar' && language !== 'de') return false;
  const unit = group % 100;
  if (unit < 1 || unit > 9 || sum.lastValue > 9) return false;
  if (atom.joined) return atom.value >= 20 && atom.value < 100;
  return language === 'ar' && atom.value === 10;
}

// "four thirty-six", "nineteen eighty-six".
function spoken(group: number, sum: Sum, value: number, language: string): boolean {
  return (
    language === 'en' &&
    sum.total === 0 &&
    sum.atoms <= 2 &&
    group === sum.lastValue + (sum.atoms === 2 ? group - sum.lastValue : 0) &&
    group >= 1 &&
    group < 100 &&
    value >= 10 &&
    !sum.lastWasScale
  );
}

export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}
