import type { PictureView } from '../../../src/server/api/findings.ts';
import { t } from '../language/language.ts';
import { joinWords } from '../words/say-number.ts';

type Moments = Extract<PictureView, { type: 'timeline' | 'route' }>;

/** Who puts it when, and where: one line a telling. */
export function MomentList({ picture }: { picture: Moments }) {
  const lines = picture.type === 'timeline' ? picture.rows.map(timelineLine) : picture.stops.map(stopLine);
  return (
    <ol className="moments">
      {lines.map(({ label, words }) => (
        <li key={`${label} ${words}`}>{t('text.colon', { label, words })}</li>
      ))}
    </ol>
  );
}

function timelineLine({ label, from, to, clock }: Extract<Moments, { type: 'timeline' }>['rows'][number]) {
  const at = (instant: string | null) => sayInstant(instant, clock);
  const isOne = from !== null && at(from) === at(to);
  if (from === null) return { label, words: t('day.by', { day: at(to) }) };
  return {
    label,
    words: isOne
      ? at(from)
      : to === null
        ? t('day.from', { day: at(from) })
        : t('day.range', { from: at(from), to: at(to) }),
  };
}

function stopLine({ label, place, at }: Extract<Moments, { type: 'route' }>['stops'][number]) {
  return { label, words: joinWords([place, sayInstant(at, true)]) };
}

function sayInstant(instant: string | null, clock: boolean): string {
  if (instant === null) return '';
  return clock ? instant.replace('T', ' ') : instant.slice(0, 10);
}
