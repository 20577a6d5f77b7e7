import profiles from './language-profiles.json' with { type: 'json' };
import { letterTable, weighWord } from './letter-evidence.ts';
import type { Token } from './token.ts';
import { eachWord } from './tokenize.ts';
import { type Word, WordNotes } from './word.ts';

/** `language` is a BCP 47 primary tag, or null where the text is too short or too mixed to tell. */
export interface LanguageGuess {
  readonly language: string | null;
  /** 0..1: how far the best language is ahead, lowered for short texts. */
  readonly confidence: number;
}

interface Profile {
  readonly words: string;
  readonly ends: readonly string[];
  readonly letters: string;
}

type Votes = readonly (readonly [language: number, weight: number])[];

/** The languages that a word votes for, and with how much each, in the order of the votes. */
interface Ballot {
  readonly languages: number[];
  readonly weights: number[];
  /** What a word's runs of letters say (log odds of the table's languages); null where it is not in Latin letters. */
  readonly letters: readonly number[] | null;
  /** Of the next part of a word of several ("twenty-six"). */
  readonly next: Ballot | null;
}

const LANGUAGES = Object.keys(profiles);
const PROFILES: readonly Profile[] = Object.values(profiles);
const WORD_VOTES = shareVotes(PROFILES.map((profile) => profile.words.split(' ')));
const END_VOTES = shareVotes(PROFILES.map((profile) => profile.ends));
const LETTER_VOTES = shareVotes(PROFILES.map((profile) => [...profile.letters]));

const SAMPLE = 800;
const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const ENOUGH = 4;
const SURE = 0.25;
/** What a vote is worth in log odds. */
const VOTE = 1;
const NAME_SHARE = 0.5;
/** What a language that is none of ours is behind from the start, in log odds. */
const RARE = 2;
const LIKELY = 0.5;

/**
 * The language that most of `text` is in. Function words, word endings and letters vote for the
 * languages that have them, each vote shared among those; of text in Latin letters a trained table
 * of letter runs (letter-evidence.ts) decides, with those votes added, and knows when it is in none
 * of ours. A long text is judged by its beginning, middle and end.
 * Languages: en tr ar es fr de pt ru fa ku sr ro it.
 */
export function detectLanguage(text: string): LanguageGuess {
  const tally = new Tally();
  eachWord(sampleOf(text), (word) => tally.add(word));
  return tally.winner();
}

/**
 * The language that the tokens at the head of a passage are in, as `detectLanguage` tells it: as
 * many as stand in the first `units` code units of it, the last cut off there.
 */
export function detectLanguageOf(tokens: readonly Token[], start: number, units: number): LanguageGuess {
  const end = start + units;
  const tally = new Tally();
  for (const token of tokens) {
    if (token.end > end) {
      const rest = token.word.written.slice(0, Math.max(0, end - token.start));
      eachWord(rest, (word) => tally.add(word));
      break;
    }
    tally.add(token.word);
  }
  return tally.winner();
}

/** Adds up what words say of their language. */
class Tally {
  readonly #scores = new Float64Array(LANGUAGES.length);
  readonly #letters = new Float64Array(letterTable().width);
  #latin = 0;
  #counted = 0;

