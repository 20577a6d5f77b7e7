import type { Span } from './span.ts';
import words from './stamp-words.json' with { type: 'json' };

/** A run of digits, a run of letters, or one mark. */
export interface Piece extends Span {
  readonly kind: 'digits' | 'word' | 'mark';
  /** ASCII digits, the folded word, or the mark. */
  readonly norm: string;
  readonly raw: string;
  /** True where nothing stands between it and the piece before. */
  readonly tight: boolean;
  /** True where a line ends before it. */
  readonly fresh: boolean;
}

const PIECE = /(\p{Nd}+)|([\p{L}\p{M}]+)|[^\s]/gu;
const PLAIN = /^[a-z]+$/;
const MAX_WORD = 24;

/** The pieces of `text`, in order. Linear; never throws. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = -1;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const raw = match[0];
    const kind = match[1] !== undefined ? 'digits' : match[2] !== undefined ? 'word' : 'mark';
    const norm = kind === 'digits' ? asciiDigits(raw) : kind === 'word' ? foldStampWord(raw) : raw;
    const fresh =
      last >= 0 && start - last > 0 && text.slice(last, Math.min(start, last + 200)).includes('\n');
    pieces.push({ start, end: start + raw.length, kind, norm, raw, tight: start === last, fresh });
    last = start + raw.length;
  }
  return pieces;
}

/** Digits of any script as ASCII digits. Scripts hold their ten digits in runs that start at a multiple of ten or six past one. */
export function asciiDigits(digits: string): string {
  if (/^[0-9]+$/.test(digits)) return digits;
  let plain = '';
  for (const digit of digits) plain += digitValue(digit.codePointAt(0) ?? 48);
  return plain;
}

function digitValue(code: number): number {
  let first = code;
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return code - first;
}

/** Lower case without marks; Turkish i's and Arabic alefs as one. Long runs are left as they are: no month is so long. */
export function foldStampWord(word: string): string {
  if (PLAIN.test(word) || word.length > MAX_WORD) return word;
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ـ', '')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ی', 'ي');
}

type NameTable = Readonly<Record<string, readonly (readonly string[])[]>>;

/** Folded month name to 1..12, over all languages. A name of two words is joined by one space. */
export const MONTHS = tableOf(words.months);
/** Folded weekday name to 1 (Monday)..7, over all languages. */
export const WEEKDAYS = tableOf(words.weekdays);

/** The same, for one language alone; `kind` is `months` or `weekdays`. Empty for a language that is not in the list. */
export function calendarWords(kind: 'months' | 'weekdays', language: string): ReadonlyMap<string, number> {
  const names = (words[kind] as NameTable)[language];
  return names === undefined ? new Map() : tableOf({ [language]: names });
}

/** Languages whose month and weekday names are known. */
export const CALENDAR_LANGUAGES: readonly string[] = Object.keys(words.months);

function tableOf(table: NameTable): Map<string, number> {
  const found = new Map<string, number>();
  for (const names of Object.values(table)) {
    names.forEach((spellings, index) => {
      for (const spelling of spellings) {
        const key = spelling.split(' ').map(foldStampWord).join(' ');
        if (!found.has(key)) found.set(key, index + 1);
      }
    });
  }
  return found;
}

/** Whether a piece is part of a longer chain of figures: an address, a version, a sum. */
export function glued(pieces: readonly Piece[], at: number, marks = './-:,'): boolean {
  const mark = pieces[at - 1];
  const before = pieces[at - 2];
  return (
    (pieces[at]?.tight ?? false) &&
    mark !== undefined &&
    before?.kind === 'digits' &&
    mark.tight &&
    marks.includes(mark.norm)
  );
}
