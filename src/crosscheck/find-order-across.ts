import type { Finding } from '../statement/finding.ts';
import type { Span } from '../statement/span.ts';
import { lookUpByMeaning, quoteOfLine, type Weight, weightOf, wordsOfLine } from './by-meaning.ts';
import { isNegation } from './claims.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Gathered } from './family.ts';
import { wordsAt } from './fold-words.ts';
import links from './order-links.json' with { type: 'json' };
import type { PileIndex } from './pile-index.ts';
import { sentencesOf } from './sentence-around.ts';
import { meaningOf, type ToldLine } from './told-lines.ts';
import { isBefore, minutesApart, tellSpan, tellWhen, type When, whenOf } from './when.ts';

/** Weight that a timed line must share with what is told, and its share of that. */
const ENOUGH = 1;
const COVERED = 0.3;
/** Lines that share nearly as much as the best are looked at too. */
const NEAR_BEST = 0.75;
const MOST_WORDS = 40;

/** Two things of one sentence of which the words put the first after the second. */
interface Order {
  readonly source: string;
  readonly span: Span;
  readonly voice: string;
  readonly later: ReadonlySet<string>;
  readonly earlier: ReadonlySet<string>;
}

interface Timed {
  readonly line: ToldLine;
  readonly when: When;
}

/**
 * What a voice puts after something ("gas was used only after a stone was thrown"), while by the
 * clocks of another source, or the days of others, it came before. The two are looked up by what
 * the words mean; in piles small enough to be of one matter.
 */
export function findOrderAcross(index: PileIndex, { lines, weigh, deeds }: Gathered): Finding[] {
  const whens = new Map(deeds.map((deed) => [deed.statement.id, deed.when]));
  const timed = lines.flatMap((line) => {
    const when = whenTold(index, line, whens);
    return when === null ? [] : [{ line, when }];
  });
  const near = lookUpByMeaning(timed, ({ line }) => line.concepts);
  const find = (meant: ReadonlySet<string>, order: Order) => bestFor(meant, order, near(meant), weigh);
  return ordersTold(index).flatMap((order) => {
    for (const later of find(order.later, order))
      for (const earlier of find(order.earlier, order))
        if (areTurned(later, earlier)) return [orderFinding(index, order, later, earlier)];
    return [];
  });
}

function whenTold(index: PileIndex, line: ToldLine, whens: ReadonlyMap<string, When | null>): When | null {
  const own = line.claim === null ? null : (whens.get(line.claim.statement.id) ?? null);
  if (own !== null && own.given !== 'by') return own;
  if (line.passage.time?.clock != null) return whenOf(line.passage.time, '', 'moment');
  const read = (index.statementsOfPassage.get(line.passage.id) ?? []).find(({ time }) => time?.from != null);
  return line.passage.cells === null || read === undefined ? null : whenOf(read.time, '', 'said');
}

function areTurned(later: Timed, earlier: Timed): boolean {
  if (later.line.passage.id === earlier.line.passage.id) return false;
  const isOneClock = later.line.source === earlier.line.source;
  if (!isOneClock && (later.when.isClock || earlier.when.isClock)) return false;
  return isBefore(later.when, earlier.when);
}

/** The lines of other sources that tell what is meant at a known time, those with most in common first. */
function bestFor(meant: ReadonlySet<string>, order: Order, near: ReadonlySet<Timed>, weigh: Weight): Timed[] {
  const all = weightOf(meant, weigh);
  return [...near]
    .filter(({ line }) => line.source !== order.source && !line.isNegative)
    .map((one) => ({
      one,
      weight: weightOf(
        [...meant].filter((concept) => one.line.concepts.has(concept)),
        weigh,
      ),
    }))
    .filter(({ weight }) => weight >= ENOUGH && weight >= all * COVERED)
    .sort((a, b) => b.weight - a.weight || (a.one.when.from ?? 0) - (b.one.when.from ?? 0))
    .filter(({ weight }, _, [best]) => weight >= (best?.weight ?? 0) * NEAR_BEST)
    .map(({ one }) => one);
}

// ---------- what the words put in order ----------

type Sense = 'after' | 'onlyAfter' | 'before' | 'until';

const LINKS = (['after', 'onlyAfter', 'before', 'until'] as const)
  .flatMap((sense) =>
    links[sense].map((phrase) => ({ sense, words: wordsAt(phrase).map(({ word }) => word) })),
  )
  .sort((a, b) => b.words.length - a.words.length);
const POSTPOSED = new Map<string, Sense>([
  ...links.afterSaid.map((word) => [wordsAt(word)[0]?.word ?? word, 'after' as const] as const),
  ...links.untilSaid.map((word) => [wordsAt(word)[0]?.word ?? word, 'until' as const] as const),
  ...links.beforeSaid.map((word) => [wordsAt(word)[0]?.word ?? word, 'before' as const] as const),
]);

