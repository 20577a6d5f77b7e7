import type { Token } from '../../language/token.ts';
import type { Atom, NumberLexicon } from './number-lexicon.ts';

/** Words or figures read as one number. */
export interface NumberRun {
  /** Index of the item after it. */
  readonly next: number;
  readonly start: number;
  readonly end: number;
  readonly min: number;
  readonly max: number;
  /** Null for vague words. */
  readonly value: number | null;
  readonly decimals: number;
  readonly kind: 'plain' | 'vague' | 'fraction';
  /** The other reading of an unclear mark, or null. */
  readonly alternative: number | null;
  /** Case ending ("'i", "ten") or the rest of a compound ("kilometre"), folded; empty where none. */
  readonly rest: string;
  readonly compound: boolean;
  /** Written in figures. */
  readonly figures: boolean;
}

export interface NumberContext {
  readonly text: string;
  readonly items: readonly Token[];
  readonly lexicon: NumberLexicon;
  readonly mark: '.' | ',' | null;
  /** True while the lower number of a fraction is read. */
  readonly nested?: true;
}

export const PLAIN_END = { alternative: null, rest: '', compound: false, figures: false };

export function spanOf(
  items: readonly Token[],
  at: number,
  next: number,
): { next: number; start: number; end: number } {
  return { next, start: items[at]?.start ?? 0, end: items[next - 1]?.end ?? 0 };
}

// A scale that may follow a vague word or a half, in the plural too ("tens of thousands").
export function scaleWord(context: NumberContext, at: number): Atom | null {
  const word = context.items[at]?.norm ?? '';
  const plural = word.endsWith('s') ? word.slice(0, -1) : word;
  const atom = context.lexicon.atom(word) ?? context.lexicon.atom(plural);
  return atom?.scale && word.length > 2 ? atom : null;
}

/** Decimal places that the words give; negative for the zeros at the end of a whole number. */
export function decimalsOf(value: number, written: number): number {
  if (written > 0) return written;
  if (!Number.isInteger(value)) return Math.min(6, (String(value).split('.')[1] ?? '').length);
  let zeros = 0;
  for (let rest = Math.abs(value); rest > 0 && rest % 10 === 0; rest /= 10) zeros += 1;
  return zeros === 0 ? 0 : -zeros;
}
