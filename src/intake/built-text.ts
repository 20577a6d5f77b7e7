import type { Claim } from '../statement/source.ts';
import type { Span } from '../statement/span.ts';

/** A readable text that a reader writes piece by piece, where the file's own is not one; each piece with its span. */
export class BuiltText {
  #text = '';

  /** Adds a piece as it stands. */
  write(piece: string): Span {
    const start = this.#text.length;
    this.#text += piece;
    return { start, end: this.#text.length };
  }

  get length(): number {
    return this.#text.length;
  }

  /** What stands in a span that was written. */
  slice({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  toString(): string {
    return this.#text;
  }
}

/** Words fit to stand in a built text: `\n` line ends, no half characters. */
export function builtWords(words: string): string {
  return words.replace(/\r\n?/g, '\n').toWellFormed();
}

/** A line of a label and a value, with what it claims. */
export interface WrittenLine {
  readonly line: Span;
  readonly claim: Claim & { readonly span: Span };
}

/** Adds `label: value` and a line end; line ends within the value become `within`. */
export function writeLine(built: BuiltText, label: string, value: string, within = ', '): WrittenLine {
  const words = builtWords(value).replace(/\n+/g, (ends) => (within === '\n' ? ends : within));
  const lead = built.write(`${builtWords(label)}: `);
  const span = built.write(words);
  built.write('\n');
  return { line: { start: lead.start, end: span.end }, claim: { key: label, value: words, span } };
}
