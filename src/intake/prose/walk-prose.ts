import type { PassageKind } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import { findStamps } from '../../statement/stamp.ts';
import { type Line, LineReader, linesOf } from '../text-lines.ts';
import { headerKey } from '../transcript/header-key.ts';
import { isCapitals } from '../transcript/label.ts';
import { bracketOf, isRule } from '../transcript/note-line.ts';
import { isDayLine, sectionMark } from '../transcript/section-mark.ts';
import { isByline, isDatedLine, isDateline, isPromotion } from './read-head.ts';

/** A block of prose: what it is, where it stands, its part. */
export interface ProseBlock {
  readonly kind: PassageKind;
  readonly span: Span;
  readonly body: Span;
  readonly section: number;
  /** Whether it stands above the first paragraph of the text. */
  readonly head: boolean;
  /** Whether it opens a part with a heading of its own. */
  readonly opens: boolean;
  readonly line: number;
}

/** How a text sets out its paragraphs. */
export interface ProseLayout {
  readonly markdown: boolean;
  /** Lines are broken at about this width; null where each line is a paragraph. */
  readonly width: number | null;
  /** Headings such as `UPDATE 2, 10:00` open parts. */
  readonly parts: boolean;
}

const SURVEY_LINES = 4000;
/** A head has no more lines than this. */
const HEAD_LINES = 14;

/** How the paragraphs of a text are set out, by its first lines. */
export function surveyProse(text: string, markdown: boolean): ProseLayout {
  const lengths: number[] = [];
  let full = 0;
  let lower = 0;
  let before: Line | null = null;
  const marks: string[] = [];
  let surveyed = 0;
  for (const line of linesOf(text)) {
    if (++surveyed > SURVEY_LINES) break;
    if (!line.blank && (before === null || before.blank) && isPartHead(line.head)) marks.push(line.head);
    if (!line.blank && before !== null && !before.blank) {
      lengths.push(before.end - before.start);
      if (/^[\p{Ll}\p{Lo}]/u.test(line.head)) lower++;
    }
    before = line;
  }
  const widest = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  for (const length of lengths) if (length >= 0.7 * widest) full++;
  const wrapped =
    widest >= 40 &&
    widest <= 110 &&
    full >= 0.5 * lengths.length &&
    lower >= 0.3 * lengths.length &&
    lengths.length >= 2;
  return { markdown, width: wrapped ? widest : null, parts: marks.length >= 2 };
}

/** A heading of a bulletin, a testimony, a day: a mark with a number, `(1) Name Surname`, or a day alone. */
function isPartHead(head: string): boolean {
  if (head.length > 120 || /[.;]$/.test(head)) return false;
  return sectionMark(head) !== null || isNumberedName(head) || isDayLine(head);
}

/** `(2) Ayla Kent, mother`. */
export function isNumberedName(head: string): boolean {
  return (
    /^(?:\(\p{Nd}{1,3}\)|\p{Nd}{1,3}\)|\p{Nd}{1,3}\.)\s+["“]?(?:\p{Lu}[\p{L}'’.-]+|[\u0600-\u06ff]{2,})(?:\s+[\p{L}'’.-]+){0,4}(?:,\s["“]?[^.]{2,50})?$/u.test(
      head,
    ) && head.length < 90
  );
}

/** The blocks of a text, in order, covering all that is not white space. */
export function walkProse(text: string, layout: ProseLayout): Generator<ProseBlock> {
  return new ProseWalk(text, layout).blocks();
}

class ProseWalk {
  private readonly reader: LineReader;
  private readonly layout: ProseLayout;
  private section = 0;
  private partBefore = false;
  private head = true;
  private headLines = 0;
  private blankBefore = true;
  private fenced = false;

  constructor(text: string, layout: ProseLayout) {
    this.layout = layout;
    this.reader = new LineReader(text);
  }

  *blocks(): Generator<ProseBlock> {
    for (let line = this.reader.next(); line !== null; line = this.reader.next()) {
      if (line.blank) this.blankBefore = true;
      else {
        yield this.blockAt(line);
        this.blankBefore = false;
      }
    }
  }

