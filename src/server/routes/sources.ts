import type { FastifyInstance } from 'fastify';
import type { SourceHead } from '../../statement/pile.ts';
import type { Party, Received, Section } from '../../statement/source.ts';
import {
  type ReceivedView,
  type SectionView,
  SourceParams,
  SourceReply,
  SourcesQuery,
  SourcesReply,
} from '../api/sources.ts';
import type { ReadingRoom } from '../reading-room.ts';
import { viewTime } from '../view-statement.ts';

const SECTIONS_SHOWN = 500;
const DOUBTS_SHOWN = 100;

/** `GET /api/sources`: every file received; `GET /api/sources/:id`: one source without its text. */
export function sourceRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: SourcesQuery; Reply: SourcesReply }>(
    '/api/sources',
    {
      schema: {
        summary: 'Every file received, what could not be read first',
        querystring: SourcesQuery,
        response: { 200: SourcesReply },
      },
    },
    async ({ query }) => {
      const [{ received, heads }, counts] = await Promise.all([room.received(), room.counts()]);
      const chosen = received.filter((file) => !query.outcome || file.outcome === query.outcome);
      const shown = chosen.slice(query.offset, query.offset + query.limit);
      return {
        count: chosen.length,
        received: shown.map((file) =>
          viewReceived(file, heads.get(file.source ?? ''), counts.get(file.source ?? '')?.statements ?? 0),
        ),
      };
    },
  );

  app.get<{ Params: SourceParams; Reply: SourceReply }>(
    '/api/sources/:id',
    {
      schema: {
        summary: 'One source without its text',
        params: SourceParams,
        response: { 200: SourceReply },
      },
    },
    ({ params }) => viewSourcePage(room, params.id),
  );
}

function viewReceived(
  { file, path, byteLength, outcome, code, reason }: Received,
  head: SourceHead | undefined,
  statements: number,
): ReceivedView {
  const source = head && {
    id: head.id,
    kind: head.kind,
    title: head.title,
    publisher: head.publisher,
    date: head.date,
    language: head.language,
    encoding: head.encoding && { name: head.encoding.name, confidence: head.encoding.confidence },
    statements,
    doubts: head.doubts.map((doubt) => doubt.text),
  };
  return { file, path, byteLength, outcome, code, reason, source: source ?? null };
}

async function viewSourcePage(room: ReadingRoom, id: string): Promise<SourceReply> {
  const source = await room.source(id);
  const [sections, doubts, { sources }, counts, passageCount] = await Promise.all([
    room.casefile.sections(id),
    room.casefile.doubts(id),
    room.received(),
    room.counts(),
    room.passageCount(id),
  ]);
  const place = sources.findIndex((head) => head.id === id);
  const { sha256, file, path, byteLength, mediaType, kind, title, publisher, date, language } = source;
  return {
    ...{ id, sha256, file, path, byteLength, mediaType, kind, title, publisher, date, language },
    encoding: source.encoding && { ...source.encoding },
    claims: source.claims.map(({ key, value }) => ({ key, value })),
    doubts: doubts.slice(0, DOUBTS_SHOWN).map(({ text, span }) => ({ text, span: span && { ...span } })),
    doubtCount: doubts.length,
    passageCount,
    statementCount: counts.get(id)?.statements ?? 0,
    sections: sections.slice(0, SECTIONS_SHOWN).map(viewSection),
    sectionCount: sections.length,
    place: place < 0 ? null : place + 1,
    of: sources.length,
    previous: sources[place - 1]?.id ?? null,
    next: place < 0 ? null : (sources[place + 1]?.id ?? null),
  };
}

function viewSection(section: Section): SectionView {
  const { index, title, kind, span, claims, parties, table } = section;
  return {
    index,
    title,
    kind,
    span: { ...span },
    time: viewTime(section.time),
    claims: claims.map(({ key, value }) => ({ key, value })),
    parties: parties.map(nameParty).filter((name) => name !== ''),
    columns: table?.columns.map((column) => column.header) ?? null,
  };
}

function nameParty({ label, name, number, role }: Party): string {
  return [...new Set([name, label, number, role].filter((part) => part))].join(', ');
}
