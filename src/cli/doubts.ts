import type { Casefile } from '../casefile/port.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Doubt } from '../statement/source.ts';
import { sliceOf } from '../statement/span.ts';
import { paint, plain, say, sayJson, shorten } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

interface DoubtsFlags extends CommonFlags {
  readonly source?: string;
  readonly kind?: string;
}

/** `hearsay doubts`: what was seen and could not be understood for certain, source by source. */
export function doubts(flags: DoubtsFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const found = [];
    for (const source of await casefile.sources()) {
      if (flags.source && source.file !== flags.source && source.id !== flags.source) continue;
      const all = await doubtsOf(casefile, source);
      found.push(...all.filter(({ code }) => !flags.kind || code === flags.kind));
    }
    if (flags.json) sayJson(found);
    else sayDoubts(found);
  });
}

type Listed = Doubt & {
  readonly file: string;
  readonly statement: string | null;
  readonly words: string | null;
};

/** Of the source, then of its statements, by place. */
async function doubtsOf(casefile: Casefile, head: SourceHead): Promise<Listed[]> {
  const { text } = await casefile.source(head.id);
  const list = (doubt: Doubt, statement: string | null): Listed => ({
    ...doubt,
    file: head.file,
    statement,
    words: doubt.span && sliceOf(text, doubt.span),
  });
  const own = [...head.doubts, ...(await casefile.doubts(head.id))].map((doubt) => list(doubt, null));
  const statements = await casefile.statements({ source: head.id });
  const read = statements.flatMap(({ id, doubts }) => doubts.map((doubt) => list(doubt, id)));
  const seen = new Set<string>();
  return [...own, ...read]
    .filter((doubt) => {
      const key = JSON.stringify([doubt.code, doubt.span, doubt.statement]);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

function sayDoubts(found: readonly Listed[]): void {
  if (found.length === 0) say('Nothing is in doubt.');
  let file = '';
  for (const doubt of found) {
    if (doubt.file !== file) say(paint('bold', plain(doubt.file)));
    file = doubt.file;
    say(`  ${plain(doubt.text)}${doubt.words === null ? '' : ` “${shorten(plain(doubt.words), 120)}”`}`);
    say(paint('dim', `     ${doubt.code}${doubt.statement === null ? '' : `, ${doubt.statement}`}`));
  }
}