  private blockAt(line: Line): ProseBlock {
    if (isRule(line.head)) {
      if (/^```|^~~~/.test(line.head)) this.fenced = !this.fenced;
      const rule = this.block('boilerplate', line, line.end);
      this.blankBefore = true;
      return rule;
    }
    const opens = this.layout.parts && this.blankBefore && this.opensPart(line);
    if (opens) this.openPart();
    const kind = opens ? 'heading' : this.kindOf(line);
    const end = kind === 'paragraph' ? this.joinLines(line) : line.end;
    // Under a heading that Markdown marks, what follows is text.
    if (kind === 'paragraph' || (kind === 'heading' && this.layout.markdown)) this.head = false;
    if (this.head && ++this.headLines >= HEAD_LINES) this.head = false;
    return { ...this.block(kind, line, end), opens };
  }

  private block(kind: PassageKind, line: Line, end: number): ProseBlock {
    const span = { start: line.start + line.indent, end };
    const mark = this.layout.markdown ? (/^(?:#{1,6}\s+|>\s+|[-*+]\s+)/.exec(line.head)?.[0].length ?? 0) : 0;
    return {
      kind,
      span,
      body: { start: span.start + mark, end },
      section: this.section,
      head: this.head,
      opens: false,
      line: line.number,
    };
  }

  private opensPart(line: Line): boolean {
    if (isPartHead(line.head) && !(this.head && sectionMark(line.head) === null && isDayLine(line.head)))
      return true;
    // "FINAL NOTICE, 18:45" among numbered ones: capitals with a time of their own.
    return (
      this.partBefore &&
      line.head.length < 80 &&
      /^\p{Lu}{3,}/u.test(line.head) &&
      isCapitals(line.head) &&
      findStamps(line.head).length > 0
    );
  }

  private openPart(): void {
    if (this.partBefore || !this.head) this.section++;
    else if (this.headLines > 0) this.section++;
    this.partBefore = true;
    this.head = false;
  }

  private kindOf(line: Line): PassageKind {
    const { head } = line;
    if (this.fenced) return 'paragraph';
    if (this.layout.markdown && /^#{1,6}\s+\S/.test(head)) return 'heading';
    if (this.layout.markdown && /^[=-]{3,}$/.test(this.reader.peek()?.head ?? '') && head.length < 100)
      return 'heading';
    if (isPromotion(head)) return 'boilerplate';
    if (bracketOf(head) === 'closed') return 'note';
    if (this.head) return this.headKind(line);
    if (isByline(head) && this.blankBefore) return 'header';
    return this.isHeading(line) ? 'heading' : 'paragraph';
  }

  /** Above the first paragraph: masthead, date and byline are header, the headline is a heading. */
  private headKind(line: Line): PassageKind {
    const { head } = line;
    if (isByline(head) || isDatedLine(head) || headerKey(/^([^:]{2,30}):\s/u.exec(head)?.[1] ?? '') !== null)
      return 'header';
    if (this.isParagraph(line)) return 'paragraph';
    if (this.headLines === 0 || isCapitals(head)) return 'header';
    return 'heading';
  }

  private isParagraph(line: Line): boolean {
    const { head } = line;
    if (isDateline(head) && head.length > 60) return true;
    const count = head.split(/\s+/).length;
    if (count >= 22 || line.end - line.start > 200) return true;
    if (/^\(?\p{Nd}{1,3}[.)]\s/u.test(head) && count > 6) return true;
    const asked =
      /[?؟!]$/.test(head) && count <= 12 && this.headLines > 0 && (this.reader.peek()?.blank ?? false);
    if (/[.!?؟。]["”»)]?$/.test(head) && count >= 4 && !asked) return true;
    const next = this.reader.peek();
    return (
      this.layout.width !== null &&
      next !== null &&
      !next.blank &&
      line.end - line.start >= 0.7 * this.layout.width
    );
  }

  private isHeading(line: Line): boolean {
    const { head } = line;
    if (!this.blankBefore || head.length > 100 || /[.!?,;:…"”»]$/.test(head)) return false;
    if (head.split(/\s+/).length > 14 || /^[-•*–—]\s/.test(head)) return false;
    const next = this.reader.peek();
    if (next === null) return false;
    return next.blank || isCapitals(head);
  }

  /** A paragraph whose lines were broken at a width goes on until a short line, an indent or a blank one. */
  private joinLines(line: Line): number {
    if (this.layout.width === null) return line.end;
    let last = line;
    for (
      let next = this.reader.peek();
      next !== null && !next.blank && this.goesOn(last, next);
      next = this.reader.peek()
    ) {
      last = next;
      this.reader.next();
    }
    return last.end;
  }

  private goesOn(last: Line, next: Line): boolean {
    if (isRule(next.head) || /^(?:[-•*–—]|\(?\p{Nd}{1,3}[.)])\s/u.test(next.head)) return false;
    if (next.indent > last.indent + 1 && next.indent < 12 && !/^\p{Ll}/u.test(next.head)) return false;
    return last.end - last.start >= 0.6 * (this.layout.width ?? 0);
  }
}
