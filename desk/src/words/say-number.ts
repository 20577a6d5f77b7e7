import type { Catalog } from '../language/language.ts';
import { isolate, language, locale, t } from '../language/language.ts';

/** What is counted: the nouns that the catalogs have in every number. */
export type Noun = keyof Catalog['count'] extends infer Key
  ? Key extends `${infer Name}_other`
    ? Name
    : never
  : never;

export function sayNumber(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(value);
}

/** `3`, `3 or more`, `3 or less`, `3 to 5`; what is not known on either side is `not said`. */
export function sayRange(min: number | null, max: number | null): string {
  if (min === null) return max === null ? t('number.notSaid') : t('number.orLess', { n: sayNumber(max) });
  if (max === null) return t('number.orMore', { n: sayNumber(min) });
  return min === max ? sayNumber(min) : t('number.to', { from: sayNumber(min), to: sayNumber(max) });
}

const RATES = ['day', 'week', 'month', 'year', 'event', 'hour', 'night'] as const;

/** `418 barrels a day`. */
export function sayRate(figure: string, per: string): string {
  const known = RATES.find((one) => one === per);
  return known ? t(`rate.${known}`, { figure }) : t('rate.any', { figure, per });
}

const SMALL = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** `three`, `1,204`: a small count in words. */
export function sayWord(count: number): string {
  const small = SMALL.find((one) => one === count);
  return small === undefined ? sayNumber(count) : t(`small.${small}`);
}

/** `1 statement`, `14 statements`. */
export function sayCount(count: number, noun: Noun): string {
  return t(`count.${noun}`, { count, n: sayNumber(count) });
}

/** The same with small counts in words: `two statements`. */
export function sayCountInWords(count: number, noun: Noun): string {
  return t(`count.${noun}`, { count, n: sayWord(count) });
}

const PLURALS: Record<string, string> = { person: 'people', child: 'children' };

/** A noun that was read, which is English, in the plural; within another language it stays as it is. */
export function pluralOf(noun: string, count: number): string {
  if (count === 1 || language() !== 'en') return noun;
  return PLURALS[noun] ?? (/(s|sh|ch|x)$/.test(noun) ? `${noun}es` : `${noun}s`);
}

/** A picture's unit in the plural: `vehicle a day` as `vehicles a day`. */
export function sayUnit(unit: string): string {
  const [noun = '', ...rest] = unit.split(/(?= a | in |, )/);
  const plural = noun === '' || /(s|percent|people)$/.test(noun) ? noun : pluralOf(noun, 2);
  return [plural, ...rest].join('');
}

/** A sentence of the interface, or a name, with a capital at its head. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
}

/** An English word that was read. */
export function capitalizeWord(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Those that say something, as a list. */
export function joinWords(
  parts: readonly (string | null | undefined | false)[],
  by: 'comma' | 'semicolon' | 'stop' = 'comma',
): string {
  return parts.flatMap((part) => (part ? isolate(part) : [])).join(t(`text.${by}`));
}

const STEPS = [0, 1, 2, 3] as const;

/** Bytes as people say them: `41 KB`. */
export function sayBytes(bytes: number): string {
  const step = STEPS[bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))] ?? 0;
  return t(`bytes.${step}`, { n: sayNumber(Number((bytes / 1000 ** step).toPrecision(3))) });
}
