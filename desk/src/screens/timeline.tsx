import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { QuoteView } from '../../../src/server/api/quote.ts';
import type { TimelineReply } from '../../../src/server/api/timeline.ts';
import { useKeys } from '../keys.ts';
import { t } from '../language/language.ts';
import { type DaySpan, moveDays, ticksOf, weekendsOf, zoomDays } from '../parts/day-axis.ts';
import { DayBrush } from '../parts/day-brush.tsx';
import { DaysBar } from '../parts/days-bar.tsx';
import { placeAt } from '../parts/figure-marks.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { TimelineLane } from '../parts/timeline-lane.tsx';
import { questions } from '../queries.ts';
import { sayCount, sayNumber } from '../words/say-number.ts';
import { sayDay, sayDays } from '../words/say-time.ts';
import { useRows } from './use-rows.ts';
import { useWidth } from './use-width.ts';

const route = getRouteApi('/timeline');

/** What is said of which days: intervals, not points, where a date is not exact. */
export function TimelineScreen() {
  const { since, until } = route.useSearch();
  const found = useQuery({
    ...questions.timeline({ from: since, to: until }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.timeline')}</h1>
        <p>{t('timeline.about')}</p>
      </div>
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {found.data ? <Days reply={found.data} /> : !found.error && <Waiting />}
    </>
  );
}

function Days({ reply }: { reply: TimelineReply }) {
  const { since, until, sel } = route.useSearch();
  const navigate = route.useNavigate();
  const go = useNavigate();
  const whole = reply.usual;
  const shown = whole && { from: since ?? whole.from, to: until ?? whole.to };
  const choose = (days: DaySpan | null): void =>
    void navigate({
      search: days ? { since: days.from, until: days.to } : {},
      resetScroll: false,
    });
  const select = (statement: string): void =>
    void navigate({
      search: (search) => ({ ...search, sel: statement }),
      replace: true,
      resetScroll: false,
    });
  const { next, previous, open } = useRows('.lane li', '.when');
  const quote = useQuery({ ...questions.quotes([sel ?? '']), enabled: sel !== undefined }).data?.quotes[0];
  const openQuote = (): void => {
    if (!quote) open();
    else openIn(quote);
  };
  const openIn = ({ source, span }: QuoteView): void => {
    void go({ to: '/source/$id', params: { id: source.id }, search: { at: `${span.start}-${span.end}` } });
  };
  useKeys({
    j: next,
    k: previous,
    o: openQuote,
    ...(shown && {
      '[': () => choose(moveDays(shown, -0.25)),
      ']': () => choose(moveDays(shown, 0.25)),
      '+': () => choose(zoomDays(shown, 0.5)),
      '-': () => choose(zoomDays(shown, 2)),
      '0': () => choose(null),
    }),
  });
  if (!whole || !shown)
    return (
      <Nothing title={t('timeline.none')}>
        <p>{t('timeline.noneDo')}</p>
      </Nothing>
    );
  const chosen = since || until ? shown : null;
  return (
    <>
      <DaysBar whole={whole} since={since} until={until} onChoose={choose} room="timeline" />
      <DayBrush whole={whole} bins={reply.bins} chosen={chosen} onChoose={choose} />
      <p className="meta">{sayReach(reply, shown, whole)}</p>
      {sel && quote && (
        <section className="picked" aria-label={t('timeline.quote')}>
          <QuoteCard quote={quote} clash={(quote.statement?.findings.length ?? 0) > 0} full />
        </section>
      )}
      {reply.count === 0 ? (
        <Nothing title={t('timeline.nothing')}>
          <p>{t('timeline.nothingDo')}</p>
        </Nothing>
      ) : (
        <Lanes reply={reply} days={shown} selected={sel} onSelect={select} />
      )}
    </>
  );
}

/** How many statements the days have, of how many; what lies far off. */
function sayReach(
  { count, dated, undated, first, last }: TimelineReply,
  shown: DaySpan,
  whole: DaySpan,
): string {
  const statements = sayCount(count, 'statement');
  const sentences = [
    t('timeline.summary', { days: sayDays(shown.from, shown.to), statements, dated: sayNumber(dated) }),
    undated > 0 && t('timeline.undated', { n: sayNumber(undated) }),
    first !== null && first < whole.from && t('timeline.earliest', { day: sayDay(first) }),
    last !== null && last > whole.to && t('timeline.latest', { day: sayDay(last) }),
  ];
  return sentences.filter((sentence) => sentence).join(' ');
}

interface LanesProps {
  readonly reply: TimelineReply;
  readonly days: DaySpan;
  readonly selected: string | undefined;
  readonly onSelect: (statement: string) => void;
}

function Lanes({ reply, days, selected, onSelect }: LanesProps) {
  const ticks = ticksOf(days);
  const left = reply.laneCount - reply.lanes.length;
  const { box, width } = useWidth();
  return (
    <div className="tl">
      <div ref={box} className="axis" aria-hidden="true">
        {weekendsOf(days).map(({ from, to }) => (
          <u key={from} style={placeAt({ a: from, b: to })} />
        ))}
        {ticks.map(({ day, label, at }) => (
          <i key={day} style={placeAt({ x: at })}>
            <span>{label}</span>
          </i>
        ))}
      </div>
      {reply.lanes.map((lane) => (
        <TimelineLane
          key={lane.event}
          lane={lane}
          days={days}
          width={width}
          selected={selected}
          onSelect={onSelect}
        />
      ))}
      {left > 0 && <p className="meta">{sayCount(left, 'moreKinds')}</p>}
    </div>
  );
}
