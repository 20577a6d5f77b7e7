import type { CaseReply } from '../../src/server/api/case.ts';
import type {
  CorrectionReply,
  CorrectionRequest,
  HandMadeRequest,
} from '../../src/server/api/corrections.ts';
import type { DecisionRequest, DecisionsReply } from '../../src/server/api/decisions.ts';
import type { Fault } from '../../src/server/api/fault.ts';
import type {
  FindingsQuery,
  FindingsReply,
  FindingView,
  HoldingsReply,
  SettledReply,
} from '../../src/server/api/findings.ts';
import type { IdentitiesQuery, IdentitiesReply } from '../../src/server/api/identities.ts';
import type { IsolationReply } from '../../src/server/api/isolation.ts';
import type { JudgeRequest, QueueReply } from '../../src/server/api/names-queue.ts';
import type { NetworkQuery, NetworkReply, TieQuery, TieReply } from '../../src/server/api/network.ts';
import type { NumbersQuery, NumbersReply } from '../../src/server/api/numbers.ts';
import type {
  OriginsQuery,
  OriginsReply,
  RestQuery,
  RestReply,
  TellingsQuery,
  TellingsReply,
} from '../../src/server/api/origins.ts';
import type { PlacesQuery, PlacesReply } from '../../src/server/api/places.ts';
import type { QuotesReply } from '../../src/server/api/quotes.ts';
import type { KeptReply } from '../../src/server/api/reading.ts';
import type { SearchChoices, SearchReply, SearchRequest } from '../../src/server/api/search.ts';
import type {
  PassagesReply,
  PlaceReply,
  SourceReply,
  SourcesQuery,
  SourcesReply,
  StatementsQuery,
  StatementsReply,
} from '../../src/server/api/sources.ts';
import type { TimelineQuery, TimelineReply } from '../../src/server/api/timeline.ts';
import { t } from './language/language.ts';

/** A query with some of its fields left open. */
export type Wish<Query> = { [Key in keyof Query]?: Query[Key] | undefined };

/** What the server refused or could not do, in its own words. */
export class DeskFault extends Error {
  readonly code: string;

  constructor({ code, message }: Fault) {
    super(message);
    this.name = 'DeskFault';
    this.code = code;
  }
}

/** What is said where the server does not answer. */
export function lostFault(): Fault {
  return { code: 'desk/no-answer', message: t('notice.lost') };
}

async function ask<Reply>(path: string, init?: RequestInit): Promise<Reply> {
  const reply = await fetch(path, init).catch(() => {
    throw new DeskFault(lostFault());
  });
  const body: unknown = await reply.json().catch(lostFault);
  if (!reply.ok) throw new DeskFault(faultFrom(body));
  // The server's own tests hold every reply against the schema that this type comes from.
  return body as Reply;
}

/** Sends something to be kept. */
function tell<Reply>(path: string, body: object): Promise<Reply> {
  const headers = { 'content-type': 'application/json' };
  return ask<Reply>(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

function faultFrom(body: unknown): Fault {
  const known = typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
  return known ? { code: String(body.code), message: String(body.message) } : lostFault();
}

function queryOf(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

const part = encodeURIComponent;

/** Every question that the desk asks its server. */
export const client = {
  case: () => ask<CaseReply>('/api/case'),
  isolation: () => ask<IsolationReply>('/api/isolation'),
  findings: (query: Wish<FindingsQuery>) => ask<FindingsReply>(`/api/findings?${queryOf(query)}`),
  finding: (id: string) => ask<FindingView>(`/api/findings/${part(id)}`),
  settled: (query: { offset: number; limit: number }) => ask<SettledReply>(`/api/settled?${queryOf(query)}`),
  holdings: (query: { offset: number; limit: number }) =>
    ask<HoldingsReply>(`/api/holdings?${queryOf(query)}`),
  sources: (query: Wish<SourcesQuery>) => ask<SourcesReply>(`/api/sources?${queryOf(query)}`),
  source: (id: string) => ask<SourceReply>(`/api/sources/${part(id)}`),
  passages: (id: string, from: number, to: number) =>
    ask<PassagesReply>(`/api/sources/${part(id)}/passages?${queryOf({ from, to })}`),
  place: (id: string, start: number) =>
    ask<PlaceReply>(`/api/sources/${part(id)}/place?${queryOf({ start })}`),
  statements: (id: string, query: Wish<StatementsQuery>) =>
    ask<StatementsReply>(`/api/sources/${part(id)}/statements?${queryOf(query)}`),
  identities: (query: Wish<IdentitiesQuery>) => ask<IdentitiesReply>(`/api/identities?${queryOf(query)}`),
  numbers: (query: Wish<NumbersQuery>) => ask<NumbersReply>(`/api/numbers?${queryOf(query)}`),
  timeline: (query: Wish<TimelineQuery>) => ask<TimelineReply>(`/api/timeline?${queryOf(query)}`),
  network: (query: Wish<NetworkQuery>) => ask<NetworkReply>(`/api/network?${queryOf(query)}`),
  tie: (query: Wish<TieQuery>) => ask<TieReply>(`/api/network/tie?${queryOf(query)}`),
  origins: (query: Wish<OriginsQuery>) => ask<OriginsReply>(`/api/origins?${queryOf(query)}`),
  rest: (query: RestQuery) => ask<RestReply>(`/api/origins/rest?${queryOf(query)}`),
  tellings: (query: TellingsQuery) => ask<TellingsReply>(`/api/origins/tellings?${queryOf(query)}`),
  places: (query: Wish<PlacesQuery>) => ask<PlacesReply>(`/api/places?${queryOf(query)}`),
  quotes: (statements: readonly string[]) =>
    ask<QuotesReply>(`/api/quotes?${queryOf({ statements: statements.join(',') })}`),
  searchChoices: () => ask<SearchChoices>('/api/search/choices'),
  search: (query: Wish<SearchRequest>) => ask<SearchReply>(`/api/search?${queryOf(query)}`),
  nameQueue: () => ask<QueueReply>('/api/names/queue?limit=30'),
  judgeNames: (judgement: JudgeRequest) => tell<QueueReply>('/api/names/judge', judgement),
  undoNames: () => ask<QueueReply>('/api/names/undo', { method: 'POST' }),
  decide: (decision: DecisionRequest) => tell<DecisionsReply>('/api/decisions', decision),
  correct: (correction: CorrectionRequest) => tell<CorrectionReply>('/api/corrections', correction),
  uncorrect: (statement: string) => tell<CorrectionReply>('/api/corrections/undo', { statement }),
  drop: (path: string, file: Blob) =>
    ask<KeptReply>(`/api/drop?${queryOf({ path })}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
  readDropped: () => ask<KeptReply>('/api/drop/read', { method: 'POST' }),
  mark: (made: HandMadeRequest) => tell<CorrectionReply>('/api/statements', made),
};
