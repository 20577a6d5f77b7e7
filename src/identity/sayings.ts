import words from './saying-words.json' with { type: 'json' };

/** Where a text says something of names, by what it says. */
export interface Cue {
  readonly says: 'alias' | 'called' | 'self' | 'distinct';
  readonly start: number;
  readonly end: number;
}

const GROUPS: readonly [Cue['says'], readonly string[]][] = [
  ['alias', words.alias],
  ['self', words.self],
  ['distinct', words.distinct],
];

/** Stems may go on ("confused"); names of a relation stand alone. */
function patternOf(phrases: readonly string[], open: boolean): RegExp {
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length);
  const inner = sorted.map((phrase) => escapePhrase(phrase).replaceAll(' ', '\\s')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${inner})${open ? '' : '(?![\\p{L}\\p{N}])'}`, 'giu');
}

function escapePhrase(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const PATTERNS = GROUPS.map(([says, phrases]) => [says, patternOf(phrases, says === 'distinct')] as const);
// "known to everybody here as X"
const KNOWN_TO = /(?<!\p{L})(?:known|called) (?:to|by|in|on|among|for) [^.!?\n"“]{1,40}? as(?=\s)/giu;
// "whom patients call X", "a quien los muchachos le dicen X"
const WHOM_CALL =
  /(?<!\p{L})(?:whom?\s[^.,;!?\n]{2,30}?\scalls?|a quien\s[^.,;!?\n]{2,30}?\s(?:llaman|dicen))(?=\s)/giu;
// "N. N., skipper. The lads call him X": of the one named last.
const CALL_HIM =
  /(?<!\p{L})(?:calls? (?:him|her)(?: anything but| nothing but)?|(?:le|lo|la) (?:dicen|llaman)|ona \p{L}+ (?:der|diyor)(?:ler|lar)?|ينادونه|يسمونه|يلقبونه)(?=\s)/giu;
// The Arabic preposition is written onto the name that follows.
const ARABIC_ALIAS = /(?<!\p{L})(?:الملقب|المعروف|الشهير|المكنى) (?:ب(?=ال|أ))?/gu;

/** The cues in a text, in order. Linear. */
export function findCues(text: string): Cue[] {
  const cues: Cue[] = [];
  const add = (says: Cue['says'], pattern: RegExp) => {
    for (const match of text.matchAll(pattern))
      cues.push({ says, start: match.index, end: match.index + match[0].length });
  };
  for (const [says, pattern] of PATTERNS) add(says, pattern);
  add('alias', KNOWN_TO);
  add('alias', WHOM_CALL);
  add('called', CALL_HIM);
  add('alias', ARABIC_ALIAS);
  return cues.sort((a, b) => a.start - b.start || a.end - b.end);
}

const list = (phrases: readonly string[]) => phrases.map(escapePhrase).join('|');
const TWO = new RegExp(`(?<!\\p{L})(?:${list(words.two)})(?!\\p{L})([^.!?\\n]{0,40})$`, 'iu');
const CALLED = new RegExp(`(?<!\\p{L})(?:${list(words.called)})(?!\\p{L})\\s*["“«'‘]?$`, 'iu');
const ANOTHER = new RegExp(`(?<!\\p{L})(?:${list(words.another)})\\s+["“«'‘]?$`, 'iu');

/** What the words before a name say of how many bear it: "two men called X", "the two Xs", "another X". */
export function countsBearers(before: string, name: string): boolean {
  const two = TWO.exec(before);
  if (two !== null) return CALLED.test(before) || ((two[1] ?? '').trim() === '' && /\p{Ll}s$/u.test(name));
  return ANOTHER.test(before);
}

const GREETINGS = new Set(words.greetings.split(' '));

/** Whether nothing but a greeting stands between a turn's start and a name. */
export function onlyGreets(before: string): boolean {
  return before
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .every((word) => word === '' || GREETINGS.has(word));
}
