import type { SourceHead } from '../statement/pile.ts';
import type { TimeReading } from '../statement/time.ts';
import type { CountedView, NumberView } from './api/numbers.ts';
import { type Counted, type Counting, type Derived, endsOf, factorTo } from './gather-numbers.ts';
import { viewTime, viewVoice } from './view-statement.ts';

const FIGURES_SHOWN = 24;
const DAY_MS = 86_400_000;

/** A counted thing as the desk shows it: what is said first, what was worked out after it. */
export function viewCounted(
  counted: Counted,
  unit: string | null,
  heads: ReadonlyMap<string, SourceHead>,
): CountedView {
  const { id, section, state, statements, findings, holding, derived, alarms } = counted;
  const said = statements.map((statement) => viewFigure(statement, unit, heads, alarms));
  const figures = [...said, ...derived.map((row) => viewDerived(row, unit))];
  const [first] = statements;
  const times = statements.flatMap(({ time }) => time ?? []);
  return {
    ...{ id, section, state },
    of: statements.find(({ quantity }) => quantity.of)?.quantity.of ?? null,
    event: first?.event ?? '',
    place: statements.find(({ place }) => place)?.place?.text ?? null,
    from: times.flatMap(({ from }) => from ?? []).sort()[0] ?? null,
    to:
      times
        .flatMap(({ to }) => to ?? [])
        .sort()
        .at(-1) ?? null,
    figures: figures.slice(0, FIGURES_SHOWN),
    figureCount: figures.length,
    findings: findings.map(({ id: finding, kind }) => ({ id: finding, kind })),
    holds: holding?.why ?? null,
  };
}

function viewFigure(
  { id, source, span, voice, quantity, time }: Counting,
  unit: string | null,
  heads: ReadonlyMap<string, SourceHead>,
  alarms: ReadonlySet<string>,
): NumberView {
  const { min, max, of, per } = quantity;
  return {
    ...{ min, max, of, per },
    statement: id,
    place: { source, start: span.start, end: span.end },
    file: heads.get(source)?.file ?? null,
    voices: voice.map(viewVoice),
    label: '',
    factor: factorTo(unit, of),
    days: daysOf(time),
    time: viewTime(time),
    derived: false,
    alarm: alarms.has(endsOf(quantity)),
  };
}

function viewDerived({ label, note, min, max, alarm, of }: Derived, unit: string | null): NumberView {
  return {
    ...{ min, max, alarm, of },
    factor: factorTo(unit, of),
    statement: null,
    place: null,
    file: null,
    voices: [],
    label: [label, note].filter((part) => part).join(', '),
    per: null,
    days: null,
    time: null,
    derived: true,
  };
}

/** Calendar days of a period, both ends counted; null where an end is open. */
function daysOf(time: TimeReading | null): number | null {
  if (!time?.from || !time.to) return null;
  const days = Math.round((Date.parse(time.to) - Date.parse(time.from)) / DAY_MS) + 1;
  return days > 0 ? days : null;
}
