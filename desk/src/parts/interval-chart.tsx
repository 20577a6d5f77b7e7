import { useState } from 'react';
import type { PictureRowView } from '../../../src/server/api/findings.ts';
import { t } from '../language/language.ts';
import { joinWords, sayNumber, sayRange } from '../words/say-number.ts';
import { FigureMark, placeAt, placesOf } from './figure-marks.tsx';
import { fittingForm, gapIn, mayBeLog, type Scale, type ScaleForm, scaleFor } from './scale.ts';

interface IntervalChartProps {
  readonly rows: readonly PictureRowView[];
  readonly unit: string;
  readonly form: ScaleForm;
}

/** Every figure as an interval on one axis: solid said, hollow worked out, an arrow where it is open. */
export function IntervalChart({ rows, unit, form }: IntervalChartProps) {
  const scale = scaleFor(rows, form);
  const gap = gapIn(rows);
  return (
    <div className="iv">
      <div className="grid" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <i key={tick} style={placeAt({ x: scale.at(tick) })}>
            <span>{sayNumber(tick)}</span>
          </i>
        ))}
        {gap && <u className="gap" style={placeAt({ a: scale.at(gap.from), b: scale.at(gap.to) })} />}
      </div>
      <ul>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be alike in all but place
          <IntervalRow key={index} row={row} scale={scale} unit={unit} />
        ))}
      </ul>
    </div>
  );
}

function IntervalRow({ row, scale, unit }: { row: PictureRowView; scale: Scale; unit: string }) {
  return (
    <li className="r">
      <span dir="auto">
        {row.label}
        {row.note && <small dir="auto">{row.note}</small>}
      </span>
      <div className="track">
        <IntervalBar row={row} scale={scale} />
        <span className="vh">
          {' '}
          {joinWords([unit, row.alarm && t('finding.doesNotFit'), row.derived && t('finding.workedOut')])}
        </span>
      </div>
    </li>
  );
}

/** The mark of one row with its value beside it, kept within the axis. */
export function IntervalBar({ row, scale }: { row: PictureRowView; scale: Scale }) {
  const { min, max } = row;
  const { from, to } = placesOf(row, scale);
  const middle = min === null ? to : max === null ? 1 : (from + to) / 2;
  const side = middle > 0.7 ? 'end' : middle < 0.2 ? 'start' : 'mid';
  const anchor = side === 'end' ? to : side === 'start' ? from : middle;
  return (
    <>
      <FigureMark figure={row} scale={scale} />
      <b className={`val ${side}${row.alarm ? ' hot' : ''}`} style={placeAt({ a: anchor })}>
        {sayRange(min, max)}
      </b>
    </>
  );
}

/** The same for the side of a finding's line: no axis, no labels. */
export function IntervalSketch({ rows }: { rows: readonly PictureRowView[] }) {
  const shown = rows.slice(0, 4);
  const scale = scaleFor(rows, fittingForm(rows));
  return (
    <ul className="sketch">
      {shown.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be alike in all but place
        <li key={index} className="track">
          <IntervalBar row={row} scale={scale} />
        </li>
      ))}
    </ul>
  );
}

/** Which scale is shown, and the choice between them where both can be. */
export function useScaleForm(rows: readonly PictureRowView[]) {
  const [chosen, choose] = useState<ScaleForm | null>(null);
  const form = chosen ?? fittingForm(rows);
  const free = mayBeLog(rows);
  return { form, free, choose, turn: () => free && choose(form === 'log' ? 'even' : 'log') };
}
