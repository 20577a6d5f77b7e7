import type { FastifyInstance } from 'fastify';
import type { Passage, Source } from '../../statement/source.ts';
import { type Span, spansMeet } from '../../statement/span.ts';
import type { StandingView } from '../api/quote.ts';
import {
  PassagesQuery,
  PassagesReply,
  type PassageView,
  PlaceQuery,
  PlaceReply,
  SourceParams,
} from '../api/sources.ts';
import type { ReadingRoom, SourceReading } from '../reading-room.ts';
import { viewStatement, viewTime } from '../view-statement.ts';
import type { OpenAccount, Rest } from '../weigh-account.ts';

const PASSAGES_AT_ONCE = 200;
/** Code units of one passage that are sent; a longer one says how much is left out. */
const PASSAGE_LENGTH = 20_000;
const NAMES_SHOWN = 500;

/** `GET /api/sources/:id/passages`: a stretch of a source; `GET /api/sources/:id/place`: where an offset is. */
export function passageRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Params: SourceParams; Querystring: PassagesQuery; Reply: PassagesReply }>(
    '/api/sources/:id/passages',
    {
      schema: {
        summary: "A stretch of a source's passages, with what was read in them",
        params: SourceParams,
        querystring: PassagesQuery,
        response: { 200: PassagesReply },
      },
    },
    ({ params, query }) => {
      const to = Math.min(query.to ?? query.from + PASSAGES_AT_ONCE, query.from + PASSAGES_AT_ONCE);
      return viewPassages(room, params.id, query.from, Math.max(query.from, to));
    },
  );

  app.get<{ Params: SourceParams; Querystring: PlaceQuery; Reply: PlaceReply }>(
    '/api/sources/:id/place',
    {
      schema: {
        summary: 'Which passage holds an offset of the source',
        params: SourceParams,
        querystring: PlaceQuery,
        response: { 200: PlaceReply },
      },
    },
    async ({ params, query }) => {
      await room.source(params.id);
      return { index: (await room.passageAt(params.id, query.start))?.index ?? 0 };
    },
  );
}

async function viewPassages(room: ReadingRoom, id: string, from: number, to: number): Promise<PassagesReply> {
  const source = await room.source(id);
  // One more before the stretch tells whether its first passage opens a section.
  const [stretch, reading, account, standings, count] = await Promise.all([
    room.casefile.passages(id, Math.max(0, from - 1), to),
    room.reading(id),
    room.account(),
    room.standings(),
    room.passageCount(id),
  ]);
  const rests = account.rests.get(id) ?? [];
  return {
    count,
    from,
    passages: stretch.slice(from > 0 ? 1 : 0).map((passage, place) => ({
      ...viewPassage(source, passage, reading, restsIn(rests, passage.span), account, standings),
      opens: stretch[from > 0 ? place : place - 1]?.section !== passage.section,
    })),
  };
}

function viewPassage(
  source: Source,
  passage: Passage,
  reading: SourceReading,
  rests: readonly Rest[],
  account: OpenAccount,
  standings: ReadonlyMap<string, StandingView>,
): Omit<PassageView, 'opens'> {
  const { id, index, section, kind, line, body, speaker, cells } = passage;
  const end = Math.min(body.end, body.start + PASSAGE_LENGTH);
  const names = reading.namesByPassage.get(id) ?? [];
  const statements = reading.byPassage.get(id) ?? [];
  return {
    ...{ index, section, kind, line },
    speaker: speaker && {
      label: speaker.label,
      name: speaker.name,
      unknown: speaker.unknown,
      guess: speaker.guess,
    },
    time: viewTime(passage.time),
    text: source.text.slice(body.start, end),
    textStart: body.start,
    leftOut: body.end - end,
    cells: cells?.map((cell) => ({ ...cell })) ?? null,
    names: names.slice(0, NAMES_SHOWN).map((mention) => ({ span: { ...mention.span }, kind: mention.kind })),
    statements: statements.map((statement) => viewStatement(statement, index, account, standings)),
    marks: rests.map(({ span }) => ({ ...span })),
  };
}

/** Those of the rests, which are in order of their starts, that meet a span. */
function restsIn(rests: readonly Rest[], span: Span): Rest[] {
  return rests.filter((rest) => spansMeet(rest.span, span));
}
