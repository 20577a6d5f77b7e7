import type { Section, Speaker } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';
import { findStamps } from '../statement/stamp.ts';
import type { TimeReading } from '../statement/time.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { type Draft, rewalkable, sectionsOf } from './passage-draft.ts';
import { offsetSeconds, statedTime, timeAfter } from './section-time.ts';
import { type Line, linesOf } from './text-lines.ts';
import { foldLabel, isUnknownLabel, readableName } from './transcript/label.ts';
import { bracketOf } from './transcript/note-line.ts';
import { isLikely } from './transcript/survey-turns.ts';
import { turnStarts } from './transcript/turn-shape.ts';

const TIMING = /^(-?\p{Nd}{1,3}:\p{Nd}{2}(?::\p{Nd}{2})?[.,]\p{Nd}{1,3})\s*-->\s*-?\p{Nd}{1,3}:/u;
const VOICE = /^<v(?:\.[^\s>]*)?\s+([^>\n]{1,80})>/u;
const TAGS = /^(?:<[^>\n]{1,60}>)+/;
const BEGIN =
  /\b(?:start|begin|began|begins|recorded|recording|file|tape|inicio|d[ée]but|beginn|başlangıç|kayıt|بداية|начало|t\s*=\s*0|00:00)/iu;

/** SubRip captions: cues with their offset from the recording's beginning. */
export function readSrt(text: string, context: FormatContext): FormatReading {
  return readCaptions(text, context, 'application/x-subrip');
}

/** WebVTT captions, `<v Name>` and NOTE blocks included. */
export function readVtt(text: string, context: FormatContext): FormatReading {
  return readCaptions(text, context, 'text/vtt');
}

function readCaptions(text: string, context: FormatContext, mediaType: string): FormatReading {
  const begin = recordingBegin(text);
  const labels = countLabels(text);
  const section = {
    span: { start: 0, end: text.length },
    title: null,
    kind: 'text',
    time: begin,
    parties: [],
    claims: [],
    table: null,
  } satisfies Omit<Section, 'id' | 'source' | 'index'>;
  return {
    text,
    kind: 'captions',
    mediaType,
    title: null,
    publisher: null,
    date: begin?.from ?? null,
    claims: [],
    doubts: [],
    sections: sectionsOf(context.sourceId, [section]),
    passages: rewalkable(text, context.sourceId, () => draftCues(text, labels, begin)),
  };
}

interface Cue {
  /** From its number or timing on; for what is no cue, the block. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly Line[];
  /** As written: `00:01:02,500`, or null for a header or NOTE block. */
  readonly at: string | null;
}

/** Blocks of a caption file, in order: those with a timing line are cues. */
function* cuesOf(text: string): Generator<Cue> {
  let before: Line | null = null;
  let fresh = true;
  let cue: { start: number; end: number; lines: Line[]; at: string | null } | null = null;
  for (const line of linesOf(text)) {
    const timing = line.blank ? null : TIMING.exec(line.head);
    if (timing !== null) {
      if (cue !== null) yield cue;
      cue = { start: before?.start ?? line.start, end: line.end, lines: [], at: timing[1] ?? null };
      before = null;
      continue;
    }
    if (before !== null) {
      if (cue === null || cue.at === null || isCueEnd(cue.lines)) cue = joinBlock(cue, before);
      else cue = { ...cue, end: before.end, lines: [...cue.lines, before] };
      before = null;
    }
    const afterBlank = fresh;
    fresh = line.blank;
    if (line.blank) {
      if (cue !== null && cue.at === null) {
        yield cue;
        cue = null;
      }
    } else if (/^\p{Nd}{1,7}$/u.test(line.head) || cue === null || afterBlank) before = line;
    else {
      cue.lines.push(line);
      cue.end = line.end;
    }
  }
  if (before !== null) cue = joinBlock(cue, before);
  if (cue !== null) yield cue;
}

function isCueEnd(lines: readonly Line[]): boolean {
  return lines.length > 200;
}

function joinBlock(
  cue: Cue | null,
  line: Line,
): { start: number; end: number; lines: Line[]; at: string | null } {
  if (cue === null) return { start: line.start, end: line.end, lines: [line], at: null };
  return { start: cue.start, end: line.end, lines: [...cue.lines, line], at: cue.at };
}

/** When the recording began, by the first note or bracket that says so. */
function recordingBegin(text: string): TimeReading | null {
  let seen = 0;
  for (const cue of cuesOf(text)) {
    if (++seen > 6) return null;
    const said = cue.lines
      .map((line) => line.head)
      .filter((head) => cue.at === null || bracketOf(head) === 'closed');
    const fitting = said.filter(
      (head) => BEGIN.test(head) || (cue.at === null && findStamps(head).length > 0),
    );
    const time = fitting.length === 0 ? null : statedTime([fitting.join(' ')], null);
    if (time !== null) return time;
  }
  return null;
}

function countLabels(text: string): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  for (const cue of cuesOf(text))
    for (const line of cue.lines) {
      const label = labelIn(line)?.label;
      if (label !== undefined) labels.set(foldLabel(label), (labels.get(foldLabel(label)) ?? 0) + 1);
    }
  return labels;
}

