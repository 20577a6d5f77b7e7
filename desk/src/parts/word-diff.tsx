import type { DiffPartView } from '../../../src/server/api/findings.ts';

type Row = readonly DiffPartView[];

/** Two or more texts below each other; the words that differ are marked. */
export function WordDiff({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="wd">
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike in all but place
        <li key={place} dir="auto">
          <DiffWords row={row} />
        </li>
      ))}
    </ul>
  );
}

function DiffWords({ row }: { row: Row }) {
  let at = 0;
  return row.map((part) => {
    const key = at;
    at += part.text.length;
    return part.differs ? (
      <mark key={key} className="clash">
        {part.text}
      </mark>
    ) : (
      <span key={key}>{part.text}</span>
    );
  });
}

/** A few words around the first difference, for the side of a finding's line. */
export function DiffSketch({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="wd sketch" aria-hidden="true">
      {rows.slice(0, 2).map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows may be alike in all but place
        <li key={place} dir="auto">
          <DiffWords row={aroundFirstDifference(row)} />
        </li>
      ))}
    </ul>
  );
}

function aroundFirstDifference(row: Row): Row {
  const at = Math.max(
    0,
    row.findIndex((part) => part.differs),
  );
  const before = (row[at - 1]?.text ?? '')
    .split(/\s+/)
    .filter((word) => word)
    .slice(-2)
    .join(' ');
  const words = row[at]?.text.trim().split(/\s+/).slice(0, 3).join(' ') ?? '';
  const lead = before ? [{ text: `${before} `, differs: false }] : [];
  return [...lead, { text: words, differs: row[at]?.differs ?? false }];
}
