import { type Token, tokenOf } from '../../language/token.ts';
import { WordNotes, wordOf } from '../../language/word.ts';
import { readDigits } from './read-digits.ts';

const PLAIN = /^\p{Nd}+(?:[.,٫٬]\p{Nd}+)*$/u;
const PART = /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[^\s]/gu;
const SPACED = /^\p{Nd}{1,3}(?:[ \u00a0\u202f'’]\p{Nd}{3})+(?:[.,]\p{Nd}+)?$/u;

// "22,24,26": no number has such groups.
const COMMAS = /^\p{Nd}{1,4}(?:,\p{Nd}{1,4}){2,}$/u;
const MEMBER = /\p{Nd}+|[^\s]/gu;

// "ال15": the article is glued to figures; "5k-20k" is cut behind the first letter.
const LED = /^((?:[وبلفك]?ال|لل|[وبلفك])ـ?)(\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)$/u;
const SPAN = /^(\p{L}{1,3})(-)(\p{Nd}+)(\1)$/u;

const MAY_BE_SEVERAL = new WordNotes(({ kind, norm, written }) => {
  if (kind === 'number') return !PLAIN.test(written) || COMMAS.test(written);
  return kind === 'word' && holdsFigures(norm);
});

function isSeveral(text: string, token: Token): boolean {
  return MAY_BE_SEVERAL.of(token.word) && (token.kind === 'number' || partsOf(text, token) !== null);
}

function holdsFigures(norm: string): boolean {
  const last = norm.charCodeAt(norm.length - 1);
  return (
    (last >= 48 && last <= 57 && norm.charCodeAt(0) > 1535) ||
    norm.charCodeAt(1) === 45 ||
    norm.charCodeAt(2) === 45
  );
}

function partsOf(text: string, token: Token): readonly string[] | null {
  const raw = text.slice(token.start, token.end);
  const found = LED.exec(raw) ?? (/\p{Nd}/u.test(text.charAt(token.start - 1)) ? SPAN.exec(raw) : null);
  return found === null ? null : found.slice(1);
}

function splitWord(text: string, token: Token): Token | Token[] {
  let start = token.start;
  return (
    partsOf(text, token)?.map((part) => {
      const from = start;
      start += part.length;
      const kind = /^\p{Nd}/u.test(part) ? 'number' : part === '-' ? 'mark' : 'word';
      return tokenOf(wordOf(part, kind), from);
    }) ?? token
  );
}

/**
 * The tokens with number tokens taken apart where they hold more than one number
 * ("30-40", "3/4", "2019 15"): numbers and marks, with their spans. Gives the same array
 * back where nothing is to be done.
 */
export function splitItems(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => isSeveral(text, token))) return tokens;
  return tokens.flatMap((token) =>
    token.kind === 'number'
      ? splitNumber(text, token)
      : token.kind === 'word' && holdsFigures(token.norm)
        ? splitWord(text, token)
        : token,
  );
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
    const kind = /^\p{Nd}/u.test(match[0]) ? 'number' : 'mark';
    return tokenOf(wordOf(match[0], kind), token.start + match.index);
  });
}
