import type { PassageKind } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import { attributionOf, fieldOf, isSeparator, type MailField } from './mail-headers.ts';

/** A mail within the file: the mail itself, one that it forwards or quotes, or an attachment's text. */
export interface MailPart {
  readonly kind: 'mail' | 'forwarded' | 'quoted' | 'attachment';
  /** How many `>` its lines begin with. */
  readonly depth: number;
  readonly fields: MailField[];
  /** From a line such as "On ... A. Writer wrote:". */
  attribution: { readonly name: string; readonly when: string; readonly span: Span } | null;
}

/** A piece of the file and the part that it belongs to, by index. */
export interface MailPiece {
  readonly kind: Extract<PassageKind, 'header' | 'paragraph' | 'note'>;
  readonly span: Span;
  readonly body: Span;
  readonly part: number;
}

export interface SplitMail {
  readonly parts: readonly MailPart[];
  readonly pieces: readonly MailPiece[];
}

interface MailLine extends Span {
  /** Where the words start, after `> ` marks. */
  readonly content: number;
  readonly depth: number;
  readonly words: string;
}

const WORDS_LOOKED_AT = 400;
const ATTACHMENT = /^-{5} Attachment: (.+) -{5}$/;
const LIST_ITEM = /^(?:\p{Nd}{1,3}[.)]|[-*•–])\s+\S/u;

/** Splits a mail's text into its parts and paragraphs, in order. Linear. */
export function splitMail(text: string): SplitMail {
  const splitter = new MailSplitter(text);
  splitter.run();
  return splitter;
}

class MailSplitter implements SplitMail {
  readonly parts: MailPart[] = [{ kind: 'mail', depth: 0, fields: [], attribution: null }];
  readonly pieces: MailPiece[] = [];
  private readonly lines: readonly MailLine[];
  private current = 0;
  private paragraph: { start: number; end: number; content: number } | null = null;

  constructor(text: string) {
    this.lines = [...mailLines(text)];
  }

  run(): void {
    let at = this.takeFields(0, true);
    while (at < this.lines.length) at = this.takeLine(at);
    this.endParagraph();
  }

  private takeLine(at: number): number {
    const line = this.lines[at];
    if (line === undefined) return at + 1;
    if (line.words === '') {
      this.endParagraph();
      if (line.end > line.start && line.depth > 0) this.addPiece('note', line, line);
      return at + 1;
    }
    const attachment = ATTACHMENT.exec(line.words);
    if (attachment !== null && line.depth === 0) return this.beginAttachment(at, line, attachment[1] ?? '');
    if (isSeparator(line.words)) return this.beginForwarded(at, line);
    if (this.fieldsBeginAt(at)) return this.beginFields(at, line);
    const attribution = this.attributionAt(at);
    if (attribution !== null) return this.beginQuoted(at, attribution);
    this.settleDepth(line.depth);
    this.addToParagraph(line);
    return at + 1;
  }

  private beginPart(kind: MailPart['kind'], depth: number): MailPart {
    this.endParagraph();
    const part: MailPart = { kind, depth, fields: [], attribution: null };
    this.current = this.parts.length;
    this.parts.push(part);
    return part;
  }

  private beginAttachment(at: number, line: MailLine, name: string): number {
    const part = this.beginPart('attachment', 0);
    part.fields.push({ role: 'other', key: 'Attachment', value: name, span: line });
    this.addPiece('header', line, line);
    return at + 1;
  }

  private beginForwarded(at: number, line: MailLine): number {
    this.beginPart('forwarded', line.depth);
    this.addPiece('header', line, { start: line.content, end: line.end });
    let next = at + 1;
    for (let blank = 0; blank < 2 && this.isBlank(next); blank += 1) next += 1;
    return this.takeFields(next, false);
  }

  /** Nothing on the line at all: a line of quote marks alone is kept as a note. */
  private isBlank(at: number): boolean {
    const line = this.lines[at];
    return line !== undefined && line.words === '' && line.depth === 0;
  }

  private beginFields(at: number, line: MailLine): number {
    this.beginPart(line.depth > (this.parts[this.current]?.depth ?? 0) ? 'quoted' : 'forwarded', line.depth);
    return this.takeFields(at, false);
  }

