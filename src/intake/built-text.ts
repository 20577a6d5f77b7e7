import type { Span } from '../statement/span.ts';

/** A readable text that a reader writes piece by piece, where the file's own is not one; each piece with its span. */
export class BuiltText {
  readonly #pieces: string[] = [];
  #length = 0;

  /** Adds a piece as it stands. */
  write(piece: string): Span {
    const span = { start: this.#length, end: this.#length + piece.length };
    this.#pieces.push(piece);
    this.#length = span.end;
    return span;
  }

  get length(): number {
    return this.#length;
  }

  toString(): string {
    return this.#pieces.join('');
  }
}

/** Words fit to stand in a built text: `\n` line ends, no half characters. */
export function builtWords(words: string): string {
  return words.replace(/\r\n?/g, '\n').toWellFormed();
}
