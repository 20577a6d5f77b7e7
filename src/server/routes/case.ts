import type { FastifyInstance } from 'fastify';
import type { SourceHead } from '../../statement/pile.ts';
import type { Received } from '../../statement/source.ts';
import { CaseReply } from '../api/case.ts';
import { countsOf } from '../count-findings.ts';
import type { ReadingRoom } from '../reading-room.ts';

/** `GET /api/case`: what came in and what came of it, in figures. */
export function caseRoutes(app: FastifyInstance, room: ReadingRoom, who: string): void {
  app.get<{ Reply: CaseReply }>(
    '/api/case',
    {
      schema: {
        summary: 'The case in figures: what came in and what came of it',
        response: { 200: CaseReply },
      },
    },
    async () => {
      const [about, { received, sources }, account, standings, counts] = await Promise.all([
        room.casefile.about(),
        room.received(),
        room.account(),
        room.standings(),
        room.counts(),
      ]);
      return {
        title: about.title,
        created: about.created,
        who,
        received: countOutcomes(received),
        kinds: countKinds(sources),
        dates: datesOf(sources),
        statements: [...counts.values()].reduce((sum, { statements }) => sum + statements, 0),
        identities: account.identities.length,
        findings: countsOf(account.findings, standings),
        holdings: account.holdings.length,
      };
    },
  );
}

function countOutcomes(received: readonly Received[]): CaseReply['received'] {
  const counts = { all: received.length, read: 0, unreadable: 0, duplicate: 0, superseded: 0 };
  for (const { outcome } of received) counts[outcome] += 1;
  return counts;
}

function countKinds(sources: readonly SourceHead[]): CaseReply['kinds'] {
  const byKind = Map.groupBy(sources, (source) => source.kind);
  return [...byKind]
    .map(([kind, members]) => ({ kind, count: members.length }))
    .sort((a, b) => b.count - a.count);
}

function datesOf(sources: readonly SourceHead[]): CaseReply['dates'] {
  const dates = sources.flatMap((source) => source.date ?? []).sort();
  const [from] = dates;
  const to = dates.at(-1);
  return from && to ? { from, to } : null;
}
