import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { t } from '../language/language.ts';
import type { DaySpan } from './day-axis.ts';

interface DaysBarProps {
  /** Where the fields stand while no days are chosen. */
  readonly whole: DaySpan | null;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly onChoose: (days: DaySpan | null) => void;
  readonly room: 'timeline' | 'network' | 'map';
}

const ROOMS = ['timeline', 'network', 'map'] as const;

/** The days that are looked at, by keyboard too, and the way to other rooms with the same days. */
export function DaysBar({ whole, since, until, onChoose, room }: DaysBarProps) {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [from, to] = [String(fields.get('since') ?? ''), String(fields.get('until') ?? '')].sort();
    if (from && to) onChoose({ from, to });
  };
  const days = { ...(since && { since }), ...(until && { until }) };
  return (
    <div className="days">
      <form key={`${since}${until}`} onSubmit={submit}>
        <label>
          <span>{t('days.from')}</span>
          <input type="date" name="since" className="field" defaultValue={since ?? whole?.from} />
        </label>
        <label>
          <span>{t('days.to')}</span>
          <input type="date" name="until" className="field" defaultValue={until ?? whole?.to} />
        </label>
        <button type="submit" className="btn">
          {t('days.only')}
        </button>
        {(since || until) && (
          <button type="button" className="plain" onClick={() => onChoose(null)}>
            {t('days.all')} <kbd>0</kbd>
          </button>
        )}
      </form>
      {(since || until) && (
        <nav className="meta" aria-label={t('days.elsewhere')}>
          {t('days.sameIn')}{' '}
          {ROOMS.filter((to) => to !== room).map((to) => (
            <Link key={to} to={`/${to}`} search={days}>
              {t(`rooms.${to}`)}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}
