import type { ReadingPassage } from '../reading-passage.ts';
import type { TokenRange } from './draft.ts';
import type { Cue } from './find-cues.ts';
import { isPronoun, normAt, nounBefore, nounRun, startsUpper } from './noun-phrase.ts';
import { AUXILIARIES, DETERMINERS, DOCUMENTS, PREPOSITIONS, type ProseWords } from './reporting-verbs.ts';

/** Who a cue says is speaking. */
export interface Claimant {
  /** Null where the clause leaves it to the one before ("... and said"). */
  readonly range: TokenRange | null;
  readonly beside: TokenRange | null;
  readonly place: 'before' | 'after' | 'inherited';
  /** True in "X, who said ...,": the report ends with the relative clause. */
  readonly relative?: boolean;
}

const FARTHEST = 28;
const QUOTES = new Set(["'", '"', '“', '”', '«', '»', '„', '‘', '’']);

/** The words that name who speaks: before the verb, after it ("said X"), or none of its own. Null where the verb reports nothing. */
export function findClaimant(words: ReadingPassage, cue: Cue, prose: ProseWords): Claimant | null {
  if (cue.passive) return agentAfterBy(words, cue, prose);
  if (cue.form.tense === 'ing') return isParticiple(words, cue) ? inherited() : null;
  if (invites(words, cue, prose)) {
    const after = nounAfter(words, cue.end, cue.to, prose);
    if (after !== null) return { range: after, beside: besideAfter(words, after, cue.to), place: 'after' };
  }
  return claimantBefore(words, cue, prose);
}

/** 'said a spokesman, Mira Solt': the capitals after the comma. */
function besideAfter(words: ReadingPassage, range: TokenRange, to: number): TokenRange | null {
  let comma = range.end;
  while (comma < to && comma - range.end < 5 && words.tokens[comma]?.kind === 'word') comma += 1;
  if (normAt(words, comma) !== ',' || !startsUpper(words, comma + 1)) return null;
  let end = comma + 1;
  while (end < to && startsUpper(words, end)) end += 1;
  return { first: comma + 1, end };
}

function inherited(): Claimant {
  return { range: null, beside: null, place: 'inherited' };
}

/** "X was told by Y that": only a named agent speaks. */
function agentAfterBy(words: ReadingPassage, cue: Cue, prose: ProseWords): Claimant | null {
  if (normAt(words, cue.end) !== 'by') return null;
  const range = nounRun(words, cue.end + 1, cue.to);
  const told = range !== null && prose.that.has(normAt(words, range.end));
  return told ? { range, beside: null, place: 'before' } : null;
}

/** ", adding that": the one who spoke goes on. */
function isParticiple(words: ReadingPassage, cue: Cue): boolean {
  const before = normAt(words, cue.first - 1);
  const helped = AUXILIARIES.has(normAt(words, cue.verb - 1));
  return (
    !helped && (before === ',' || before === 'and' || /\p{L}/u.test(before)) && !PREPOSITIONS.has(before)
  );
}

/** Whether the cue follows a quotation's end or a comma, so that the speaker may stand after it. */
function invites(words: ReadingPassage, cue: Cue, prose: ProseWords): boolean {
  if (cue.first !== cue.verb || !cue.form.frames.includes('q') || cue.form.tense === 'base') return false;
  const before = normAt(words, cue.first - 1);
  if (
    cue.first > cue.from &&
    !QUOTES.has(before) &&
    before !== ',' &&
    before !== '-' &&
    before !== '—' &&
    before !== '–'
  )
    return false;
  if (before === ',' && closesApposition(words, cue)) return false;
  const next = normAt(words, cue.end);
  return !prose.that.has(next) && next !== ',' && next !== ':';
}

function closesApposition(words: ReadingPassage, cue: Cue): boolean {
  const comma = commaBefore(words, cue.first - 1, cue.from);
  return comma !== null && opensApposition(words, comma + 1);
}

function commaBefore(words: ReadingPassage, index: number, from: number): number | null {
  for (let at = index - 1; at >= from && index - at < FARTHEST; at -= 1) {
    const norm = normAt(words, at);
    if (norm === ',') return at;
    if (QUOTES.has(norm) || norm === ';' || norm === ':') return null;
  }
  return null;
}

const APPOSITION = new Set([
  'who',
  'whose',
  'which',
  'himself',
  'herself',
  'speaking',
  'citing',
  'a',
  'an',
  'the',
  'one',
  'head',
  'chief',
  'director',
  'president',
  'another',
  'also',
  'known',
  'then',
  'former',
  'now',
  'in',
  'like',
  'of',
  'his',
  'her',
  'their',
  'its',
]);

function opensApposition(words: ReadingPassage, index: number): boolean {
  const token = words.tokens[index];
  if (token === undefined) return false;
  return (
    APPOSITION.has(token.norm) ||
    token.kind === 'number' ||
    startsUpper(words, index) ||
    /[a-z]$/.test(token.norm)
  );
}

