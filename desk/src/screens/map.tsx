import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import type { PlacesReply, PlaceView } from '../../../src/server/api/places.ts';
import { distanceKm } from '../../../src/statement/gazetteer.ts';
import { useKeys } from '../keys.ts';
import { locale, t } from '../language/language.ts';
import { Say } from '../language/say.tsx';
import type { DaySpan } from '../parts/day-axis.ts';
import { DaysBar } from '../parts/days-bar.tsx';
import { clampScale, type MapView, parseView, viewOf, writeView } from '../parts/map-view.ts';
import { FaultNotice, Nothing, Waiting } from '../parts/notices.tsx';
import { QuoteCard } from '../parts/quote-card.tsx';
import { questions } from '../queries.ts';
import { sayCount, sayNumber } from '../words/say-number.ts';
import { useRows } from './use-rows.ts';
import { useWidth } from './use-width.ts';

const MapDrawing = lazy(async () => ({ default: (await import('../parts/map-drawing.tsx')).MapDrawing }));

const route = getRouteApi('/map');
const MOST_QUOTES = 8;

/** Where things are said to be: drawn offline, with how far a vague place may reach. */
export function MapScreen() {
  const { since, until } = route.useSearch();
  const found = useQuery({
    ...questions.places({ from: since, to: until }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>{t('rooms.map')}</h1>
        <p>{t('map.about')}</p>
      </div>
      {found.error && <FaultNotice fault={found.error} onRetry={() => void found.refetch()} />}
      {found.data ? <Places reply={found.data} /> : !found.error && <Waiting />}
    </>
  );
}

function Places({ reply }: { reply: PlacesReply }) {
  const search = route.useSearch();
  const { since, until, place, other } = search;
  const navigate = route.useNavigate();
  const go = useNavigate();
  const { box, width } = useWidth();
  const size = useMemo(() => ({ width, height: width < 500 ? 380 : 560 }), [width]);
  const view = useMemo(
    () => parseView(search.view) ?? viewOf(reply.places, size),
    [search.view, reply.places, size],
  );
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const look = (next: MapView | null): void => set({ view: next ? writeView(next) : undefined });
  const zoom = (factor: number): void => look({ ...view, scale: clampScale(view.scale * factor) });
  const chooseDays = (days: DaySpan | null): void => set({ since: days?.from, until: days?.to });
  const byId = (id: string | undefined) => reply.places.find((one) => one.id === id);
  const choose = (id: string): void => set({ place: id === place ? undefined : id, other: undefined });
  const [chosen, measured] = [byId(place), byId(other)];
  const quotes = useQuery({
    ...questions.quotes(chosen?.statements.slice(0, MOST_QUOTES) ?? []),
    enabled: chosen !== undefined,
  });
  const { next, previous } = useRows('.spots li', 'button');
  const openQuote = (): void => {
    const quote = quotes.data?.quotes[0];
    if (!quote) return;
    const { source, span } = quote;
    void go({ to: '/source/$id', params: { id: source.id }, search: { at: `${span.start}-${span.end}` } });
  };
  useKeys({
    j: next,
    k: previous,
    o: openQuote,
    '+': () => zoom(1.6),
    '-': () => zoom(1 / 1.6),
    '0': () => look(null),
  });
  return (
    <>
      <DaysBar whole={null} since={since} until={until} onChoose={chooseDays} room="map" />
      <div className="nw">
        <section aria-label={t('map.label')}>
          <div ref={box} className="mapbox" style={{ height: size.height }}>
            <Suspense fallback={null}>
              <MapDrawing
                places={reply.places}
                view={view}
                size={size}
                chosen={chosen}
                other={measured}
                onView={look}
                onPlace={choose}
              />
            </Suspense>
            <p className="zoom">
              <button type="button" className="btn" aria-label={t('map.closer')} onClick={() => zoom(1.6)}>
                +
              </button>
              <button
                type="button"
                className="btn"
                aria-label={t('map.farther')}
                onClick={() => zoom(1 / 1.6)}
              >
                −
              </button>
              <button type="button" className="btn" onClick={() => look(null)}>
                {t('map.all')}
              </button>
            </p>
          </div>
          <p className="meta">{t('map.credit')}</p>
        </section>
        <aside aria-label={t('map.chosen')}>
          {chosen ? (
            <>
              <PlaceHead place={chosen} />
              <Measure
                place={chosen}
                other={measured}
                places={reply.places}
                onOther={(id) => set({ other: id })}
              />
              <div className="edgeq">
                {quotes.data?.quotes.map((quote) => (
                  <QuoteCard
                    key={quote.statement?.id ?? quote.textStart}
                    quote={quote}
                    clash={(quote.statement?.findings.length ?? 0) > 0}
                  />
                ))}
              </div>
            </>
          ) : (
            <p className="meta">{t('map.choose')}</p>
          )}
        </aside>
      </div>
      <PlaceLists reply={reply} chosen={place} onPlace={choose} />
    </>
  );
}

const PLACE_KINDS = ['country', 'province', 'town'] as const;

function PlaceHead({ place }: { place: PlaceView }) {
  const { name, known, kind, country, radiusKm, count } = place;
  const regions = new Intl.DisplayNames(locale(), { type: 'region' });
  const where = t(`map.${PLACE_KINDS.find((one) => one === kind) ?? 'town'}`, {
    country: regions.of(country) ?? country,
  });
  return (
    <>
      <div className="open">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <span className="meta">{sayCount(count, 'statement')}</span>
      </div>
      <p className="meta">
        <Say of="map.known" with={{ name: <bdi>{known}</bdi>, where, km: sayNumber(radiusKm) }} />
      </p>
    </>
  );
}

interface MeasureProps {
  readonly place: PlaceView;
  readonly other: PlaceView | undefined;
  readonly places: readonly PlaceView[];
  readonly onOther: (id: string | undefined) => void;
}

/** The distance to another place, along the great circle, with what the two radii leave open. */
function Measure({ place, other, places, onOther }: MeasureProps) {
  const km = other && distanceKm(place, other);
  const slack = other && place.radiusKm + other.radiusKm;
  return (
    <div className="measure-to">
      <label className="pick">
        {t('map.distanceTo')}
        <select
          className="field"
          value={other?.id ?? ''}
          onChange={(event) => onOther(event.target.value || undefined)}
        >
          <option value="">{t('map.choosePlace')}</option>
          {places
            .filter(({ id }) => id !== place.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      {km !== undefined && slack !== undefined && (
        <p>
          <Say
            of="map.distance"
            with={{
              km: <b>{t('map.km', { km: sayNumber(Math.round(km)) })}</b>,
              slack: sayNumber(Math.round(slack)),
            }}
          />
        </p>
      )}
    </div>
  );
}

interface PlaceListsProps {
  readonly reply: PlacesReply;
  readonly chosen: string | undefined;
  readonly onPlace: (id: string) => void;
}

function PlaceLists({ reply, chosen, onPlace }: PlaceListsProps) {
  const { places, unplaced, unplacedCount } = reply;
  if (places.length + unplaced.length === 0)
    return (
      <Nothing title={t('map.none')}>
        <p>{t('map.noneDo')}</p>
      </Nothing>
    );
  return (
    <>
      <div className="open">
        <h2>{t('map.on')}</h2>
        <span className="meta">{sayCount(places.length, 'place')}</span>
      </div>
      <ul className="ties spots">
        {places.map((place) => (
          <li key={place.id} className={place.hot ? 'hot' : undefined}>
            <button type="button" aria-pressed={place.id === chosen} onClick={() => onPlace(place.id)}>
              <b>
                <bdi>{place.name}</bdi>
              </b>
              <span className="meta">
                {place.hot
                  ? t('map.countHot', { statements: sayCount(place.count, 'statement') })
                  : sayCount(place.count, 'statement')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && (
        <>
          <div className="open">
            <h2>{t('map.off')}</h2>
            <span className="meta">{t('map.offWhy')}</span>
          </div>
          <ul className="unplaced">
            {unplaced.map(({ id, name, count }) => (
              <li key={id}>
                <bdi>{name}</bdi> <span className="meta">{sayNumber(count)}</span>
              </li>
            ))}
          </ul>
          {unplacedCount > unplaced.length && (
            <p className="meta">
              {t('map.firstOf', { n: sayNumber(unplaced.length), of: sayNumber(unplacedCount) })}
            </p>
          )}
        </>
      )}
    </>
  );
}
