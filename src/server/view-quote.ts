import type { Quote } from '../statement/finding.ts';
import type { Passage, Source } from '../statement/source.ts';
import { type Span, spansMeet } from '../statement/span.ts';
import type { Statement, Voice } from '../statement/statement.ts';
import type { QuoteView, StandingView, VoiceView } from './api/quote.ts';
import { cutsAfter, cutsBefore, excerptOf } from './excerpt.ts';
import type { ReadingRoom } from './reading-room.ts';
import { viewSource, viewStatement, viewVoice } from './view-statement.ts';

/** How much of a quote a page, and a line in a list, has room for, in code units. */
export const PAGE_QUOTE = 1600;
export const LINE_QUOTE = 260;

/** Quotes with their words, voices and places. */
export async function viewQuotes(
  room: ReadingRoom,
  quotes: readonly Quote[],
  standings: ReadonlyMap<string, StandingView>,
  limit: number,
): Promise<QuoteView[]> {
  const ids = quotes.flatMap((quote) => quote.statement ?? []);
  const statements = ids.length ? await room.casefile.statements({ ids }) : [];
  const known = new Map(statements.map((statement) => [statement.id, statement]));
  return Promise.all(
    quotes.map((quote) => viewQuote(room, quote, known.get(quote.statement ?? ''), standings, limit)),
  );
}

async function viewQuote(
  room: ReadingRoom,
  quote: Quote,
  statement: Statement | undefined,
  standings: ReadonlyMap<string, StandingView>,
  limit: number,
): Promise<QuoteView> {
  const [source, account] = await Promise.all([room.source(quote.source), room.account()]);
  const passage = await passageOf(room, quote, statement);
  const body = passage?.body ?? quote.span;
  const shown = excerptOf(source.text, quote.span, quote.marks, limit);
  return {
    source: viewSource(source),
    passage: await viewPlace(room, source.id, passage),
    span: { start: quote.span.start, end: quote.span.end },
    text: source.text.slice(shown.start, shown.end),
    textStart: shown.start,
    cutBefore: shown.start > quote.span.start || cutsBefore(source.text, body, shown.start),
    cutAfter: shown.end < quote.span.end || cutsAfter(source.text, body, shown.end),
    marks: quote.marks.filter((mark) => spansMeet(mark, shown)).map(({ start, end }) => ({ start, end })),
    voices: statement ? statement.voice.map(viewVoice) : voicesOfPlace(source, passage),
    statement: statement ? viewStatement(statement, passage?.index ?? 0, account, standings) : null,
  };
}

async function passageOf(
  room: ReadingRoom,
  quote: Quote,
  statement: Statement | undefined,
): Promise<Passage | null> {
  if (!statement) return room.passageAt(quote.source, quote.span.start);
  const passage = await room.casefile.passage(statement.passage);
  return holds(passage.span, quote.span) ? passage : room.passageAt(quote.source, quote.span.start);
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}

async function viewPlace(
  room: ReadingRoom,
  source: string,
  passage: Passage | null,
): Promise<QuoteView['passage']> {
  if (!passage) return { index: 0, line: 1, kind: 'paragraph', section: null };
  const sections = await room.casefile.sections(source);
  const section = sections.length > 1 ? (sections[passage.section]?.title ?? null) : null;
  return { index: passage.index, line: passage.line, kind: passage.kind, section };
}

/** Who speaks where no statement says so: whoever issues the source, and the speaker of the turn. */
export function voicesOfPlace(source: Source, passage: Passage | null): (VoiceView & Pick<Voice, 'kind'>)[] {
  const document: VoiceView & Pick<Voice, 'kind'> = {
    name: source.publisher ?? source.title ?? source.file,
    kind: source.publisher ? 'publisher' : 'document',
    guess: false,
  };
  const speaker = passage?.speaker;
  if (!speaker) return [document];
  const kind = speaker.unknown ? 'unknown' : 'person';
  return [document, { name: speaker.name, kind, guess: speaker.guess }];
}
