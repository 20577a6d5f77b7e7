import type { Token } from '../../language/token.ts';
import { WordNotes } from '../../language/word.ts';
import type { Span } from '../../statement/span.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import { classesOf, IS } from './word-classes.ts';
import { shapeOf } from './word-shape.ts';

/** A description that stands for somebody ("the duty sergeant") or for a body ("the water board"). */
export interface RoleMention extends Span {
  readonly kind: 'role' | 'organization';
  readonly firstToken: number;
  readonly endToken: number;
}

const MOST_WORDS = 5;
const STOPS = IS.notName | IS.article | IS.saying | IS.placeCue;
const PLAIN_ADJECTIVES = new Set([
  'old',
  'new',
  'young',
  'second',
  'first',
  'third',
  'last',
  'same',
  'other',
  'big',
  'good',
  'two',
  'one',
  'town',
  'ship',
  'boat',
  'police',
  'truck',
  'bus',
  'tank',
  'phone',
  'family',
  'government',
  'school',
  'night',
  'day',
  'former',
  'other',
  'line',
]);

/** Descriptions of people and bodies with their article: "the old shepherd", "a spokesman for the board". */
export function findRoles(words: ReadingPassage): RoleMention[] {
  const found: RoleMention[] = [];
  for (const sentence of words.sentences) {
    let index = sentence.firstToken;
    while (index < sentence.endToken) {
      const role = roleAt(words, sentence, index);
      if (role !== null) found.push(role);
      index = role === null ? index + 1 : role.endToken;
    }
  }
  return found;
}

const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'another',
  'our',
  'his',
  'her',
  'their',
  'my',
  'el',
  'la',
  'un',
  'una',
  'le',
  'une',
  'o',
  'um',
  'uma',
  'der',
  'die',
  'das',
  'ein',
  'eine',
  "l'",
]);
const INDEFINITE = new Set([
  'a',
  'an',
  'un',
  'una',
  'une',
  'um',
  'uma',
  'ein',
  'eine',
  'his',
  'her',
  'their',
  'my',
  'our',
]);

const OPENS = new WordNotes(({ norm }) => ARTICLES.has(norm));

function roleAt(words: ReadingPassage, sentence: Sentence, index: number): RoleMention | null {
  const token = words.tokens[index];
  if (token === undefined || token.kind !== 'word') return null;
  if (OPENS.of(token.word)) return describedAfter(words, sentence, index);
  return bareRole(words, token, index);
}

/** Turkish and Arabic have no separate article: a role's word stands alone. */
function bareRole(words: ReadingPassage, token: Token, index: number): RoleMention | null {
  if (words.language !== 'tr' && token.norm.charCodeAt(0) !== 0x627) return null;
  const classes = classesOf(token.norm);
  const arabic = token.norm.startsWith('ال') && (classes & IS.role) !== 0;
  const turkish = words.language === 'tr' && (classes & IS.foreignRole) !== 0;
  if (!arabic && !turkish) return null;
  return { kind: 'role', start: token.start, end: token.end, firstToken: index, endToken: index + 1 };
}

function describedAfter(words: ReadingPassage, sentence: Sentence, article: number): RoleMention | null {
  const head = headAfter(words, sentence, article);
  if (head === null) return null;
  const last = words.tokens[head];
  const first = words.tokens[article];
  if (last === undefined || first === undefined || nameFollows(words, sentence, head)) return null;
  const classes = headClasses(last.norm);
  const plain = head === article + 1 && INDEFINITE.has(first.norm) && (classes & IS.commonRole) !== 0;
  if (plain) return null;
  const kind = (classes & IS.role) !== 0 ? 'role' : 'organization';
  const endToken = complementEnd(words, sentence, head, kind);
  const end = endToken === head + 1 ? headEnd(last) : (words.tokens[endToken - 1]?.end ?? last.end);
  return { kind, start: first.start, end, firstToken: article, endToken };
}

function headEnd(token: Token): number {
  return token.norm.endsWith("'s") ? token.end - 2 : token.end;
}

function headClasses(norm: string): number {
  return classesOf(norm.endsWith("'s") ? norm.slice(0, -2) : norm);
}

/** Index of the last word of a run of role words, at most a few words after the article; null where none comes. */
function headAfter(words: ReadingPassage, sentence: Sentence, article: number): number | null {
  let head: number | null = null;
  const end = Math.min(article + MOST_WORDS + 1, sentence.endToken);
  for (let index = article + 1; index < end; index += 1) {
    const token = words.tokens[index];
    if (token === undefined || token.kind !== 'word') break;
    const classes = headClasses(token.norm);
    const small = shapeOf(token) === 'small';
    const isHead = small && (classes & (IS.role | IS.orgNoun)) !== 0;
    if (head !== null && !isHead) break;
    if (isHead) head = index;
    else if (!mayModify(token, classes, small)) break;
    if (isHead && token.norm.endsWith("'s")) break;
  }
  return head;
}

function mayModify(token: Token, classes: number, small: boolean): boolean {
  if (PLAIN_ADJECTIVES.has(token.norm)) return true;
  if ((classes & IS.demonym) !== 0) return true;
  if ((classes & STOPS) !== 0) return false;
  return small
    ? !/(?:ed|s|ly)$/.test(token.norm) || /ss$|(?:known|identified|named)$/.test(token.norm)
    : shapeOf(token) === 'capitals';
}

/** "the director Karel Odin" is a name with its title, not a description. */
function nameFollows(words: ReadingPassage, sentence: Sentence, head: number): boolean {
  const next = head + 1 < sentence.endToken ? words.tokens[head + 1] : undefined;
  if (next === undefined || next.kind !== 'word' || (classesOf(next.norm) & IS.notName) !== 0) return false;
  const shape = shapeOf(next);
  return shape === 'capital' || shape === 'capitals' || shape === 'initial';
}

const LINKS = new Set(['of', 'for', 'at']);
const DETERMINERS = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'our']);

/** Takes in "of the room", "for the board": a link, an article and one plain noun. */
function complementEnd(
  words: ReadingPassage,
  sentence: Sentence,
  head: number,
  kind: 'role' | 'organization',
): number {
  const none = head + 1;
  if (kind === 'organization' || !LINKS.has(words.tokens[head + 1]?.norm ?? '')) return none;
  const hasArticle = DETERMINERS.has(words.tokens[head + 2]?.norm ?? '');
  const noun = hasArticle ? head + 3 : head + 2;
  const token = words.tokens[noun];
  if (token === undefined || noun >= sentence.endToken || token.kind !== 'word') return none;
  if (shapeOf(token) !== 'small' || (headClasses(token.norm) & STOPS) !== 0) return none;
  if (!hasArticle && words.tokens[head + 1]?.norm === 'at') return none;
  return noun + 1;
}
