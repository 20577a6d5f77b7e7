import { Link } from '@tanstack/react-router';
import type { CountedView, NumberView } from '../../../src/server/api/numbers.ts';
import { t } from '../language/language.ts';
import { convertFigure, type Form, onAxis } from '../words/convert-figure.ts';
import { kindName } from '../words/kind-names.ts';
import { capitalizeWord, joinWords, pluralOf, sayCount, sayRange, sayRate } from '../words/say-number.ts';
import { sayDays, sayTime } from '../words/say-time.ts';
import { FigureMark, placeAt, placesOf } from './figure-marks.tsx';
import type { Scale } from './scale.ts';

interface CountedRowProps {
  readonly row: CountedView;
  readonly form: Form;
  readonly scale: Scale;
}

/** A counted thing: what it is, every figure as an interval on the common axis, what comparing them gave. */
export function CountedRow({ row, form, scale }: CountedRowProps) {
  const figures = row.figures.map((figure) => convertFigure(figure, form));
  const shown = figures.filter((figure) => figure !== null);
  const left = row.figureCount - row.figures.length;
  return (
    <article className={row.state === 'conflict' ? 'm hot' : 'm'}>
      <h3>
        <bdi>{titleOf(row)}</bdi>
        <small>
          <bdi>{aboutOf(row)}</bdi>
        </small>
      </h3>
      <div className="plots">
        <div className="gr" aria-hidden="true">
          {scale.ticks.map((tick) => (
            <i key={tick} style={placeAt({ x: scale.at(tick) })} />
          ))}
        </div>
        <ul>
          {shown.map((figure, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sources may give the same figure
            <FigureLine key={place} figure={figure} scale={scale} row={row} />
          ))}
        </ul>
        {shown.length < figures.length && (
          <p className="meta">
            {t('numbers.leftOut', { figures: sayCount(figures.length - shown.length, 'figure') })}
          </p>
        )}
        {left > 0 && <p className="meta">{sayCount(left, 'moreFigures')}</p>}
      </div>
      <Verdict row={row} />
    </article>
  );
}

function titleOf({ of, event }: CountedView): string {
  const noun = of ? capitalizeWord(pluralOf(of, 2)) : null;
  return joinWords([noun, event]) || t('numbers.aFigure');
}

function aboutOf({ from, to, place }: CountedView): string {
  const days = from && to ? sayDays(from, to) : null;
  return joinWords([days, place]);
}

function FigureLine({ figure, scale, row }: { figure: NumberView; scale: Scale; row: CountedView }) {
  const { from, to } = placesOf(onAxis(figure), scale);
  const end = figure.max === null || (from + to) / 2 > 0.62;
  const side = end && from > 0.25 ? 'l' : 'r';
  return (
    <li className="ln">
      <FigureMark figure={onAxis(figure)} scale={scale} />
      <span
        className={`val ${side}${figure.alarm ? ' hot' : ''}`}
        style={placeAt({ a: side === 'l' ? from : figure.max === null ? from : to })}
      >
        <FigureLink figure={figure} row={row}>
          <b>{sayFigure(figure, row.of)}</b> <bdi>{whoSays(figure)}</bdi>
        </FigureLink>
      </span>
    </li>
  );
}

/** `201 or more a day`; what is counted is said only where the row does not say it. */
function sayFigure({ min, max, of, per }: NumberView, rowOf: string | null): string {
  const figure = sayRange(min, max) + (of && of !== rowOf ? ` ${pluralOf(of, 2)}` : '');
  return per ? sayRate(figure, per) : figure;
}

function whoSays({ voices, label, derived, time }: NumberView): string {
  const voice = voices.at(-1)?.name ?? label;
  const day = sayTime(time);
  return joinWords([voice, day, derived && t('numbers.workedOut')]);
}

/** A figure opens its quote; one that was worked out opens how. */
function FigureLink({
  figure,
  row,
  children,
}: {
  figure: NumberView;
  row: CountedView;
  children: React.ReactNode;
}) {
  const [finding] = row.findings;
  if (figure.place) {
    const { source, start, end } = figure.place;
    return (
      <Link
        to="/source/$id"
        params={{ id: source }}
        search={{ at: `${start}-${end}` }}
        className="fig"
        title={figure.file ?? undefined}
      >
        {children}
      </Link>
    );
  }
  if (!finding) return children;
  return (
    <Link to="/finding/$id" params={{ id: finding.id }} className="fig">
      {children}
    </Link>
  );
}

function Verdict({ row }: { row: CountedView }) {
  const { state, findings, holds, figures } = row;
  if (state === 'conflict') {
    return (
      <div className="res">
        {findings.slice(0, 3).map(({ id, kind }) => (
          <p key={id}>
            <b className="hot">{kindName(kind)}</b>
            <Link to="/finding/$id" params={{ id }}>
              {t('numbers.readIt')}
              <span className="vh">: {kindName(kind)}</span>
            </Link>
          </p>
        ))}
      </div>
    );
  }
  if (state === 'holds') {
    return (
      <div className="res">
        <b>✓ {t('numbers.itHolds')}</b>
        <span dir="auto" lang="en">
          {holds}
        </span>
      </div>
    );
  }
  const voices = new Set(figures.map(({ voices: chain }) => chain.at(-1)?.name)).size;
  return (
    <div className="res">
      <b>{voices > 1 ? sayCount(voices, 'voice') : t('numbers.oneVoice')}</b>
      {t(voices > 1 ? 'numbers.nothingFails' : 'numbers.nothingToCompare')}
    </div>
  );
}
