import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { type NetworkReply, TIE_TYPES } from '../../../src/server/api/network.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import type { DaySpan } from '../parts/day-axis.ts';
import { DaysBar } from '../parts/days-bar.tsx';
import { DrawingLegend } from '../parts/drawing-legend.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { type Pair, pairsOf } from '../parts/ties.ts';
import { useLayout } from '../parts/use-layout.ts';
import { questions } from '../queries.ts';
import { sayCount, sayNumber } from '../words/say-number.ts';
import { TieQuotes } from './tie-quotes.tsx';
import { useRows } from './use-rows.ts';

// The drawing is the heaviest part of the desk: it comes when the room is entered.
const NetworkGraph = lazy(async () => ({
  default: (await import('../parts/network-graph.tsx')).NetworkGraph,
}));

const route = getRouteApi('/network');
const MOST_LISTED = 60;

/** Who speaks with whom, who is said to act on whom; every tie opens its quotes. */
export function NetworkScreen() {
  const { since, until, type, voices } = route.useSearch();
  const whole = useQuery(questions.network({}));
  const found = useQuery({
    ...questions.network({ from: since, to: until, type, voices }),
    placeholderData: keepPreviousData,
  });
  const fault = whole.error ?? found.error;
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.network')}</h1>
        <p>{t('network.about')}</p>
      </div>
      {fault && <FaultNotice fault={fault} onRetry={() => void found.refetch()} />}
      {whole.data && found.data ? <Ties whole={whole.data} reply={found.data} /> : !fault && <Waiting />}
    </>
  );
}

function Ties({ whole, reply }: { whole: NetworkReply; reply: NetworkReply }) {
  const search = route.useSearch();
  const { since, until, type, tie, who } = search;
  const navigate = route.useNavigate();
  const go = useNavigate();
  const { places, done } = useLayout(whole);
  const pairs = useMemo(() => pairsOf(reply), [reply]);
  const names = useMemo(() => new Map(reply.nodes.map(({ id, name }) => [id, name])), [reply]);
  const listed = who === undefined ? pairs : pairs.filter(({ a, b }) => a === who || b === who);
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const chooseDays = (days: DaySpan | null): void => set({ since: days?.from, until: days?.to });
  const { next, previous } = useRows('.ties li', 'button');
  const [a, b] = tie?.split('~') ?? [];
  const quotes = useQuery({
    ...questions.tie({ a: a ?? '', b: b ?? '', from: since, to: until }),
    enabled: a !== undefined && b !== undefined,
  });
  const openQuote = (): void => {
    const quote = quotes.data?.ties[0]?.quotes[0];
    if (!quote) return;
    const { source, span } = quote;
    void go({ to: '/source/$id', params: { id: source.id }, search: { at: `${span.start}-${span.end}` } });
  };
  const turn = (): void => {
    const all = [undefined, ...TIE_TYPES];
    set({ type: all[(all.indexOf(type) + 1) % all.length] });
  };
  useKeys({ j: next, k: previous, o: openQuote, f: turn, '0': () => chooseDays(null) });
  if (whole.tieCount === 0)
    return (
      <Nothing title={t('network.none')}>
        <p>{t('network.noneDo')}</p>
      </Nothing>
    );
  return (
    <>
      <Choices reply={reply} />
      <DaysBar whole={null} since={since} until={until} onChoose={chooseDays} room="network" />
      <div className="nw">
        <section aria-label={t('network.label')}>
          {places ? (
            <Suspense fallback={<div className="graph" />}>
              <NetworkGraph
                nodes={reply.nodes}
                pairs={pairs}
                places={places}
                chosen={tie}
                who={who}
                label={t('network.graph', {
                  actors: sayCount(reply.nodes.length, 'actor'),
                  ties: sayCount(reply.tieCount, 'tie'),
                })}
                onPair={(id) => set({ tie: id })}
                onNode={(id) => set({ who: id === who ? undefined : id })}
              />
            </Suspense>
          ) : (
            <div className="graph">
              <p className="waiting" role="status">
                {t('network.laying', { percent: sayNumber(Math.round(done * 100)) })}
              </p>
            </div>
          )}
          <DrawingLegend
            marks={[
              ['line', t('network.they')],
              ['line grey', t('network.bySaying')],
              ['line hot', t('network.inFinding')],
              ['line picked', t('network.picked')],
            ]}
          />
        </section>
        <aside aria-label={t('network.chosen')}>
          {tie && quotes.data ? (
            <TieQuotes reply={quotes.data} />
          ) : quotes.error ? (
            <FaultNotice fault={quotes.error} />
          ) : (
            <p className="meta">{t('network.choose')}</p>
          )}
        </aside>
      </div>
      <TieList
        pairs={listed}
        names={names}
        chosen={tie}
        who={who}
        onWho={(id) => set({ who: id })}
        onPair={(id) => set({ tie: id })}
      />
    </>
  );
}

