import type { PassageKind } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import { type Line, LineReader } from '../text-lines.ts';
import { headerKey } from './header-key.ts';
import { foldLabel, isCapitals, isRoleLabel, isUnknownLabel } from './label.ts';
import { bracketOf, closesBracket, isNoteLine, isRule } from './note-line.ts';
import { isDayLine, sectionMark } from './section-mark.ts';
import { type TurnLayout, turnOf } from './survey-turns.ts';
import { type TurnStart, turnStarts } from './turn-shape.ts';

/** A stretch of a transcript: what it is and where its parts stand. */
export interface TranscriptPiece {
  readonly kind: PassageKind;
  readonly start: number;
  end: number;
  body: Span;
  readonly label: Span | null;
  /** The stamp that stands before its label, as written, or null. */
  readonly stamp: string | null;
  /** The label is that of the turn before: nothing names the speaker here. */
  readonly continued: boolean;
  readonly section: number;
  /** Whether it stands before the first turn of its section. */
  readonly head: boolean;
}

/** Lines that an open bracket may run on for. */
const LONGEST_NOTE = 40;

/** The pieces of a transcript, in order, covering all that is not white space. Linear; one line ahead in memory. */
export function walkTranscript(text: string, layout: TurnLayout): Generator<TranscriptPiece> {
  return new TranscriptWalk(text, layout).pieces();
}

class TranscriptWalk {
  private readonly reader: LineReader;
  private section = 0;
  private head = true;
  private current: TranscriptPiece | null = null;
  private speaker: Span | null = null;
  private blankBefore = true;
  private ended = false;
  private noteLines = 0;
  private stampLine: { line: Line; stamp: string } | null = null;
  private signature: string | null = null;
  private readonly out: TranscriptPiece[] = [];
  private readonly text: string;
  private readonly layout: TurnLayout;

  constructor(text: string, layout: TurnLayout) {
    this.text = text;
    this.layout = layout;
    this.reader = new LineReader(text);
  }

  *pieces(): Generator<TranscriptPiece> {
    for (let line = this.reader.next(); line !== null; line = this.reader.next()) {
      if (line.blank) this.takeBlank();
      else {
        this.take(line);
        this.blankBefore = this.noteLines === 0 && isRule(line.head);
      }
      yield* this.out.splice(0);
    }
    this.flush();
    yield* this.out;
  }

  private takeBlank(): void {
    this.blankBefore = true;
    this.dropStampLine();
    if (this.current !== null && this.current.kind !== 'utterance') this.flush();
  }

  /** One line that is not blank, by the first thing that it can be. */
  private take(line: Line): void {
    if (this.noteLines > 0) {
      this.carryNote(line);
      return;
    }
    if (isRule(line.head) && !(this.layout.chat && !this.head)) {
      this.takeRule(line);
      return;
    }
    if (!this.layout.chat && this.opensSection(line)) this.openSection();
    if (this.signature === null && this.head && this.section === 0) this.signature = signatureOf(line.head);
    const turn = this.turnIn(line);
    if (turn !== null) {
      this.takeTurn(line, turn);
      return;
    }
    if (this.layout.chat && (!this.head || isStamped(line))) {
      this.takeChatLine(line);
      return;
    }
    if (this.takeNote(line)) return;
    if (this.takeStampLine(line)) return;
    if (this.head) {
      this.takeHeader(line);
      return;
    }
    this.takeText(line);
  }

  private turnIn(line: Line): TurnStart | null {
    const turn = turnOf(line.head, line.indent, this.layout);
    if (turn === null) return null;
    if (turn.body < line.head.length && this.isNoteBody(line, turn)) return null;
    return this.head && this.isHeaderField(line, turn) ? null : turn;
  }

  /** `[04:38] -- ends --`: a stamp, and then no speech. */
  private isNoteBody(line: Line, turn: TurnStart): boolean {
    if (turn.label !== null && turn.shape !== 'gap' && turn.shape !== 'capitals') return false;
    const from = turn.stamp === null ? 0 : turn.stamp.end + 1;
    return /^[-–—*=]{2}/.test(line.head.slice(from).trim());
  }