  add(word: Word): void {
    if (word.kind !== 'word') return;
    for (let ballot = BALLOTS.of(word); ballot !== null; ballot = ballot.next) {
      this.#counted += 1;
      voteWord(ballot, this.#scores);
      if (ballot.letters === null) continue;
      this.#latin += 1;
      addLetters(ballot.letters, this.#letters);
    }
  }

  winner(): LanguageGuess {
    const latin = this.#latin > 1 && 2 * this.#latin > this.#counted;
    return latin ? winnerByLetters(this.#letters, this.#scores) : winnerOf(this.#scores);
  }
}

function addLetters(own: readonly number[], sums: Float64Array): void {
  for (let index = 0; index < sums.length; index++)
    sums[index] = (sums[index] as number) + (own[index] as number);
}

/** Letters and votes together, as shares of likelihood; none where the best is another language or not clear. */
function winnerByLetters(letters: Float64Array, votes: Float64Array): LanguageGuess {
  const { languages } = letterTable();
  let best = 0;
  const odds = letters;
  for (let index = 0; index < odds.length; index++) {
    const language = languages[index];
    const own = language === undefined ? -RARE : VOTE * (votes[LANGUAGES.indexOf(language)] ?? 0);
    odds[index] = (odds[index] as number) + own;
    if ((odds[index] as number) > (odds[best] as number)) best = index;
  }
  const top = odds[best] as number;
  const confidence = 1 / odds.reduce((sum, each) => sum + Math.exp(each - top), 0);
  const language = languages[best] ?? null;
  return confidence < LIKELY || language === null
    ? { language: null, confidence: 0 }
    : { language, confidence };
}

// Words come back again and again, within a text and from text to text.
const BALLOTS = new WordNotes(({ written }) =>
  (written.match(WORD) ?? []).reduceRight<Ballot | null>((next, part) => ballotOf(part, next), null),
);

function ballotOf(word: string, next: Ballot | null): Ballot {
  const ballot: Ballot = { languages: [], weights: [], letters: lettersOf(word), next };
  castVotes(word, ballot);
  return ballot;
}

// Names tell little of the language that they stand in.
function lettersOf(word: string): readonly number[] | null {
  if (!isLatin(word)) return null;
  const own = weighWord(smallOf(word), letterTable());
  return Array.from(own, (weight) => (isCapital(word) ? weight * NAME_SHARE : weight));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word);
}

function smallOf(word: string): string {
  return word.replaceAll('İ', 'i').toLowerCase().replaceAll('’', "'");
}

function voteWord({ languages, weights }: Ballot, scores: Float64Array): void {
  for (let index = 0; index < languages.length; index++) {
    const language = languages[index] as number;
    scores[language] = (scores[language] as number) + (weights[index] as number);
  }
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE * 3) return text;
  const middle = Math.floor(text.length / 2);
  return `${text.slice(0, SAMPLE)} ${text.slice(middle, middle + SAMPLE)} ${text.slice(-SAMPLE)}`;
}

function castVotes(word: string, ballot: Ballot): void {
  const lower = smallOf(word);
  count(WORD_VOTES.get(lower), 2, ballot);
  if (lower.length > 4) for (const size of [2, 3, 4]) count(END_VOTES.get(lower.slice(-size)), 0.4, ballot);
  if (/^[a-z]+$/.test(word)) {
    if (word.includes('w')) count(LETTER_VOTES.get('w'), 0.3, ballot);
    return;
  }
  for (const letter of new Set(word))
    count(LETTER_VOTES.get(letter) ?? LETTER_VOTES.get(letter.toLowerCase()), 0.7, ballot);
  if (!isLatin(word)) voteScript(word, ballot);
}

function isLatin(word: string): boolean {
  return /\p{Script=Latin}/u.test(word);
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];

/** A word in a script of its own is itself weak evidence for that script's commonest language here. */
function voteScript(word: string, ballot: Ballot): void {
  const language = SCRIPTS.find(([script]) => script.test(word))?.[1];
  if (language !== undefined) count([[LANGUAGES.indexOf(language), 1]], 0.6, ballot);
}

function count(votes: Votes | undefined, weight: number, ballot: Ballot): void {
  for (const [language, share] of votes ?? []) {
    ballot.languages.push(language);
    ballot.weights.push(weight * share);
  }
}

function winnerOf(scores: Float64Array): LanguageGuess {
  let best = 0;
  for (let index = 1; index < scores.length; index++)
    if ((scores[index] ?? 0) > (scores[best] ?? 0)) best = index;
  const top = scores[best] ?? 0;
  if (top === 0) return { language: null, confidence: 0 };
  let second = 0;
  for (let index = 0; index < scores.length; index++)
    if (index !== best) second = Math.max(second, scores[index] ?? 0);
  const confidence = ((top - second) / top) * Math.min(1, top / ENOUGH);
  return { language: confidence < SURE ? null : (LANGUAGES[best] ?? null), confidence };
}

/** A feature votes for each language that has it, with the weight shared among them. */
function shareVotes(features: readonly (readonly string[])[]): Map<string, Votes> {
  const owners = new Map<string, Set<number>>();
  for (const [language, list] of features.entries()) {
    for (const feature of list) owners.set(feature, (owners.get(feature) ?? new Set()).add(language));
  }
  return new Map(
    [...owners].map(([feature, set]) => [feature, [...set].map((language) => [language, 1 / set.size])]),
  );
}