function claimantBefore(words: ReadingPassage, cue: Cue, prose: ProseWords): Claimant | null {
  const last = cue.first - 1;
  const norm = normAt(words, last);
  if (last < cue.from) return null;
  if (norm === 'and' || norm === 'but') return cue.form.tense === 'base' ? null : inherited();
  if (norm === 'who' || norm === 'which' || (norm === 'that' && startsClauseWord(words, last - 1)))
    return antecedent(words, cue, last);
  if (norm === ',') return beforeApposition(words, cue, last);
  if (norm === ')') return beforeBrackets(words, cue, last);
  const range = nounBefore(words, last, cue.from, prose);
  if (range !== null && names(words, cue, range)) return null;
  if (
    range !== null &&
    cue.form.lemma === 'show' &&
    !isPaper(words, range) &&
    !prose.that.has(normAt(words, cue.end))
  )
    return null;
  return range === null || !agrees(words, cue, range) ? null : { range, beside: null, place: 'before' };
}

/** "a man called X" gives a name and reports nothing. */
function names(words: ReadingPassage, cue: Cue, range: TokenRange): boolean {
  const head = normAt(words, range.first);
  const naming = cue.form.lemma === 'call' || cue.form.lemma === 'name' || cue.form.lemma === 'dub';
  return (
    naming &&
    cue.form.tense === 'past' &&
    cue.first === cue.verb &&
    range.end - range.first > 1 &&
    (head === 'a' || head === 'an' || !startsUpper(words, range.first))
  );
}

function isPaper(words: ReadingPassage, range: TokenRange): boolean {
  for (let index = range.first; index < range.end; index += 1)
    if (DOCUMENTS.has(normAt(words, index))) return true;
  return false;
}

function startsClauseWord(words: ReadingPassage, index: number): boolean {
  return words.tokens[index]?.kind === 'word' && !PREPOSITIONS.has(normAt(words, index));
}

/** "X, who said": the noun before the relative word. */
function antecedent(words: ReadingPassage, cue: Cue, relative: number): Claimant | null {
  const comma = normAt(words, relative - 1) === ',' ? relative - 2 : relative - 1;
  const range = nounBefore(words, comma, cue.from, null);
  return range === null ? null : { range, beside: null, place: 'before', relative: true };
}

/** "X, 40, a nurse, said": the noun before the first of the commas. */
function beforeApposition(words: ReadingPassage, cue: Cue, comma: number): Claimant | null {
  let opening = commaBefore(words, comma, cue.from);
  for (let tries = 0; tries < 3 && opening !== null && opening > cue.from; tries += 1) {
    const range = nounBefore(words, opening - 1, cue.from, null);
    const starts = range !== null && !isAside(words, range, cue.from);
    if (range !== null && starts)
      return { range, beside: { first: opening + 1, end: comma }, place: 'before' };
    opening = commaBefore(words, opening, cue.from);
  }
  return null;
}

/** Whether the words between two commas are themselves an aside ("40", "a nurse") to a noun before them. */
function isAside(words: ReadingPassage, range: TokenRange, from: number): boolean {
  if (normAt(words, range.first - 1) !== ',' || range.first - 1 <= from) return false;
  const head = normAt(words, range.first);
  return head === 'a' || head === 'an' || words.tokens[range.first]?.kind === 'number';
}

function beforeBrackets(words: ReadingPassage, cue: Cue, closing: number): Claimant | null {
  for (let at = closing - 1; at > cue.from && closing - at < 12; at -= 1) {
    if (normAt(words, at) !== '(') continue;
    const range = nounBefore(words, at - 1, cue.from, null);
    return range === null ? null : { range, beside: null, place: 'before' };
  }
  return null;
}

const SINGULAR = new Set(['he', 'she', 'it', 'who']);

/** A bare base form ("he say") agrees with no third person. */
function agrees(words: ReadingPassage, cue: Cue, range: TokenRange): boolean {
  if (cue.form.tense !== 'base' || cue.first !== cue.verb) return true;
  const last = normAt(words, range.end - 1);
  if (SINGULAR.has(last)) return false;
  return isPronoun(last) || PLURAL.test(last) || opensPlural(words, range);
}

const PLURAL = /(?:s|en|ple|ice)$/;
const SEVERAL = new Set([
  'some',
  'many',
  'most',
  'others',
  'several',
  'few',
  'these',
  'those',
  'both',
  'and',
  '%',
  'percent',
]);

/** "Residents of the quarter", "42 percent", "X and Y". */
function opensPlural(words: ReadingPassage, range: TokenRange): boolean {
  for (let index = range.first; index < range.end; index += 1) {
    const norm = normAt(words, index);
    if (SEVERAL.has(norm)) return true;
    if (PREPOSITIONS.has(norm)) return PLURAL.test(normAt(words, index - 1));
  }
  return false;
}

function nounAfter(words: ReadingPassage, start: number, to: number, prose: ProseWords): TokenRange | null {
  if (prose.pronouns.has(normAt(words, start)) && !DETERMINERS.has(normAt(words, start)))
    return { first: start, end: start + 1 };
  return nounRun(words, start, to);
}
