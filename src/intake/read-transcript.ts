import type { PassageKind, Section, Speaker } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { type Draft, rewalkable, type SectionDraft, sectionsOf } from './passage-draft.ts';
import { isNotice, publisherOf } from './prose/read-head.ts';
import {
  addDays,
  type DateOrder,
  dateOrderOf,
  offsetSeconds,
  passageTime,
  statedTime,
  timeAfter,
} from './section-time.ts';
import { knownNumbers, learnNumbers } from './transcript/known-numbers.ts';
import { foldLabel, isRoleLabel, isUnknownLabel, looksTurkish } from './transcript/label.ts';
import { logSpeaker } from './transcript/log-speaker.ts';
import { calledName, type NamedLabel, nameLabel, remarkIn } from './transcript/name-speakers.ts';
import { answeredName, ownName } from './transcript/own-name.ts';
import { claimsOf, fieldsOf, type HeaderField, partiesOf } from './transcript/read-header.ts';
import { marksIn, titleOf } from './transcript/section-mark.ts';
import type { TurnLayout } from './transcript/survey-turns.ts';
import { type TranscriptPiece, walkTranscript } from './transcript/walk-transcript.ts';

/** What one part of a transcript has beside its turns. Lists are cut where a part has very many. */
interface PartNotes {
  start: number;
  end: number;
  readonly headers: Span[];
  readonly notes: string[];
  readonly labels: Map<string, string>;
  readonly remarks: Map<string, string>;
  readonly stamps: string[];
  /** The first turns' words, by folded label, with the name that they call. */
  readonly calls: { label: string; name: string | null }[];
  /** What the first turns say, by folded label. */
  readonly opening: { label: string; words: string }[];
}

/** A part with its speakers named. */
interface SettledPart {
  readonly draft: SectionDraft;
  readonly speakers: ReadonlyMap<string, NamedLabel>;
  readonly offsets: boolean;
}

/** Header lines and notes of one part that are looked at. */
const MOST_NOTES = 80;
const MOST_STAMPS = 400;
/** Who calls says so in the first turns. */
const OPENING_TURNS = 8;

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

function gatherParts(text: string, layout: TurnLayout): PartNotes[] {
  const parts: PartNotes[] = [];
  for (const piece of walkTranscript(text, layout)) {
    let part = parts[piece.section];
    if (part === undefined) {
      part = {
        start: piece.start,
        end: piece.end,
        headers: [],
        notes: [],
        labels: new Map(),
        remarks: new Map(),
        stamps: [],
        calls: [],
        opening: [],
      };
      parts[piece.section] = part;
    }
    part.end = piece.end;
    noteDown(text, part, piece);
  }
  return parts;
}

function noteDown(text: string, part: PartNotes, piece: TranscriptPiece): void {
  const { kind } = piece;
  if ((kind === 'header' || kind === 'paragraph') && piece.head && part.headers.length < MOST_NOTES)
    part.headers.push({ start: piece.start, end: piece.end });
  if (kind === 'note' && part.notes.length < MOST_NOTES)
    part.notes.push(text.slice(piece.start, Math.min(piece.end, piece.start + 600)));
  if (kind !== 'utterance') return;
  if (piece.stamp !== null && part.stamps.length < MOST_STAMPS) part.stamps.push(piece.stamp);
  if (piece.label === null || piece.continued) return;
  const label = text.slice(piece.label.start, piece.label.end);
  const folded = foldLabel(label);
  if (!part.labels.has(folded)) part.labels.set(folded, label);
  if (part.calls.length < 2)
    part.calls.push({
      label: folded,
      name: calledName(text.slice(piece.body.start, Math.min(piece.body.end, piece.body.start + 60))),
    });
  if (part.opening.length < OPENING_TURNS)
    part.opening.push({
      label: folded,
      words: text.slice(piece.body.start, Math.min(piece.body.end, piece.body.start + 200)).trim(),
    });
  const remark = part.remarks.has(folded)
    ? null
    : remarkIn(text.slice(Math.max(piece.body.start, piece.body.end - 400), piece.body.end));
  if (remark !== null) part.remarks.set(folded, remark);
}

/** Who a two-party call's opening turn calls by name, where the other label is a stand-in. */
function addressedIn(part: PartNotes): ReadonlyMap<string, string> {
  const [first] = part.calls;
  const other = [...part.labels.keys()].find((label) => label !== first?.label);
  if (first?.name == null || other === undefined || part.labels.size !== 2 || !isRoleLabel(other))
    return new Map();
  return new Map([[other, first.name]]);
}

/** Lines above the first part's turns and notes below the last part's that explain labels. */
function legendLines(text: string, parts: readonly PartNotes[]): string[] {
  const [first] = parts;
  const above = first === undefined ? [] : headerLines(text, first);
  return [...above, ...(parts.at(-1)?.notes ?? [])].filter((line) => line.includes('='));
}

