import type { Passage } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { spanHolds, spansMeet } from '../statement/span.ts';
import { MONTHS, WEEKDAYS } from '../statement/stamp-pieces.ts';
import type { Cast } from './cast.ts';
import { type Claim, isNegation, mentionsNegation } from './claims.ts';
import { conceptsOf } from './concepts.ts';
import emptyWords from './empty-words.json' with { type: 'json' };
import { foldForm, wordsAt } from './fold-words.ts';
import type { Atlas } from './pile-atlas.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { takes } from './position-cues.ts';
import { sentencesOf } from './sentence-around.ts';
import stopWords from './stop-words.json' with { type: 'json' };

/** A clause, or a sentence that no clause was read of, by what its words mean. */
export interface ToldLine {
  readonly source: string;
  readonly passage: Passage;
  readonly span: Span;
  readonly concepts: ReadonlySet<string>;
  readonly isNegative: boolean;
  /** The claim that stands in it, or null. */
  readonly claim: Claim | null;
  /** Who says it, as printed. */
  readonly voice: string;
}

const STOP = new Set([...stopWords, ...Object.values(emptyWords).flat()].map(foldForm));
/** `at least 12`: a number that counts. */
const ABOUT = new Set(['least', 'most', 'nearly', 'around', 'almost', 'killed', 'some', 'than']);
const OPENING = /[“«"„]/u;
const CLOSING = /[”»]|"(?![\p{L}\p{Nd}])/u;
/** A sentence with more words than this says too much to be laid beside a clause. */
const LONGEST = 45;
/** `exit 3`, `tank 14`: a number that names. */
const MOST_DIGITS = 3;

/**
 * Every clause that denies and every sentence (else clause) that does not, rows of tables included.
 * What is asked, ordered or only supposed is left out. Linear.
 */
export function toldLines(index: PileIndex, claims: readonly Claim[]): ToldLine[] {
  const claimsOf = groupBy(claims, ({ passage }) => passage.id);
  return index.pile.sources.flatMap(({ id: source, publisher, title, file }) => {
    const text = index.textOf(source);
    const voice = publisher ?? title ?? file;
    return [...index.pile.passagesOf(source)].flatMap((passage) => {
      const own = claimsOf.get(passage.id) ?? [];
      const whole = passage.cells === null ? sentencesOf(text, passage.body) : [passage.body];
      const place = { index, source, passage, text, voice: passage.speaker?.name ?? voice };
      return whole.flatMap((sentence) =>
        linesOf(
          place,
          sentence,
          own.filter(({ statement }) => spanHolds(sentence, statement.span)),
        ),
      );
    });
  });
}

interface Place {
  readonly index: PileIndex;
  readonly source: string;
  readonly passage: Passage;
  readonly text: string;
  readonly voice: string;
}

function linesOf(place: Place, sentence: Span, claims: readonly Claim[]): ToldLine[] {
  const { index, passage, text } = place;
  const words = text.slice(sentence.start, sentence.end);
  const folded = wordsAt(words);
  if (words.includes('?') || words.includes('؟')) return [];
  const isNegative =
    claims.some(({ statement }) => statement.polarity === 'negative') ||
    folded.some(({ word }) => isNegation(word));
  if (!isNegative && takes(words, 'denying')) return [];
  if (isNegative && claims.length > 0)
    return claims.flatMap((claim, at) => {
      const isDenial = claim.statement.polarity === 'negative';
      if (!isDenial && claim.statement.trigger !== null && mentionsNegation(claim)) return [];
      const { span } = claim.statement;
      // What a denied verb governs may go on after its clause: "was not asked to leave".
      const next = claims.slice(at + 1).find(({ statement }) => statement.span.start >= span.end);
      const end = isDenial ? Math.max(span.end, next?.statement.span.start ?? sentence.end) : span.end;
      return lineOf(place, { start: span.start, end }, claim, isDenial);
    });
  const read = (index.statementsOfPassage.get(passage.id) ?? []).filter(({ span }) =>
    spansMeet(span, sentence),
  );
  if (folded.length > LONGEST || (read.length > 0 && claims.length === 0 && passage.cells === null))
    return [];
  return [lineOf(place, sentence, claims[0] ?? null, isNegative)];
}

function lineOf(
  { source, passage, text, voice }: Place,
  span: Span,
  claim: Claim | null,
  isNegative: boolean,
): ToldLine {
  return {
    source,
    passage,
    span,
    concepts: meaningOf(withoutTeller(text.slice(span.start, span.end))),
    isNegative,
    claim,
    voice: claim?.statement.voice.at(-1)?.name ?? voice,
  };
}

/** `No bus was late,” the clerk, Ilse Tamm`: who says it, after the quotation, is no part of it. */
function withoutTeller(words: string): string {
  const end = words.search(CLOSING);
  if (words.charAt(end) === '"' && words.split('"').length % 2 === 1) return words;
  return end > 0 && !OPENING.test(words.slice(0, end)) ? words.slice(0, end) : words;
}

/** Words that mean nothing by themselves: small ones, negations, numbers, names of days. */
export function isEmpty(word: string): boolean {
  return word.length < 2 || STOP.has(word) || isNegation(word) || isCalendar(word) || /^\p{Nd}/u.test(word);
}

function isCalendar(word: string): boolean {
  return MONTHS.has(word) || WEEKDAYS.has(word);
}

/** What a stretch of words means, its negation, its small words and its numbers left out. */
export function meaningOf(words: string): Set<string> {
  const folded = wordsAt(words).map(({ word }) => word);
  const numbered = folded.flatMap((word, at) => {
    const [number, next] = [folded[at + 1], folded[at + 2]];
    const isDesignator =
      number !== undefined &&
      /^\p{Nd}+$/u.test(number) &&
      number.length <= MOST_DIGITS &&
      /^\p{L}{3}/u.test(word);
    return isDesignator && !isEmpty(word) && !ABOUT.has(word) && !isCalendar(word) && !isCalendar(next ?? '')
      ? [...conceptsOf([word])].map((concept) => `${concept} ${number}`)
      : [];
  });
  return new Set([...conceptsOf(folded, isEmpty), ...numbered]);
}

/** Each names people, or places apart, that the other does not, or gives one kind of thing two numbers. */
export function areOfOthers(index: PileIndex, cast: Cast, atlas: Atlas, a: ToldLine, b: ToldLine): boolean {
  const [one = [], other = []] = [a, b].map(({ source, passage, span }) =>
    cast.namedIn(source, passage.id, span),
  );
  if (one.length > 0 && other.length > 0 && !one.some((key) => other.includes(key))) return true;
  const roles = (line: ToldLine) =>
    [line.claim?.statement.agent ?? null, line.claim?.statement.patient ?? null].map((role) =>
      cast.keyOfRole(role),
    );
  const [doers, others] = [roles(a), roles(b)];
  if (doers.some((key, at) => key !== null && others[at] != null && key !== others[at])) return true;
  const [here = [], there = []] = [a, b].map((line) => placesIn(index, cast, line));
  const fit = here.some((place) => there.some((known) => atlas.placesFit(place, known)));
  if (here.length > 0 && there.length > 0 && !fit) return true;
  return areNumberedApart(a.concepts, b.concepts);
}

/** `gate 2` and `gate 3`: one kind of thing with two numbers. */
export function areNumberedApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const numbered = (concepts: ReadonlySet<string>) =>
    [...concepts].filter((concept) => /\p{Nd}$/u.test(concept));
  const kindOf = (concept: string) => concept.replace(/\s\p{Nd}+$/u, '');
  const [own, other] = [numbered(a), numbered(b)];
  return own.some(
    (concept) =>
      other.some((known) => kindOf(known) === kindOf(concept)) &&
      !own.some((known) => kindOf(known) === kindOf(concept) && b.has(known)),
  );
}

function placesIn(index: PileIndex, cast: Cast, { passage, span }: ToldLine): string[] {
  return (index.mentionsOfPassage.get(passage.id) ?? [])
    .filter((mention) => mention.kind === 'place' && spanHolds(span, mention.span))
    .map((mention) => cast.keyOf(mention));
}
