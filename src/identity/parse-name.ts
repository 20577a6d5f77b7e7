import { nameKey } from '../statement/name-key.ts';
import type { MentionKind } from '../statement/statement.ts';
import * as forms from './name-forms.ts';
import { sameSound } from './sound.ts';

/** One part of a name that counts. */
export interface NamePart {
  /** As written. */
  readonly text: string;
  /** Letters folded; of a kunya both words. */
  readonly key: string;
  readonly is: 'word' | 'initial' | 'number' | 'kunya' | 'mother';
  /** Set apart as the family name: by a comma after it, or alone in capitals. */
  readonly family: boolean;
}

/** A name taken to pieces. Honorifics, articles, particles and legal forms are left out. */
export interface NameShape {
  readonly parts: readonly NamePart[];
  /** The folded parts, joined by spaces: what one spelling is known by. */
  readonly key: string;
  /** Whether the parts stand family name first, as a comma shows. */
  readonly familyFirst: boolean;
}

const BREAK = /[\s\u00a0\-‐–_]+/u;
const MOST_WORDS = 16;
/** Names recur; those parsed last are remembered. */
const SHAPES_KEPT = 100_000;
const shapes = new Map<string, NameShape>();

/**
 * Takes a name to pieces. `parseName('Hajj Abd al-Karim Odeh', 'person')` has the parts
 * `abdkarim` and `odeh`; `parseName('Ebu Salim el-Halebi', 'person')` a kunya and a nisba.
 * Total: a name of nothing but honorifics keeps them as its parts.
 */
export function parseName(name: string, kind: MentionKind): NameShape {
  const address = `${kind} ${name}`;
  const parsed = shapes.get(address);
  if (parsed !== undefined) return parsed;
  if (shapes.size >= SHAPES_KEPT) shapes.clear();
  const shape = shapeOf(name, kind);
  shapes.set(address, shape);
  return shape;
}

function shapeOf(name: string, kind: MentionKind): NameShape {
  const person = kind === 'person' || kind === 'role';
  const [before = '', after, ...rest] = name.split(',');
  const familyFirst = person && after !== undefined && rest.length === 0 && after.trim() !== '';
  const words = person ? personParts(before, familyFirst) : bodyParts(name, kind);
  const parts = familyFirst ? [...personParts(after ?? '', false), ...words] : words;
  const kept = parts.length > 0 ? parts : wordsOf(name).map((word) => partOf(word, false));
  return { parts: kept, key: kept.map((part) => part.key).join(' '), familyFirst };
}

/** Words with more than a mark in them, articles written on with a hyphen taken off. */
function wordsOf(name: string): string[] {
  return name
    .split(BREAK)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
}

function partOf(text: string, family: boolean): NamePart {
  const key = bareKey(text);
  const is = /^\p{N}+$/u.test(key) ? 'number' : isInitial(text, key) ? 'initial' : 'word';
  return { text, key, is, family };
}

function isInitial(text: string, key: string): boolean {
  return /^\p{Lu}\.?$/u.test(text) || (/^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(text) && key.length < 8);
}

/** Letters folded, without the Arabic article. */
function bareKey(text: string): string {
  const key = nameKey(text).replaceAll(' ', '');
  return key.length > 4 && key.startsWith('ال') ? key.slice(2) : key;
}