interface CueLabel {
  readonly label: string;
  readonly span: Span;
  readonly body: number;
}

/** `<v Name>`, `NAME: text`, `- NAME: text`, `>> NAME: text` at the start of a caption's line. */
function labelIn(line: Line): CueLabel | null {
  const first = line.start + line.indent;
  const voice = VOICE.exec(line.head);
  if (voice?.[1] !== undefined) {
    const start = first + line.head.indexOf(voice[1]);
    return {
      label: voice[1].trim(),
      span: { start, end: start + voice[1].length },
      body: first + voice[0].length,
    };
  }
  const skip = TAGS.exec(line.head)?.[0].length ?? 0;
  const head = line.head.slice(skip);
  const start = turnStarts(head, ['colon', 'bracket']).find(
    (candidate) => isLikely(candidate, head) && candidate.label !== null,
  );
  if (start?.label == null || start.stamp !== null) return null;
  const span = { start: first + skip + start.label.start, end: first + skip + start.label.end };
  return { label: head.slice(start.label.start, start.label.end), span, body: first + skip + start.body };
}

function* draftCues(
  text: string,
  labels: ReadonlyMap<string, number>,
  begin: TimeReading | null,
): Generator<Draft> {
  for (const cue of cuesOf(text)) {
    if (cue.at === null) {
      const kind = /^(?:NOTE|STYLE|REGION)\b/.test(text.slice(cue.start, cue.start + 8)) ? 'note' : 'header';
      yield { kind, span: cue, body: cue, speaker: null, time: null, section: 0 };
      continue;
    }
    yield* draftCue(cue, labels, cueTime(cue.at, begin));
  }
}

/** A cue's lines, a passage for each speaker; a line that is a bracket is a note. The first takes the cue's number and timing. */
function* draftCue(cue: Cue, labels: ReadonlyMap<string, number>, time: TimeReading): Generator<Draft> {
  let open: Draft | null = null as Draft | null;
  let start = cue.start;
  for (const line of cue.lines) {
    const found = labelIn(line);
    const label = found !== null && fits(found.label, labels, line) ? found : null;
    const note = bracketOf(line.head) === 'closed' && !VOICE.test(line.head);
    if (open !== null && label === null && note === (open.kind === 'note') && !note) {
      open = {
        ...open,
        span: { start: open.span.start, end: line.end },
        body: { start: open.body.start, end: line.end },
      };
      continue;
    }
    if (open !== null) yield open;
    const speaker = label === null ? null : speakerOf(label);
    open = {
      kind: note ? 'note' : 'caption',
      span: { start, end: line.end },
      body: { start: label?.body ?? line.start, end: line.end },
      speaker,
      time,
      section: 0,
    };
    start = line.end;
  }
  yield open ?? {
    kind: 'boilerplate',
    span: { start: cue.start, end: cue.end },
    body: { start: cue.end, end: cue.end },
    speaker: null,
    time: null,
    section: 0,
  };
}

/** Labels that stand for a part in a press conference or a film, and so hold even where said once. */
const OFFICES = new Set(
  'reporter journalist moderator narrator interviewer interpreter translator presenter anchor host question answer periodista reportero reportera moderador moderadora presentador presentadora muhabir gazeteci sunucu tercuman journaliste reporterin صحفي صحفيه مذيع المذيع журналист ведущий'.split(
    ' ',
  ),
);

/** A label that comes again, is in capitals, stands for somebody unknown, or is a `<v Name>`. */
function fits(label: string, labels: ReadonlyMap<string, number>, line: Line): boolean {
  if (VOICE.test(line.head) || isUnknownLabel(label) || OFFICES.has(foldLabel(label))) return true;
  return (labels.get(foldLabel(label)) ?? 0) > 1 || !/\p{Ll}/u.test(label);
}

function speakerOf(found: CueLabel): Speaker {
  return {
    label: found.label,
    name: readableName(found.label, false),
    span: found.span,
    unknown: isUnknownLabel(found.label),
    guess: false,
  };
}

/** A cue's time: by the clock where the recording says when it began, else an offset in its steps alone. */
function cueTime(at: string, begin: TimeReading | null): TimeReading {
  const seconds = offsetSeconds(at);
  const offset = `${at} from the start of the recording`;
  const unresolved: TimeReading = {
    from: null,
    to: null,
    clock: null,
    zone: null,
    granularity: 'minute',
    approx: false,
    basis: 'unresolved',
    steps: [offset],
  };
  if (seconds === null || seconds < 0 || begin === null || begin.clock === null) return unresolved;
  const timed = timeAfter(seconds, begin.from === null ? { ...begin, from: '2000-01-01', to: null } : begin);
  if (timed === null) return unresolved;
  const steps = [`the recording begins at ${begin.clock}`, offset];
  return begin.from === null
    ? { ...timed, from: null, to: null, basis: 'unresolved', steps }
    : { ...timed, steps };
}
