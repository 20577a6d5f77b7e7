import { foldWord } from '../../language/fold-word.ts';
import type { Token } from '../../language/token.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import personWords from './arabic-name-words.json' with { type: 'json' };
import type { Candidate, NamedKind, NameMemory } from './name-memory.ts';
import lists from './name-words.json' with { type: 'json' };
import { placeIsKnown } from './word-classes.ts';

const words = (list: string) => new Set(list.split(' ').map(foldWord));
const TITLES = words(lists.arabicTitles);
const KUNYA = words(lists.arabicKunya);
const BODIES = words(lists.arabicOrg);
const PLACES = words(lists.arabicPlaceWords);
const ROLES = words(lists.arabicRoles);
const SAYING = words(lists.arabicSaying);
const PREPOSITIONS = words(lists.arabicPrepositions);
const STOP = words(lists.arabicStop);
const PERSON_WORDS = words(personWords.words);
const ARABIC = /^[\u0620-\u06ff]/;
const PREFIX = /^(?:و|ف|ب|ل|ك|وب|ول|يا)(?=.{3})/;
const LONGEST = 4;

/** Whether a passage holds Arabic script at all. */
export function hasArabic(passage: ReadingPassage): boolean {
  return passage.tokens.some(({ norm }) => norm.charCodeAt(0) > 0x61f && norm.charCodeAt(0) < 0x700);
}

/**
 * Names in Arabic script, which has no capitals: known speakers, kunyas ("Abu X"), names
 * after a title, a verb of saying or a patronymic's "bin", bodies and places after their word.
 */
export function findArabicNames(passage: ReadingPassage, memory: NameMemory): Candidate[] {
  const found: Candidate[] = [];
  for (const sentence of passage.sentences) {
    let index = sentence.firstToken;
    while (index < sentence.endToken) {
      const name = nameAt(passage, sentence, memory, index);
      if (name !== null) found.push(name);
      index = name === null ? index + 1 : name.endToken;
    }
  }
  return found;
}

function nameAt(
  passage: ReadingPassage,
  sentence: Sentence,
  memory: NameMemory,
  index: number,
): Candidate | null {
  const token = passage.tokens[index];
  if (token === undefined || token.kind !== 'word' || !ARABIC.test(token.norm)) return null;
  const scope = { passage, sentence, memory };
  return (
    kunyaAt(scope, index) ??
    spokenFor(scope, index) ??
    afterCue(scope, index) ??
    bodyAt(scope, index) ??
    placeAt(scope, index) ??
    patronymicAt(scope, index) ??
    knownPersonAt(scope, index) ??
    shipAt(scope, index) ??
    quotedInLatin(scope, index)
  );
}

interface Scope {
  readonly passage: ReadingPassage;
  readonly sentence: Sentence;
  readonly memory: NameMemory;
}

function normAt(scope: Scope, index: number): string {
  if (index < scope.sentence.firstToken || index >= scope.sentence.endToken) return '';
  const token = scope.passage.tokens[index];
  return token?.kind === 'word' ? token.norm : '';
}

// Words of the imperfect begin so; the names that do are few.
const VERB_LIKE = /^[ينتس]/;
const Y_NAMES = words(
  'يوسف ياسر يحيي ياسين يعقوب يزن يونس نبيل نزار نادر ناصر نوري نعيم نور تامر توفيق تيسير سامي سالم سعيد سعد سليم سليمان سمير سلمان سيف سهيل سراج سنان نجيب نديم نضال نادية ناديا نوال نورا نورة نهى نسرين ندى نجلاء تهاني ياسمين يسرى سلمى سعاد سناء سهام سوسن سميرة سارة',
);

function isNameWord(norm: string): boolean {
  if (norm.length > 3 && VERB_LIKE.test(norm) && !Y_NAMES.has(norm)) return false;
  return norm.length > 1 && ARABIC.test(norm) && !STOP.has(norm) && !SAYING.has(norm) && !ROLES.has(norm);
}

