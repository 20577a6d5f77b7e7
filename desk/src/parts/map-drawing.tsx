import { geoPath } from 'd3-geo';
import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { PlaceView } from '../../../src/server/api/places.ts';
import { t } from '../language/language.ts';
import { sayCount, sayNumber } from '../words/say-number.ts';
import { dragView, type MapSize, type MapView, pixelsPerKm, projectionOf, scaleBar } from './map-view.ts';
import { type Country, loadWorld, type World } from './world.ts';

/** From this scale on the finer borders are worth their size. */
const FINE_FROM = 2200;
const LETTER = 6.8;

interface MapDrawingProps {
  readonly places: readonly PlaceView[];
  readonly view: MapView;
  readonly size: MapSize;
  readonly chosen: PlaceView | undefined;
  readonly other: PlaceView | undefined;
  readonly onView: (view: MapView) => void;
  readonly onPlace: (id: string) => void;
}

/** Lands, borders, the places with how far each may reach, and the line between two. Nothing is fetched from elsewhere. */
export function MapDrawing({ places, view, size, chosen, other, onView, onPlace }: MapDrawingProps) {
  const world = useWorld(view.scale >= FINE_FROM);
  const projection = useMemo(() => projectionOf(view, size), [view, size]);
  const { grip, shift } = useDrag((dx, dy) => onView(dragView(view, size, dx, dy)));
  const land = useMemo(() => (world ? drawLand(world, view, size) : null), [world, view, size]);
  const spots = useMemo(() => spotsOf(places, view, projection), [places, view, projection]);
  const ends = [chosen, other].map((place) => place && projection([place.longitude, place.latitude]));
  const bar = scaleBar(view);
  return (
    <svg
      className="map"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={t('map.drawing', { places: sayCount(places.length, 'place') })}
      {...grip}
    >
      <g transform={`translate(${shift.x} ${shift.y})`}>
        {land && (
          <g>
            <path className="land" d={land.lands} />
            <path className="border" d={land.borders} />
            {land.names
              .filter((name) => isFree(name, spots))
              .map(({ name, x, y }) => (
                <text key={name} className="country" x={x} y={y}>
                  {name}
                </text>
              ))}
          </g>
        )}
        {ends[0] && ends[1] && (
          <line className="measure" x1={ends[0][0]} y1={ends[0][1]} x2={ends[1][0]} y2={ends[1][1]} />
        )}
        {spots.map((spot) => (
          <Spot
            key={spot.place.id}
            spot={spot}
            chosen={spot.place.id === chosen?.id || spot.place.id === other?.id}
            onPlace={onPlace}
          />
        ))}
      </g>
      <g className="scale" transform={`translate(16 ${size.height - 16})`}>
        <text y={-8}>{t('map.km', { km: sayNumber(bar.km) })}</text>
        <path d={`M0 -4V0H${bar.pixels}V-4`} />
      </g>
    </svg>
  );
}

interface PlacedSpot {
  readonly place: PlaceView;
  readonly x: number;
  readonly y: number;
  /** Pixels that the place may reach; 0 where a circle would say nothing. */
  readonly reach: number;
  readonly named: boolean;
}

/** Places on the paper, the most named first; a name that would lie upon another is left to the list. */
function spotsOf(places: readonly PlaceView[], view: MapView, projection: ReturnType<typeof projectionOf>) {
  const taken: { x: number; y: number; width: number }[] = [];
  const spots = places.flatMap((place): PlacedSpot[] => {
    const [x, y] = projection([place.longitude, place.latitude]) ?? [];
    if (x === undefined || y === undefined) return [];
    const reach = place.kind === 'country' ? 0 : place.radiusKm * pixelsPerKm(view, place.latitude);
    const width = Math.max(place.name.length, 9) * LETTER + 12;
    const free = taken.every((box) => Math.abs(box.y - y) > 28 || x + width < box.x || box.x + box.width < x);
    if (free) taken.push({ x, y, width });
    return [{ place, x, y, reach, named: free }];
  });
  // The most named are drawn last, upon the others.
  return spots.reverse();
}

