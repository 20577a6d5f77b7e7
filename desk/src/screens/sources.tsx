import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReceivedView } from '../../../src/server/api/sources.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { Pager } from '../parts/pager.tsx';
import { questions } from '../queries.ts';
import { sayBytes, sayCount, sayNumber } from '../words/say-number.ts';
import { sayReceived } from '../words/say-source.ts';
import { UnreadFile } from './front-side.tsx';

const route = getRouteApi('/sources');
const PAGE = 100;

/** Every file that was received, what it became, and why where it became nothing. */
export function SourcesScreen() {
  const { outcome, from = 0 } = route.useSearch();
  const navigate = route.useNavigate();
  const came = useQuery({
    ...questions.sources({ outcome, offset: from, limit: PAGE }),
    placeholderData: keepPreviousData,
  });
  const received = came.data?.received ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.sources')}</h1>
        <p>{t('sources.about')}</p>
      </div>
      <OutcomeFilter />
      {came.error && <FaultNotice fault={came.error} onRetry={() => void came.refetch()} />}
      {!came.data && !came.error && <Waiting />}
      {came.data?.count === 0 && <NoFiles filtered={outcome !== undefined} />}
      {received
        .filter((file) => file.outcome === 'unreadable')
        .map((file) => (
          <UnreadFile key={file.path} file={file} />
        ))}
      <ol className="files">
        {received
          .filter((file) => file.outcome !== 'unreadable')
          .map((file) => (
            <SourceFile key={file.path} file={file} />
          ))}
      </ol>
      <Pager
        offset={from}
        limit={PAGE}
        count={came.data?.count ?? 0}
        onTurn={(offset) =>
          void navigate({ search: { ...(outcome && { outcome }), ...(offset && { from: offset }) } })
        }
      />
      <Isolation />
    </>
  );
}

/** What holds a document's process in on this machine: what a reader may rely on. */
function Isolation() {
  const says = useQuery(questions.isolation()).data?.says;
  return says ? (
    <section>
      <h2>{t('sources.isolation')}</h2>
      <p dir="auto" lang="en">
        {says}
      </p>
    </section>
  ) : null;
}

function SourceFile({ file }: { file: ReceivedView }) {
  const { source } = file;
  return (
    <li>
      <div>
        {source && file.outcome === 'read' ? (
          <Link to="/source/$id" params={{ id: source.id }}>
            <bdi>{file.file}</bdi>
          </Link>
        ) : (
          <b>
            <bdi>{file.file}</bdi>
          </b>
        )}
        {source?.title && (
          <p className="src" dir="auto">
            {source.title}
          </p>
        )}
      </div>
      <p className="meta" dir="auto">
        {sayReceived(file)}
      </p>
      <p className="meta num">
        {source &&
          file.outcome === 'read' &&
          (source.statements === 0 ? t('front.noStatements') : sayCount(source.statements, 'statement'))}
        {file.byteLength !== null && <small>{sayBytes(file.byteLength)}</small>}
      </p>
    </li>
  );
}

function NoFiles({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Nothing title={t('sources.none')} />
  ) : (
    <Nothing title={t('sources.empty')}>
      <p>
        <Say of="sources.emptyDo" with={{ command: <code>hearsay read FOLDER</code> }} />
      </p>
    </Nothing>
  );
}

const OUTCOMES = [undefined, 'read', 'unreadable', 'duplicate', 'superseded'] as const;

function OutcomeFilter() {
  const { outcome } = route.useSearch();
  const received = useQuery(questions.case()).data?.received;
  return (
    <nav className="seg" aria-label={t('sources.show')}>
      {OUTCOMES.map((filter) => {
        const count = received?.[filter ?? 'all'];
        return filter && count === 0 ? null : (
          <Link
            key={filter ?? 'all'}
            to="/sources"
            search={filter ? { outcome: filter } : {}}
            aria-current={filter === outcome ? 'true' : undefined}
            activeProps={{}}
          >
            {t(`sources.${filter ?? 'all'}`)}{' '}
            <span className="n">{count === undefined ? '' : sayNumber(count)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
