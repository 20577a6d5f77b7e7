import units from './units.json' with { type: 'json' };

/** A unit's place in its dimension: `base` values are `factor` times the number, plus `offset`. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
  readonly offset: number;
}

const SPELLINGS: Readonly<Record<string, string>> = {
  meter: 'metre',
  kilometer: 'kilometre',
  liter: 'litre',
  millilitre: 'millilitre',
  gramme: 'gram',
  kilogramme: 'kilogram',
  'metric ton': 'tonne',
  'metric tonne': 'tonne',
  'u.s. gallon': 'us gallon',
};

const UNITS = readUnits();

function readUnits(): Map<string, Unit> {
  const known = new Map<string, Unit>();
  for (const [dimension, factors] of Object.entries(units))
    for (const [name, factor] of Object.entries(factors)) known.set(name, { dimension, factor, offset: 0 });
  known.set('celsius', { dimension: 'temperature', factor: 1, offset: 0 });
  known.set('kelvin', { dimension: 'temperature', factor: 1, offset: -273.15 });
  known.set('fahrenheit', { dimension: 'temperature', factor: 5 / 9, offset: (-32 * 5) / 9 });
  return known;
}

/** What is known of a unit by its singular English name, or null. */
export function unitOf(name: string | null): Unit | null {
  if (name === null) return null;
  const plain = name
    .toLowerCase()
    .replaceAll('_', ' ')
    .replaceAll('-', ' ')
    .replace(/^degree /, '');
  const spelled = plain
    .split(' ')
    .map((word) => SPELLINGS[word] ?? word)
    .join(' ');
  return UNITS.get(SPELLINGS[plain] ?? plain) ?? UNITS.get(spelled) ?? null;
}

/** `value` of one unit in another of the same dimension. */
export function convert(value: number, from: Unit, to: Unit): number {
  return (value * from.factor + from.offset - to.offset) / to.factor;
}