  private beginQuoted(at: number, found: { name: string; when: string; lines: number }): number {
    const first = this.lines[at];
    const last = this.lines[at + found.lines - 1];
    const next = this.lines.slice(at + found.lines, at + found.lines + 3).find((line) => line.words !== '');
    if (first === undefined || last === undefined) return at + 1;
    const depth = next !== undefined && next.depth > first.depth ? next.depth : first.depth;
    const part = this.beginPart('quoted', depth);
    const span = { start: first.start, end: last.end };
    part.attribution = { name: found.name, when: found.when, span };
    this.addPiece('header', span, { start: first.content, end: last.end });
    return at + found.lines;
  }

  /** Whether a block of header fields stands within the body: a sender and another field in the next lines. */
  private fieldsBeginAt(at: number): boolean {
    const line = this.lines[at];
    if (line === undefined || fieldOf(line.words, false)?.role !== 'from') return false;
    const before = this.lines[at - 1];
    if (before !== undefined && before.words !== '' && before.depth === line.depth) return false;
    const next = this.lines.slice(at + 1, at + 5).map((each) => fieldOf(each.words, false)?.role);
    return next.some((role) => role === 'date' || role === 'subject' || role === 'to');
  }

  private attributionAt(at: number): { name: string; when: string; lines: number } | null {
    const line = this.lines[at];
    const next = this.lines[at + 1];
    if (line === undefined) return null;
    const alone = attributionOf(line.words);
    if (alone !== null) return { ...alone, lines: 1 };
    if (next === undefined || next.words === '' || next.depth !== line.depth || line.words.length > 160)
      return null;
    if (!/[:：]$/u.test(next.words.trimEnd()) || this.paragraph !== null) return null;
    const both = attributionOf(`${line.words} ${next.words}`);
    return both === null ? null : { ...both, lines: 2 };
  }

  /** Header fields from line `from` on, as pieces and fields of the current part; gives the line after them. */
  private takeFields(from: number, anyKey: boolean): number {
    let at = from;
    const part = this.parts[this.current];
    for (; at < this.lines.length; at += 1) {
      const line = this.lines[at];
      if (line === undefined || line.words === '') break;
      if (at === from && anyKey && /^From \S+.*\p{Nd}{4}/u.test(line.words)) {
        this.addPiece('header', line, line);
        continue;
      }
      const field = fieldOf(line.words, anyKey);
      if (field === null) break;
      let end = line.end;
      let value = field.value;
      for (
        let next = this.lines[at + 1];
        anyKey && next !== undefined && /^[ \t]+\S/.test(next.words);
        next = this.lines[at + 1]
      ) {
        value = `${value} ${next.words.trim()}`;
        end = next.end;
        at += 1;
      }
      const span = { start: line.start, end };
      part?.fields.push({ ...field, value, span });
      this.addPiece('header', span, { start: line.content, end });
    }
    return at;
  }

  /** Lines quoted deeper than the current part begin a quoted part; shallower ones go back to the part they came from. */
  private settleDepth(depth: number): void {
    const current = this.parts[this.current];
    if (current === undefined || current.depth === depth) return;
    if (depth > current.depth) {
      this.beginPart('quoted', depth);
      return;
    }
    this.endParagraph();
    // A part named by "wrote:" may have been begun before its first quoted line.
    const back = this.parts.findLastIndex((part) => part.depth <= depth);
    this.current = Math.max(back, 0);
  }

  private addToParagraph(line: MailLine): void {
    if (this.paragraph !== null && LIST_ITEM.test(line.words)) this.endParagraph();
    if (this.paragraph === null) this.paragraph = { start: line.start, end: line.end, content: line.content };
    else this.paragraph.end = line.end;
  }

  private endParagraph(): void {
    if (this.paragraph === null) return;
    const { start, end, content } = this.paragraph;
    this.paragraph = null;
    this.addPiece('paragraph', { start, end }, { start: content, end });
  }

  private addPiece(kind: MailPiece['kind'], span: Span, body: Span): void {
    const { start, end } = span;
    this.pieces.push({
      kind,
      span: { start, end },
      body: { start: body.start, end: body.end },
      part: this.current,
    });
  }
}

function* mailLines(text: string): Generator<MailLine> {
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const marks = /^(?:[ \t]?>)+ ?/.exec(text.slice(start, Math.min(end, start + 80)))?.[0] ?? '';
    const content = start + marks.length;
    const depth = marks.replace(/[^>]/g, '').length;
    const words = text.slice(content, Math.min(end, content + WORDS_LOOKED_AT)).trimEnd();
    yield { start, end, content, depth, words: words.trim() === '' ? '' : words };
    start = end + 1;
  }
}
