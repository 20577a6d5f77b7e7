import { foldWord } from '../../language/fold-word.ts';
import type { Token } from '../../language/token.ts';
import type { Modality } from '../../statement/statement.ts';
import type { Clause } from '../clauses/find-clauses.ts';
import type { Trigger } from '../events/trigger.ts';
import { readPolarity } from '../polarity/read-polarity.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import modalWords from './modal-words.json' with { type: 'json' };

type Kind = 'possible' | 'planned' | 'alleged' | 'ordered' | 'reported' | 'if' | 'first';
type Words = Readonly<Record<Kind, ReadonlySet<string>>>;

const KINDS: readonly Kind[] = ['possible', 'planned', 'alleged', 'ordered', 'reported', 'if', 'first'];
const HARM = new Set(modalWords.harm.split(' '));
const SUBJECTS = new Set(modalWords.subjects.en.split(' '));
const OPENERS = new Set(
  "please then and but so now just well ok okay good fine listen yes no first don't never do let's".split(
    ' ',
  ),
);
const FINITE = new Set(
  'is are was were has have had will would can could may might must said says did does'.split(' '),
);
const RELAYED = new Set('reported said believed thought understood rumoured rumored'.split(' '));
const BE = new Set('is are was were been'.split(' '));
/** Base forms that order nothing: "Hurt officers: two", "Thank you", "Bless him". */
const NO_ORDERS = new Set(
  'injure die know mean need want like love hate hope guess thank bless suppose have seem belong miss understand forgive excuse see believe'.split(
    ' ',
  ),
);
const BY_LANGUAGE = new Map<string, Words>();

/** "(?)" in a transcript says that words could not be heard, and asks nothing. */
function isGapMark(tokens: readonly Token[], index: number): boolean {
  return /^[([]$/.test(tokens[index - 1]?.norm ?? '') && /^[)\]]$/.test(tokens[index + 1]?.norm ?? '');
}

