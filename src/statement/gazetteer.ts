/** Degrees, WGS 84. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A town, province or country of the world. */
export interface GazetteerPlace extends Coordinates {
  /** `TR` of a country, `TR.63` of a province, else `gn` and the GeoNames number, or `own` and one of ours. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'town' | 'province' | 'country';
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** Id of the province that it lies in or is; null of countries and where it is not known. */
  readonly province: string | null;
  /** How far from that point it may reach, in kilometres: a country is not a point. */
  readonly radiusKm: number;
  /** Inhabitants; of provinces and countries the sum of the towns listed. 0 where not known. */
  readonly population: number;
}

/** Where the named places of the world are. Rooms are handed one; none of them loads it. */
export interface Gazetteer {
  /**
   * Every place that bears the name, in any language that it is known in, most populous first.
   * "Sivas ili" and "محافظة حلب" are understood; an unknown name gives none.
   */
  findPlaces(name: string): readonly GazetteerPlace[];
  /**
   * Of those that bear the name, the one that fits the other places named beside it: in a
   * country or province that they name, or near them. Null where none bears it or two fit alike.
   */
  choosePlace(name: string, company: readonly string[]): GazetteerPlace | null;
}

const EARTH_RADIUS_KM = 6371.0088;

/** Kilometres along the great circle (haversine; mean earth radius of IUGG 1980). */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const [phi, psi] = [radians(a.latitude), radians(b.latitude)];
  const half = (from: number, to: number) => Math.sin((to - from) / 2) ** 2;
  const chord =
    half(phi, psi) + Math.cos(phi) * Math.cos(psi) * half(radians(a.longitude), radians(b.longitude));
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Whether the one lies in the other by the lists of provinces and countries: a town in its province, both in their country. */
export function isWithin(inner: GazetteerPlace, outer: GazetteerPlace): boolean {
  if (inner.id === outer.id) return true;
  if (outer.kind === 'country') return inner.country === outer.id;
  return outer.kind === 'province' && inner.kind === 'town' && inner.province === outer.id;
}
