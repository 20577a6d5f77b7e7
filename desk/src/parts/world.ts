import type { Feature, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fineUrl from 'world-atlas/countries-10m.json?url';
import coarseUrl from 'world-atlas/countries-50m.json?url';

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A country with what is needed to know whether it is in view. */
export interface Country {
  readonly shape: Feature<MultiPolygon, { name: string }>;
  /** The box of it in degrees; a land on both sides of the 180th meridian takes the whole width. */
  readonly bounds: Box;
  /** The box of its largest part, where its name goes. */
  readonly main: Box;
}

/** Lands and borders of the world: Natural Earth (public domain), kept with the program. */
export interface World {
  readonly countries: readonly Country[];
  readonly borders: MultiLineString;
}

type Atlas = Topology<{ countries: GeometryCollection }>;

const loaded = new Map<string, Promise<World>>();

/** The world at 1:50 million, or at 1:10 million where it is looked at closely. */
export function loadWorld(fine: boolean): Promise<World> {
  const url = fine ? fineUrl : coarseUrl;
  const known = loaded.get(url);
  if (known) return known;
  const world = fetch(url)
    .then((reply) => reply.json() as Promise<Atlas>)
    .then(openAtlas);
  loaded.set(url, world);
  world.catch(() => loaded.delete(url));
  return world;
}

/** Square degrees. Some islets of the atlas have no area; taken as rings on a globe they would be all but themselves. */
const LEAST_AREA = 2e-5;

function openAtlas(atlas: Atlas): World {
  const { countries } = atlas.objects;
  return {
    countries: feature(atlas, countries).features.flatMap((shape) => countryOf(shape) ?? []),
    borders: mesh(atlas, countries, (a, b) => a !== b),
  };
}

function countryOf({ properties, geometry }: Feature): Country | null {
  const parts = partsOf(geometry).map((polygon) => ({ polygon, ...measureRing(polygon[0] ?? []) }));
  const kept = parts.filter(({ area }) => area >= LEAST_AREA);
  const [main] = [...kept].sort((a, b) => b.area - a.area);
  if (!main) return null;
  const coordinates = kept.map(({ polygon }) => polygon);
  return {
    shape: {
      type: 'Feature',
      properties: { name: String(properties?.['name'] ?? '') },
      geometry: { type: 'MultiPolygon', coordinates },
    },
    bounds: kept.map(({ box }) => box).reduce(joinBoxes),
    main: main.box,
  };
}

function partsOf(geometry: Feature['geometry']): Polygon['coordinates'][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/** Box and area of a ring, on a plain of degrees: enough to tell what is in view and what is large. */
function measureRing(ring: readonly Position[]): { box: Box; area: number } {
  let [west, south, east, north, twice] = [180, 90, -180, -90, 0];
  let [beforeX = 0, beforeY = 0] = ring.at(-1) ?? [];
  for (const [x = 0, y = 0] of ring) {
    [west, east, south, north] = [
      Math.min(west, x),
      Math.max(east, x),
      Math.min(south, y),
      Math.max(north, y),
    ];
    twice += beforeX * y - x * beforeY;
    [beforeX, beforeY] = [x, y];
  }
  return { box: { west, south, east, north }, area: Math.abs(twice) / 2 };
}

function joinBoxes(a: Box, b: Box): Box {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  };
}
