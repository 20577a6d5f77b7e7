import { expect, test } from 'vitest';
import {
  dragView,
  parseView,
  pixelsPerKm,
  projectionOf,
  scaleBar,
  viewOf,
  writeView,
} from '../../desk/src/parts/map-view.ts';
import type { PlaceView } from '../../src/server/api/places.ts';

const SIZE = { width: 900, height: 560 };
const at = (latitude: number, longitude: number, kind = 'town') =>
  ({ latitude, longitude, kind, radiusKm: 2 }) as PlaceView;

test('every place lies on the map, and a country does not widen it', () => {
  const places = [at(36.2, 36.1), at(33.9, 35.5), at(35.9, 36.6), at(39, 35, 'country')];
  const view = viewOf(places, SIZE);
  const project = projectionOf(view, SIZE);
  for (const { latitude, longitude } of places.slice(0, 3)) {
    const [x = -1, y = -1] = project([longitude, latitude]) ?? [];
    expect(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height).toBe(true);
  }
  expect(viewOf(places.slice(0, 3), SIZE)).toEqual(view);
});

test('the middle of the view is the middle of the paper; dragging moves the ground with the hand', () => {
  const view = { latitude: 36, longitude: 36, scale: 9000 };
  const [x, y] = projectionOf(view, SIZE)([36, 36]) ?? [];
  expect([x, y].map((place) => Math.round(place ?? 0))).toEqual([450, 280]);
  const dragged = dragView(view, SIZE, 120, -40);
  const moved = projectionOf(dragged, SIZE)([36, 36])?.map(Math.round);
  expect(moved).toEqual([570, 240]);
});

test('a view is kept in the address, and what is no view is none', () => {
  const view = { latitude: 36.1234, longitude: -12.5, scale: 1500 };
  expect(parseView(writeView(view))).toEqual(view);
  for (const no of ['', '1,2', '91,0,500', '0,0,1', '0,0,99999999', 'a,b,c'])
    expect(parseView(no)).toBe(null);
});

test('the bar is as long as its kilometres', () => {
  const view = { latitude: 60, longitude: 20, scale: 6371.0088 };
  expect(pixelsPerKm(view, 60)).toBeCloseTo(2);
  expect(scaleBar(view)).toEqual({ km: 50, pixels: expect.closeTo(100) });
});