/** A link whose search is only a part of the address is not the current one. */
const EXACTLY = { exact: true, explicitUndefined: true };

function Choices({ reply }: { reply: NetworkReply }) {
  const search = route.useSearch();
  return (
    <div className="filters start">
      <nav className="seg" aria-label={t('network.which')}>
        {([undefined, ...TIE_TYPES] as const).map((type) => (
          <Link
            key={type ?? 'all'}
            to="/network"
            search={{ ...search, type }}
            resetScroll={false}
            replace
            aria-current={type === search.type ? 'true' : undefined}
            activeOptions={EXACTLY}
          >
            {t(`network.${type ?? 'all'}`)}{' '}
            <span className="n">{sayNumber(reply.counts[type ?? 'all'])}</span>
          </Link>
        ))}
      </nav>
      <nav className="seg" aria-label={t('network.howMany')}>
        {[undefined, 2, 3].map((voices) => (
          <Link
            key={voices ?? 1}
            to="/network"
            search={{ ...search, voices }}
            resetScroll={false}
            replace
            aria-current={voices === search.voices ? 'true' : undefined}
            activeOptions={EXACTLY}
          >
            {voices ? t('network.orMore', { n: sayNumber(voices) }) : t('network.anyVoice')}
          </Link>
        ))}
      </nav>
    </div>
  );
}

interface TieListProps {
  readonly pairs: readonly Pair[];
  readonly names: ReadonlyMap<string, string>;
  readonly chosen: string | undefined;
  readonly who: string | undefined;
  readonly onWho: (id: string | undefined) => void;
  readonly onPair: (id: string) => void;
}

/** The same ties in words, for keys and screen readers, and for whoever wants the strongest first. */
function TieList({ pairs, names, chosen, who, onWho, onPair }: TieListProps) {
  const shown = pairs.slice(0, MOST_LISTED);
  return (
    <section>
      <div className="open">
        <h2>
          {who ? (
            <Say of="network.tiesOf" with={{ name: <bdi>{names.get(who) ?? t('text.somebody')}</bdi> }} />
          ) : (
            t('network.strongest')
          )}
        </h2>
        <span className="meta">
          {who && (
            <button type="button" className="plain" onClick={() => onWho(undefined)}>
              {t('network.everybody')}
            </button>
          )}{' '}
          {shown.length < pairs.length
            ? t('network.shown', { n: sayNumber(shown.length), of: sayNumber(pairs.length) })
            : sayCount(pairs.length, 'pair')}
        </span>
      </div>
      <ul className="ties">
        {shown.map((pair) => (
          <li key={pair.id} className={pair.hot ? 'hot' : undefined}>
            <button type="button" aria-pressed={pair.id === chosen} onClick={() => onPair(pair.id)}>
              <b>
                <bdi>{names.get(pair.a)}</bdi> {signOf(pair)} <bdi>{names.get(pair.b)}</bdi>
              </b>
              <span className="meta">
                {t(pair.hot ? 'network.mostHot' : 'network.most', {
                  statements: sayCount(pair.count, 'statement'),
                  event: pair.event,
                })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function signOf({ to }: Pair): string {
  return to === 'b' ? '→' : to === 'a' ? '←' : '–';
}
