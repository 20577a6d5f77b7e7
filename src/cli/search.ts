import type { Span } from '../statement/span.ts';
import { paint, plain, say, sayJson } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

interface SearchFlags extends CommonFlags {
  readonly limit?: string;
}

/** `hearsay search WORDS...`: passages that hold the words, in any of the case's languages. */
export function search(words: readonly string[], flags: SearchFlags): Promise<void> {
  return withCase(flags, async (casefile) => {
    const result = await casefile.search({
      words: words.join(' '),
      limit: Number(flags.limit ?? 20),
      offset: 0,
    });
    if (flags.json) {
      sayJson(result);
      return;
    }
    const more = result.countIsLowerBound ? 'more than ' : '';
    say(
      result.count === 0
        ? 'No passage holds these words.'
        : `${more}${result.count} ${result.count === 1 ? 'passage' : 'passages'}`,
    );
    for (const { source, passage, excerpt, excerptStart, marks } of result.hits) {
      say();
      say(
        paint(
          'dim',
          `${plain(source.file)}, line ${passage.line}${passage.speaker ? `, ${plain(passage.speaker.name)}` : ''}`,
        ),
      );
      say(`  ${marked(excerpt, excerptStart, marks)}`);
    }
  });
}

function marked(excerpt: string, start: number, marks: readonly Span[]): string {
  let at = 0;
  let line = '';
  for (const mark of marks) {
    const from = mark.start - start;
    const to = mark.end - start;
    if (from < at || to > excerpt.length) continue;
    line += `${flat(excerpt.slice(at, from))}${paint(['bold', 'underline'], flat(excerpt.slice(from, to)))}`;
    at = to;
  }
  return line + flat(excerpt.slice(at));
}

/** As `plain`, the white space at both ends kept as one blank. */
function flat(text: string): string {
  const inner = plain(text);
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) && inner !== '' ? ' ' : ''}`;
}
