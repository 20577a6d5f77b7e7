import { stripVTControlCharacters, styleText } from 'node:util';
import { HearsayError } from '../errors.ts';

type Style = Parameters<typeof styleText>[0];

/** Writes a line to standard output. Text of a source is shown without its control characters. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes a line to standard error: progress, warnings, errors; never part of the output proper. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Colours only on a terminal, and never where NO_COLOR is set. */
export function paint(style: Style, text: string): string {
  return process.stdout.isTTY === true ? styleText(style, text, { stream: process.stdout }) : text;
}

/** Source text made fit for a terminal: no control sequences, white space single. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** `text` cut to `width` characters, saying so with an ellipsis. */
export function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** Breaks words into lines of at most `width` characters, each behind `indent`. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width - indent.length) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

export function width(): number {
  return Math.max(40, Math.min(process.stdout.columns ?? 96, 110));
}

/** Prints rows for programs: one JSON value, two spaces deep. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2));
}

/** Exit codes that scripts can rely on; docs/cli.md lists them. */
export const EXIT = { good: 0, fault: 1, usage: 2, unusable: 3, damaged: 4, stopped: 130 } as const;

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof HearsayError)) return EXIT.fault;
  if (error.code === 'casefile/damaged') return EXIT.damaged;
  return /^(?:cli\/usage|config\/invalid|events\/.+)$/.test(error.code) ? EXIT.usage : EXIT.unusable;
}

/** Says what went wrong: a fault of ours with its stack, everything else in a sentence. */
export function tellError(error: unknown): void {
  if (error instanceof HearsayError) tell(`hearsay: ${error.message} [${error.code}]`);
  else
    tell(
      `hearsay: something went wrong that should not have. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
}
