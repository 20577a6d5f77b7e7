import type { Finding } from '../statement/finding.ts';
import { findStamps } from '../statement/stamp.ts';
import { type Claim, isPositive } from './claims.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Deed } from './deeds.ts';
import type { Gathered, Outcome } from './family.ts';
import { wordsAt } from './fold-words.ts';
import order from './order-words.json' with { type: 'json' };
import { groupBy, type PileIndex } from './pile-index.ts';
import { quoteWords, timelineOf } from './tell-deed.ts';
import { isBefore, minutesApart, startOf, tellSpan, tellWhen, type When, whenOf } from './when.ts';

/** Which of two things the words put first. */
export type Sense = 'after' | 'before';

const LEADS = [...leadsOf(order.after, 'after'), ...leadsOf(order.before, 'before')].sort(
  (a, b) => b.words.length - a.words.length,
);
const POSTPOSED = new Map([
  ...order.afterSaid.map((word) => [foldOne(word), 'after' as const] as const),
  ...order.beforeSaid.map((word) => [foldOne(word), 'before' as const] as const),
]);
/** Words of another's telling that must be shared for it to be of the same matter. */
const FEWEST_SHARED = 2;
const CROWD = 60;
const DAY = 1440;

function leadsOf(phrases: readonly string[], sense: Sense) {
  return phrases.map((phrase) => ({ sense, words: wordsAt(phrase).map(({ word }) => word) }));
}

function foldOne(word: string): string {
  return wordsAt(word)[0]?.word ?? word;
}

/**
 * What a sentence says came after something, and the dates beside it, or the clocks of others, have
 * come before: "upon a statement given on 2 March he was arrested on 27 February".
 */
export function findToldOrder(index: PileIndex, gathered: Gathered): Outcome {
  const bySentence = groupBy(
    gathered.claims.filter(isTold),
    ({ statement, passage, sentence }) => `${statement.source} ${passage.id} ${sentence}`,
  );
  const deedOf = new Map(gathered.deeds.map((deed) => [deed.statement.id, deed]));
  const clocks = clockWords(gathered);
  const findings: Finding[] = [];
  for (const claims of bySentence.values()) {
    const within = datesWithin(index, claims, deedOf);
    if (within !== null) findings.push(within);
    else if (!gathered.ties.isLarge) {
      const across = clocksAcross(index, claims, clocks);
      if (across !== null) findings.push(across);
    }
  }
  return { findings: joinTranslations(findings), holdings: [] };
}

/** One sentence and its translation are one finding. */
function joinTranslations(findings: readonly Finding[]): Finding[] {
  const groups = groupBy(
    findings,
    ({ quotes, steps }) =>
      `${quotes[0]?.source} ${steps
        .map(({ result }) => result)
        .sort()
        .join(' ')}`,
  );
  return [...groups.values()].map(([first, ...rest]) => {
    if (first === undefined) throw new RangeError('a group is never empty');
    return rest.length === 0
      ? first
      : composeFinding({ ...first, quotes: [...first.quotes, ...rest.flatMap(({ quotes }) => quotes)] });
  });
}

function isTold({ statement }: Claim): boolean {
  return (
    statement.modality === 'asserted' || statement.modality === 'reported' || statement.modality === 'alleged'
  );
}

// ---------- dates of one sentence ----------

function datesWithin(
  index: PileIndex,
  claims: readonly Claim[],
  deedOf: ReadonlyMap<string, Deed>,
): Finding | null {
  const dated = claims
    .map((claim) => deedOf.get(claim.statement.id))
    .filter((deed) => deed?.when?.given === 'said')
    .filter((deed) => deed !== undefined);
  for (const sub of dated) {
    const sense = leadOf(index.wordsOf(sub.source, sub.statement.span));
    const main =
      sense === null ? undefined : dated.find((deed) => deed.statement.id === besides(claims, sub));
    if (sense !== null && main !== undefined && breaks(sense, main.when, sub.when))
      return withinFinding(index, main, sub, sense);
  }
  return claims.map((claim) => postposed(index, claim)).find((finding) => finding !== null) ?? null;
}

/** The clause that a clause with "after" or "before" hangs on: the one right before it, or after it where it comes first. */
function besides(claims: readonly Claim[], { statement: { span } }: Deed): string | null {
  const spans = claims.map(({ statement }) => statement);
  const before = spans
    .filter((other) => other.span.end <= span.start)
    .sort((a, b) => b.span.end - a.span.end);
  const after = spans
    .filter((other) => span.end <= other.span.start)
    .sort((a, b) => a.span.start - b.span.start);
  return (before[0] ?? after[0])?.id ?? null;
}

