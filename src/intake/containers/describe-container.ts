import type { Claim, Doubt } from '../../statement/source.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { rewalkable, sectionsOf } from '../passage-draft.ts';

/** One line of what a container holds. */
export interface Listed {
  readonly name: string;
  /** Bytes unpacked, or null where that is not known. */
  readonly bytes: number | null;
  /** Why it was not taken, or null where it was. */
  readonly refused: string | null;
}

/** A container as a source of its own: its canonical text is the list of what it holds, which states nothing. */
export function describeContainer(
  what: { readonly noun: string; readonly mediaType: string; readonly claims: readonly Claim[] },
  listed: readonly Listed[],
  context: FormatContext,
): FormatReading {
  const taken = listed.filter(({ refused }) => refused === null).length;
  const head = `${what.noun}: ${listed.length} ${listed.length === 1 ? 'document' : 'documents'}, ${taken} taken`;
  const lines = [head, ...listed.map(lineOf)];
  const text = `${lines.join('\n')}\n`;
  return {
    text,
    kind: 'other',
    mediaType: what.mediaType,
    title: null,
    publisher: null,
    date: null,
    language: 'en',
    claims: what.claims,
    doubts: doubtsOf(lines, listed),
    sections: sectionsOf(context.sourceId, [
      {
        span: { start: 0, end: text.length },
        ...{ title: null, kind: 'text', time: null, parties: [], claims: [], table: null },
      },
    ]),
    // The list is Hearsay's own words: set aside, so that nothing in it is read as said by anybody.
    passages: rewalkable(text, context.sourceId, () =>
      spansOf(lines).map((span) => ({
        ...{ kind: 'boilerplate' as const, span, body: span, speaker: null, time: null, section: 0 },
      })),
    ),
  };
}

function lineOf({ name, bytes, refused }: Listed): string {
  const size = bytes === null ? '' : ` (${bytes} bytes)`;
  const shown = name.replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd');
  return `${shown}${size}${refused === null ? '' : `, not taken: ${refused}`}`;
}

function spansOf(lines: readonly string[]) {
  let start = 0;
  return lines.map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

function doubtsOf(lines: readonly string[], listed: readonly Listed[]): Doubt[] {
  const spans = spansOf(lines);
  return listed.flatMap(({ refused }, index) =>
    refused === null
      ? []
      : [{ code: 'intake/member-not-taken', text: refused, span: spans[index + 1] ?? null }],
  );
}
