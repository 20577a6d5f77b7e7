import { foldWord } from '../../language/fold-word.ts';
import type { Passage, Source } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import type { MentionKind } from '../../statement/statement.ts';
import { classesOf, IS } from './word-classes.ts';

/** A name that stands in a cell. */
export interface CellName {
  readonly passage: string;
  readonly kind: MentionKind;
  readonly span: Span;
  readonly name: string;
}

/** Rows beyond this many are not looked through. */
const READ_ROWS = 5_000;
const LONGEST_CELL = 160;
const MOST_WORDS = 6;

/**
 * Names in the cells of columns that are neither of names nor of places: whole cells that a
 * word of them shows to be a place or a body ("Hosp. San Telmo"), and within notes names in
 * the ways of registers ("SOTO M., Rosa", "B.K.").
 */
export function findCellNames({ text }: Source, passages: readonly Passage[]): CellName[] {
  const rows = passages.filter(({ kind }) => kind === 'row').slice(0, READ_ROWS);
  return rows.flatMap(({ id, cells }) =>
    (cells ?? []).flatMap((cell) =>
      cell.end - cell.start > LONGEST_CELL
        ? []
        : namesIn(text, cell).map(({ kind, span }) => ({
            ...{ passage: id, kind, span },
            name: text.slice(span.start, span.end),
          })),
    ),
  );
}

function namesIn(text: string, cell: Span): Pick<CellName, 'kind' | 'span'>[] {
  const words = text.slice(cell.start, cell.end);
  const kind = kindOfCell(words.trim());
  if (kind !== null) {
    const start = cell.start + (words.length - words.trimStart().length);
    return [{ kind, span: { start, end: start + words.trim().length } }];
  }
  return [...words.matchAll(REGISTERED)].map((match) => ({
    kind: 'person' as const,
    span: { start: cell.start + match.index, end: cell.start + match.index + match[0].length },
  }));
}

/** "SOTO M., Rosa", "B.K.". */
const REGISTERED =
  /(?<![\p{L}\p{N}.])(?:\p{Lu}{2,}(?:[\s-]\p{Lu}{2,})?(?:\s\p{Lu}\.)?,\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?|(?:\p{Lu}\.){2,3})(?![\p{L}\p{N}])/gu;

/** The kind of a cell of a few words that all begin with capitals, but for joining ones, by the class of its first or last word. */
function kindOfCell(cell: string): 'place' | 'organization' | null {
  if (!/^\p{Lu}[\p{L}\p{M}\p{N}\s.'’-]+$/u.test(cell)) return null;
  const words = cell.split(/[\s.]+/u).filter(Boolean);
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  const proper = words.every(
    (word) =>
      /^[\p{Lu}\p{N}]/u.test(word) || (classesOf(foldWord(word)) & IS.particle) !== 0 || word === 'of',
  );
  if (!proper) return null;
  const [first = 0, last = 0] = [words[0], words.at(-1)].map((word) => classesOf(foldWord(word ?? '')));
  if (((first | last) & IS.org) !== 0) return 'organization';
  return ((first | last) & IS.place) !== 0 ? 'place' : null;
}
