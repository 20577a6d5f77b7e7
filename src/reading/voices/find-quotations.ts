import type { Token } from '../../language/token.ts';
import type { ReadingPassage } from '../reading-passage.ts';

/** Words in quotation marks. Token indices of the marks themselves; spans of the words between. */
export interface Quotation {
  readonly open: number;
  /** Index of the closing mark, or the passage's token count where it is left open. */
  readonly close: number;
  /** Index of the first token after the closing mark. */
  readonly after: number;
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly closed: boolean;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”“"',
  '"': '"”',
  '«': '»',
  '„': '“”"',
  '‹': '›',
  '»': '«',
  '‘': '’',
  "'": "'",
  '”': '”',
};
const MARKS = new Set(Object.keys(PAIRS));

/** The quotations of a passage, in order; one within another is part of the outer one. */
export function findQuotations(words: ReadingPassage): Quotation[] {
  const found: Quotation[] = [];
  let index = 0;
  while (index < words.tokens.length) {
    const token = words.tokens[index];
    const twice = isTwice(words, index);
    const close =
      token?.kind === 'mark' && MARKS.has(token.norm)
        ? twice
          ? closeOfTwice(words, index)
          : closeOf(words, index, token)
        : null;
    if (close !== null) found.push(quotationOf(words, twice ? index + 1 : index, close));
    index = (close ?? index) + (twice ? 2 : 1);
  }
  return found;
}

/** Two typewriter apostrophes stand for one quotation mark. */
function isTwice(words: ReadingPassage, index: number): boolean {
  const token = words.tokens[index];
  const next = words.tokens[index + 1];
  return token?.norm === "'" && next?.norm === "'" && next.start === token.end;
}

function closeOfTwice(words: ReadingPassage, index: number): number {
  for (let at = index + 2; at < words.tokens.length; at += 1) if (isTwice(words, at)) return at;
  return words.tokens.length;
}

function quotationOf(words: ReadingPassage, open: number, close: number): Quotation {
  const first = words.tokens[open + 1];
  const last = words.tokens[close - 1];
  const inner = words.tokens.slice(open + 1, close).filter((token) => token.kind !== 'mark');
  return {
    open,
    close,
    after: close + (isTwice(words, close) ? 2 : 1),
    start: first?.start ?? 0,
    end: Math.max(last?.end ?? 0, first?.start ?? 0),
    words: inner.length,
    closed: close < words.tokens.length,
  };
}

/** Index of the mark that closes the quotation opened at `index`; the token count where none does; null where nothing opens. */
function closeOf(words: ReadingPassage, index: number, token: Token): number | null {
  const { tokens, text } = words;
  if (!opens(text, token, tokens[index - 1])) return null;
  const single = token.norm === "'" || token.norm === '‘' || token.norm === '”' || token.norm === '»';
  const closers = PAIRS[token.norm] ?? '';
  for (let at = index + 1; at < tokens.length; at += 1) {
    const mark = tokens[at];
    if (mark?.kind !== 'mark' || !closers.includes(mark.norm)) continue;
    if (closes(text, mark)) return at === index + 1 ? null : at;
  }
  const opensPassage = index === 0 || (index < 3 && tokens[index - 1]?.kind === 'mark');
  return single || (!opensPassage && tokens.length - index < 4) ? null : tokens.length;
}

function opens(text: string, token: Token, before: Token | undefined): boolean {
  const next = text[token.end];
  if (next === undefined || /\s/.test(next)) return false;
  if (before === undefined || before.end < token.start) return true;
  return before.kind === 'mark' && !/[.,!?…]/.test(before.norm);
}

function closes(text: string, mark: Token): boolean {
  const next = text[mark.end];
  const before = text[mark.start - 1];
  if (before !== undefined && /\s/.test(before) && next !== undefined && !/\s/.test(next)) return false;
  return next === undefined || !/[\p{L}\p{Nd}]/u.test(next);
}
