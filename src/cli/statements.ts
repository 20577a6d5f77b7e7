import { sliceOf } from '../statement/span.ts';
import type { Statement } from '../statement/statement.ts';
import { paint, plain, say, sayJson, shorten } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

interface StatementsFlags extends CommonFlags {
  readonly source?: string;
  readonly event?: string;
  readonly numbers?: boolean;
}

/** `hearsay statements`: who is said to have said what, source by source. */
export function statements(flags: StatementsFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const rows = [];
    for (const source of await casefile.sources()) {
      if (flags.source && source.file !== flags.source && source.id !== flags.source) continue;
      const found = await casefile.statements({
        source: source.id,
        ...(flags.event ? { event: flags.event } : {}),
      });
      const chosen = found.filter((statement) => !flags.numbers || statement.quantity !== null);
      if (chosen.length === 0) continue;
      const { text } = await casefile.source(source.id);
      if (flags.json)
        rows.push(
          ...chosen.map((statement) => ({
            ...statement,
            file: source.file,
            quote: sliceOf(text, statement.span),
          })),
        );
      else sayStatements(source.file, chosen, text);
    }
    if (flags.json) sayJson(rows);
  });
}

function sayStatements(file: string, found: readonly Statement[], text: string): void {
  say(paint('bold', plain(file)));
  for (const statement of found) {
    say(`  “${shorten(plain(sliceOf(text, statement.span)), 160)}”`);
    say(
      paint(
        'dim',
        `     ${statement.voice.map(({ name }) => plain(name)).join(' > ')} | ${readingOf(statement)}`,
      ),
    );
  }
}

/** The reading in a line: `arrest, 15 person, 2021-03-02, negative, alleged`. */
export function readingOf({ event, quantity, time, polarity, modality }: Statement): string {
  const number =
    quantity &&
    `${rangeOf(quantity.min, quantity.max)}${quantity.of ? ` ${quantity.of}` : ''}${quantity.per ? ` a ${quantity.per}` : ''}${quantity.cumulative ? ', running total' : ''}`;
  const when =
    time &&
    (time.from ?? time.to) &&
    (time.from === time.to ? time.from : `${time.from ?? '...'} to ${time.to ?? '...'}`);
  return [event, number, when, polarity === 'negative' ? 'negative' : null, modality]
    .filter(Boolean)
    .join(', ');
}

export function rangeOf(min: number | null, max: number | null): string {
  const said = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 3 });
  if (min === null) return max === null ? 'a number' : `up to ${said(max)}`;
  if (max === null) return `${said(min)} or more`;
  return min === max ? said(min) : `${said(min)} to ${said(max)}`;
}
