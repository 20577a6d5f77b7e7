import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CorrectionRequest, HandMadeRequest } from '../../src/server/api/corrections.ts';
import type { FindingsQuery } from '../../src/server/api/findings.ts';
import type { IdentitiesQuery } from '../../src/server/api/identities.ts';
import type { JudgeRequest } from '../../src/server/api/names-queue.ts';
import type { NetworkQuery, TieQuery } from '../../src/server/api/network.ts';
import type { NumbersQuery } from '../../src/server/api/numbers.ts';
import type { OriginsQuery, RestQuery, TellingsQuery } from '../../src/server/api/origins.ts';
import type { PlacesQuery } from '../../src/server/api/places.ts';
import type { SpanView } from '../../src/server/api/quote.ts';
import type { SearchRequest } from '../../src/server/api/search.ts';
import type { SourcesQuery } from '../../src/server/api/sources.ts';
import type { TimelineQuery } from '../../src/server/api/timeline.ts';
import { announce } from './announcer.ts';
import { client, DeskFault, type Wish } from './client.ts';
import { t } from './language/language.ts';

/** Passages are asked for in stretches of this many. */
export const STRETCH = 100;

export const questions = {
  case: () => queryOptions({ queryKey: ['case'], queryFn: client.case }),
  isolation: () =>
    queryOptions({ queryKey: ['isolation'], queryFn: client.isolation, staleTime: Number.POSITIVE_INFINITY }),
  findings: (query: Wish<FindingsQuery>) =>
    queryOptions({ queryKey: ['findings', query], queryFn: () => client.findings(query) }),
  finding: (id: string) => queryOptions({ queryKey: ['finding', id], queryFn: () => client.finding(id) }),
  settled: (query: { offset: number; limit: number }) =>
    queryOptions({ queryKey: ['settled', query], queryFn: () => client.settled(query) }),
  holdings: (query: { offset: number; limit: number }) =>
    queryOptions({ queryKey: ['holdings', query], queryFn: () => client.holdings(query) }),
  sources: (query: Wish<SourcesQuery>) =>
    queryOptions({ queryKey: ['sources', query], queryFn: () => client.sources(query) }),
  source: (id: string) => queryOptions({ queryKey: ['source', id], queryFn: () => client.source(id) }),
  stretch: (id: string, stretch: number) =>
    queryOptions({
      queryKey: ['passages', id, stretch],
      queryFn: () => client.passages(id, stretch * STRETCH, (stretch + 1) * STRETCH),
      staleTime: 60_000,
    }),
  /** What was read in just these words; there may be more than one statement. */
  readHere: (id: string, span: SpanView | null) =>
    queryOptions({
      queryKey: ['read-here', id, span],
      queryFn: async () => {
        const { statements } = await client.statements(id, { after: span?.start ?? 0, limit: 20 });
        return statements.filter((one) => one.span.start === span?.start && one.span.end === span.end);
      },
      enabled: span !== null,
    }),
  place: (id: string, start: number) =>
    queryOptions({
      queryKey: ['place', id, start],
      queryFn: () => client.place(id, start),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  identities: (query: Wish<IdentitiesQuery>) =>
    queryOptions({ queryKey: ['identities', query], queryFn: () => client.identities(query) }),
  numbers: (query: Wish<NumbersQuery>) =>
    queryOptions({ queryKey: ['numbers', query], queryFn: () => client.numbers(query) }),
  nameQueue: () => queryOptions({ queryKey: ['name-queue'], queryFn: client.nameQueue }),
  timeline: (query: Wish<TimelineQuery>) =>
    queryOptions({ queryKey: ['timeline', query], queryFn: () => client.timeline(query) }),
  network: (query: Wish<NetworkQuery>) =>
    queryOptions({ queryKey: ['network', query], queryFn: () => client.network(query), staleTime: 30_000 }),
  tie: (query: Wish<TieQuery>) =>
    queryOptions({ queryKey: ['tie', query], queryFn: () => client.tie(query) }),
  origins: (query: Wish<OriginsQuery>) =>
    queryOptions({ queryKey: ['origins', query], queryFn: () => client.origins(query) }),
  rest: (query: RestQuery) => queryOptions({ queryKey: ['rest', query], queryFn: () => client.rest(query) }),
  tellings: (query: TellingsQuery) =>
    queryOptions({ queryKey: ['tellings', query], queryFn: () => client.tellings(query) }),
  places: (query: Wish<PlacesQuery>) =>
    queryOptions({ queryKey: ['places', query], queryFn: () => client.places(query) }),
  quotes: (statements: readonly string[]) =>
    queryOptions({ queryKey: ['quotes', statements], queryFn: () => client.quotes(statements) }),
  searchChoices: () =>
    queryOptions({ queryKey: ['search-choices'], queryFn: client.searchChoices, staleTime: 30_000 }),
  search: (query: Wish<SearchRequest>) =>
    queryOptions({ queryKey: ['search', query], queryFn: () => client.search(query) }),
};

/**
 * Sends a decision; what it changes is asked for anew, and the outcome is said. Decisions are
 * sent one after another, so that a quick undo never overtakes what it takes back, nor is lost.
 */
export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: client.decide,
    scope: { id: 'decisions' },
    onSuccess: (_, { verb }) => {
      announce(t(`said.${verb}`));
      for (const key of ['case', 'findings', 'finding', 'origins', 'passages', 'read-here'])
        void queries.invalidateQueries({ queryKey: [key] });
    },
    onError: (fault) => announce(fault.message, true),
  });
}

/** Corrects a statement, marks one by hand, or takes the last word on one back; all that rests on it is asked for anew. */
export function useCorrect() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (deed: Deed) => {
      if (deed.does === 'correct') return client.correct(deed.correction);
      return deed.does === 'mark' ? client.mark(deed.made) : client.uncorrect(deed.statement);
    },
    scope: { id: 'decisions' },
    onSuccess: (_, { does }) => {
      announce(t(CORRECTED[does]));
      void queries.invalidateQueries();
    },
    onError: (fault) => {
      if (!isConflict(fault)) announce(fault.message, true);
    },
  });
}

type Deed =
  | { readonly does: 'correct'; readonly correction: CorrectionRequest }
  | { readonly does: 'mark'; readonly made: HandMadeRequest }
  | { readonly does: 'undo'; readonly statement: string };

const CORRECTED = { correct: 'said.correct', mark: 'said.mark', undo: 'said.uncorrect' } as const;

/** Somebody corrected the same statement meanwhile: both texts must be shown. */
export function isConflict(fault: Error | null): boolean {
  return fault instanceof DeskFault && fault.code === 'server/edit-conflict';
}

/** Judges two names, or with null takes the last judgement back; the queue shows it at once. */
export function useJudgeNames() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (judgement: JudgeRequest | null) =>
      judgement ? client.judgeNames(judgement) : client.undoNames(),
    scope: { id: 'decisions' },
    onSuccess: (queue, judgement) => {
      announce(t(judgement ? `said.${judgement.says}` : 'said.unjudged'));
      queries.setQueryData(questions.nameQueue().queryKey, queue);
    },
    onError: (fault) => announce(fault.message, true),
  });
}
