import type { Finding } from '../statement/finding.ts';
import type { Passage } from '../statement/source.ts';
import {
  lookUpByMeaning,
  oncePerPassage,
  quoteOfLine,
  tellLine,
  type Weight,
  weightOf,
} from './by-meaning.ts';
import type { Claim } from './claims.ts';
import { composeFinding, step } from './compose.ts';
import { conceptsOf } from './concepts.ts';
import limits from './denial-limits.json' with { type: 'json' };
import groups from './event-groups.json' with { type: 'json' };
import type { Gathered } from './family.ts';
import { wordsAt } from './fold-words.ts';
import { isSlip } from './own-contrary.ts';
import { speaksOfSelf } from './persons-spoken.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { foldPhrase } from './says.ts';
import { periodsMeet } from './side.ts';
import { speakersIn } from './speakers.ts';
import { areOfOthers, isEmpty, meaningOf, type ToldLine } from './told-lines.ts';

const LIMITS = limits.limits.map(foldPhrase);
/** Verbs that say little: of these what is denied is the thing. */
const LIGHT = new Set([
  ...groups.spoken,
  'be',
  'have',
  'keep',
  'hold',
  'find',
  'see',
  'take',
  'use',
  'get',
  'do',
  'make',
  'go',
  'come',
  'give',
  'exist',
  'stay',
  'count',
  'measure',
  'leave',
  'store',
  'stand',
  'put',
  'sit',
  'lie',
  'remain',
  'bring',
  'carry',
]);
/** Of what is denied, weighed by how rare it is, this share must be asserted. */
const COVERED = 0.6;
/** The same where one and the same voice says both. */
const COVERED_OWN = 0.45;
const FEWEST = 2;
const ONE_QUOTATION = 0.8;
const MOST_WORDS = 18;
const MOST_QUOTES = 5;
const NONE =
  /(?<!\p{L})(?:no(?!\s+longer)(?:\s+(?:hay|hubo|había|tenía|tiene|tenemos|tengo))?|not an?|not a single|not one|none of (?:our|the|my|his|their)|ning[uú]n(?:a)?|hiçbir|لا|أي|اي)\s+(?:(?:single|such|other)\s+)?(\p{L}{3,})/iu;

/** "Nothing left": of nothing, with a verb that says little, anything may be meant. */
const NOTHING =
  /^\W*(?:that\s)?(?:nothing|nobody|no one|nada|nadie|kimse|hiçbir şey|لا شيء|لا أحد)(?!\p{L})/iu;

/**
 * What one denies in a few words and another tells in a line of its own, whatever the verbs and the
 * languages: "no lorry was turned back" and "seis camiones, devueltos". Compared by what the words
 * mean, in piles small enough to be of one matter. Of one and the same voice it is a self-contradiction.
 */
export function findDeniedThing(index: PileIndex, { lines, weigh, cast, atlas }: Gathered): Finding[] {
  const speakers = speakersIn(index, false);
  const near = lookUpByMeaning(
    lines.filter((line) => !line.isNegative),
    ({ concepts }) => concepts,
  );
  const keyOf = ({ claim }: ToldLine) => (claim === null ? null : speakers.keyOf(claim));
  const told: Told[] = [];
  for (const denial of lines.flatMap((line) => deniedBy(index, line) ?? [])) {
    const isOwn = (line: ToldLine) =>
      line.voice === denial.line.voice || (keyOf(line) !== null && keyOf(line) === keyOf(denial.line));
    const against = [...near(denial.line.concepts)]
      .filter(
        (line) =>
          line.passage.id !== denial.line.passage.id && !areOfOthers(index, cast, atlas, line, denial.line),
      )
      .map((line) => ({ line, score: scoreOf(denial, line, weigh, isOwn(line)) }))
      .filter(({ line, score }) => score >= (isOwn(line) ? COVERED_OWN : COVERED))
      .sort((a, b) => b.score - a.score)
      .map(({ line }) => line);
    const others = against.filter((line) => !isOwn(line) && !areInOneTalk(line, denial.line));
    const own = against.filter(
      (line) =>
        isOwn(line) && !isTakenBack(index, line, denial.line) && areTwoOfSelf(index, line, denial.line),
    );
    const { passage } = denial.line;
    if (others.length > 0) told.push({ passage, finding: findingOf(index, 'denial', denial.line, others) });
    if (own.length > 0)
      told.push({ passage, finding: findingOf(index, 'self-contradiction', denial.line, own) });
  }
  return onceAPassage(told);
}

/** A line that denies, with what must be told for it to be contradicted. */
interface Denied {
  readonly line: ToldLine;
  /** Meanings of its verb, where that tells enough. */
  readonly verb: ReadonlySet<string>;
  /** Meanings of the thing of which it says that there is none. */
  readonly things: ReadonlySet<string>;
}