function make(
  scope: Scope,
  first: number,
  end: number,
  kind: NamedKind,
  weight: number,
  titleFrom = first,
): Candidate | null {
  const start = scope.passage.tokens[first];
  const last = scope.passage.tokens[end - 1];
  const whole = scope.passage.tokens[titleFrom];
  if (start === undefined || last === undefined || whole === undefined) return null;
  const skip = prefixLength(scope, start, first);
  return {
    firstToken: first,
    endToken: end,
    start: start.start + skip,
    end: last.end,
    wholeStart: Math.min(whole.start, start.start + skip),
    wholeEnd: last.end,
    title: titleFrom < first ? scope.passage.text.slice(whole.start, start.start).trim() : null,
    key: keyBetween(scope.passage.tokens, first, end, skip),
    words: end - first,
    unsure: false,
    heading: false,
    votes: [[kind, weight]],
  };
}

function keyBetween(tokens: readonly Token[], first: number, end: number, skip: number): string {
  const norms = tokens.slice(first, end).map((token) => token.norm);
  return norms.map((norm, at) => (at === 0 ? norm.slice(skip) : norm)).join(' ');
}

/** A one-letter "and", "to" or "by" written onto a name that is known without it. */
function prefixLength(scope: Scope, token: Token, index: number): number {
  const norm = token.norm;
  const bare = norm.replace(PREFIX, '');
  if (bare === norm || scope.memory.speakers.has(norm)) return 0;
  const next = normAt(scope, index + 1);
  const known =
    scope.memory.speakers.has(bare) || placeIsKnown(bare) || (KUNYA.has(bare) && isNameWord(next));
  return known ? norm.length - bare.length : 0;
}

function kunyaAt(scope: Scope, index: number): Candidate | null {
  const norm = normAt(scope, index);
  const bare = KUNYA.has(norm) ? norm : norm.replace(PREFIX, '');
  if (!KUNYA.has(bare) || !isNameWord(normAt(scope, index + 1))) return null;
  const nisba = normAt(scope, index + 2);
  const end = nisba.startsWith('ال') && nisba.endsWith('ي') && isNameWord(nisba) ? index + 3 : index + 2;
  return make(scope, index, end, 'person', 4);
}

/** A speaker's or party's name, or a run of its words. */
function spokenFor(scope: Scope, index: number): Candidate | null {
  const norm = normAt(scope, index);
  const { speakers } = scope.memory;
  if (!speakers.has(norm) && !speakers.has(norm.replace(PREFIX, ''))) return null;
  let end = index + 1;
  while (end - index < LONGEST && (speakers.has(normAt(scope, end)) || isNisba(normAt(scope, end)))) end += 1;
  return make(scope, index, end, 'person', 2);
}

function isNisba(norm: string): boolean {
  return norm.length > 4 && norm.startsWith('ال') && norm.endsWith('ي');
}

/** Names after a title ("the colonel X Y") or a verb of saying ("said X Y"). */
function afterCue(scope: Scope, index: number): Candidate | null {
  const norm = normAt(scope, index);
  const titled = TITLES.has(norm) || TITLES.has(norm.replace(PREFIX, ''));
  const said = SAYING.has(norm);
  if (!titled && !said) return null;
  const first = index + 1;
  const end = nameWordsEnd(scope, first);
  if (end === first || (said && end - first < 2)) return null;
  if (said && (BODIES.has(normAt(scope, first)) || TITLES.has(normAt(scope, first)))) return null;
  return make(scope, first, end, 'person', titled ? 3 : 1, titled ? index : first);
}

function nameWordsEnd(scope: Scope, first: number): number {
  let end = first;
  while (end - first < 2 && isNameWord(normAt(scope, end)) && !BODIES.has(normAt(scope, end))) end += 1;
  if (end > first && (normAt(scope, end - 1) === 'عبد' || normAt(scope, end) === 'بن'))
    end += normAt(scope, end) === 'بن' ? 2 : 1;
  if (end > first && isNisba(normAt(scope, end))) end += 1;
  return Math.min(end, scope.sentence.endToken);
}

