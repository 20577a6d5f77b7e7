import type { TimelineLane as Lane, TimelineMark } from '../../../src/server/api/timeline.ts';
import { t } from '../language/language.ts';
import { capitalizeWord, joinWords, pluralOf, sayCount, sayNumber, sayRange } from '../words/say-number.ts';
import { sayTime } from '../words/say-time.ts';
import { type DaySpan, placeOfDay } from './day-axis.ts';
import { placeAt } from './figure-marks.tsx';

/** Pixels that a letter of a label needs. */
const LETTER = 7.3;
const LABEL_MOST = { wide: 320, narrow: 150 };
const MOST_ROWS = 7;

interface LaneProps {
  readonly lane: Lane;
  readonly days: DaySpan;
  /** Pixels that the axis has. */
  readonly width: number;
  readonly selected: string | undefined;
  readonly onSelect: (statement: string) => void;
}

/** What is said of one kind of event: a dot known to the minute, a bar as long as the date is vague. */
export function TimelineLane({ lane, days, width, selected, onSelect }: LaneProps) {
  const set = packed(lane.marks, days, width);
  const rows = Math.max(1, ...set.map(({ row }) => row + 1));
  return (
    <section className="lane">
      <h2>
        <bdi>{capitalizeWord(lane.event)}</bdi>
        <small>
          {set.length < lane.count
            ? t('timeline.drawn', {
                statements: sayCount(lane.count, 'statement'),
                n: sayNumber(set.length),
              })
            : sayCount(lane.count, 'statement')}
        </small>
      </h2>
      <ul className="tracks" style={{ '--rows': rows } as React.CSSProperties}>
        {set.map(({ mark, row, from, to, side }) => (
          <li
            key={mark.statement}
            style={{ ...placeAt({ a: from, b: to }), '--row': row } as React.CSSProperties}
            className={side}
          >
            <button
              type="button"
              className="when"
              aria-pressed={mark.statement === selected}
              data-hot={mark.finding ? true : undefined}
              onClick={() => onSelect(mark.statement)}
            >
              <i className={formOf(mark)} aria-hidden="true" />
              <span className="lab">
                <b>{sayWhat(mark)}</b> <bdi>{mark.voice}</bdi>
              </span>
              <span className="vh">
                {t('text.comma')}
                {joinWords([
                  sayTime({ ...mark, granularity: 'day', basis: 'stated', steps: [] }),
                  mark.finding && t('timeline.inFinding'),
                ])}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function formOf({ from, to, clock, deed, finding }: TimelineMark): string {
  const exact = from !== null && from === to && clock !== null;
  const form = [
    'bar',
    exact && 'pt',
    to === null && 'up',
    from === null && 'down',
    !deed && 'dash',
    finding && 'hot',
  ];
  return form.filter((name) => name).join(' ');
}

function sayWhat({ min, max, of, place, negative }: TimelineMark): string {
  const figure = min === null && max === null ? null : sayRange(min, max);
  const words = [
    figure,
    figure && of ? pluralOf(of, min === 1 && max === 1 ? 1 : 2) : null,
    !figure && place,
  ].filter((word) => word);
  const what = words.join(' ');
  return negative ? t('timeline.not', { what }).trim() : what;
}

interface Packed {
  readonly mark: TimelineMark;
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Which side of the mark its words stand. */
  readonly side: 'after' | 'before';
}

/** Marks on rows, so that no words lie upon others. */
function packed(marks: readonly TimelineMark[], days: DaySpan, width: number): Packed[] {
  const ends: number[] = [];
  const set: Packed[] = [];
  const most = width < 700 ? LABEL_MOST.narrow : LABEL_MOST.wide;
  for (const mark of marks) {
    const from = mark.from === null ? 0 : clamp(placeOfDay(days, mark.from) + clockShare(mark, days));
    const last = mark.to === null ? 1 : clamp(placeOfDay(days, mark.to) + dayShare(days));
    const to = mark.clock !== null && mark.from === mark.to ? from : Math.max(from, last);
    const label = (16 + Math.min(most, (sayWhat(mark).length + mark.voice.length + 2) * LETTER)) / width;
    const side = to + label > 1 && from - label > 0 ? 'before' : 'after';
    const [start, end] =
      side === 'before' ? [from - label, to] : [from, Math.max(to, from + 6 / width) + label];
    const free = ends.findIndex((taken) => taken < start);
    const row = free >= 0 ? free : ends.length;
    if (row >= MOST_ROWS) continue;
    ends[row] = end;
    set.push({ mark, row, from, to, side });
  }
  return set;
}

/** How much of the axis one day takes. */
function dayShare(days: DaySpan): number {
  return 1 - placeOfDay(days, days.to);
}

function clockShare({ clock, from, to }: TimelineMark, days: DaySpan): number {
  if (clock === null || from !== to) return 0;
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return ((hour * 60 + minute) / 1440) * dayShare(days);
}

function clamp(place: number): number {
  return Math.min(1, Math.max(0, place));
}