/** The words put the main clause after (before) the other, and the times say otherwise. */
function breaks(sense: Sense, main: When | null, sub: When | null): boolean {
  if (main === null || sub === null) return false;
  return sense === 'after' ? isBefore(main, sub) : isBefore(sub, main);
}

/** "after the count", "before anyone left": what a clause says of the one it hangs on, by its first words. */
export function leadOf(clause: string): Sense | null {
  const words = wordsAt(clause.slice(0, 60)).map(({ word }) => word);
  const found = LEADS.find((lead) => lead.words.every((word, at) => words[at] === word));
  return found?.sense ?? null;
}

/** "02/03/2020 tarihli beyanı üzerine ... 27/02/2020 günü": two dates, and between them a word that puts the first first. */
function postposed(index: PileIndex, { statement, passage }: Claim): Finding | null {
  const clause = index.wordsOf(statement.source, statement.span);
  const between = wordsAt(clause).filter(({ word }) => POSTPOSED.has(word));
  if (between.length === 0) return null;
  const dates = findStamps(clause).filter(({ date }) => date !== null);
  const [first, second, third] = dates;
  if (first?.date == null || second?.date == null || third !== undefined) return null;
  const link = between.find(({ start }) => start >= first.end && start < second.start);
  const sense = link === undefined ? undefined : POSTPOSED.get(link.word);
  if (sense === undefined) return null;
  const isWrong = sense === 'after' ? second.date < first.date : first.date < second.date;
  if (!isWrong) return null;
  const at = (stamp: { start: number; end: number }) => ({
    start: statement.span.start + stamp.start,
    end: statement.span.start + stamp.end,
  });
  return composeFinding({
    kind: 'order-conflict',
    why: `${capital(statement.voice.at(-1)?.name ?? 'the source')} puts what it dates ${sayDay(second.date)} ${sense} what it dates ${sayDay(first.date)}: “${clause.replace(/\s+/gu, ' ')}”.`,
    quotes: [
      {
        source: statement.source,
        span: passage.body,
        statement: statement.id,
        marks: [at(first), at(second)],
      },
    ],
    steps: [
      step('first date', `= ${sayDay(first.date)}`, 0),
      step('second date', `= ${sayDay(second.date)}`, 0),
      step(
        `the words put the second ${sense} the first`,
        `the dates are ${tellSpan(Math.abs(startOf(second.date) - startOf(first.date)) - DAY + 1)} the other way`,
      ),
    ],
    rank: 0.85,
  });
}

function sayDay(day: string): string {
  return tellWhen({ from: startOf(day), to: startOf(day) + DAY - 1, isClock: false, given: 'said' });
}

function withinFinding(index: PileIndex, main: Deed, sub: Deed, sense: Sense): Finding {
  return orderFinding(
    index,
    [main, sub],
    `${capital(main.voice === '' ? 'the source' : main.voice)} puts “${quoteWords(index, main)}” ${sense} “${quoteWords(index, sub)}”`,
    sense,
  );
}

// ---------- clocks of others ----------

interface ClockWords {
  readonly byWord: ReadonlyMap<string, readonly Claim[]>;
  readonly whenOf: (claim: Claim) => When | null;
}

/** What is told or ordered at a known hour, by its words. */
function clockWords({ claims, deeds }: Gathered): ClockWords {
  const whens = new Map(deeds.map((deed) => [deed.statement.id, deed.when]));
  const when = (claim: Claim) => whens.get(claim.statement.id) ?? orderedAt(claim);
  const timed = claims.filter((claim) => {
    const known = when(claim);
    return known?.isClock === true && known.given !== 'by' && claim.statement.polarity === 'positive';
  });
  const byWord = groupBy(
    timed.flatMap((claim) => [...claim.words].map((word) => ({ word, claim }))),
    ({ word }) => word,
  );
  return {
    byWord: new Map([...byWord].map(([word, list]) => [word, list.map(({ claim }) => claim)])),
    whenOf: when,
  };
}

/** An order stands at the hour at which it is given. */
function orderedAt({ statement, passage }: Claim): When | null {
  return statement.modality === 'ordered' && passage.time?.clock != null
    ? whenOf(passage.time, '', 'moment')
    : null;
}

