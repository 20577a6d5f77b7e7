import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { QuoteView } from '../../../src/server/api/quote.ts';
import type { TimelineReply } from '../../../src/server/api/timeline.ts';
import { useKeys } from '../keys.ts';
import { type DaySpan, moveDays, ticksOf, weekendsOf, zoomDays } from '../parts/day-axis.ts';
import { DayBrush } from '../parts/day-brush.tsx';
import { DaysBar } from '../parts/days-bar.tsx';
import { placeAt } from '../parts/figure-marks.tsx';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { TimelineLane } from '../parts/timeline-lane.tsx';
import { questions } from '../queries.ts';
import { sayCount } from '../words/say-number.ts';
import { sayDays } from '../words/say-time.ts';
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
        <h1>Timeline</h1>
        <p>
          What is said of which days. A bar is as long as the date is vague, a dot is known to the minute;
          dashed is ordered, planned or asked, not done. Drag across days to look at them alone.
        </p>
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
      <Nothing title="No statement of this case has a day.">
        <p>As soon as a source says when something was, it stands here.</p>
      </Nothing>
    );
  const chosen = since || until ? shown : null;
  return (
    <>
      <DaysBar whole={whole} since={since} until={until} onChoose={choose} room="timeline" />
      <DayBrush whole={whole} bins={reply.bins} chosen={chosen} onChoose={choose} />
      <p className="meta">
        {sayDays(shown.from, shown.to)}: {sayCount(reply.count, 'statement')} of{' '}
        {sayCount(reply.dated, 'dated one')}
        {reply.undated > 0 && `; ${reply.undated} say no day`}.
        {reply.first !== null &&
          reply.first < whole.from &&
          ` The earliest is of ${sayDays(reply.first, reply.first)}.`}
        {reply.last !== null &&
          reply.last > whole.to &&
          ` The latest is of ${sayDays(reply.last, reply.last)}.`}
      </p>
      {sel && quote && (
        <section className="picked" aria-label="The quote">
          <QuoteCard quote={quote} clash={(quote.statement?.findings.length ?? 0) > 0} full />
        </section>
      )}
      {reply.count === 0 ? (
        <Nothing title="Nothing is said of these days.">
          <p>Choose others above.</p>
        </Nothing>
      ) : (
        <Lanes reply={reply} days={shown} selected={sel} onSelect={select} />
      )}
    </>
  );
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
      {left > 0 && (
        <p className="meta">{sayCount(left, 'more kind')} of event; choose fewer days to see them.</p>
      )}
    </div>
  );
}
