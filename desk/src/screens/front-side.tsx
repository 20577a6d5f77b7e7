import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CaseReply } from '../../../src/server/api/case.ts';
import type { ReceivedView } from '../../../src/server/api/sources.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { questions } from '../queries.ts';
import { sayCount } from '../words/say-number.ts';
import { sayReceived } from '../words/say-source.ts';

const FILES_SHOWN = 10;
const HOLDINGS_SHOWN = 7;
const SETTLED_SHOWN = 20;

/** Beside the findings: what came in, and what was compared and holds. */
export function FrontSide({ about }: { about: CaseReply }) {
  return (
    <aside className="side" aria-label={t('front.side')}>
      <CameIn about={about} />
      <Holds about={about} />
      <Settled />
    </aside>
  );
}

function CameIn({ about }: { about: CaseReply }) {
  const { data } = useQuery(questions.sources({ limit: FILES_SHOWN }));
  return (
    <section>
      <h2>{t('front.cameIn')}</h2>
      {data?.received
        .filter((file) => file.outcome === 'unreadable')
        .map((file) => (
          <UnreadFile key={file.path} file={file} />
        ))}
      <ol className="in">
        {data?.received
          .filter((file) => file.outcome !== 'unreadable')
          .map((file) => (
            <ReadFile key={file.path} file={file} />
          ))}
      </ol>
      {about.received.all > FILES_SHOWN && (
        <p className="onward">
          <Link to="/sources">{t('front.allFiles', { files: sayCount(about.received.all, 'file') })}</Link>
        </p>
      )}
    </section>
  );
}

/** What could not be read, and why. */
export function UnreadFile({ file }: { file: ReceivedView }) {
  return (
    <div className="fault">
      <b>
        <Say of="front.unread" with={{ file: <bdi>{file.file}</bdi> }} />
      </b>
      {file.reason && <p dir="auto">{file.reason}</p>}
    </div>
  );
}

export function ReadFile({ file }: { file: ReceivedView }) {
  const { source } = file;
  return (
    <li>
      {source && file.outcome === 'read' ? (
        <Link to="/source/$id" params={{ id: source.id }}>
          <bdi>{file.file}</bdi>
        </Link>
      ) : (
        <b>
          <bdi>{file.file}</bdi>
        </b>
      )}
      {source && file.outcome === 'read' && (
        <span className="meta num">
          {source.statements === 0 ? t('front.noStatements') : sayCount(source.statements, 'statement')}
        </span>
      )}
      <span className="meta" dir="auto">
        {sayReceived(file)}
      </span>
    </li>
  );
}

function Holds({ about }: { about: CaseReply }) {
  const { data } = useQuery(questions.holdings({ offset: 0, limit: HOLDINGS_SHOWN }));
  return (
    <section>
      <h2>{t('front.holds')}</h2>
      {data?.count === 0 && <p className="meta">{t('front.noHolds')}</p>}
      <ul className="holds">
        {data?.holdings.map((holding) => (
          <li key={holding.id} className={holding.compared ? undefined : 'apart'}>
            <span dir="auto" lang="en">
              {holding.why}
            </span>
          </li>
        ))}
      </ul>
      {about.holdings > 0 && (
        <p className="onward">
          <Link to="/holds">
            {t('front.allHolds', { comparisons: sayCount(about.holdings, 'comparison') })}
          </Link>
        </p>
      )}
    </section>
  );
}

/** Files by which a finding is settled that are named; of the others there is a count. */
const SETTLING_SHOWN = 3;

/** What was found once and is not found any more since sources came in; nothing where there is none. */
function Settled() {
  const { data } = useQuery(questions.settled({ offset: 0, limit: SETTLED_SHOWN }));
  if (!data || data.count === 0) return null;
  return (
    <section>
      <h2>{t('front.settled')}</h2>
      <ul className="holds">
        {data.settled.map(({ id, why, by, others, speaks }) => {
          const rest = Math.max(0, by.length - SETTLING_SHOWN) + others;
          const files = by.slice(0, SETTLING_SHOWN).map((source, at) => (
            <span key={source.id}>
              {at > 0 && t('text.comma')}
              <Link to="/source/$id" params={{ id: source.id }}>
                <bdi>{source.file}</bdi>
              </Link>
            </span>
          ));
          return (
            <li key={id}>
              <div>
                <p dir="auto" lang="en">
                  {why}
                </p>
                <p className="meta">
                  <Say
                    of={speaks ? 'front.settledBy' : 'front.goneSince'}
                    with={{ files: rest > 0 ? [files, ` + ${sayCount(rest, 'source')}`] : files }}
                  />
                </p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