  /** A label of its own before the first turn, not followed at once by a known speaker, is a field of the header. */
  private isHeaderField(line: Line, turn: TurnStart): boolean {
    if (turn.label === null || this.stampLine !== null) return false;
    const label = line.head.slice(turn.label.start, turn.label.end);
    const seen = this.layout.labels.get(foldLabel(label)) ?? 0;
    if (seen > 1) return false;
    if (isRoleLabel(label) && headerKey(label) !== null) return true;
    if (isUnknownLabel(label)) return false;
    const next = this.reader.peek();
    return next === null || next.blank || turnOf(next.head, next.indent, this.layout) === null;
  }

  private takeRule(line: Line): void {
    this.flush();
    this.emit(this.piece('boilerplate', line, line.start));
  }

  private takeTurn(line: Line, turn: TurnStart): void {
    this.flush();
    const first = line.start + line.indent;
    const label =
      turn.label === null ? null : { start: first + turn.label.start, end: first + turn.label.end };
    const above = this.stampLine;
    this.stampLine = null;
    const stamp =
      turn.stamp === null ? (above?.stamp ?? null) : line.head.slice(turn.stamp.start, turn.stamp.end);
    const joined = above !== null && above.line.end + 1 === line.start;
    if (above !== null && !joined) this.emit(this.piece('note', above.line, above.line.start));
    this.head = false;
    this.ended = false;
    this.speaker = label;
    this.current = {
      ...this.piece('utterance', line, joined ? above.line.start : line.start),
      body: { start: first + turn.body, end: line.end },
      label,
      stamp,
    };
  }

  private takeNote(line: Line): boolean {
    if (this.head && sectionMark(line.head) !== null) return false;
    const whole = bracketOf(line.head);
    const [stamp] = whole === null ? turnStarts(line.head, ['log']) : [];
    const words = stamp === undefined ? line.head : line.head.slice(stamp.body);
    const bracket = whole ?? bracketOf(words);
    const open = bracket === 'open' && !closesBracket(this.text.slice(line.end - 4, line.end));
    if (open && !this.bracketCloses()) return false;
    if (bracket === null && (this.awaitsWords() || !isNoteLine(words))) return false;
    if (
      whole === 'closed' &&
      this.layout.translated &&
      !this.blankBefore &&
      this.current?.kind === 'utterance'
    ) {
      this.extend(line);
      return true;
    }
    this.dropStampLine();
    this.flush();
    const from = line.start + line.indent + (stamp?.body ?? 0);
    this.current = {
      ...this.piece('note', line, line.start),
      body: { start: from, end: line.end },
      label: this.blankBefore ? null : this.speaker,
    };
    if (bracket === null && /^(?:-|–|—|\*|=)/.test(words)) this.ended = true;
    if (open) this.noteLines = LONGEST_NOTE;
    return true;
  }

  /** A speaker stands on a line alone, and nothing was said yet. */
  private awaitsWords(): boolean {
    return this.current?.kind === 'utterance' && this.current.body.start >= this.current.body.end;
  }

  /** Whether a bracket that is left open closes within the next lines. */
  private bracketCloses(): boolean {
    for (let distance = 0; distance < 12; distance++) {
      const line = this.reader.peek(distance);
      if (line === null || line.blank) return false;
      if (closesBracket(this.text.slice(Math.max(line.start, line.end - 4), line.end))) return true;
    }
    return false;
  }

  private carryNote(line: Line): void {
    this.extend(line);
    this.noteLines--;
    if (closesBracket(this.text.slice(Math.max(line.start, line.end - 4), line.end))) this.noteLines = 0;
  }

  /** A time stamp that stands alone belongs to what comes next. */
  private takeStampLine(line: Line): boolean {
    const match = turnStarts(`${line.head} .`, ['log'])[0];
    if (match?.stamp == null || match.body < line.head.length) return false;
    this.flush();
    this.dropStampLine();
    this.stampLine = { line, stamp: line.head.slice(match.stamp.start, match.stamp.end) };
    return true;
  }