function bodyAt(scope: Scope, index: number): Candidate | null {
  const norm = normAt(scope, index);
  const bare = BODIES.has(norm) ? norm : norm.replace(PREFIX, '');
  if (!BODIES.has(bare)) return null;
  let end = index + 1;
  while (end - index < 3 && isNameWord(normAt(scope, end)) && !PREPOSITIONS.has(normAt(scope, end))) end += 1;
  const enough = end - index > 1 || bare.startsWith('ال');
  return enough ? make(scope, index, end, 'organization', 3) : null;
}

function placeAt(scope: Scope, index: number): Candidate | null {
  const norm = normAt(scope, index);
  const pair = `${norm} ${normAt(scope, index + 1)}`;
  if (placeIsKnown(pair)) return make(scope, index, index + 2, 'place', 4);
  if (placeIsKnown(norm) || placeIsKnown(norm.replace(PREFIX, '')))
    return make(scope, index, index + 1, 'place', 4);
  const named = isNameWord(normAt(scope, index + 1)) && !isNisba(normAt(scope, index + 1));
  if (PLACES.has(norm) && named) return make(scope, index + 1, index + 2, 'place', 2);
  return null;
}

/** "X bin Y", "Abd al-X". */
function patronymicAt(scope: Scope, index: number): Candidate | null {
  const norm = normAt(scope, index);
  if (norm === 'عبد' && normAt(scope, index + 1).startsWith('ال')) {
    const end =
      isNameWord(normAt(scope, index + 2)) && isNisba(normAt(scope, index + 2)) ? index + 3 : index + 2;
    return make(scope, index, end, 'person', 3);
  }
  const joined = normAt(scope, index + 1) === 'بن' && isNameWord(normAt(scope, index + 2));
  return joined && isNameWord(norm) ? make(scope, index, index + 3, 'person', 3) : null;
}

/** Words that are parts of persons' names, one behind the other, two at least with the family name. */
function knownPersonAt(scope: Scope, index: number): Candidate | null {
  const norm = normAt(scope, index);
  if (!PERSON_WORDS.has(norm) && !PERSON_WORDS.has(norm.replace(PREFIX, ''))) return null;
  let end = index + 1;
  while (end - index < LONGEST && PERSON_WORDS.has(normAt(scope, end))) end += 1;
  if (isFamilyName(normAt(scope, end))) end += 1;
  return end - index > 1 ? make(scope, index, end, 'person', 2) : null;
}

// A family name mostly has the article.
function isFamilyName(norm: string): boolean {
  return (
    norm.length > 4 && norm.startsWith('ال') && isNameWord(norm) && !BODIES.has(norm) && !TITLES.has(norm)
  );
}

/** "السفينة X": a ship's name has no article; a letter may follow it. */
function shipAt(scope: Scope, index: number): Candidate | null {
  const name = normAt(scope, index + 1);
  if (!VESSELS.has(normAt(scope, index)) || !isNameWord(name) || name.startsWith('ال')) return null;
  const letter = normAt(scope, index + 2);
  const end = letter.length === 2 && isNameWord(letter) ? index + 3 : index + 2;
  return make(scope, index + 1, end, 'vehicle', 3);
}

const VESSELS = words('السفينة سفينة الباخرة باخرة المركب مركب القارب قارب العبارة عبارة الناقلة ناقلة');
const MOST_QUOTED = 3;

/** Words in Arabic letters in a text of another script are mostly a name's spelling; those in square brackets gloss a word. */
function quotedInLatin(scope: Scope, index: number): Candidate | null {
  if (scope.passage.language === 'ar' || ARABIC.test(normAt(scope, index - 1))) return null;
  if (scope.passage.tokens[index - 1]?.norm === '[') return null;
  let end = index;
  while (ARABIC.test(normAt(scope, end))) end += 1;
  if (end - index > MOST_QUOTED) return null;
  for (let at = index; at < end; at += 1) if (!isNameWord(normAt(scope, at))) return null;
  return make(scope, index, end, 'person', 1);
}
