import type { FastifyInstance } from 'fastify';
import { HearsayError } from '../../errors.ts';
import { decisionOf, judgementsOf, judgementTarget } from '../../statement/judgement.ts';
import type { NameProposal } from '../../statement/name-proposal.ts';
import { JudgeRequest, QueueQuery, QueueReply } from '../api/names-queue.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { LINE_QUOTE, viewQuotes } from '../view-quote.ts';
import type { WorkAgain } from '../work-again.ts';

const MOST_QUOTES = 4;
const MOST_JUDGED = 20;

/**
 * `GET /api/names/queue`: names that are probably one; `POST /api/names/judge`: what an analyst
 * holds of two; `POST /api/names/undo`: takes the last judgement back. Each goes into the log at
 * once, and the case is worked out again a moment after the last.
 */
export function nameQueueRoutes(
  app: FastifyInstance,
  room: ReadingRoom,
  who: string,
  again: WorkAgain,
): void {
  app.get<{ Querystring: QueueQuery; Reply: QueueReply }>(
    '/api/names/queue',
    {
      schema: {
        summary: 'Names that are probably one, to be judged',
        querystring: QueueQuery,
        response: { 200: QueueReply },
      },
    },
    ({ query }) => viewQueue(room, again, query.offset, query.limit),
  );

  app.post<{ Body: JudgeRequest; Reply: QueueReply }>(
    '/api/names/judge',
    {
      schema: {
        summary: 'Judges two names: one, two, or unsure',
        body: JudgeRequest,
        response: { 200: QueueReply },
      },
    },
    async ({ body }) => {
      const { proposals } = await room.account();
      const target = judgementTarget(body.a, body.b);
      const proposal = proposals.find((one) => targetOf(one) === target);
      if (!proposal)
        throw new HearsayError(
          'server/not-found',
          'These two names are not proposed any more, so nothing was decided. Load the page again.',
        );
      const text = `“${proposal.a.name}” and “${proposal.b.name}”`;
      await room.casefile.decide(decisionOf(body, { who, at: new Date().toISOString(), text }));
      again.ask();
      return viewQueue(room, again, 0, 30);
    },
  );

  app.post<{ Reply: QueueReply }>(
    '/api/names/undo',
    { schema: { summary: 'Takes the last judgement on names back', response: { 200: QueueReply } } },
    async () => {
      const last = judgementsOf(await room.casefile.decisions()).at(-1);
      if (!last) throw new HearsayError('server/bad-request', 'There is no judgement on names to undo.');
      const target = judgementTarget(last.a, last.b);
      await room.casefile.decide({ who, at: new Date().toISOString(), verb: 'undo', target, text: null });
      again.ask();
      return viewQueue(room, again, 0, 30);
    },
  );
}

function targetOf({ a, b }: NameProposal): string {
  return judgementTarget(a.id, b.id);
}

async function viewQueue(
  room: ReadingRoom,
  again: WorkAgain,
  offset: number,
  limit: number,
): Promise<QueueReply> {
  const [{ proposals }, log] = await Promise.all([room.account(), room.casefile.decisions()]);
  const judged = judgementsOf(log);
  const settled = new Set(judged.map(({ a, b }) => judgementTarget(a, b)));
  const open = proposals.filter((proposal) => !settled.has(targetOf(proposal)));
  const standings = await room.standings();
  return {
    count: open.length,
    proposals: await Promise.all(
      open.slice(offset, offset + limit).map(async ({ a, b, chance, reasons, quotes }) => ({
        ...{ a: { ...a }, b: { ...b }, chance, reasons: [...reasons] },
        quotes: await viewQuotes(room, quotes.slice(0, MOST_QUOTES), standings, LINE_QUOTE),
      })),
    ),
    judged: judged
      .slice(-MOST_JUDGED)
      .reverse()
      .map(({ says, text, who, at }) => ({ says, text, who, at })),
    judgedCount: judged.length,
    working: again.working,
  };
}
