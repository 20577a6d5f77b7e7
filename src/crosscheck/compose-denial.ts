import type { Assumption, Finding } from '../statement/finding.ts';
import type { Claim } from './claims.ts';
import { capital, composeFinding, step } from './compose.ts';
import { groupBy, type PileIndex } from './pile-index.ts';

const MOST_QUOTES = 5;

/** How a rule of denial tells what it found. */
export interface DenialTold {
  readonly nameOf: (claim: Claim) => string;
  /** What the one voice does ("says that nobody is harmed"), and what each of the others does. */
  readonly denies: string;
  readonly asserts: string;
  readonly assumes: readonly Assumption[];
  readonly rank: number;
}

/** A denial and what is asserted against it, one quote a passage. `against` is not empty. */
export function composeDenial(
  index: PileIndex,
  denial: Claim,
  against: readonly Claim[],
  { nameOf, denies, asserts, assumes, rank }: DenialTold,
): Finding {
  const asserting = [...groupBy(against, ({ passage }) => passage.id).values()]
    .flatMap(([first]) => first ?? [])
    .slice(0, MOST_QUOTES - 1);
  const say = (claim: Claim) => {
    const words = index.wordsOf(claim.statement.source, claim.statement.span);
    return `${capital(nameOf(claim))}: “${words.replace(/\s+/gu, ' ').replace(/[.;,]+$/u, '')}”`;
  };
  return composeFinding({
    kind: 'denial',
    why: `${[denial, ...asserting.slice(0, 1)].map(say).join('. ')}.`,
    quotes: [denial, ...asserting].map(({ statement }) => ({
      source: statement.source,
      span: statement.span,
      statement: statement.id,
      marks: statement.trigger === null ? [] : [statement.trigger],
    })),
    steps: [
      step(`${nameOf(denial)} ${denies}`, null, 0),
      ...asserting.map((claim, at) => step(`${nameOf(claim)} ${asserts}`, null, at + 1)),
    ],
    assumes,
    rank,
  });
}
