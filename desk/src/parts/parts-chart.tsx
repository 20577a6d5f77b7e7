import type { CSSProperties } from 'react';
import type { PictureRowView } from '../../../src/server/api/findings.ts';
import { t } from '../language/language.ts';
import { sayRange } from '../words/say-number.ts';

function middleOf({ min, max }: PictureRowView): number {
  if (min === null) return max ?? 0;
  return max === null ? min : (min + max) / 2;
}

function widthOf(value: number, all: number): CSSProperties {
  return { '--w': `${all > 0 ? ((Math.max(0, value) / all) * 100).toFixed(2) : 0}%` } as CSSProperties;
}

interface PartsChartProps {
  readonly whole: PictureRowView;
  readonly parts: readonly PictureRowView[];
  readonly unit: string;
}

/** A whole, and below it its parts laid end to end on the same measure. */
export function PartsChart({ whole, parts, unit }: PartsChartProps) {
  const sum = parts.reduce((total, part) => total + middleOf(part), 0);
  const all = Math.max(middleOf(whole), sum);
  return (
    <div className="pw">
      <div className={`pw-row${whole.alarm ? ' hot' : ''}`}>
        <i style={widthOf(middleOf(whole), all)} aria-hidden="true" />
        <span>
          <b>{sayRange(whole.min, whole.max)}</b> <bdi>{whole.label}</bdi>
          {whole.note && <small dir="auto"> {whole.note}</small>}
        </span>
      </div>
      <div className="pw-row parts">
        <div className="pw-bar" aria-hidden="true">
          {parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts may be alike in all but place
            <i key={place} className={part.alarm ? 'hot' : ''} style={widthOf(middleOf(part), all)} />
          ))}
        </div>
        <ul>
          {parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts may be alike in all but place
            <li key={place} className={part.alarm ? 'hot' : ''}>
              <b>{sayRange(part.min, part.max)}</b> <bdi>{part.label}</bdi>
              {part.note && <small dir="auto"> {part.note}</small>}
            </li>
          ))}
        </ul>
      </div>
      <p className="vh">{t('finding.inUnit', { unit })}</p>
    </div>
  );
}

/** The two bars alone, for the side of a finding's line. */
export function PartsSketch({ whole, parts }: Omit<PartsChartProps, 'unit'>) {
  const sum = parts.reduce((total, part) => total + middleOf(part), 0);
  const all = Math.max(middleOf(whole), sum);
  return (
    <div className="pw sketch" aria-hidden="true">
      <div className={`pw-row${whole.alarm ? ' hot' : ''}`}>
        <b>{sayRange(whole.min, whole.max)}</b>
        <i style={widthOf(middleOf(whole), all)} />
      </div>
      <div className="pw-bar">
        {parts.slice(0, 60).map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts may be alike in all but place
          <i key={place} className={part.alarm ? 'hot' : ''} style={widthOf(middleOf(part), all)} />
        ))}
      </div>
    </div>
  );
}
