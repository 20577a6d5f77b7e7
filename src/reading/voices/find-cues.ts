import type { ReadingPassage } from '../reading-passage.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  NOUNLIKE,
  type ProseWords,
  type VerbForm,
} from './reporting-verbs.ts';

/** A verb of reporting in place: its group `[first, end)` with auxiliaries and particles, and the sentence that it stands in. */
export interface Cue {
  readonly first: number;
  readonly verb: number;
  readonly end: number;
  readonly form: VerbForm;
  readonly passive: boolean;
  /** Token bounds of its sentence. */
  readonly from: number;
  readonly to: number;
}

const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'re", 'get', 'got']);
// After these a form that could be a verb is a noun: "his claim", "of doubt".
const NOUN_BEFORE = new Set([
  'of',
  'for',
  'in',
  'on',
  'at',
  'by',
  'with',
  'from',
  'without',
  'about',
  'no',
  'any',
  'much',
  'new',
  'latest',
  'own',
  'same',
  'such',
  'more',
  'first',
  "'s",
]);

/** The verbs of reporting of a passage, in order. */
export function findCues(words: ReadingPassage, prose: ProseWords): Cue[] {
  const cues: Cue[] = [];
  for (const sentence of words.sentences) {
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const token = words.tokens[index];
      if (token === undefined || token.kind !== 'word') continue;
      const form = prose.verbAt.of(token.word);
      if (form === null) continue;
      const cue = cueAt(words, index, form, sentence.firstToken, sentence.endToken, prose);
      if (cue !== null) cues.push(cue);
    }
  }
  return cues;
}

function cueAt(
  words: ReadingPassage,
  verb: number,
  form: VerbForm,
  from: number,
  to: number,
  prose: ProseWords,
): Cue | null {
  if (verb > from && isCapital(words, verb) && words.tokens[verb - 1]?.kind === 'word') return null;
  const first = groupStart(words, verb, from);
  if (isNoun(words, verb, first, form)) return null;
  const end = groupEnd(words, verb, form, to);
  if (form.frames === '' && end === verb + 1) return null;
  if (NOUNLIKE.has(words.tokens[verb]?.norm ?? '') && !actsAsVerb(words, verb, first, end, prose))
    return null;
  const passive = form.tense !== 'ing' && form.tense !== 'base' && BE.has(lastAuxiliary(words, first, verb));
  if (form.tense === 'participle' && !passive && first === verb) return null;
  return { first, verb, end, form, passive, from, to };
}

const OBJECTS = new Set([
  'him',
  'her',
  'them',
  'it',
  'me',
  'us',
  'how',
  'what',
  'why',
  'whether',
  'if',
  'to',
  '"',
  '“',
  ':',
  ',',
]);
const SUBJECTS = new Set(['he', 'she', 'they', 'i', 'we', 'you', 'who']);

/** "notes", "claims": a verb where an object follows or a pronoun or auxiliary stands before. */
function actsAsVerb(
  words: ReadingPassage,
  verb: number,
  first: number,
  end: number,
  prose: ProseWords,
): boolean {
  const before = words.tokens[first - 1]?.norm ?? '';
  if (SUBJECTS.has(before) || (first < verb && AUXILIARIES.has(words.tokens[first]?.norm ?? ''))) return true;
  if (before === 'united') return false;
  const next = words.tokens[end];
  if (next === undefined || words.tokens[verb]?.norm === 'like') return false;
  const upper = next.kind === 'word' && /^\p{Lu}/u.test(words.text.slice(next.start, next.start + 2));
  return (
    upper ||
    DETERMINERS.has(next.norm) ||
    prose.that.has(next.norm) ||
    OBJECTS.has(next.norm) ||
    SUBJECTS.has(next.norm)
  );
}

function isCapital(words: ReadingPassage, index: number): boolean {
  const token = words.tokens[index];
  return token !== undefined && /^\p{Lu}/u.test(words.text.slice(token.start, token.start + 2));
}

function groupStart(words: ReadingPassage, verb: number, from: number): number {
  let first = verb;
  while (first > from) {
    const norm = words.tokens[first - 1]?.norm ?? '';
    if (!AUXILIARIES.has(norm) && !ADVERBS.has(norm) && !/^[a-z]{3,}ly$/.test(norm)) break;
    first -= 1;
  }
  return first;
}

function lastAuxiliary(words: ReadingPassage, first: number, verb: number): string {
  for (let index = verb - 1; index >= first; index -= 1) {
    const norm = words.tokens[index]?.norm ?? '';
    if (AUXILIARIES.has(norm)) return norm;
  }
  return '';
}

function isNoun(words: ReadingPassage, verb: number, first: number, form: VerbForm): boolean {
  const before = words.tokens[verb - 1]?.norm ?? '';
  if (form.tense === 'ing') return DETERMINERS.has(before) && before !== 'that';
  if (before === 'to') return words.tokens[verb - 2]?.norm !== 'on';
  if (NOUN_BEFORE.has(before) && form.tense !== 'past') return true;
  return first === verb && DETERMINERS.has(before) && !STANDS_ALONE.has(before);
}

const STANDS_ALONE = new Set([
  'that',
  'this',
  'these',
  'those',
  'some',
  'many',
  'several',
  'most',
  'all',
  'one',
  'another',
  'both',
  'her',
  'two',
  'three',
]);

function groupEnd(words: ReadingPassage, verb: number, form: VerbForm, to: number): number {
  const next = verb + 1;
  if (next < to && form.with.has(words.tokens[next]?.norm ?? '')) return next + 1;
  return next;
}
