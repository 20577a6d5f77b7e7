import type { FastifyInstance } from 'fastify';
import { HearsayError } from '../../errors.ts';
import { DecisionRequest, DecisionsQuery, DecisionsReply } from '../api/decisions.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { markUndone, standingAfter } from '../standing.ts';
import type { WorkAgain } from '../work-again.ts';

/** `GET /api/decisions?target=`: the log of one finding or statement; `POST /api/decisions`: one more. */
export function decisionRoutes(app: FastifyInstance, room: ReadingRoom, who: string, again: WorkAgain): void {
  app.get<{ Querystring: DecisionsQuery; Reply: DecisionsReply }>(
    '/api/decisions',
    {
      schema: {
        summary: 'The decision log, of one target or of all',
        querystring: DecisionsQuery,
        response: { 200: DecisionsReply },
      },
    },
    ({ query }) => viewDecisions(room, query.target),
  );

  app.post<{ Body: DecisionRequest; Reply: DecisionsReply }>(
    '/api/decisions',
    {
      schema: {
        summary: 'Accepts, dismisses, notes, or takes the last decision back',
        body: DecisionRequest,
        response: { 200: DecisionsReply },
      },
    },
    async ({ body: { target, verb, text: given } }) => {
      const text = given?.trim() || null;
      const isStatement = await mustExist(room, target);
      mustHaveWords(verb, text);
      if (verb === 'undo') await mustHaveSomethingToUndo(room, target);
      const kept = verb === 'dismiss' || verb === 'note' ? text : null;
      await room.casefile.decide({ at: new Date().toISOString(), who, verb, target, text: kept });
      // A dismissed statement is compared with nothing.
      if (isStatement && verb !== 'note') again.ask();
      return viewDecisions(room, target);
    },
  );
}

async function viewDecisions(room: ReadingRoom, target: string): Promise<DecisionsReply> {
  const decisions = markUndone(await room.casefile.decisions(target));
  return { standing: standingAfter(decisions), decisions };
}

/** Whether it is a statement; else it is a finding. */
async function mustExist(room: ReadingRoom, target: string): Promise<boolean> {
  const { places } = await room.account();
  if (places.has(target)) return false;
  const statements = await room.casefile.statements({ ids: [target] });
  if (statements.length > 0) return true;
  throw new HearsayError(
    'server/not-found',
    'Nothing in the case has this id, so nothing was decided. Load the page again.',
  );
}

function mustHaveWords(verb: DecisionRequest['verb'], text: string | null): void {
  if (text !== null || verb === 'accept' || verb === 'undo') return;
  throw new HearsayError(
    'server/bad-request',
    verb === 'note'
      ? 'The note is empty, so nothing was kept. Write it and save it again.'
      : 'A dismissal needs a reason, so nothing was decided. Choose one or write one.',
  );
}

async function mustHaveSomethingToUndo(room: ReadingRoom, target: string): Promise<void> {
  const decisions = markUndone(await room.casefile.decisions(target));
  if (decisions.some((decision) => !decision.undone && decision.verb !== 'undo')) return;
  throw new HearsayError('server/bad-request', 'There is no decision here to undo.');
}
