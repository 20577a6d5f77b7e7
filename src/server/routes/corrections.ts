import type { FastifyInstance } from 'fastify';
import { HearsayError } from '../../errors.ts';
import { correctionTarget, handMadeTarget } from '../../statement/correction.ts';
import { idOf } from '../../statement/id.ts';
import type { Statement, Voice } from '../../statement/statement.ts';
import { CorrectionReply, CorrectionRequest, HandMadeRequest, UncorrectRequest } from '../api/corrections.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { voicesOfPlace } from '../view-quote.ts';
import { viewStatement } from '../view-statement.ts';
import type { WorkAgain } from '../work-again.ts';

/**
 * `POST /api/corrections`: a statement reads otherwise; `POST /api/corrections/undo`: the last
 * word on it is taken back; `POST /api/statements`: one is marked by hand. Each goes into the
 * log at once, and the case is worked out again a moment after the last.
 */
export function correctionRoutes(
  app: FastifyInstance,
  room: ReadingRoom,
  who: string,
  again: WorkAgain,
): void {
  const keep = async (verb: 'accept' | 'undo', target: string, claim: object | null): Promise<void> => {
    const text = claim && JSON.stringify(claim);
    await room.casefile.decide({ at: new Date().toISOString(), who, verb, target, text });
    again.ask();
  };

  app.post<{ Body: CorrectionRequest; Reply: CorrectionReply }>(
    '/api/corrections',
    {
      schema: {
        summary: 'Corrects what a statement was read as',
        body: CorrectionRequest,
        response: { 200: CorrectionReply },
      },
    },
    async ({ body: { statement: id, base, change } }) => {
      const statement = await mustExist(room, id);
      mustBeSeen(statement, base);
      mustBeSound(change);
      await keep('accept', correctionTarget(id), change);
      return viewCorrected(room, id);
    },
  );

  app.post<{ Body: UncorrectRequest; Reply: CorrectionReply }>(
    '/api/corrections/undo',
    {
      schema: {
        summary: 'Takes the last correction of a statement back',
        body: UncorrectRequest,
        response: { 200: CorrectionReply },
      },
    },
    async ({ body: { statement: id } }) => {
      const { corrected } = await mustExist(room, id);
      if (!corrected) throw new HearsayError('server/bad-request', 'There is no correction here to undo.');
      const last = (await room.casefile.decisions(correctionTarget(id))).some(
        ({ seq }) => seq === corrected.seq,
      );
      await keep('undo', last ? correctionTarget(id) : handMadeTarget(id), null);
      return viewCorrected(room, id);
    },
  );

  app.post<{ Body: HandMadeRequest; Reply: CorrectionReply }>(
    '/api/statements',
    {
      schema: {
        summary: 'Makes a statement by hand',
        body: HandMadeRequest,
        response: { 200: CorrectionReply },
      },
    },
    async ({ body }) => {
      mustBeSound(body.change);
      const { id, claim } = await markByHand(room, body);
      const [known] = await room.casefile.statements({ ids: [id] });
      if (known) throw new HearsayError('server/bad-request', 'These words are marked so already.');
      await keep('accept', handMadeTarget(id), claim);
      return viewCorrected(room, id);
    },
  );
}

async function markByHand(room: ReadingRoom, { source: id, span, change }: HandMadeRequest) {
  const source = await room.source(id);
  const passage = await room.passageAt(id, span.start);
  const within = passage && span.start >= passage.body.start && span.end <= passage.body.end;
  if (!within || span.start >= span.end) {
    throw new HearsayError(
      'server/bad-request',
      'The words must stand in one passage, so nothing was marked. Choose them again.',
    );
  }
  const voice: Voice[] = voicesOfPlace(source, passage).map((one) => ({ ...one, span: null }));
  const statement = idOf('sta', id, span.start, span.end, 'hand', change.event ?? null);
  return { id: statement, claim: { source: id, passage: passage.id, span, voice, change } };
}

async function mustExist(room: ReadingRoom, id: string): Promise<Statement> {
  const [statement] = await room.casefile.statements({ ids: [id] });
  if (statement) return statement;
  throw new HearsayError('server/not-found', 'There is no such statement, so nothing was corrected.');
}

/** Whoever corrects must have seen the correction that stands, or both would not know of each other. */
function mustBeSeen({ corrected }: Statement, base: number): void {
  if ((corrected?.seq ?? 0) === base) return;
  const name = corrected?.who ?? 'Somebody';
  throw new HearsayError(
    'server/edit-conflict',
    `${name} corrected this while you wrote, so yours was not kept yet. Both are shown: keep the one that holds.`,
  );
}

function mustBeSound({ quantity, days }: CorrectionRequest['change']): void {
  if (quantity && quantity.min !== null && quantity.max !== null && quantity.min > quantity.max) {
    throw new HearsayError('server/bad-request', 'At least is more than at most, so nothing was kept.');
  }
  if (days?.from && days.to && days.from > days.to) {
    throw new HearsayError('server/bad-request', 'The first day is after the last, so nothing was kept.');
  }
}

async function viewCorrected(room: ReadingRoom, id: string): Promise<CorrectionReply> {
  const [statement] = await room.casefile.statements({ ids: [id] });
  if (!statement) return { statement: null };
  const passage = await room.casefile.passage(statement.passage);
  const [account, standings] = await Promise.all([room.account(), room.standings()]);
  return { statement: viewStatement(statement, passage.index, account, standings) };
}