/** Whether the name of a country would lie upon no place. */
function isFree(
  { name, x, y }: { name: string; x: number; y: number },
  spots: readonly PlacedSpot[],
): boolean {
  const half = name.length * 5.5;
  return spots.every((spot) => Math.abs(spot.y - y) > 24 || spot.x > x + half || spot.x + 130 < x - half);
}

interface SpotProps {
  readonly spot: PlacedSpot;
  readonly chosen: boolean;
  readonly onPlace: (id: string) => void;
}

function Spot({ spot: { place, x, y, reach, named }, chosen, onPlace }: SpotProps) {
  const form = ['spot', place.hot && 'hot', chosen && 'chosen'].filter((name) => name).join(' ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map has the same places for keys
    <g className={form} transform={`translate(${x} ${y})`} onClick={() => onPlace(place.id)}>
      {reach > 7 && <circle className="reach" r={reach} />}
      <circle className={place.kind === 'town' ? 'dot' : 'dot vague'} r={chosen ? 6 : 4} />
      <circle className="target" r={12} />
      {(named || chosen) && (
        <text x={10} y={-1}>
          <tspan className="name">{place.name}</tspan>
          <tspan className="sub" x={10} dy={14}>
            {t('map.said', { n: sayNumber(place.count) })}
          </tspan>
        </text>
      )}
    </g>
  );
}

/** Outlines of what is in view, as paths; the names of countries that have room. */
function drawLand({ countries, borders }: World, view: MapView, size: MapSize) {
  const projection = projectionOf(view, size);
  const path = geoPath(projection);
  const shown = countries.filter((country) => isInView(country, view, size));
  return {
    lands: shown.map(({ shape }) => path(shape) ?? '').join(''),
    borders: path(borders) ?? '',
    names: shown.flatMap(({ shape, main }) => {
      const { name } = shape.properties;
      const [x = -1, y = -1] = projection([(main.west + main.east) / 2, (main.south + main.north) / 2]) ?? [];
      // A part that the 180th meridian cuts has no middle to speak of.
      if (main.east - main.west > 150) return [];
      const room = ((main.east - main.west) * view.scale * Math.PI) / 180 > name.length * 11;
      const inside = x > 40 && x < size.width - 40 && y > 20 && y < size.height - 20;
      return room && inside ? [{ name, x, y }] : [];
    }),
  };
}

function isInView({ bounds }: Country, view: MapView, size: MapSize): boolean {
  const reach = (size.width / view.scale) * (180 / Math.PI) * 1.6;
  const tall = (size.height / view.scale) * (180 / Math.PI) * 1.6;
  if (bounds.south > view.latitude + tall || bounds.north < view.latitude - tall) return false;
  // Near the 180th meridian the other side is in view too.
  if (Math.abs(view.longitude) + reach > 180) return true;
  return bounds.west <= view.longitude + reach && bounds.east >= view.longitude - reach;
}

/** The world, coarse at once and fine when it has come. */
function useWorld(fine: boolean): World | null {
  const [world, setWorld] = useState<World | null>(null);
  useEffect(() => {
    let current = true;
    void loadWorld(fine).then((loaded) => current && setWorld(loaded));
    return () => {
      current = false;
    };
  }, [fine]);
  return world;
}

/** Drags the ground; the view changes once, when it is let go. */
function useDrag(onDrop: (dx: number, dy: number) => void) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const [shift, setShift] = useState({ x: 0, y: 0 });
  const offset = (event: PointerEvent) => {
    const { x, y } = start.current ?? { x: event.clientX, y: event.clientY };
    return { x: event.clientX - x, y: event.clientY - y };
  };
  const grip = {
    onPointerDown: (event: PointerEvent): void => {
      if (event.button === 0) start.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent): void => {
      if (!start.current) return;
      const { x, y } = offset(event);
      // A click that trembles is no drag.
      if (Math.abs(x) + Math.abs(y) < 5 && shift.x === 0 && shift.y === 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setShift({ x, y });
    },
    onPointerUp: (): void => {
      start.current = null;
      if (shift.x === 0 && shift.y === 0) return;
      onDrop(shift.x, shift.y);
      setShift({ x: 0, y: 0 });
    },
    onPointerCancel: (): void => {
      start.current = null;
      setShift({ x: 0, y: 0 });
    },
  };
  return { grip, shift };
}
