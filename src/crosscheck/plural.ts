const PLURALS: Readonly<Record<string, string>> = {
  foot: 'feet',
  inch: 'inches',
  celsius: 'degrees Celsius',
};

/** A unit's name for more than one: `miles`, `feet`, `milligrams per litre`. */
export function plural(unit: string): string {
  const known = PLURALS[unit];
  if (known !== undefined) return known;
  const [head = '', ...rest] = unit.split(' per ');
  const [first, ...tail] = [PLURALS[head] ?? `${head}s`, ...rest];
  return [first, ...tail].join(' per ');
}
