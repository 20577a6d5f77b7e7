import { foldWord } from '../../language/fold-word.ts';
import type { Token } from '../../language/token.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import { isFormOf } from './english-lexicon.ts';
import { CORE_BOOK, type EventBook, type WordSenses } from './event-book.ts';
import type { Sense, Trigger, WordForm } from './trigger.ts';
import { readTurkishEnding } from './turkish-forms.ts';

const GAP = 6;
const TURKISH_LETTERS = /[çğıöşüÇĞİÖŞÜ]/;
const BEFORE_BASE = new Set(
  (
    'to will would can could may might must shall should do does did not never i you we they who people men women children police and or but ' +
    'then please him her them me us it let help make see hear also now just always often both all that which'
  ).split(' '),
);
const ASKING = /^(?:did|do|does|will|would|can|could|should|may|might|must|shall|didn't|don't|doesn't)$/;
const PERSONS = new Set(['him', 'her', 'them', 'me', 'us', 'you', 'both', 'all', 'everyone', 'everybody']);
const BEFORE_NOUN = new Set(
  (
    'the a an this that these those my your his her its our their no any some every each another of in on for by with from at into ' +
    'first last second third next same own big small new old many few several under during after before without'
  ).split(' '),
);
/** After these a participle stands for those it befell: "of the injured". */
const AS_NOUN = new Set(
  'the of these those all total a an this that his her their its my our your'.split(' '),
);
const BE_OR_GET =
  /^(?:be|is|are|was|were|been|being|am|get|gets|got|gotten|getting|'s|isn't|aren't|wasn't|weren't)$|(?:'s|'re|'m)$/;

/**
 * The words and phrases of a sentence that name events, in order, none overlapping. Tokens within
 * `taken` (the number words of figures) name none. Linear in the number of tokens.
 */
export function findTriggers(words: ReadingPassage, sentence: Sentence, taken: readonly Span[]): Trigger[] {
  const book = words.events ?? CORE_BOOK;
  const lexicon = book.lexiconOf(words.language);
  const triggers: Trigger[] = [];
  for (let index = sentence.firstToken; index < sentence.endToken; index++) {
    const token = words.tokens[index];
    if (token === undefined || token.kind !== 'word' || isTaken(token, taken)) continue;
    const found = triggerAt(words, sentence, { book, lexicon }, index);
    if (found === null) continue;
    if (found.trigger !== null) triggers.push(found.trigger);
    index = Math.max(index, found.endToken - 1);
  }
  return triggers;
}

function isTaken(token: Token, taken: readonly Span[]): boolean {
  return taken.some((span) => token.start < span.end && span.start < token.end);
}

interface Lookup {
  readonly book: EventBook;
  readonly lexicon: WordSenses;
}

interface Match {
  readonly sense: Sense;
  readonly endToken: number;
  readonly form: WordForm;
}

function triggerAt(
  words: ReadingPassage,
  sentence: Sentence,
  { book, lexicon }: Lookup,
  index: number,
): { trigger: Trigger | null; endToken: number } | null {
  const token = words.tokens[index];
  if (token === undefined) return null;
  const match = bestMatch(words, sentence, lexicon(token.word), index);
  if (match === null) return null;
  if (match.sense.never) return { trigger: null, endToken: match.endToken };
  const last = words.tokens[match.endToken - 1] ?? token;
  const form =
    match.form.shape === 'past' && isPassive(words.tokens, sentence, index, match.endToken)
      ? { ...match.form, passive: true }
      : match.form;
  const trigger: Trigger = {
    event: match.sense.event,
    form,
    span: { start: token.start, end: last.end },
    firstToken: index,
    endToken: match.endToken,
    common: match.sense.common,
    type: book.typeOf(match.sense.event),
  };
  return { trigger, endToken: match.sense.rest.includes('...') ? index + 1 : match.endToken };
}

function bestMatch(
  words: ReadingPassage,
  sentence: Sentence,
  senses: readonly Sense[],
  index: number,
): Match | null {
  if (senses.length === 0) return null;
  const alone = { endToken: index + 1, form: null };
  let best: Match | null = null;
  for (const sense of senses) {
    const end = sense.rest.length === 0 ? alone : matchRest(words, sentence, sense.rest, index + 1);
    if (end === null || !fitsSlot(words, sentence, sense, index, senses)) continue;
    const form = end.form ?? sense.form;
    const match = { sense, endToken: end.endToken, form };
    if (best === null || beats(match, best)) best = match;
  }
  return best;
}

function beats(a: Match, b: Match): boolean {
  if (a.sense.never !== b.sense.never) {
    const other = a.sense.never ? b : a;
    if (a.endToken === b.endToken) return a.sense.never === (other.sense.rest.length === 0);
    return a.endToken > b.endToken;
  }
  if (a.sense.common !== b.sense.common) return b.sense.common;
  return a.endToken > b.endToken;
}

function matchRest(
  words: ReadingPassage,
  sentence: Sentence,
  rest: readonly string[],
  from: number,
): { endToken: number; form: WordForm | null } | null {
  let index = from;
  let form: WordForm | null = null;
  for (let place = 0; place < rest.length; place++) {
    const part = rest[place] ?? '';
    if (part === '...') {
      const next = rest[place + 1];
      if (next === undefined) break;
      const found = afterGap(words, sentence, next, index);
      if (found === null) return null;
      index = found;
      continue;
    }
    const token = index < sentence.endToken ? words.tokens[index] : undefined;
    if (token === undefined) return null;
    if (part.startsWith('~')) {
      form = verbOf(part.slice(1), token.norm);
      if (form === null) return null;
    } else if (!fitsPart(part, token)) return null;
    index++;
  }
  return { endToken: index, form };
}

function verbOf(stem: string, norm: string): WordForm | null {
  const folded = foldWord(stem);
  return norm.startsWith(folded) ? readTurkishEnding(stem, norm.slice(folded.length)) : null;
}

function afterGap(words: ReadingPassage, sentence: Sentence, part: string, from: number): number | null {
  const end = Math.min(sentence.endToken, from + GAP + 1);
  for (let index = from; index < end; index++) {
    const token = words.tokens[index];
    if (token === undefined || /^[.,;:!?()"“”—–]$/.test(token.norm)) return null;
    if (fitsPart(part, token)) return index;
  }
  return null;
}

function fitsPart(part: string, token: Token): boolean {
  if (part === token.norm) return true;
  if (part.startsWith('^')) return isFormOf(part.slice(1), token.norm);
  return part === '@person' && PERSONS.has(token.norm);
}

// An English word that may be a noun ("the call", "in a march") is a verb only where a verb can stand.
function fitsSlot(
  words: ReadingPassage,
  sentence: Sentence,
  sense: Sense,
  index: number,
  senses: readonly Sense[],
): boolean {
  const { shape } = sense.form;
  if (!isSpelt(words, sense, index, senses)) return false;
  if (sense.never || sense.rest.length > 0) return true;
  const before = index > sentence.firstToken ? words.tokens[index - 1]?.norm : undefined;
  if (shape === 'past' && before !== undefined && AS_NOUN.has(before)) return false;
  if (shape === 'imperative' && words.language === 'ar')
    return before === undefined || /^[.,،:;؛!?؟…)\]]$/.test(before);
  if (before === undefined || words.language !== 'en') return true;
  if (shape === 'third') return !isBeforeNoun(before);
  if (shape === 'base') return !isBeforeNoun(before) && mayLead(words, sentence, before, index);
  return true;
}

function isBeforeNoun(norm: string): boolean {
  return BEFORE_NOUN.has(norm) || norm.endsWith("'s");
}

// A bare form is a verb after "to", a helper, a pronoun, a plural, an adverb or a mark; after
// another noun it is a noun too ("a government plan").
function mayLead(words: ReadingPassage, sentence: Sentence, before: string, index: number): boolean {
  if (ASKING.test(words.tokens[sentence.firstToken]?.norm ?? '')) return true;
  if (words.tokens[index - 1]?.kind === 'mark') return true;
  return BEFORE_BASE.has(before) || /(?:s|ly|n't|'ll|'d)$/.test(before);
}

// Folding makes Turkish "öl" (die) and "ol" (be) alike; the letters as written tell them apart,
// unless the writer uses none of the Turkish letters and no other stem is spelt so.
function isSpelt(words: ReadingPassage, sense: Sense, index: number, senses: readonly Sense[]): boolean {
  const token = words.tokens[index];
  if (token === undefined || sense.stem === null || sense.stem === '') return true;
  const written = sliceOf(words.text, token).toLocaleLowerCase('tr');
  if (written.startsWith(sense.stem)) return true;
  if (senses.some((other) => other.stem !== null && written.startsWith(other.stem))) return false;
  return !TURKISH_LETTERS.test(words.text.slice(words.passage.body.start, words.passage.body.start + 400));
}

function isPassive(tokens: readonly Token[], sentence: Sentence, index: number, end: number): boolean {
  if (tokens[end]?.norm === 'by') return true;
  for (let back = index - 1; back >= Math.max(sentence.firstToken, index - 5); back--) {
    const norm = tokens[back]?.norm ?? '';
    if (BE_OR_GET.test(norm)) return true;
    if (
      /^(?:has|have|had|having|to|and|or|who|which|that|he|she|they|we|i|it)$|^[.,;:()]$/.test(norm) &&
      norm !== 'and' &&
      norm !== 'or'
    )
      return false;
  }
  return false;
}
