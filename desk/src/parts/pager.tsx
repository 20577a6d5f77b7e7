import { t } from '../language/language.ts';
import { sayNumber } from '../words/say-number.ts';

interface PagerProps {
  readonly offset: number;
  readonly limit: number;
  readonly count: number;
  readonly onTurn: (offset: number) => void;
}

/** `51 to 100 of 1,204`, with the way on and back; nothing where all is shown. */
export function Pager({ offset, limit, count, onTurn }: PagerProps) {
  if (count <= limit && offset === 0) return null;
  const last = Math.min(count, offset + limit);
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <button
        type="button"
        className="btn"
        disabled={offset === 0}
        onClick={() => onTurn(Math.max(0, offset - limit))}
      >
        {t('pager.earlier')}
      </button>
      <span className="meta">
        {t('pager.place', { from: sayNumber(offset + 1), to: sayNumber(last), of: sayNumber(count) })}
      </span>
      <button type="button" className="btn" disabled={last >= count} onClick={() => onTurn(offset + limit)}>
        {t('pager.later')}
      </button>
    </nav>
  );
}
