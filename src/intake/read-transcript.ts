import type { PassageKind, Section, Speaker } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { type Draft, rewalkable, type SectionDraft, sectionsOf } from './passage-draft.ts';
import { isNotice, publisherOf } from './prose/read-head.ts';
import { type DateOrder, dateOrderOf, offsetSeconds, passageTime, timeAfter } from './section-time.ts';
import { knownNumbers, learnNumbers } from './transcript/known-numbers.ts';
import { foldLabel, isUnknownLabel, looksTurkish } from './transcript/label.ts';
import { logSpeaker } from './transcript/log-speaker.ts';
import { type NamedLabel, nameLabel } from './transcript/name-speakers.ts';
import {
  addressedIn,
  gatherParts,
  headerLines,
  legendLines,
  ownNames,
  type PartNotes,
} from './transcript/part-notes.ts';
import { areOffsets, DayCount, lastDay, partTime } from './transcript/part-time.ts';
import { partTitle } from './transcript/part-title.ts';
import { claimsOf, fieldsOf, partiesOf } from './transcript/read-header.ts';
import type { TurnLayout } from './transcript/survey-turns.ts';
import { type TranscriptPiece, walkTranscript } from './transcript/walk-transcript.ts';

/** A part with its speakers named. */
interface SettledPart {
  readonly draft: SectionDraft;
  readonly speakers: ReadonlyMap<string, NamedLabel>;
  readonly offsets: boolean;
}

/**
 * A transcript as sections (a call, a tape, a ticket, an interview each) and passages: header
 * lines, turns with their speakers, notes. `layout` is what `surveyTurns` found.
 */
export function readTranscript(text: string, context: FormatContext, layout: TurnLayout): FormatReading {
  const parts = gatherParts(text, layout);
  const order = dateOrderOf(parts.flatMap((part) => [...headerLines(text, part), ...part.stamps]));
  const settled = settleParts(text, parts, order);
  const sections = sectionsOf(
    context.sourceId,
    settled.map((part) => part.draft),
  );
  const passages = rewalkable(text, context.sourceId, () => draftTurns(text, layout, settled, order));
  return {
    text,
    kind: layout.chat ? 'chat' : layout.log ? 'log' : 'transcript',
    mediaType: 'text/plain',
    doubts: [],
    sections,
    passages,
    ...headOf(text, parts, sections),
  };
}

function settleParts(text: string, parts: readonly PartNotes[], order: DateOrder | null): SettledPart[] {
  const turkish = looksTurkish(text.slice(0, 20_000));
  const first = parts[0] === undefined ? [] : fieldsOf(text, parts[0].headers);
  let before: TimeReading | null = null;
  const names = new Map<string, string>();
  const legend = legendLines(text, parts);
  return parts.map((part, at) => {
    const fields = fieldsOf(text, part.headers);
    const inherited =
      at === 0
        ? []
        : partiesOf(first.filter((field) => ['interviewer', 'participants', null].includes(field.about)));
    const own = knownNumbers(partiesOf(fields), names);
    const parties = [
      ...own,
      ...inherited.filter(
        (party) => !own.some((other) => other.label === party.label && other.role === party.role),
      ),
    ];
    const time: TimeReading | null = partTime(text, part, fields, order, before);
    before = time ?? before;
    const title = partTitle(text, part, fields, time, parts.length > 1);
    const hints = {
      parties,
      notes: [...headerLines(text, part), ...part.notes],
      remarks: part.remarks,
      addressed: addressedIn(part),
      own: ownNames(part),
      legend,
      title: parts.length > 1 ? title : null,
      turkish,
    };
    const speakers = new Map(
      [...part.labels].map(([folded, label]) => [folded, nameLabel(label, hints)] as const),
    );
    learnNumbers(parties, speakers, names);
    const kind = [...part.labels.keys()].some((label) => label === 'q')
      ? 'interview'
      : part.labels.size === 0
        ? 'text'
        : 'call';
    const draft: SectionDraft = {
      span: { start: part.start, end: part.end },
      title,
      kind,
      time,
      parties,
      claims: claimsOf(fields),
      table: null,
    };
    return { draft, speakers, offsets: areOffsets(part.stamps) };
  });
}

