import type { Finding } from '../statement/finding.ts';
import type { Claim } from './claims.ts';
import { capital, composeFinding, step } from './compose.ts';
import type { Gathered, Outcome } from './family.ts';
import { leadOf, type Sense } from './find-told-order.ts';
import { groupBy, type PileIndex } from './pile-index.ts';

/** A sentence that puts one thing after (before) another. */
interface ToldOrder {
  readonly main: Claim;
  readonly sub: Claim;
  readonly sense: Sense;
}

/** Words that two clauses must share to be of one thing. */
const FEWEST_SHARED = 2;
/** A word that more of these sentences have tells too little. */
const CROWD = 30;

/** "The alarm rang after they had left", and another voice: "the alarm rang before anyone left". */
export function findOppositeOrders(index: PileIndex, { claims, ties }: Gathered): Outcome {
  const orders = toldOrders(index, claims);
  const byWord = groupBy(
    orders.flatMap((order, at) => [...order.main.words].map((word) => ({ word, at }))),
    ({ word }) => word,
  );
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const [at, order] of orders.entries()) {
    const near = new Set([...order.main.words, ...order.sub.words].flatMap((word) => byWord.get(word) ?? []));
    if (near.size > CROWD) continue;
    for (const { at: place } of near) {
      const other = orders[place];
      const key = [at, place].sort((a, b) => a - b).join(' ');
      if (other === undefined || place === at || seen.has(key) || !areOpposite(order, other)) continue;
      if (ties.isLarge && !ties.areTied(order.main.plain, other.main.plain)) continue;
      seen.add(key);
      findings.push(findingOf(index, order, other));
    }
  }
  return { findings, holdings: [] };
}

function toldOrders(index: PileIndex, claims: readonly Claim[]): ToldOrder[] {
  const bySentence = groupBy(
    claims.filter(({ statement }) => statement.polarity === 'positive' && statement.modality !== 'ordered'),
    ({ statement, passage, sentence }) => `${statement.source} ${passage.id} ${sentence}`,
  );
  return [...bySentence.values()].flatMap((within) =>
    within.flatMap((sub) => {
      const sense = leadOf(index.wordsOf(sub.statement.source, sub.statement.span));
      const main = within.findLast(({ statement }) => statement.span.end <= sub.statement.span.start);
      return sense === null || main === undefined ? [] : [{ main, sub, sense }];
    }),
  );
}

function areOpposite(a: ToldOrder, b: ToldOrder): boolean {
  const [one, other] = [a.main.statement, b.main.statement];
  if (one.source === other.source && one.voice.at(-1)?.name === other.voice.at(-1)?.name) return false;
  if (a.sense !== b.sense) return areAlike(a.main, b.main) && areAlike(a.sub, b.sub);
  return areAlike(a.main, b.sub) && areAlike(a.sub, b.main);
}

function areAlike(a: Claim, b: Claim): boolean {
  return [...a.words].filter((word) => b.words.has(word)).length >= FEWEST_SHARED;
}

function findingOf(index: PileIndex, a: ToldOrder, b: ToldOrder): Finding {
  const voice = ({ main }: ToldOrder) => main.statement.voice.at(-1)?.name ?? 'the source';
  const words = (claim: Claim) =>
    index
      .wordsOf(claim.statement.source, claim.statement.span)
      .replace(/\s+/gu, ' ')
      .replace(/[.;,]+$/u, '');
  const say = (order: ToldOrder) =>
    `${capital(voice(order))} puts “${words(order.main)}” ${order.sense} “${words(order.sub)}”`;
  return composeFinding({
    kind: 'order-conflict',
    why: `${say(a)}. ${say(b)}.`,
    quotes: [a, b].map(({ main, sub }) => ({
      source: main.statement.source,
      span: {
        start: main.statement.span.start,
        end: Math.max(main.statement.span.end, sub.statement.span.end),
      },
      statement: main.statement.id,
      marks: [],
    })),
    steps: [a, b].map((order, at) => step(`${voice(order)}: the one ${order.sense} the other`, null, at)),
    assumes: [
      {
        label: 'same matter',
        text: 'The words that both share are held to be of the same things.',
        guess: true,
      },
    ],
    rank: 0.8,
  });
}
