import type { Encoding } from '../statement/source.ts';

/** Code pages of DOS and the Macintosh, which chardet does not know, and rarer ISO ones. */
const PAGES = [
  'CP850',
  'CP852',
  'IBM855',
  'CP866',
  'macintosh',
  'x-mac-cyrillic',
  'KOI8-U',
  'ISO-8859-16',
  'ISO-8859-3',
  'ISO-8859-4',
  'ISO-8859-13',
  'ISO-8859-10',
  'ISO-8859-14',
];

/** Letters with marks, by how often the languages of Europe and Turkey use them. */
const COMMON = 'éáíóúñüöäßçàèêôâûîëïœæøåğışİąćęłńśźżčěřšůžýťďňőűășțâîãõāēīūģķļņėįųŵŷðþħġċżа-яёіїєґљњћџђ';
const COMMON_LETTER = new RegExp(`[${COMMON}]`, 'iu');
const BEYOND = /[^\0-\x7f]/gu;

/**
 * The guess that was made, or, where its letters make no words, the code page whose letters do:
 * letters beyond ASCII stand among letters of their own script, small ones after small ones.
 * The confidence of a page chosen so is its lead over the guess, at most 0.55: the analyst is told.
 */
export function readablePage(
  sample: Uint8Array,
  decode: (name: string) => string,
  guess: Encoding,
): Encoding {
  if (!sample.some((byte) => byte > 0x7f) || /^(?:UTF|GB|Big5|EUC|Shift|ISO-2022)/i.test(guess.name))
    return guess;
  const kept = wordShare(decode(guess.name));
  if (kept > 0.95) return guess;
  let best = guess;
  let lead = kept + 0.04;
  for (const name of PAGES) {
    const share = wordShare(decode(name));
    if (share <= lead) continue;
    lead = share;
    best = { name, confidence: Math.min(0.55, 0.35 + share - kept) };
  }
  return best === guess ? { ...guess, confidence: Math.min(guess.confidence, kept) } : best;
}

/** The share of characters beyond ASCII that fit the letters around them. */
function wordShare(text: string): number {
  let all = 0;
  let fit = 0;
  for (const match of text.matchAll(BEYOND)) {
    all++;
    fit += fitness(match[0], text.charAt(match.index - 1), text.charAt(match.index + 1));
  }
  return all === 0 ? 1 : fit / all;
}

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Thai}/u,
];

function scriptOf(letter: string): number {
  return SCRIPTS.findIndex((script) => script.test(letter));
}

function fitness(letter: string, before: string, after: string): number {
  if (!/[\p{L}\p{M}]/u.test(letter)) return markFitness(letter, before, after);
  if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) return 0;
  if (/\p{Ll}/u.test(letter) && /\p{Lu}/u.test(after)) return 0;
  const script = scriptOf(letter);
  const beside = [before, after].filter((other) => /\p{L}/u.test(other));
  if (beside.some((other) => scriptOf(other) !== script)) return 0;
  if (script <= 1 && !COMMON_LETTER.test(letter)) return 0.4;
  return beside.length > 0 ? 1 : 0.6;
}

/** A mark beyond ASCII (a quotation mark, a dash) that does not stand inside a word. */
function markFitness(mark: string, before: string, after: string): number {
  const inside = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (/[’'\u00b7]/u.test(mark)) return 0.9;
  return /[«»“”‘„‚–—…¿¡°§€£№،؛؟\u00a0\u200c-\u200f]/u.test(mark) && !inside ? 0.9 : 0;
}
