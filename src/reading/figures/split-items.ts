import type { Token } from '../../language/token.ts';
import { readDigits } from './read-digits.ts';

const PLAIN = /^\p{Nd}+(?:[.,٫٬]\p{Nd}+)*$/u;
const PART = /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[^\s]/gu;
const SPACED = /^\p{Nd}{1,3}(?:[ \u00a0\u202f'’]\p{Nd}{3})+(?:[.,]\p{Nd}+)?$/u;

// "22,24,26": no number has such groups.
const COMMAS = /^\p{Nd}{1,4}(?:,\p{Nd}{1,4}){2,}$/u;
const MEMBER = /\p{Nd}+|[^\s]/gu;

function isSeveral(raw: string): boolean {
  return !PLAIN.test(raw) || COMMAS.test(raw);
}

/**
 * The tokens with number tokens taken apart where they hold more than one number
 * ("30-40", "3/4", "2019 15"): numbers and marks, with their spans. Gives the same array
 * back where nothing is to be done.
 */
export function splitItems(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.kind === 'number' && isSeveral(text.slice(token.start, token.end))))
    return tokens;
  return tokens.flatMap((token) => (token.kind === 'number' ? splitNumber(text, token) : token));
}

function splitNumber(text: string, token: Token): Token | Token[] {
  const raw = text.slice(token.start, token.end);
  const list = COMMAS.test(raw) && readDigits(raw, null) === null;
  if (
    (PLAIN.test(raw) && !list) ||
    (SPACED.test(raw) && !/^(?:19|20)\p{Nd}{2} /u.test(raw) && readDigits(raw, null) !== null)
  )
    return token;
  return [...raw.matchAll(list ? MEMBER : PART)].map((match) => {
    const start = token.start + match.index;
    const kind = /^\p{Nd}/u.test(match[0]) ? ('number' as const) : ('mark' as const);
    return { start, end: start + match[0].length, kind, norm: match[0] };
  });
}