function personParts(name: string, family: boolean): NamePart[] {
  const words = wordsOf(name);
  const shouted = words.filter((word) => /^\p{Lu}{2,}$/u.test(word.replace(/[.'’]/g, '')));
  const mixed =
    shouted.length > 0 && shouted.length < words.length && words.some((word) => /\p{Ll}/u.test(word));
  const parts: NamePart[] = [];
  for (let at = 0; at < words.length; )
    at = takePart(words, at, parts, (word) => family || (mixed && shouted.includes(word)));
  return parts;
}

/** Reads the part at `at` and returns where the next begins. */
function takePart(
  words: readonly string[],
  at: number,
  parts: NamePart[],
  isFamily: (word: string) => boolean,
): number {
  const word = words[at] ?? '';
  const key = nameKey(word).replaceAll(' ', '');
  const next = nextWord(words, at + 1);
  const kunya = forms.KUNYA_MEN.has(key) ? 'kunya' : forms.KUNYA_WOMEN.has(key) ? 'mother' : null;
  if (kunya !== null && next !== null) {
    parts.push({
      text: words.slice(at, next + 1).join(' '),
      key: `${key} ${bareKey(words[next] ?? '')}`,
      is: kunya,
      family: false,
    });
    return next + 1;
  }
  if (forms.SERVANT.has(key) && next !== null) {
    parts.push({
      text: words.slice(at, next + 1).join(' '),
      key: servantKey(bareKey(words[next] ?? '')),
      is: 'word',
      family: false,
    });
    return next + 1;
  }
  if (forms.KIN.has(key) || forms.PARTICLES.has(key) || forms.HONORIFICS.has(key)) return at + 1;
  const part = partOf(word, isFamily(word));
  parts.push({ ...part, key: servantOf(part.key) });
  return at + 1;
}

function nextWord(words: readonly string[], from: number): number | null {
  for (let at = from; at < words.length && at < from + 2; at += 1) {
    if (!forms.PARTICLES.has(nameKey(words[at] ?? ''))) return at;
  }
  return null;
}

// Abdullah, Abdulkarim, Abdurrahman, عبدالله: "servant of" grown together with one of God's names.
const SERVANT = /^[ae]bd(?:[aeiou]l(?=[^aeiou])|[aeou](?=([rsztdn])\1)|al|ul|el|ol)(.{2,})$/u;
const SERVANT_ARABIC = /^عبدال(.{2,})$/u;

function servantOf(key: string): string {
  const rest = SERVANT_ARABIC.exec(key)?.[1] ?? SERVANT.exec(key)?.[2];
  return rest === undefined ? key : servantKey(rest);
}

function servantKey(rest: string): string {
  return `abd${rest.replace(/^(?:al)?l?[ae]h?$/u, 'la').replace(/^(?:ال)?له$/u, 'la')}`;
}

function bodyParts(name: string, kind: MentionKind): NamePart[] {
  const drop = kind === 'place' ? forms.GENERIC_PLACES : forms.LEGAL_FORMS;
  // "S.R.L." and "T.C." are one word each.
  const words = wordsOf(
    name
      .replace(/(?<=\b\p{Lu})\.(?=\p{Lu}\b)/gu, '')
      .replace(/[()«»"“”]/g, ' ')
      // "NoorAG": a legal form grown on.
      .replace(/(?<=\p{Ll})(?=(?:AG|SA|SE|NV|BV|AB|AS|LLC|Ltd|GmbH|Inc)$)/gu, ' '),
  );
  const keys = withDigits(withoutLegalPhrases(words).map((word) => partOf(word, false)));
  const kept = keys.filter(
    ({ key }, at) =>
      !(at === 0 && (forms.ARTICLES.has(key) || (keys.length > 1 && forms.BODY_HEADS.has(key)))) &&
      !(at > 1 && forms.BODY_TAILS.has(key)) &&
      !(at > 0 && drop.has(key) && !/^\p{N}/u.test(key)),
  );
  const bare = kept.filter(({ key }) => !forms.PARTICLES.has(key) && key !== 'no' && key !== 'nr');
  if (bare.length > 0 || kept.length > 0) return bare.length > 0 ? bare : kept;
  // "the company" is nothing but a legal form.
  return keys.filter(({ key }) => !forms.ARTICLES.has(key));
}

/** "Joint Stock Company" says no more than "JSC"; where it is all there is, it stays. */
function withoutLegalPhrases(words: readonly string[]): readonly string[] {
  const keys = words.map((word) => nameKey(word).replaceAll(' ', ''));
  for (const phrase of forms.LEGAL_PHRASES) {
    const sought = phrase.split(' ');
    const at = keys.findIndex((_, start) => sought.every((word, index) => keys[start + index] === word));
    if (at >= 0 && sought.length < words.length)
      return words.filter((_, index) => index < at || index >= at + sought.length);
  }
  return words;
}

/** "Brigade Forty-Four" is Brigade 44, "1st Bank" the First. */
function withDigits(parts: readonly NamePart[]): NamePart[] {
  const read: NamePart[] = [];
  for (const part of parts) {
    const digits = /^\d+(?=(?:st|nd|rd|th)$)/.exec(part.key)?.[0] ?? forms.NUMBER_WORDS.get(part.key);
    const last = read.at(-1);
    const unit = digits ?? (part.is === 'number' ? part.key : undefined);
    if (unit !== undefined && /^\d$/.test(unit) && last?.is === 'number' && /^[2-9]0$/.test(last.key))
      read[read.length - 1] = {
        ...last,
        text: `${last.text} ${part.text}`,
        key: String(Number(last.key) + Number(unit)),
      };
    else if (digits !== undefined) read.push({ ...part, key: digits, is: 'number' });
    else read.push(part);
  }
  return read;
}

/** Whether two parts are one name heard: "Ebu Salim" and "أبو سليم"; an initial sounds like nothing. */
export function partsSoundAlike(a: NamePart, b: NamePart): boolean {
  if (a.is !== b.is || a.is === 'initial' || a.is === 'number') return a.is === b.is && a.key === b.key;
  return a.key === b.key || soundKeysMeet(heardWord(a), heardWord(b));
}

/** The word by whose sound a part is known: of a kunya the one after "Abu". */
export function heardWord({ is, key }: NamePart): string {
  return is === 'kunya' || is === 'mother' ? key.slice(key.indexOf(' ') + 1) : key;
}

function soundKeysMeet(a: string, b: string): boolean {
  const servantA = a.startsWith('abd') && a.length > 4;
  const servantB = b.startsWith('abd') && b.length > 4;
  if (servantA !== servantB) return sameSound(a, b);
  return servantA ? sameSound(a.slice(3), b.slice(3)) : sameSound(a, b);
}

/** Whether "J. Marlo" can be "Jonas Marlo": one family name, and initials that begin the given names. */
export function initialsFit(short: NameShape, full: NameShape): boolean {
  const last = short.parts.at(-1);
  if (last?.is !== 'word' || last.key !== full.parts.at(-1)?.key) return false;
  const given = full.parts.slice(0, -1);
  const initials = short.parts.slice(0, -1);
  if (initials.length === 0 || initials.some((part) => part.is !== 'initial')) return false;
  const letters = initials.map((part) => part.key).join('');
  if (given.some((part) => part.is !== 'word') || letters.length > given.length) return false;
  return [...letters].every((letter, at) => given[at]?.key.startsWith(letter));
}
