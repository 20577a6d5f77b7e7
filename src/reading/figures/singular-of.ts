/** Words that count the thing their list is named after, not a kind of their own. */
export const SAME_THING = new Set([
  'lorry',
  'lorries',
  'fishes',
  'cattle',
  'aircraft',
  'household',
  'households',
  'ballot',
  'ballots',
  'images',
  'photographs',
]);

/** A naive English singular: "ferries" is "ferry". */
export function singularOf(norm: string): string {
  if (norm.length < 4 || !norm.endsWith('s') || /(?:ss|us|is)$/.test(norm))
    return norm === 'knives' ? 'knife' : norm;
  if (norm.endsWith('ies')) return `${norm.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss)es$/.test(norm) ? norm.slice(0, -2) : norm.slice(0, -1);
}
