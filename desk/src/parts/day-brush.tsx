import { type PointerEvent, useRef, useState } from 'react';
import type { TimelineReply } from '../../../src/server/api/timeline.ts';
import { t } from '../language/language.ts';
import { sayCount } from '../words/say-number.ts';
import { sayDays } from '../words/say-time.ts';
import { type DaySpan, dayAt, placeOfDay } from './day-axis.ts';
import { placeAt } from './figure-marks.tsx';

interface DayBrushProps {
  /** The days of the whole strip. */
  readonly whole: DaySpan;
  readonly bins: TimelineReply['bins'];
  /** The days that are looked at; null for all. */
  readonly chosen: DaySpan | null;
  readonly onChoose: (days: DaySpan | null) => void;
}

/** How much is said of each stretch of days; drag across it to look at some of them. By keyboard the day fields do the same. */
export function DayBrush({ whole, bins, chosen, onChoose }: DayBrushProps) {
  const strip = useRef<HTMLDivElement>(null);
  const [drawn, draw] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const placeUnder = (event: PointerEvent): number => {
    const box = strip.current?.getBoundingClientRect();
    if (!box) return 0;
    const place = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - place : place;
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeUnder(event);
    draw({ start: place, end: place });
  };
  const move = (event: PointerEvent): void => {
    const end = placeUnder(event);
    draw((known) => known && { ...known, end });
  };
  const finish = (): void => {
    draw(null);
    if (!drawn) return;
    const [start, end] = [Math.min(drawn.start, drawn.end), Math.max(drawn.start, drawn.end)];
    // A click without a drag lets go of the days.
    if (end - start < 0.004) onChoose(null);
    else onChoose({ from: dayAt(whole, start), to: dayAt(whole, end) });
  };
  const shown = drawn
    ? { a: Math.min(drawn.start, drawn.end), b: Math.max(drawn.start, drawn.end) }
    : chosen && {
        a: Math.max(0, placeOfDay(whole, chosen.from)),
        b: Math.min(1, placeOfDay(whole, chosen.to) + 1 / bins.length),
      };
  return (
    <div
      ref={strip}
      className="brush"
      role="img"
      aria-label={t('timeline.strip', {
        days: sayDays(whole.from, whole.to),
        most: sayCount(most, 'statement'),
      })}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={finish}
      onPointerCancel={() => draw(null)}
    >
      {bins.map(({ count, hot }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
        <i key={place} style={placeAt({ h: count / most, k: count ? hot / count : 0 })} />
      ))}
      {shown && <u style={placeAt(shown)} />}
    </div>
  );
}
