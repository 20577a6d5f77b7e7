import { asciiDigits } from '../../statement/stamp-pieces.ts';

/** A number in figures. */
export interface Digits {
  readonly value: number;
  /** Decimal places as written. */
  readonly decimals: number;
  /** The other reading where a lone mark could group thousands or set off decimals, else null. */
  readonly alternative: number | null;
}

// Where a comma sets off decimals and a full stop groups thousands.
const COMMA_LANGUAGES = new Set(['tr', 'es', 'de', 'fr', 'pt', 'ro', 'ru', 'it', 'ku', 'nl', 'uk']);

/** The decimal mark that writers of a language use: `,` or `.`; null where the language is not known. */
export function decimalMarkOf(language: string | null): '.' | ',' | null {
  if (language === null) return null;
  return COMMA_LANGUAGES.has(language) ? ',' : '.';
}

/**
 * A number token (digits of any script with inner marks) as a value; null where it is no
 * plain number (a date, a phone number, an address). `mark` is the decimal mark to expect.
 */
export function readDigits(written: string, mark: '.' | ',' | null): Digits | null {
  const text = plain(written);
  if (/^\d+$/.test(text)) return { value: Number(text), decimals: 0, alternative: null };
  if (/^\d{1,3}([ '])\d{3}(\1\d{3})*([.,]\d+)?$/.test(text)) return spaced(text);
  const marks = text.replace(/\d/g, '');
  if (!/^[.,]+$/.test(marks) || text.length > 40) return null;
  if (marks.includes('.') && marks.includes(',')) return mixed(text, marks);
  if (marks.length > 1) return grouped(text);
  return oneMark(text, marks, mark);
}

function plain(written: string): string {
  const ascii = written
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replaceAll('’', "'")
    .replace(/\p{Nd}+/gu, asciiDigits);
  if (!ascii.includes('٫')) return ascii.replaceAll('٬', '');
  // The Arabic decimal mark is never in doubt; a zero more keeps three decimals from looking like a group.
  return `${ascii.replace(/[٬,.]/g, '').replace('٫', '.')}0`.replace(/\.(\d{1,2}|\d{4,})0$/, '.$1');
}

function spaced(text: string): Digits {
  const decimals = /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
  return { value: Number(text.replace(/[ ']/g, '').replace(',', '.')), decimals, alternative: null };
}

// Both marks: the last one sets off the decimals.
function mixed(text: string, marks: string): Digits | null {
  const last = marks.at(-1) ?? '.';
  const group = last === '.' ? ',' : '.';
  if (marks.slice(0, -1).includes(last)) return null;
  const [whole = '', fraction = ''] = text.split(last);
  if (!new RegExp(`^\\d{1,3}(\\${group}\\d{3})+$`).test(whole)) return null;
  return {
    value: Number(`${whole.replaceAll(group, '')}.${fraction}`),
    decimals: fraction.length,
    alternative: null,
  };
}

function grouped(text: string): Digits | null {
  if (!/^\d{1,3}([.,]\d{3})+$/.test(text) && !/^\d{1,2}(,\d{2})+,\d{3}$/.test(text)) return null;
  return { value: Number(text.replace(/[.,]/g, '')), decimals: 0, alternative: null };
}

function oneMark(text: string, found: string, mark: '.' | ',' | null): Digits {
  const [whole = '0', fraction = ''] = text.split(found);
  const decimal = Number(`${whole}.${fraction}`);
  const canGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  if (!canGroup) return { value: decimal, decimals: fraction.length, alternative: null };
  const groups = Number(whole + fraction);
  const asDecimal = mark === null ? false : mark === found;
  return asDecimal
    ? { value: decimal, decimals: fraction.length, alternative: groups }
    : { value: groups, decimals: 0, alternative: mark === null ? decimal : null };
}
