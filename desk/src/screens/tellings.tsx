import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TellingView } from '../../../src/server/api/origins.ts';
import { t } from '../language/language.ts';
import { OriginDots } from '../parts/finding-marks.tsx';
import { FaultNotice } from '../parts/notices.tsx';
import { Pager } from '../parts/pager.tsx';
import { questions } from '../queries.ts';
import { capitalizeWord, joinWords, sayCount } from '../words/say-number.ts';
import { sayDays } from '../words/say-time.ts';

const route = getRouteApi('/origins');
const PAGE = 25;

/** What more than one source tells, and how many could know. */
export function Tellings() {
  const { from = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({
    ...questions.tellings({ offset: from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  const { data } = found;
  return (
    <section aria-labelledby="told">
      <div className="open">
        <h2 id="told">{t('origins.told')}</h2>
        {data && data.count > 0 && <span className="meta">{sayCount(data.count, 'happening')}</span>}
      </div>
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {data?.count === 0 && <p className="meta">{t('origins.noneTold')}</p>}
      {data && data.count > 0 && (
        <table className="told">
          <thead>
            <tr>
              <th scope="col">{t('origins.toldHead')}</th>
              <th scope="col">{t('origins.originsHead')}</th>
              <th scope="col">{t('origins.whoHead')}</th>
            </tr>
          </thead>
          <tbody>
            {data.tellings.map((telling) => (
              <Telling key={telling.id} telling={telling} />
            ))}
          </tbody>
        </table>
      )}
      <Pager
        offset={from}
        limit={PAGE}
        count={data?.count ?? 0}
        onTurn={(offset) =>
          void navigate({
            search: ({ from: _, ...search }) => ({ ...search, ...(offset && { from: offset }) }),
          })
        }
      />
    </section>
  );
}

function Telling({ telling }: { telling: TellingView }) {
  const { event, from, to, place, people, sourceCount, origins, told, toldCount } = telling;
  const about = [joinWords(people), place, from && to && sayDays(from, to)];
  return (
    <tr>
      <th scope="row">
        {capitalizeWord(event)}
        <small>{joinWords(about, 'semicolon')}</small>
      </th>
      <td>
        <span className="orig">
          <OriginDots quotes={sourceCount} origins={isCounted(telling) ? origins : null} />
          {sayOrigins(telling)}
        </span>
      </td>
      <td>
        <ul>
          {told.map(({ voice, guess, source, span }) => (
            <li key={`${source.id} ${span.start} ${voice}`}>
              <Link to="/source/$id" params={{ id: source.id }} search={{ at: `${span.start}-${span.end}` }}>
                <bdi className={guess ? 'guess' : undefined}>{voice}</bdi>
              </Link>{' '}
              <small>
                <bdi>{source.file}</bdi>
              </small>
            </li>
          ))}
          {toldCount > told.length && <li>{sayCount(toldCount - told.length, 'moreVoices')}</li>}
        </ul>
      </td>
    </tr>
  );
}

/** Where sources are linked otherwise, as many origins as voices says nothing. */
function isCounted({ shared, linked }: Pick<TellingView, 'shared' | 'linked'>): boolean {
  return shared || !linked;
}

/** `7 sources, 1 origin found`; where nobody stands behind two of them, `no shared origin found`. */
function sayOrigins({ sourceCount, origins, shared, linked }: TellingView): string {
  const count = sayCount(sourceCount, 'source');
  if (!isCounted({ shared, linked })) return t('origins.linked', { count });
  return shared
    ? t('origins.found', { count, origins: sayCount(origins, 'origin') })
    : t('origins.notShared', { count });
}
