import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { IdentitiesReply, IdentityView } from '../../../src/server/api/identities.ts';
import { t } from '../language/language.ts';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { Pager } from '../parts/pager.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { questions } from '../queries.ts';
import { nameKind, nameKinds } from '../words/kind-names.ts';
import { capitalize, joinWords, sayCount, sayNumber } from '../words/say-number.ts';
import { NameQueue } from './name-queue.tsx';

const route = getRouteApi('/names');
const PAGE = 60;

/** Every name found, with all its spellings and the reason for each. */
export function NamesScreen() {
  const { words = '', kind, from = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({
    ...questions.identities({ words, kind, offset: from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  const { data } = found;
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.names')}</h1>
        <p>
          {data &&
            t('names.aboutAll', {
              identities: sayCount(data.all, 'identity'),
              about: t('names.about'),
            })}
        </p>
        <SearchBox
          label={t('names.letters')}
          words={words}
          placeholder={t('names.placeholder')}
          onSearch={(wanted) =>
            void navigate({ search: { ...(wanted && { words: wanted }), ...(kind && { kind }) } })
          }
        />
        {data && <KindFilter kinds={data.kinds} />}
      </div>
      <NameQueue />
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {!data && !found.error && <Waiting />}
      {data?.count === 0 && (
        <Nothing title={t(data.all === 0 ? 'names.none' : 'names.noneSo')}>
          <p>{t(data.all === 0 ? 'names.noneDo' : 'names.fewer')}</p>
        </Nothing>
      )}
      <ul className="names">
        {data?.identities.map((identity) => (
          <Identity key={identity.id} identity={identity} />
        ))}
      </ul>
      <Pager
        offset={from}
        limit={PAGE}
        count={data?.count ?? 0}
        onTurn={(offset) =>
          void navigate({
            search: { ...(words && { words }), ...(kind && { kind }), ...(offset && { from: offset }) },
          })
        }
      />
    </>
  );
}

function Identity({ identity }: { identity: IdentityView }) {
  const { name, kind, mentions, status, spellings, reasons } = identity;
  const joined = spellings.length > 1;
  return (
    <li>
      <div>
        <h2 className="src" dir="auto">
          {name}
        </h2>
        <p className="meta">
          {joinWords(
            [
              joinWords([capitalize(nameKind(kind)), sayCount(mentions, 'mention')]),
              joined && t(status === 'accepted' ? 'names.joined' : 'names.proposed'),
            ],
            'stop',
          )}
        </p>
      </div>
      <ul className="spellings" aria-label={t('names.spellings', { name })}>
        {spellings.map((spelling) => (
          <li key={spelling}>
            <Link to="/search" search={{ words: `"${spelling.replaceAll('"', ' ')}"` }} className="src">
              <bdi>{spelling}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      <ul className="why">
        {joined &&
          reasons.map((reason) => (
            <li key={reason} dir="auto" lang="en">
              {reason}
            </li>
          ))}
      </ul>
    </li>
  );
}

function KindFilter({ kinds }: { kinds: IdentitiesReply['kinds'] }) {
  const { kind, words } = route.useSearch();
  const all = kinds.reduce((sum, { count }) => sum + count, 0);
  const choices = [{ kind: undefined, count: all }, ...kinds];
  return (
    <nav className="seg" aria-label={t('names.show')}>
      {choices.map((choice) => (
        <Link
          key={choice.kind ?? 'all'}
          to="/names"
          search={{ ...(words && { words }), ...(choice.kind && { kind: choice.kind }) }}
          aria-current={choice.kind === kind ? 'true' : undefined}
          activeProps={{}}
        >
          {choice.kind ? capitalize(nameKinds(choice.kind)) : t('names.all')}{' '}
          <span className="n">{sayNumber(choice.count)}</span>
        </Link>
      ))}
    </nav>
  );
}
