import { findPeriod, type Period } from '../../statement/period.ts';
import type { Claim } from '../../statement/source.ts';
import { type Span, sliceOf } from '../../statement/span.ts';
import { foldLabel } from './header-words.ts';
import type { RawRow } from './scan-rows.ts';
import words from './table-words.json' with { type: 'json' };

/** What the lines before a table's header say of the table. */
export interface Preamble {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly period: Period | null;
  readonly claims: readonly Claim[];
}

const ORGANISATIONS = words.organisations.map(foldLabel);
const KEYS = {
  publisher: new Set(words.publisherKeys.map(foldLabel)),
  title: new Set(words.titleKeys.map(foldLabel)),
  period: new Set(words.periodKeys.map(foldLabel)),
};
const KEY_LINE = /^([\p{L}][^:：;\n]{0,40})[:：]\s*(\S.*)$/u;
const SEGMENT = /\s+[-–—|•·]\s+|\s*[|\n]\s*/gu;
const LONGEST_SEGMENT = 90;

/** The cells of the preamble that are not empty, in order. */
function filledCells(text: string, rows: readonly RawRow[]): Span[] {
  return rows.flatMap((row) => row.cells.filter((cell) => sliceOf(text, cell).trim() !== ''));
}

/**
 * Title, publisher, period and key lines ("Source: ...") of a table's preamble. The
 * publisher is what a key line names as such, else the part that an organisation's word
 * (ministry, comisaría, müdürlüğü) stands in.
 */
export function readPreamble(text: string, rows: readonly RawRow[]): Preamble {
  const cells = filledCells(text, rows);
  const claims = [...keyClaims(text, rows), ...cells.flatMap((cell) => keyClaim(text, cell))];
  const said = (keys: ReadonlySet<string>): string | null =>
    claims.find((claim) => keys.has(foldLabel(claim.key)))?.value ?? null;
  const segments = cells.flatMap((cell) => segmentsOf(text, cell));
  const publisher = said(KEYS.publisher) ?? segments.find(namesOrganisation) ?? null;
  const whole = rows.length === 0 ? '' : text.slice(rows[0]?.start, rows.at(-1)?.end).slice(0, 2_000);
  return {
    title: said(KEYS.title) ?? titleOf(text, cells, publisher),
    publisher,
    period: rows.length === 0 ? null : periodAt(whole, rows[0]?.start ?? 0),
    claims: distinct(claims),
  };
}

function periodAt(header: string, offset: number): Period | null {
  const period = findPeriod(header);
  return period === null ? null : { ...period, start: period.start + offset, end: period.end + offset };
}

function segmentsOf(text: string, cell: Span): string[] {
  if (KEY_LINE.test(sliceOf(text, cell))) return [];
  return sliceOf(text, cell)
    .split(SEGMENT)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a word of an organisation's name ("ministry", "müdürlüğü") stands in the words. */
export function namesOrganisation(segment: string): boolean {
  if (segment.length > LONGEST_SEGMENT || segment.split(/\s+/).length > 9) return false;
  const folded = ` ${foldLabel(segment)} `;
  return ORGANISATIONS.some((word) => folded.includes(` ${word} `));
}

function titleOf(text: string, cells: readonly Span[], publisher: string | null): string | null {
  for (const cell of cells) {
    const written = sliceOf(text, cell).trim();
    if (written === publisher || KEY_LINE.test(written) || written.length > 300) continue;
    const period = findPeriod(written);
    if (period !== null && period.end - period.start >= written.length - 4) continue;
    if (/\p{L}{2}/u.test(written)) return written;
  }
  return null;
}

/** "Source;Ministry of Ports": a key and its value side by side. */
function keyClaims(text: string, rows: readonly RawRow[]): Claim[] {
  return rows.flatMap((row) => {
    const [first, second, ...rest] = filledCells(text, [row]);
    if (first === undefined || second === undefined || rest.length > 0) return [];
    const key = sliceOf(text, first)
      .trim()
      .replace(/\s*[:：]$/u, '');
    const known = Object.values(KEYS).some((keys) => keys.has(foldLabel(key)));
    return known
      ? [{ key, value: sliceOf(text, second).trim(), span: { start: first.start, end: second.end } }]
      : [];
  });
}

/** Whether a record is a key and its value ("Period;3 May 2021") and no header or row. */
export function isKeyRow(text: string, row: RawRow): boolean {
  const [first, second, ...rest] = filledCells(text, [row]);
  if (first === undefined || second === undefined || rest.length > 0) return false;
  const key = foldLabel(sliceOf(text, first));
  const value = sliceOf(text, second);
  return (
    (KEYS.period.has(key) && findPeriod(value) !== null) ||
    (KEYS.publisher.has(key) && namesOrganisation(value))
  );
}

function keyClaim(text: string, cell: Span): Claim[] {
  const match = KEY_LINE.exec(sliceOf(text, cell).trim());
  if (match === null) return [];
  return [{ key: match[1]?.trim() ?? '', value: match[2]?.trim() ?? '', span: cell }];
}

function distinct(claims: readonly Claim[]): Claim[] {
  return claims.filter(
    (claim, at) => claims.findIndex((other) => other.span?.start === claim.span?.start) === at,
  );
}
