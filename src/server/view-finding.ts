import type { Finding, Holding } from '../statement/finding.ts';
import type { LoggedSettlement } from '../statement/settlement.ts';
import type { FindingLine, FindingView, HoldingView, SettledView } from './api/findings.ts';
import type { StandingView } from './api/quote.ts';
import type { ReadingRoom } from './reading-room.ts';
import { markUndone, UNDECIDED } from './standing.ts';
import { LINE_QUOTE, PAGE_QUOTE, viewQuotes } from './view-quote.ts';
import { viewSource } from './view-statement.ts';
import { type OpenAccount, originsOf } from './weigh-account.ts';

type Standings = ReadonlyMap<string, StandingView>;

function copyPicture(finding: Finding): FindingLine['picture'] {
  return structuredClone(finding.picture) as FindingLine['picture'];
}

/** A finding with its first two quotes, cut to a few lines. */
export async function viewFindingLine(
  room: ReadingRoom,
  account: OpenAccount,
  finding: Finding,
  standings: Standings,
): Promise<FindingLine> {
  return viewFinding(room, account, finding, standings, LINE_QUOTE, 2);
}

async function viewFinding(
  room: ReadingRoom,
  account: OpenAccount,
  finding: Finding,
  standings: Standings,
  quoteLength: number,
  quoteLimit: number,
): Promise<FindingLine> {
  const { id, kind, why, rank, quotes } = finding;
  return {
    id,
    kind,
    why,
    rank,
    standing: standings.get(id) ?? UNDECIDED,
    quotes: await viewQuotes(room, quotes.slice(0, quoteLimit), standings, quoteLength),
    quoteCount: quotes.length,
    sourceCount: new Set(quotes.map((quote) => quote.source)).size,
    origins: originsOf(account, finding),
    picture: copyPicture(finding),
  };
}

/** A finding with everything that it rests on. */
export async function viewFindingPage(
  room: ReadingRoom,
  account: OpenAccount,
  finding: Finding,
): Promise<FindingView> {
  const [standings, decisions] = await Promise.all([room.standings(), room.casefile.decisions(finding.id)]);
  const place = account.places.get(finding.id) ?? 0;
  return {
    ...(await viewFinding(room, account, finding, standings, PAGE_QUOTE, 40)),
    steps: finding.steps.map((step) => ({ ...step })),
    assumes: finding.assumes.map((assumption) => ({ ...assumption })),
    decisions: markUndone(decisions),
    place: place + 1,
    of: account.findings.length,
    previous: account.findings[place - 1]?.id ?? null,
    next: account.findings[place + 1]?.id ?? null,
  };
}

export async function viewHolding(
  room: ReadingRoom,
  holding: Holding,
  standings: Standings,
): Promise<HoldingView> {
  const { id, kind, why, compared, quotes, steps, assumes } = holding;
  return {
    id,
    kind,
    why,
    compared,
    quotes: await viewQuotes(room, quotes.slice(0, 4), standings, LINE_QUOTE),
    steps: steps.map((step) => ({ ...step })),
    assumes: assumes.map((assumption) => ({ ...assumption })),
  };
}

export async function viewSettled(
  room: ReadingRoom,
  { finding, by, others, speaks, at }: LoggedSettlement,
  standings: Standings,
): Promise<SettledView> {
  const { id, kind, why, quotes, steps } = finding;
  const sources = await Promise.all(by.map((source) => room.source(source)));
  return {
    ...{ id, kind, why, others, speaks, at },
    quotes: await viewQuotes(room, quotes.slice(0, 4), standings, LINE_QUOTE),
    steps: steps.map((step) => ({ ...step })),
    by: sources.map(viewSource),
  };
}