function* draftTurns(
  text: string,
  layout: TurnLayout,
  parts: readonly SettledPart[],
  order: DateOrder | null,
): Generator<Draft> {
  const days = new DayCount();
  for (const piece of walkTranscript(text, layout)) {
    const part = parts[piece.section];
    const { kind, section } = piece;
    const words = bodyOf(text, piece, layout);
    const entry = layout.log && kind === 'utterance' ? entrySpeaker(text, words) : null;
    const speaker = entry?.speaker ?? (part === undefined ? null : speakerOf(text, piece, part));
    const time =
      part === undefined || piece.stamp === null
        ? null
        : days.settle(stampTime(piece.stamp, part, order), section);
    yield {
      kind: passageKind(kind, layout, speaker !== null),
      span: piece,
      body: entry?.body ?? words,
      speaker,
      time,
      section,
    };
  }
}

function passageKind(kind: PassageKind, layout: TurnLayout, spoken: boolean): PassageKind {
  if (kind !== 'utterance') return kind;
  if (layout.chat) return 'message';
  return layout.log && !spoken ? 'paragraph' : kind;
}

function stampTime(stamp: string, part: SettledPart, order: DateOrder | null): TimeReading | null {
  if (!part.offsets) return passageTime(stamp, part.draft.time, order);
  const seconds = offsetSeconds(stamp);
  return seconds === null || seconds < 0 ? null : timeAfter(seconds, part.draft.time);
}

function speakerOf(text: string, piece: TranscriptPiece, part: SettledPart): Speaker | null {
  if (piece.label === null || piece.kind === 'note') return null;
  const named = part.speakers.get(foldLabel(text.slice(piece.label.start, piece.label.end)));
  if (named === undefined) return null;
  return { ...named, span: piece.continued ? null : piece.label, guess: named.guess || piece.continued };
}

/** The speaker that a log's entry names, with the words after. */
function entrySpeaker(text: string, body: Span): { speaker: Speaker; body: Span } | null {
  const found = logSpeaker(text.slice(body.start, Math.min(body.end, body.start + 120)));
  if (found === null) return null;
  const span = { start: body.start + found.start, end: body.start + found.end };
  const label = text.slice(span.start, span.end);
  return {
    speaker: { label, name: label, span, unknown: isUnknownLabel(label), guess: false },
    body: { start: body.start + found.body, end: body.end },
  };
}

const CHANNEL = /^(?:(?:[VUMHS]*HF|MF|CH(?:AN(?:NEL)?)?|CANAL|KANAL|FREQ)\.?\s*[\p{Nd}.]{0,6}|[-–—])\s{2,}/u;

/** A log's words without the column that names the radio channel. */
function bodyOf(text: string, piece: TranscriptPiece, layout: TurnLayout): Span {
  if (!layout.log || piece.kind !== 'utterance') return piece.body;
  const channel = CHANNEL.exec(text.slice(piece.body.start, piece.body.start + 40));
  return { start: piece.body.start + (channel?.[0].length ?? 0), end: piece.body.end };
}

type Head = Pick<FormatReading, 'title' | 'publisher' | 'date' | 'claims'>;

/** What the whole transcript says of itself: its issuer, its first line, the day of its last part. */
function headOf(text: string, parts: readonly PartNotes[], sections: readonly Section[]): Head {
  const first = parts[0]?.headers.find(({ start, end }) => !isNotice(text.slice(start, end).trim()));
  const days = sections.map((section) => section.time?.from ?? null).filter((day) => day !== null);
  const stamped = parts.length === 1 ? lastDay(parts[0]?.stamps ?? []) : null;
  const publisher = publisherOf(text, parts[0]?.headers ?? []);
  const claims = publisher === null ? [] : [{ key: 'publisher', ...publisher }];
  return {
    title:
      sections.length === 1 && sections[0]?.title !== null
        ? (sections[0]?.title ?? null)
        : first === undefined
          ? null
          : firstField(text, first),
    publisher: publisher?.value ?? null,
    date: stamped ?? days.toSorted().at(-1) ?? null,
    claims,
  };
}

function firstField(text: string, span: Span): string {
  return (
    text
      .slice(span.start, Math.min(span.end, span.start + 160))
      .trim()
      .split(/\s{3,}|\t/)[0] ?? ''
  );
}
