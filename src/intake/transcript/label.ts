import { foldStampWord } from '../../statement/stamp-pieces.ts';
import words from './label-words.json' with { type: 'json' };

/** Labels come again and again; folding one is slow. */
const FOLDS_KEPT = 5_000;
const folds = new Map<string, string>();

const UNKNOWN = new Set(words.unknown.map(foldLabel));
const NUMBERED = new Set(words.numbered.map(foldLabel));
const NUMBERED_BARE = new Set(words.numberedBare);
const ROLES = new Set(words.roles.map(foldLabel));
const CHANNEL = new RegExp(words.channels, 'iu');

/** A label in the form that labels are compared in: lower case, no accents, no marks at its ends. */
export function foldLabel(label: string): string {
  const known = folds.get(label);
  if (known !== undefined) return known;
  if (folds.size >= FOLDS_KEPT) folds.clear();
  const folded = fold(label);
  folds.set(label, folded);
  return folded;
}

function fold(label: string): string {
  return label
    .replace(/[*_"“”«»~@<>[\]{}\u200e\u200f\u202a-\u202e]/g, '')
    .split(/\s+/)
    .map((word) => foldStampWord(word.replace(/[.:,]+$/u, '')))
    .join(' ')
    .trim();
}

/** Whether a label says that nobody knows who speaks: `UNKNOWN WOMAN`, `SPEAKER 2`. */
export function isUnknownLabel(label: string): boolean {
  const plain = foldLabel(label);
  const folded = (/^\p{L}[-\p{N}\s]{0,4}\(/u.test(plain) ? plain.replace(/\(.*/, '') : plain)
    .replace(/[()#№]/g, ' ')
    .trim();
  if (UNKNOWN.has(folded)) return true;
  const tokens = folded.split(/[\s\-/]+/).filter((token) => token !== '');
  if (tokens.some((token) => UNKNOWN.has(token))) return true;
  if (tokens.slice(0, -1).some((token, at) => UNKNOWN.has(`${token} ${tokens[at + 1] ?? ''}`))) return true;
  const [first = '', second = ''] = tokens;
  const last = /^\p{N}{1,3}$/u.test(second) || /^[a-f]$/.test(second);
  if (tokens.length === 2 && last && (NUMBERED.has(first) || NUMBERED_BARE.has(first))) return true;
  if (tokens.length === 1 && /^(?:speaker|voice|um|uf|x)\p{N}{1,3}$/u.test(first)) return true;
  return tokens.length === 1 && (first === 'x' || first === 'um' || first === 'uf');
}

/** Whether a label stands for a part in a conversation rather than a name: `A`, `IN`, `ARAYAN`, `Q`. */
export function isRoleLabel(label: string): boolean {
  return ROLES.has(foldLabel(label));
}

/** Whether a column's value names a radio channel and no speaker: `VHF 16`, `-`. */
export function isChannel(label: string): boolean {
  return CHANNEL.test(label);
}

/** Whether a label is written in capitals (or in a script without them). */
export function isCapitals(label: string): boolean {
  return !/\p{Ll}/u.test(label);
}

/**
 * A label as it may be printed: capitals become a name's (`EBU SALİH` is `Ebu Salih`), codes
 * (`K-3`, `CC`, `R.T.`) stay. `turkish` decides what I becomes.
 */
export function readableName(label: string, turkish: boolean): string {
  const plain = label.replace(/\s+/g, ' ').trim();
  if (isUnknownLabel(plain) || !/\p{Lu}{2}/u.test(plain)) return plain;
  const whole = isCapitals(plain);
  return plain.replace(/[\p{L}\p{M}'’]+/gu, (word, at: number) => {
    const code = /[\p{N}-]/u.test(plain.charAt(at + word.length)) || /[\p{N}-]/u.test(plain.charAt(at - 1));
    if (!isCapitals(word) || (word.length < 4 && plain === word && whole)) return word;
    if (code || word.length < 3 || !/[AEIİOUÖÜYÂÎÁÉÍÓÚÈÀÊÔÃÕАЕЁИОУЫЭЮЯІЇ]/u.test(word)) return word;
    const locale = turkish || /[İĞŞ]/.test(word) ? 'tr' : 'en';
    return word.charAt(0) + word.slice(1).toLocaleLowerCase(locale);
  });
}

/** Whether a text's letters look Turkish, for what a capital I becomes. */
export function looksTurkish(sample: string): boolean {
  const marks = sample.match(/[ığşİĞŞ]/g)?.length ?? 0;
  return marks * 60 > sample.length;
}
