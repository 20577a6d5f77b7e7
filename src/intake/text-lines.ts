import type { Span } from '../statement/span.ts';

/** A line of a text without its line end; blank where it holds white space alone. */
export interface Line extends Span {
  /** From 1. */
  readonly number: number;
  readonly blank: boolean;
  /** White space before its first character, in code units. */
  readonly indent: number;
  /** The line's first code units from its first character that is not white space; enough for every pattern. */
  readonly head: string;
}

/** No pattern looks further into a line than this. */
export const HEAD_LENGTH = 400;

const SPACE = /[^\s\ufeff]/g;

/** The lines of `text[start, end)`, in order, produced as they are asked for. */
export function* linesOf(text: string, start = 0, end = text.length, firstNumber = 1): Generator<Line> {
  let number = firstNumber;
  for (let at = start; at < end; number++) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline > end ? end : newline;
    yield lineAt(text, at, stop, number);
    at = stop + 1;
  }
}

function lineAt(text: string, start: number, end: number, number: number): Line {
  SPACE.lastIndex = start;
  const first = SPACE.exec(text)?.index ?? end;
  if (first >= end) return { start, end, number, blank: true, indent: 0, head: '' };
  const head = text.slice(first, Math.min(end, first + HEAD_LENGTH)).trimEnd();
  return { start, end, number, blank: false, indent: first - start, head };
}

/** Lines with the next ones in sight. */
export class LineReader {
  private readonly lines: Iterator<Line>;
  private readonly ahead: Line[] = [];

  constructor(text: string) {
    this.lines = linesOf(text);
  }

  next(): Line | null {
    return this.ahead.shift() ?? this.pull();
  }

  /** The line `distance` lines on (0 is the next), or null at the end. */
  peek(distance = 0): Line | null {
    while (this.ahead.length <= distance) {
      const line = this.pull();
      if (line === null) return null;
      this.ahead.push(line);
    }
    return this.ahead[distance] ?? null;
  }

  /** The next line that is not blank, at most `reach` lines on. */
  peekFilled(reach = 4): Line | null {
    for (let distance = 0; distance < reach; distance++) {
      const line = this.peek(distance);
      if (line === null || !line.blank) return line;
    }
    return null;
  }

  private pull(): Line | null {
    const { done, value } = this.lines.next();
    return done === true ? null : value;
  }
}