function clocksAcross(index: PileIndex, claims: readonly Claim[], clocks: ClockWords): Finding | null {
  for (const sub of claims) {
    const sense = leadOf(index.wordsOf(sub.statement.source, sub.statement.span));
    const main = claims.find(
      (claim) => claim.statement.span.end <= sub.statement.span.start && isPositive(claim),
    );
    const none = claims.find(
      (claim) =>
        claim.statement.span.end <= sub.statement.span.start && claim.statement.polarity === 'negative',
    );
    if (sense === null || sub.statement.polarity === 'negative') continue;
    const told = main ?? (sense === 'before' ? none : undefined);
    if (told === undefined) continue;
    const [one, other] = [earliest(told, sub, clocks), earliest(sub, told, clocks)];
    if (one === null || other === null || one.claim.passage.id === other.claim.passage.id) continue;
    // That none came before is broken by one that did.
    const held = told === main ? sense : 'after';
    if (one.claim.statement.source !== other.claim.statement.source || !breaks(held, one.when, other.when))
      continue;
    return acrossFinding(index, { main: told, sub, sense }, one, other);
  }
  return null;
}

interface Timed {
  readonly claim: Claim;
  readonly when: When;
}

/** The first that another source tells of a clause at a known hour. */
function earliest(clause: Claim, against: Claim, { byWord, whenOf: when }: ClockWords): Timed | null {
  const own = [...clause.words].filter((word) => !against.words.has(word));
  const found = new Set(own.flatMap((word) => (byWord.get(word) ?? []).slice(0, CROWD)));
  const timed = [...found]
    .filter(
      (claim) =>
        claim.statement.source !== clause.statement.source &&
        own.filter((word) => claim.words.has(word)).length >= FEWEST_SHARED,
    )
    .flatMap((claim) => {
      const at = when(claim);
      return at === null ? [] : [{ claim, when: at }];
    });
  return timed.sort((a, b) => (a.when.from ?? 0) - (b.when.from ?? 0))[0] ?? null;
}

interface Link {
  readonly main: Claim;
  readonly sub: Claim;
  readonly sense: Sense;
}

function acrossFinding(index: PileIndex, { main, sub, sense }: Link, one: Timed, other: Timed): Finding {
  const words = (claim: Claim) =>
    index
      .wordsOf(claim.statement.source, claim.statement.span)
      .replace(/\s+/gu, ' ')
      .replace(/[.;,]+$/u, '');
  const voice = (claim: Claim) => claim.statement.voice.at(-1)?.name ?? 'the source';
  const quote = ({ statement }: Claim, to = statement.span.end) => ({
    source: statement.source,
    span: { start: statement.span.start, end: to },
    statement: statement.id,
    marks: [],
  });
  const apart = minutesApart(one.when, other.when);
  return composeFinding({
    kind: 'order-conflict',
    why: `${capital(voice(main))} says that “${words(main)}” came ${sense} “${words(sub)}”. By ${voice(one.claim)}, “${words(one.claim)}” is of ${tellWhen(one.when)} and “${words(other.claim)}” of ${tellWhen(other.when)}.`,
    quotes: [
      quote(main, Math.max(main.statement.span.end, sub.statement.span.end)),
      quote(one.claim),
      quote(other.claim),
    ],
    steps: [
      step(`${voice(main)}: the one ${sense} the other`, null, 0),
      step(words(one.claim), `= ${tellWhen(one.when)}`, 1),
      step(words(other.claim), `= ${tellWhen(other.when)}`, 2),
      step('the order is the other way round', `by ${tellSpan(apart)}`),
    ],
    assumes: [
      {
        label: 'same matter',
        text: 'The words that both share are held to be of the same things.',
        guess: true,
      },
    ],
    rank: 0.85,
  });
}

function orderFinding(index: PileIndex, deeds: readonly Deed[], why: string, sense: Sense): Finding {
  const [main, sub] = deeds;
  const apart = main?.when == null || sub?.when == null ? 0 : minutesApart(main.when, sub.when);
  return composeFinding({
    kind: 'order-conflict',
    why: `${why}; by its own dates it is the other way round.`,
    quotes: deeds.map(({ quote }) => quote),
    steps: [
      ...deeds.map((deed, at) =>
        step(quoteWords(index, deed), deed.when === null ? null : `= ${tellWhen(deed.when)}`, at),
      ),
      step(`the words put the first ${sense} the second`, `the dates are ${tellSpan(apart)} the other way`),
    ],
    rank: 0.85,
    picture: timelineOf(deeds),
  });
}