/** Whether a sentence asks: its last mark is a question mark (of any script). */
export function isQuestion(tokens: readonly Token[], sentence: Sentence): boolean {
  for (let index = sentence.endToken - 1; index >= sentence.firstToken; index--) {
    const norm = tokens[index]?.norm ?? '';
    if (norm === '?' && isGapMark(tokens, index)) {
      index--;
      continue;
    }
    if (norm === '?' || norm === '؟' || norm === '？') return true;
    if (!/^["'”’»)\]!.…]$/.test(norm)) return false;
  }
  return false;
}

/** "لا تفتحوا الباب": "do not" to several, or to a woman. */
function isArabicBan({ tokens, language }: ReadingPassage, { firstToken }: Trigger): boolean {
  if (language !== 'ar' || tokens[firstToken - 1]?.norm !== 'لا') return false;
  return /^ت\p{L}+(?:وا|ي)$/u.test(tokens[firstToken]?.norm ?? '');
}

/** Whether a trigger is an order to the one spoken to: an imperative. */
export function isImperative(words: ReadingPassage, clause: Clause, trigger: Trigger): boolean {
  if (trigger.form.shape === 'imperative') return closesClause(words, clause, trigger);
  if (trigger.form.shape !== 'base' || isOtherLanguage(words.language) || NO_ORDERS.has(trigger.event))
    return false;
  for (let index = clause.firstToken; index < trigger.firstToken; index++) {
    const token = words.tokens[index];
    if (token === undefined || token.kind === 'mark' || OPENERS.has(token.norm)) continue;
    if (token.norm === 'not' || token.norm === 'you') continue;
    const vocative = words.tokens[index + 1]?.norm === ',' && !SUBJECTS.has(token.norm);
    if (!vocative) return false;
  }
  return words.tokens[trigger.firstToken - 1]?.norm !== 'to' && !hasVerbAfter(words.tokens, clause, trigger);
}

// "Fire is in the yard", "Police said": the first word is a subject, not an order.
function hasVerbAfter(tokens: readonly Token[], clause: Clause, trigger: Trigger): boolean {
  for (let index = trigger.endToken; index < Math.min(clause.endToken, trigger.endToken + 3); index++)
    if (FINITE.has(tokens[index]?.norm ?? '')) return true;
  return false;
}

// A bare Turkish stem orders only at the end of its clause ("kutuya koy").
function closesClause(words: ReadingPassage, clause: Clause, trigger: Trigger): boolean {
  if (words.language !== 'tr') return true;
  for (let index = trigger.endToken; index < clause.endToken; index++)
    if (words.tokens[index]?.kind === 'word' && index > trigger.endToken) return false;
  return true;
}

function isOtherLanguage(language: string | null): boolean {
  return language !== null && language !== 'en';
}

/** Whether the words threaten: harm that the speaker will do, or a deed of the speaker's after an "if". */
export function isThreat(words: ReadingPassage, sentence: Sentence, trigger: Trigger): boolean {
  const known = wordsOf(words.language);
  const speaker =
    trigger.form.speaker || has(words.tokens, sentence.firstToken, trigger.firstToken, known.first);
  if (!speaker || trigger.form.tense === 'past' || trigger.form.passive || trigger.form.negative)
    return false;
  const conditional =
    has(words.tokens, sentence.firstToken, trigger.firstToken, known.if) ||
    (words.language === 'tr' && hasTurkishIf(words.tokens, sentence, trigger));
  const future = isFuture(words, sentence, trigger);
  const harm = HARM.has(trigger.event);
  return (harm && (future || (conditional && words.language !== 'en'))) || (conditional && future && harm);
}

// "konuşursa": the condition is in the verb's ending.
function hasTurkishIf(tokens: readonly Token[], sentence: Sentence, trigger: Trigger): boolean {
  for (let index = sentence.firstToken; index < trigger.firstToken; index++)
    if (/[rz]s[ae](?:n|m|k|l[ae]r|n[iu]z)?$/.test(tokens[index]?.norm ?? '')) return true;
  return false;
}

/** Whether the words put the deed in the future. */
function isFuture(words: ReadingPassage, clause: Clause | Sentence, trigger: Trigger): boolean {
  if (trigger.form.tense === 'future') return true;
  if (trigger.form.tense === 'past' && !trigger.form.passive && trigger.form.shape !== 'past') return false;
  const from = Math.max(clause.firstToken, trigger.firstToken - 8);
  for (let index = from; index < Math.min(clause.endToken, trigger.endToken + 1); index++) {
    const norm = words.tokens[index]?.norm ?? '';
    if (wordsOf(words.language).planned.has(norm) || norm.endsWith("'ll"))
      return index < trigger.firstToken || trigger.form.tense !== 'past';
    if (norm === 'going' && words.tokens[index + 1]?.norm === 'to') return true;
    if (words.language === 'ar' && index === trigger.firstToken && /^[وف]?س[يتنا]/.test(norm)) return true;
  }
  return false;
}

/** How a clause's trigger is put forward, apart from who says it. A question asserts nothing. */
export function readModality(
  words: ReadingPassage,
  sentence: Sentence,
  clause: Clause,
  trigger: Trigger,
): Modality {
  if (isThreat(words, sentence, trigger)) return 'threatened';
  if (isQuestion(words.tokens, sentence)) return 'asked';
  const known = wordsOf(words.language);
  const near = (kind: Kind) => has(words.tokens, clause.firstToken, clause.endToken, known[kind]);
  if (near('alleged')) return 'alleged';
  if (isPossible(words, clause, trigger, known.possible)) return 'possible';
  if (trigger.event === 'order') return isDenied(words, clause, trigger) ? 'asserted' : 'ordered';
  if (trigger.event === 'ask') return 'asked';
  if (isImperative(words, clause, trigger) || isArabicBan(words, trigger)) return 'ordered';
  if (
    has(words.tokens, Math.max(clause.firstToken, trigger.firstToken - 5), trigger.firstToken, known.ordered)
  )
    return 'ordered';
  if (isFuture(words, clause, trigger)) return 'planned';
  if (near('reported') || isRelayed(words, clause, trigger)) return 'reported';
  if (clauseOpensWithIf(words, clause, known)) return 'possible';
  return 'asserted';
}

// "No ship was told to wait": that an order was not given is told, and orders nothing.
function isDenied(words: ReadingPassage, clause: Clause, trigger: Trigger): boolean {
  return !isImperative(words, clause, trigger) && readPolarity(words, clause, trigger) === 'negative';
}

// "nobody could vote" is no guess: a "could" that is denied says what was not.
function isPossible(
  words: ReadingPassage,
  clause: Clause,
  trigger: Trigger,
  possible: ReadonlySet<string>,
): boolean {
  if (trigger.form.possible) return true;
  for (let index = clause.firstToken; index < clause.endToken; index++) {
    const norm = words.tokens[index]?.norm ?? '';
    if (words.language === 'tr' && /[ae]bil(?:ir|ecek)/.test(norm)) return true;
    if (index >= trigger.firstToken || !possible.has(norm) || isMonth(words, index)) continue;
    if (norm !== 'could' || readPolarity(words, clause, trigger) === 'positive') return true;
  }
  return false;
}

// "13 May": the month, as its capital and the number beside it show.
function isMonth(words: ReadingPassage, index: number): boolean {
  const token = words.tokens[index];
  if (token === undefined || token.norm !== 'may' || words.text.charAt(token.start) !== 'M') return false;
  const before = words.tokens[index - 1];
  return (
    before?.kind === 'number' ||
    words.tokens[index + 1]?.kind === 'number' ||
    (before !== undefined && before.kind === 'word')
  );
}

// "was reported killed", "is said to have fled": somebody says so, nobody is named.
function isRelayed(words: ReadingPassage, clause: Clause, trigger: Trigger): boolean {
  for (let index = clause.firstToken + 1; index < trigger.firstToken; index++)
    if (RELAYED.has(words.tokens[index]?.norm ?? '') && BE.has(words.tokens[index - 1]?.norm ?? ''))
      return true;
  return false;
}

function clauseOpensWithIf(words: ReadingPassage, clause: Clause, known: Words): boolean {
  for (let index = clause.firstToken; index < Math.min(clause.endToken, clause.firstToken + 2); index++) {
    const norm = words.tokens[index]?.norm ?? '';
    if (norm !== 'or' && norm !== 'otherwise' && known.if.has(norm)) return true;
  }
  return false;
}

function has(tokens: readonly Token[], from: number, to: number, wanted: ReadonlySet<string>): boolean {
  for (let index = from; index < to; index++) if (wanted.has(tokens[index]?.norm ?? '')) return true;
  return false;
}

function wordsOf(language: string | null): Words {
  const key = language !== null && language in modalWords.possible ? language : 'en';
  const known = BY_LANGUAGE.get(key);
  if (known !== undefined) return known;
  const made = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      new Set(((modalWords[kind] as Record<string, string>)[key] ?? '').split(' ').map(foldWord)),
    ]),
  ) as unknown as Words;
  BY_LANGUAGE.set(key, made);
  return made;
}
