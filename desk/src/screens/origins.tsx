import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { OriginsReply, RestView, TellerView } from '../../../src/server/api/origins.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import { DrawingLegend } from '../parts/drawing-legend.tsx';
import { FindingShort } from '../parts/finding-line.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { questions } from '../queries.ts';
import { sayCount, sayNumber } from '../words/say-number.ts';
import { RestQuotes } from './rest-quotes.tsx';
import { Tellings } from './tellings.tsx';
import { useRows } from './use-rows.ts';

// What lays the columns out comes when the room is entered.
const OriginGraph = lazy(async () => ({
  default: (await import('../parts/origin-graph.tsx')).OriginGraph,
}));

const route = getRouteApi('/origins');

/** Who rests on whom: the graph, its words, the findings about it, and what several sources tell. */
export function OriginsScreen() {
  const { who } = route.useSearch();
  const found = useQuery({ ...questions.origins({ who }), placeholderData: keepPreviousData });
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.origins')}</h1>
        <p>{t('origins.about')}</p>
      </div>
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {found.data ? (
        <>
          <Graph reply={found.data} />
          <OriginFindings reply={found.data} />
          <Tellings />
          <Alone reply={found.data} />
        </>
      ) : (
        !found.error && <Waiting />
      )}
    </>
  );
}

function Graph({ reply }: { reply: OriginsReply }) {
  const { who, teller, origin } = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const { next, previous } = useRows('.ties li', 'button');
  const idAt = (place: number) => reply.tellers[place]?.id;
  const chosen = reply.rests.find(({ from, to }) => idAt(from) === teller && idAt(to) === origin);
  const quotes = useQuery({
    ...questions.rest({ from: teller ?? '', to: origin ?? '' }),
    enabled: teller !== undefined && origin !== undefined,
  });
  const chooseRest = ({ from, to }: RestView): void =>
    void navigate({
      search: (search) => ({ ...search, teller: idAt(from), origin: idAt(to) }),
      replace: true,
      resetScroll: false,
    });
  const chooseWho = (id: string | undefined): void =>
    void navigate({ search: id === undefined ? {} : { who: id }, resetScroll: false });
  const openQuote = (): void => {
    const quote = quotes.data?.rests[0]?.quotes[0];
    if (!quote) return;
    const { source, span } = quote;
    void go({ to: '/source/$id', params: { id: source.id }, search: { at: `${span.start}-${span.end}` } });
  };
  useKeys({ j: next, k: previous, o: openQuote, '0': () => chooseWho(undefined) });
  if (reply.tellers.length === 0) {
    return (
      <Nothing title={t('origins.none')}>
        <p>{t('origins.noneDo')}</p>
      </Nothing>
    );
  }
  return (
    <>
      <div className="nw">
        <div>
          <Suspense fallback={<div className="graph" />}>
            <OriginGraph
              reply={reply}
              chosen={chosen}
              who={who}
              label={t('origins.graph')}
              onRest={chooseRest}
              onTeller={(id) => chooseWho(id === who ? undefined : id)}
            />
          </Suspense>
          <DrawingLegend
            marks={[
              ['line', t('origins.credits')],
              ['line dashed', t('origins.copies')],
              ['line hot', t('origins.inFinding')],
              ['end', t('origins.end')],
            ]}
          />
        </div>
        <aside aria-label={t('origins.chosen')}>
          {teller && origin && quotes.data ? (
            <RestQuotes reply={quotes.data} />
          ) : quotes.error ? (
            <FaultNotice fault={quotes.error} />
          ) : (
            <p className="meta">{t('origins.choose')}</p>
          )}
        </aside>
      </div>
      <RestList reply={reply} chosen={chosen} onRest={chooseRest} onWho={chooseWho} />
    </>
  );
}

interface RestListProps {
  readonly reply: OriginsReply;
  readonly chosen: RestView | undefined;
  readonly onRest: (rest: RestView) => void;
  readonly onWho: (id: string | undefined) => void;
}

const BASIS_WORDS = { credit: 'origins.creditWords', copied: 'origins.copiedWords' } as const;

/** The lines in words, for keys and screen readers. */
function RestList({ reply, chosen, onRest, onWho }: RestListProps) {
  const { tellers, rests, restCount } = reply;
  const { who } = route.useSearch();
  return (
    <section>
      <div className="open">
        <h2>
          {who ? (
            <Say
              of="origins.around"
              with={{
                name: <bdi>{tellers.find(({ id }) => id === who)?.name ?? t('text.somebody')}</bdi>,
              }}
            />
          ) : (
            t('origins.inWords')
          )}
        </h2>
        <span className="meta">
          {who && (
            <button type="button" className="plain" onClick={() => onWho(undefined)}>
              {t('origins.everybody')} <kbd>0</kbd>
            </button>
          )}{' '}
          {rests.length < restCount
            ? t('origins.firstOf', { n: sayNumber(rests.length), of: sayNumber(restCount) })
            : sayCount(restCount, 'line')}
        </span>
      </div>
      <ul className="ties">
        {rests.map((rest) => (
          <li key={`${rest.from} ${rest.to} ${rest.basis}`} className={rest.hot ? 'hot' : undefined}>
            <button type="button" aria-pressed={rest === chosen} onClick={() => onRest(rest)}>
              <b>
                <Say
                  of={BASIS_WORDS[rest.basis]}
                  with={{
                    from: <bdi>{tellers[rest.from]?.name}</bdi>,
                    to: <bdi>{tellers[rest.to]?.name}</bdi>,
                  }}
                />
              </b>
              <span className="meta">
                {rest.hot
                  ? t('origins.quotesHot', { quotes: sayCount(rest.quoteCount, 'quote') })
                  : sayCount(rest.quoteCount, 'quote')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OriginFindings({ reply }: { reply: OriginsReply }) {
  const who = useQuery(questions.case()).data?.who ?? '';
  const { findings, findingCount } = reply;
  return (
    <section className="small" aria-labelledby="origin-findings">
      <div className="open">
        <h2 id="origin-findings">{t('origins.findings')}</h2>
        {findingCount > 0 && <span className="meta">{sayCount(findingCount, 'finding')}</span>}
      </div>
      {findings.map((finding) => (
        <FindingShort
          key={finding.id}
          finding={finding}
          who={who}
          current={false}
          onFocus={() => undefined}
        />
      ))}
      {findingCount === 0 && <p className="meta">{t('origins.noFindings')}</p>}
      {findingCount > findings.length && (
        <p className="onward">
          <Link to="/findings">{t('origins.allFindings')}</Link>
        </p>
      )}
    </section>
  );
}

/** Sources of which nothing says on whom they rest. */
function Alone({ reply }: { reply: OriginsReply }) {
  const { alone, aloneCount } = reply;
  if (aloneCount === 0) return null;
  return (
    <section aria-labelledby="alone">
      <div className="open">
        <h2 id="alone">{t('origins.alone')}</h2>
        <span className="meta">
          {alone.length < aloneCount
            ? t('origins.aloneFirst', { n: sayNumber(alone.length), of: sayNumber(aloneCount) })
            : sayNumber(aloneCount)}
        </span>
      </div>
      <p className="meta">{t('origins.aloneAbout')}</p>
      <ul className="alone">
        {alone.map((teller) => (
          <li key={teller.id}>
            <TellerLink teller={teller} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TellerLink({ teller: { name, source } }: { teller: TellerView }) {
  return source ? (
    <Link to="/source/$id" params={{ id: source.id }}>
      <bdi>{name}</bdi>
    </Link>
  ) : (
    <bdi>{name}</bdi>
  );
}