/** The names that stand-in labels give themselves in the first turns, by folded label. */
function ownNames(part: PartNotes): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  part.opening.forEach(({ label, words }, at) => {
    if (names.has(label) || !(isRoleLabel(label) || label.length <= 3)) return;
    const before = part.opening[at - 1];
    const asked = before === undefined || before.label === label ? null : answeredName(before.words, words);
    const name = ownName(words) ?? asked;
    if (name !== null) names.set(label, name);
  });
  return names;
}

function headerLines(text: string, part: PartNotes): string[] {
  return part.headers.map((span) => text.slice(span.start, Math.min(span.end, span.start + 1000)));
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

/** When a part says it happened. A clock alone takes the day of the part before. */
function partTime(
  text: string,
  part: PartNotes,
  fields: readonly HeaderField[],
  order: DateOrder | null,
  before: TimeReading | null,
): TimeReading | null {
  const durations = fields
    .filter((field) => ['duration', 'number', 'participants', 'staff'].includes(field.about ?? ''))
    .map((field) => field.span);
  const lines = part.headers.map((span) =>
    without(text.slice(span.start, Math.min(span.end, span.start + 1000)), span.start, durations),
  );
  const stated =
    statedTime(lines, order) ??
    statedTime(
      part.stamps.slice(0, 1).filter((stamp) => /\p{Nd}[-./]\p{Nd}/u.test(stamp)),
      order,
    );
  if (stated === null)
    return before?.from == null
      ? null
      : {
          ...before,
          clock: null,
          granularity: 'day',
          basis: 'source',
          steps: [`day of the part before: ${before.from}`],
        };
  if (stated.from !== null || before?.from == null) return stated;
  return {
    ...stated,
    from: before.from,
    to: before.to,
    basis: 'source',
    steps: [`day of the part before: ${before.from}`],
  };
}

/** A line with some stretches blotted out. */
function without(line: string, offset: number, spans: readonly Span[]): string {
  let blotted = line;
  for (const span of spans) {
    const [start, end] = [span.start - offset, span.end - offset];
    if (start >= 0 && start < line.length)
      blotted = blotted.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + blotted.slice(end);
  }
  return blotted;
}

/** What a part calls itself: its product, tape, ticket ... number; else `call of 2 March 2021`. */
function partTitle(
  text: string,
  part: PartNotes,
  fields: readonly HeaderField[],
  time: TimeReading | null,
  several: boolean,
): string | null {
  const pieces = fields.map((field) => text.slice(field.span.start, field.span.end));
  const mark = marksIn([...pieces, ...headerLines(text, part)])[0];
  if (mark !== undefined) return titleOf(mark, part.labels.has('q') ? 'interview' : 'part');
  if (!several || time?.from == null) return null;
  return `call of ${dayInWords(time.from)}`;
}

function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** Stamps without a day that begin near nought count from the start of the recording. */
function areOffsets(stamps: readonly string[]): boolean {
  const [first, ...rest] = stamps;
  if (first === undefined || /\p{Nd}[-./]\p{Nd}{1,2}[-./]|[a-z]/iu.test(first)) return false;
  const seconds = offsetSeconds(first);
  if (seconds === null) return false;
  return (
    Math.abs(seconds) < 1200 &&
    (rest.length === 0 ||
      first.split(':').length > 2 ||
      rest.some((stamp) => /:[3-5]\p{Nd}$/u.test(stamp)) ||
      seconds < 120)
  );
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

/** Clocks that run past midnight: where one falls back by half a day, the next day has begun. */
class DayCount {
  private section = -1;
  private last = '';
  private added = 0;

  settle(time: TimeReading | null, section: number): TimeReading | null {
    if (section !== this.section) this.reset(section);
    if (time === null || time.clock === null || time.basis !== 'section' || time.from === null) return time;
    if (Number(this.last.slice(0, 2)) - Number(time.clock.slice(0, 2)) >= 12) this.added++;
    this.last = time.clock;
    if (this.added === 0) return time;
    const day = addDays(time.from, this.added);
    return { ...time, from: day, to: day, steps: [...time.steps, 'the clock has passed midnight'] };
  }

  private reset(section: number): void {
    this.section = section;
    this.last = '';
    this.added = 0;
  }
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

function lastDay(stamps: readonly string[]): string | null {
  const order = dateOrderOf(stamps);
  const days = stamps
    .map((stamp) => passageTime(stamp, null, order)?.from ?? null)
    .filter((day) => day !== null);
  return days.toSorted().at(-1) ?? null;
}

function firstField(text: string, span: Span): string {
  return (
    text
      .slice(span.start, Math.min(span.end, span.start + 160))
      .trim()
      .split(/\s{3,}|\t/)[0] ?? ''
  );
}