  private dropStampLine(): void {
    if (this.stampLine === null) return;
    this.flush();
    this.emit(this.piece('note', this.stampLine.line, this.stampLine.line.start));
    this.stampLine = null;
  }

  private takeHeader(line: Line): void {
    this.flush();
    this.dropStampLine();
    const prose = line.head.length > 160 || (this.current?.kind === 'paragraph' && !this.blankBefore);
    this.current = this.piece(prose && !line.head.includes('=') ? 'paragraph' : 'header', line, line.start);
  }

  private takeText(line: Line): void {
    const above = this.stampLine;
    if (above !== null) this.stampLine = null;
    const goesOn = !this.blankBefore || line.indent > this.layout.indent || /^\p{Ll}/u.test(line.head);
    if (above === null && this.current !== null && goesOn) {
      this.extend(line);
      return;
    }
    this.flush();
    const start = above === null ? line.start : above.line.start;
    if (isHeading(line.head) || this.ended) {
      this.current = this.piece(this.ended ? 'paragraph' : 'heading', line, start);
      return;
    }
    this.current = {
      ...this.piece('utterance', line, start),
      body: { start: line.start, end: line.end },
      label: this.speaker,
      stamp: above?.stamp ?? null,
      continued: true,
    };
  }

  /** In a chat a line with a stamp and no name is the program's own; any other goes on with the message above. */
  private takeChatLine(line: Line): void {
    const stamp = turnStarts(line.head, ['log'])[0];
    if (stamp === undefined || (this.current === null && !this.head)) {
      this.extend(line);
      return;
    }
    this.flush();
    const first = line.start + line.indent;
    const written = stamp.stamp === null ? null : line.head.slice(stamp.stamp.start, stamp.stamp.end);
    this.current = {
      ...this.piece('note', line, line.start),
      body: { start: first + stamp.body, end: line.end },
      stamp: written,
    };
  }

  /** Whether a new part with a header of its own begins here. */
  private opensSection(line: Line): boolean {
    if (this.head || !this.blankBefore) return false;
    if (turnOf(line.head, line.indent, this.layout) !== null) return false;
    if (this.signature !== null && this.signature === signatureOf(line.head)) return true;
    if (sectionMark(line.head) !== null || isDayLine(line.head)) return true;
    const key = headerKey(/^([^:|]{2,40}?)\s*[:|]/u.exec(line.head)?.[1] ?? '');
    return key !== null && key !== 'note' && key !== 'staff' && key !== 'form' && key !== 'language';
  }

  private openSection(): void {
    this.flush();
    this.section++;
    this.head = true;
    this.ended = false;
    this.speaker = null;
  }

  private extend(line: Line): void {
    if (this.current === null) {
      this.current = this.piece('note', line, line.start);
      return;
    }
    this.current.end = line.end;
    this.current.body = { start: this.current.body.start, end: line.end };
  }

  private piece(kind: PassageKind, line: Line, start: number): TranscriptPiece {
    return {
      kind,
      start,
      end: line.end,
      body: { start, end: line.end },
      label: null,
      stamp: null,
      continued: false,
      section: this.section,
      head: this.head,
    };
  }

  private emit(piece: TranscriptPiece): void {
    this.out.push(piece);
  }

  private flush(): void {
    if (this.current !== null) this.emit(this.current);
    this.current = null;
  }
}

/** A header line with its numbers and names masked, to know the next one like it; null where it is too plain. */
function signatureOf(head: string): string | null {
  const masked = head
    .slice(0, 60)
    .replace(/\p{Nd}+/gu, '0')
    .replace(/\s+/g, ' ');
  const fixed = /^[^0]{0,24}/u.exec(masked)?.[0] ?? '';
  return (fixed.match(/\p{L}/gu)?.length ?? 0) >= 4 && masked.includes('0') ? fixed : null;
}

function isHeading(head: string): boolean {
  return head.length < 60 && isCapitals(head) && /\p{Lu}/u.test(head) && !/[.!?…,]$/.test(head);
}

// Before the first message, too: "[9/3/25, 19:02:11] Messages are encrypted" is no title.
function isStamped(line: Line): boolean {
  return turnStarts(line.head, ['log'])[0]?.stamp != null;
}
