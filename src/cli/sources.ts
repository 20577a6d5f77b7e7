import type { Casefile } from '../casefile/port.ts';
import { paint, plain, say, sayJson, width, wrap } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

/** `hearsay sources`: everything received, what could not be read included, each with its outcome. */
export function sources(flags: CommonFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const rows = await sourceRows(casefile);
    if (flags.json) {
      sayJson(rows);
      return;
    }
    for (const row of rows) {
      const about = [row.outcome, row.kind, row.date, row.language].filter(Boolean).join(', ');
      say(`${paint('bold', plain(row.file))}  ${paint(row.outcome === 'unreadable' ? 'red' : 'dim', about)}`);
      if (row.title) say(`   ${plain(row.title)}`);
      for (const text of [row.reason, ...row.doubts.map((doubt) => doubt.text)]) {
        if (text) for (const line of wrap(plain(text), width(), '   ')) say(paint('dim', line));
      }
    }
    if (rows.length === 0) say('Nothing has been received yet: hearsay read PATH...');
  });
}

/** One row a file received: the receipt, and what its source says of itself. */
export async function sourceRows(casefile: Casefile) {
  const heads = new Map((await casefile.sources()).map((source) => [source.id, source]));
  return (await casefile.received()).map((received) => {
    const head = received.source === null ? undefined : heads.get(received.source);
    const {
      kind = null,
      mediaType = null,
      title = null,
      publisher = null,
      date = null,
      language = null,
      encoding = null,
    } = head ?? {};
    return {
      ...received,
      kind,
      mediaType,
      title,
      publisher,
      date,
      language,
      encoding,
      doubts: head?.doubts ?? [],
    };
  });
}
