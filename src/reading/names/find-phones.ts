import type { Span } from '../../statement/span.ts';
import type { ReadingPassage } from '../reading-passage.ts';

const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
const SHAPE = /^(?:0|\p{Nd}{7,}$|\p{Nd}{1,4}[ \u00a0\u202f-]\p{Nd}{2,4}[ \u00a0\u202f-])/u;
const DATE = /^\p{Nd}{1,4}-\p{Nd}{1,2}-\p{Nd}{1,4}/u;
const NUMBER_CUES = new Set([
  'phone',
  'tel',
  'mobile',
  'line',
  'number',
  'whatsapp',
  'telefon',
  'numara',
  'hat',
  'هاتف',
  'رقم',
  'telefono',
  'teléfono',
  'gsm',
  'fax',
  'caller',
  'called',
  'target',
  'call',
]);

/** Phone and line numbers: long runs of digits in a phone's grouping, with a plus sign or a leading zero. */
export function findPhones(words: ReadingPassage): Span[] {
  const found: Span[] = [];
  for (const [index, token] of words.tokens.entries()) {
    if (token.kind !== 'number' || token.end - token.start < FEWEST_DIGITS) continue;
    const before = words.tokens[index - 1];
    const plus = before?.norm === '+' && before.end === token.start;
    if (!plus && !looksDialled(token.norm, before?.norm ?? '')) continue;
    const digits = token.norm.replace(/\P{Nd}/gu, '').length;
    if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) continue;
    found.push({ start: plus ? token.start - 1 : token.start, end: token.end });
  }
  return found;
}

function looksDialled(norm: string, before: string): boolean {
  if (/[.,:/٫٬'’]/.test(norm) || DATE.test(norm) || !SHAPE.test(norm)) return false;
  return norm.startsWith('0') || NUMBER_CUES.has(before) || /\p{Nd}[ -]\p{Nd}+[ -]/u.test(norm);
}
