import { type GeoProjection, geoMercator } from 'd3-geo';
import type { PlaceView } from '../../../src/server/api/places.ts';

/** Where the map looks: its middle in degrees, and its scale in pixels a radian. */
export interface MapView {
  readonly latitude: number;
  readonly longitude: number;
  readonly scale: number;
}

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

const EARTH_KM = 6371.0088;
const LEAST_SCALE = 90;
const MOST_SCALE = 400_000;
/** A single town is shown with so much land about it. */
const LEAST_KM = 60;

export function parseView(view: string | undefined): MapView | null {
  const [latitude = Number.NaN, longitude = Number.NaN, scale = Number.NaN] = (view ?? '')
    .split(',')
    .map(Number);
  const fits =
    Math.abs(latitude) <= 84 && Math.abs(longitude) <= 180 && scale >= LEAST_SCALE && scale <= MOST_SCALE;
  return fits ? { latitude, longitude, scale } : null;
}

export function writeView({ latitude, longitude, scale }: MapView): string {
  return `${latitude.toFixed(4)},${longitude.toFixed(4)},${Math.round(scale)}`;
}

export function projectionOf(
  { latitude, longitude, scale }: MapView,
  { width, height }: MapSize,
): GeoProjection {
  const flat = geoMercator()
    .rotate([-longitude, 0])
    .scale(scale)
    .translate([width / 2, height / 2]);
  const [, y = 0] = flat([longitude, latitude]) ?? [];
  return flat.translate([width / 2, height - y]).clipExtent([
    [-width, -height],
    [2 * width, 2 * height],
  ]);
}

/** Pixels that a kilometre takes at a latitude. */
export function pixelsPerKm({ scale }: MapView, latitude: number): number {
  return scale / (EARTH_KM * Math.cos((latitude * Math.PI) / 180));
}

/** The view that holds every place, countries left aside where there is anything smaller. */
export function viewOf(places: readonly PlaceView[], { width, height }: MapSize): MapView {
  const small = places.filter(({ kind }) => kind !== 'country');
  const shown = small.length > 0 ? small : places;
  if (shown.length === 0) return { latitude: 25, longitude: 20, scale: Math.max(LEAST_SCALE, width / 6.6) };
  const [west, east] = endsOf(shown.map(({ longitude }) => longitude));
  const [south, north] = endsOf(shown.map(({ latitude }) => mercatorY(latitude)));
  const latitude = inverseY((south + north) / 2);
  const least = LEAST_KM / (EARTH_KM * Math.cos((latitude * Math.PI) / 180));
  const wide = Math.max(((east - west) * Math.PI) / 180, least);
  const high = Math.max(north - south, least);
  const scale = Math.min((width * 0.72) / wide, (height * 0.72) / high);
  return { latitude, longitude: (west + east) / 2, scale: clampScale(scale) };
}

export function clampScale(scale: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale));
}

/** The view after the ground was dragged by so many pixels. */
export function dragView(view: MapView, size: MapSize, dx: number, dy: number): MapView {
  const [longitude = view.longitude, latitude = view.latitude] =
    projectionOf(view, size).invert?.([size.width / 2 - dx, size.height / 2 - dy]) ?? [];
  return { ...view, longitude, latitude: Math.min(84, Math.max(-84, latitude)) };
}

/** A round number of kilometres that takes about a hundred pixels. */
export function scaleBar(view: MapView): { km: number; pixels: number } {
  const perKm = pixelsPerKm(view, view.latitude);
  const rough = 110 / perKm;
  const power = 10 ** Math.floor(Math.log10(rough));
  const km = [5, 2, 1].map((lead) => lead * power).find((one) => one <= rough) ?? power;
  return { km, pixels: km * perKm };
}

function endsOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function mercatorY(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
}

function inverseY(y: number): number {
  return (2 * Math.atan(Math.exp(y)) - Math.PI / 2) * (180 / Math.PI);
}