function deniedBy(index: PileIndex, line: ToldLine): Denied | null {
  const { source, span, claim, concepts, isNegative } = line;
  if (!isNegative || concepts.size < FEWEST || concepts.size > MOST_WORDS) return null;
  if ((claim?.statement.quantity?.max ?? 0) > 0) return null;
  const words = index.wordsOf(source, span);
  const folded = foldPhrase(words);
  if (LIMITS.some((limit) => folded.includes(limit))) return null;
  const verb = claim === null || LIGHT.has(claim.statement.event) ? new Set<string>() : verbOf(index, claim);
  if (verb.size === 0 && NOTHING.test(words)) return null;
  const thing = NONE.exec(words)?.[1];
  const things = thing === undefined ? [] : [...meaningOf(thing)];
  return { line, verb, things: new Set(things) };
}

const VERB_WORDS = 3;

/** What the verb of a clause means, with the word or two after it: "turned back", "switched off". */
function verbOf(index: PileIndex, { statement }: Claim): Set<string> {
  const { trigger: at, source, span } = statement;
  if (at === null) return conceptsOf([statement.event]);
  const [first = '', ...rest] = wordsAt(index.wordsOf(source, { start: at.start, end: span.end }))
    .slice(0, VERB_WORDS)
    .map(({ word }) => word);
  const after = new Set(rest.flatMap((word) => [...conceptsOf([word], isEmpty)]));
  return new Set([...conceptsOf([first, ...rest], isEmpty)].filter((concept) => !after.has(concept)));
}

function areInOneTalk(a: ToldLine, b: ToldLine): boolean {
  return a.source === b.source && a.passage.speaker !== null;
}

function isTakenBack(index: PileIndex, a: ToldLine, b: ToldLine): boolean {
  return a.claim === null || b.claim === null || isSlip(index, a.claim, b.claim);
}

/** What somebody denies of himself he must tell of himself; two printings of one sentence are a quotation altered. */
function areTwoOfSelf(index: PileIndex, line: ToldLine, denial: ToldLine): boolean {
  const [told, denied] = [line, denial].map(({ source, span }) => index.wordsOf(source, span));
  if (speaksOfSelf(denied ?? '') && !speaksOfSelf(told ?? '') && line.claim?.statement.modality !== 'ordered')
    return false;
  if (line.passage.speaker !== null || denial.passage.speaker !== null) return true;
  const shared = [...denial.concepts].filter((concept) => line.concepts.has(concept)).length;
  return shared < Math.min(denial.concepts.size, line.concepts.size) * ONE_QUOTATION;
}

const DURATIONS = new Set(['second', 'minute', 'hour', 'day', 'night', 'week', 'month', 'year']);

function countsThings({ claim }: ToldLine): boolean {
  const quantity = claim?.statement.quantity ?? null;
  return quantity !== null && (quantity.max ?? 0) > 0 && quantity.of !== null && !DURATIONS.has(quantity.of);
}

/** The share of what is denied that a line tells; 0 where the two may not be of one matter. */
function scoreOf(
  { line: denial, verb, things }: Denied,
  line: ToldLine,
  weigh: Weight,
  isOwn: boolean,
): number {
  const [own, its] = [denial.claim?.period ?? null, line.claim?.period ?? null];
  if (own !== null && its !== null && !periodsMeet(own, its)) return 0;
  const shared = [...denial.concepts].filter((concept) => line.concepts.has(concept));
  const isOf = (core: ReadonlySet<string>) => shared.some((concept) => core.has(concept));
  // Of what there was none another counts some, or the voice itself has it.
  const isCounted = isOf(things) && (isOwn || countsThings(line));
  if (verb.size > 0 ? !isOf(verb) : things.size > 0 && !isOf(things)) return 0;
  if (shared.length < (isCounted || (isOwn && isOf(verb)) ? 1 : FEWEST)) return 0;
  const share = weightOf(shared, weigh) / weightOf(denial.concepts, weigh);
  const isRare = shared.some((concept) => things.has(concept) && weigh(concept) === 1);
  return isCounted && isRare ? Math.max(share, COVERED) : share;
}

interface Told {
  /** Where it is denied. */
  readonly passage: Passage;
  readonly finding: Finding;
}

/** "Gate 3 was not locked. It has never been locked.": denied twice in one breath, told once. */
function onceAPassage(told: readonly Told[]): Finding[] {
  const groups = groupBy(told, ({ passage, finding: { kind, quotes } }) =>
    [kind, passage.id, quotes[1]?.source, quotes[1]?.span.start].join(' '),
  );
  return [...groups.values()].flatMap(([first]) => first?.finding ?? []);
}

function findingOf(
  index: PileIndex,
  kind: 'denial' | 'self-contradiction',
  denial: ToldLine,
  against: readonly ToldLine[],
): Finding {
  const asserting = oncePerPassage(against, MOST_QUOTES - 1);
  const lines = [denial, ...asserting];
  return composeFinding({
    kind,
    why: `${lines
      .slice(0, 2)
      .map((line) => tellLine(index, line))
      .join('. ')}.`,
    quotes: lines.map(quoteOfLine),
    steps: [
      step(`${denial.voice} says that it was not so`, null, 0),
      ...asserting.map(({ voice }, at) => step(`${voice} tells of it`, null, at + 1)),
    ],
    assumes: [
      {
        label: 'same matter',
        text: 'The words that mean the same in both are held to be of the same things.',
        guess: true,
      },
    ],
    rank: 0.65,
  });
}
