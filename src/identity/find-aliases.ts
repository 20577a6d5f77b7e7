import type { Finding, Quote, Step } from '../statement/finding.ts';
import { idOf } from '../statement/id.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf, type Proposal } from './frame.ts';
import { quoteName, quotePlace } from './quote-name.ts';

/** Proposals below this probability are not told. */
const LEAST_CHANCE = 0.5;
/** Quotes shown, at most. */
const MOST_QUOTES = 6;

/**
 * Findings of kind `alias`: names that are probably one bearer's, each with the reasons for it
 * and one quote a spelling. Proposals that hang together are told in one finding.
 */
export function findAliases(frame: Frame): Finding[] {
  if (frame.scene === null) return [];
  const open = frame.proposals.filter(
    ({ a, b, chance, joined }) =>
      chance >= LEAST_CHANCE &&
      (joined === true || frame.joins.rootOf(a) !== frame.joins.rootOf(b)) &&
      !frame.joins.barred(a, b),
  );
  return hangTogether(frame, open).flatMap((proposals) => findingOf(frame, proposals) ?? []);
}

function hangTogether(frame: Frame, proposals: readonly Proposal[]): Proposal[][] {
  const groupOf = new Map<Bearer, Proposal[]>();
  for (const proposal of proposals) {
    const [a, b] = [frame.joins.rootOf(proposal.a), frame.joins.rootOf(proposal.b)];
    const [one, other] = [groupOf.get(a) ?? [], groupOf.get(b) ?? []];
    const merged = one === other ? [...one, proposal] : [...one, ...other, proposal];
    for (const member of merged)
      for (const bearer of [member.a, member.b]) groupOf.set(frame.joins.rootOf(bearer), merged);
  }
  return [...new Set(groupOf.values())];
}

function findingOf(frame: Frame, proposals: readonly Proposal[]): Finding | null {
  const bearers = [...new Set(proposals.flatMap(({ a, b }) => [a, b]))].sort((a, b) =>
    a.address < b.address ? -1 : 1,
  );
  const names = [...new Set(bearers.map(nameOf))];
  const quotes: Quote[] = [];
  const spelled = bearers.map((bearer) => ({ bearer, at: addQuote(quotes, quoteName(frame, bearer)) }));
  const steps: Step[] = spelled.map(({ bearer, at }) => ({
    text: `“${nameOf(bearer)}” is named`,
    result: null,
    quote: at,
  }));
  for (const proposal of proposals) steps.push(stepOf(frame, proposal, quotes));
  if (quotes.length === 0) return null;
  const chance = Math.max(...proposals.map((proposal) => proposal.chance));
  const together = Math.min(0.95, chance + 0.1 * (new Set(proposals.map(({ reason }) => reason)).size - 1));
  return {
    id: idOf('fin', 'alias', ...bearers.map((bearer) => bearer.address)),
    kind: 'alias',
    why: `${names.map((name) => `“${name}”`).join(' and ')} are ${proposals.every(({ joined }) => joined === true) ? 'held to be' : 'probably'} one: ${[...new Set(proposals.map(({ reason }) => reason))].join('; ')}.`,
    quotes: quotes.slice(0, MOST_QUOTES),
    steps: steps.filter(({ quote }) => quote === null || quote < MOST_QUOTES),
    assumes: [{ label: 'one bearer', text: 'No two people of the case bear these names.', guess: true }],
    rank: Math.round((0.25 + 0.35 * together) * 1000) / 1000,
    picture: null,
  };
}

function addQuote(quotes: Quote[], quote: Quote | null): number | null {
  if (quote === null) return null;
  const known = quotes.findIndex(
    ({ source, span }) =>
      source === quote.source && span.start === quote.span.start && span.end === quote.span.end,
  );
  if (known >= 0) return known;
  quotes.push(quote);
  return quotes.length - 1;
}

function stepOf(frame: Frame, { a, b, reason, chance, at }: Proposal, quotes: Quote[]): Step {
  const quote = at === null ? null : addQuote(quotes, quotePlace(frame, at));
  return {
    text: `+ ${reason}: “${nameOf(a)}” and “${nameOf(b)}”`,
    result: `${Math.round(chance * 100)} %`,
    quote,
  };
}
