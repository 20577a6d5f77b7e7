import type { PictureView } from '../../../src/server/api/findings.ts';

type Moments = Extract<PictureView, { type: 'timeline' | 'route' }>;

/** Who puts it when, and where: one line a telling. */
export function MomentList({ picture }: { picture: Moments }) {
  const lines = picture.type === 'timeline' ? picture.rows.map(timelineLine) : picture.stops.map(stopLine);
  return (
    <ol className="moments">
      {lines.map(({ label, words }) => (
        <li key={`${label} ${words}`}>
          {label}: {words}
        </li>
      ))}
    </ol>
  );
}

function timelineLine({ label, from, to, clock }: Extract<Moments, { type: 'timeline' }>['rows'][number]) {
  const at = (instant: string | null) => sayInstant(instant, clock);
  const isOne = from !== null && at(from) === at(to);
  if (from === null) return { label, words: `by ${at(to)}` };
  return {
    label,
    words: isOne ? at(from) : to === null ? `from ${at(from)} on` : `${at(from)} to ${at(to)}`,
  };
}

function stopLine({ label, place, at }: Extract<Moments, { type: 'route' }>['stops'][number]) {
  return { label, words: `${place}, ${sayInstant(at, true)}` };
}

function sayInstant(instant: string | null, clock: boolean): string {
  if (instant === null) return '';
  return clock ? instant.replace('T', ' ') : instant.slice(0, 10);
}