function ordersTold(index: PileIndex): Order[] {
  return index.pile.sources.flatMap(({ id: source, publisher, title, file }) => {
    const text = index.textOf(source);
    return [...index.pile.passagesOf(source)].flatMap((passage) => {
      if (passage.cells !== null) return [];
      const voice = passage.speaker?.name ?? publisher ?? title ?? file;
      const sentences = sentencesOf(text, passage.body);
      return sentences.flatMap((span, at) => {
        const parts = partsOf(text.slice(span.start, span.end));
        if (parts === null) return [];
        const before = sentences[at - 1];
        // "It was only after that that ...": what came first stands in the sentence before.
        const [later, earlier] = [parts.later, parts.earlier].map((words) => meaningOf(words));
        const told =
          before === undefined ? new Set<string>() : meaningOf(text.slice(before.start, before.end));
        const first = earlier === undefined || earlier.size === 0 ? told : earlier;
        const start = first === told ? (before?.start ?? span.start) : span.start;
        if (later === undefined || later.size === 0 || first.size === 0) return [];
        const own = new Set([...later].filter((concept) => !first.has(concept)));
        return [
          {
            source,
            voice,
            span: { start, end: span.end },
            later: own,
            earlier: new Set([...first].filter((concept) => !later.has(concept))),
          },
        ];
      });
    });
  });
}

/** The words of what is put later and of what is put earlier; null where nothing is put in order. */
function partsOf(sentence: string): { later: string; earlier: string } | null {
  const words = wordsAt(sentence);
  if (words.length > MOST_WORDS || sentence.includes('?') || sentence.includes('؟')) return null;
  for (const [at, { word, start, end }] of words.entries()) {
    const link = LINKS.find(({ words: own }) => own.every((one, step) => words[at + step]?.word === one));
    const postposed = POSTPOSED.get(word);
    if (link === undefined && postposed === undefined) continue;
    const to = words[at + (link?.words.length ?? 1) - 1]?.end ?? end;
    const [before, after] = [sentence.slice(0, start), sentence.slice(to)];
    if (link === undefined) {
      const chunks = clauseEnd(before).split(/,\s/u);
      return inOrder(
        postposed ?? 'after',
        `${chunks.slice(0, -1).join(' ')} ${clauseStart(after)}`,
        chunks.at(-1) ?? '',
      );
    }
    const isFirst = before.trim() === '';
    const comma = after.search(/[,،]/u);
    if (isFirst && comma < 0) return null;
    return isFirst
      ? inOrder(link.sense, after.slice(comma + 1), after.slice(0, comma))
      : inOrder(link.sense, clauseEnd(before), clauseStart(after));
  }
  return null;
}

/** "No gate was opened before the last had left": that none came before puts it after. */
function inOrder(sense: Sense, main: string, sub: string): { later: string; earlier: string } | null {
  const isDenied = wordsAt(main).some(({ word }) => isNegation(word));
  if (sense === 'until' && !isDenied) return null;
  // "No shot was fired after they had left" puts nothing after anything.
  if (sense === 'after' && isDenied) return null;
  return sense === 'before' && !isDenied ? { later: sub, earlier: main } : { later: main, earlier: sub };
}

function clauseStart(words: string): string {
  return words.split(/[,;:،—]\s/u)[0] ?? words;
}

function clauseEnd(words: string): string {
  return words.split(/[;:—]\s/u).at(-1) ?? words;
}

function orderFinding(index: PileIndex, order: Order, later: Timed, earlier: Timed): Finding {
  const say = ({ line }: Timed) => wordsOfLine(index, line);
  return composeFinding({
    kind: 'order-conflict',
    why: `${capital(order.voice)}: “${wordsOfLine(index, order)}”. By ${earlier.line.voice}, “${say(later)}” is of ${tellWhen(later.when)} and “${say(earlier)}” of ${tellWhen(earlier.when)}.`,
    quotes: [
      { source: order.source, span: order.span, statement: null, marks: [] },
      ...[later, earlier].map(({ line }) => quoteOfLine(line)),
    ],
    steps: [
      step(`${order.voice} puts the one after the other`, null, 0),
      step(say(later), `= ${tellWhen(later.when)}`, 1),
      step(say(earlier), `= ${tellWhen(earlier.when)}`, 2),
      step('the order is the other way round', `by ${tellSpan(minutesApart(later.when, earlier.when))}`),
    ],
    assumes: [
      {
        label: 'same matter',
        text: 'The words that mean the same are held to be of the same things.',
        guess: true,
      },
    ],
    rank: 0.75,
  });
}
