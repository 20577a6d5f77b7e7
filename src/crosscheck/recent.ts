/**
 * Remembers what was worked out of the last objects that were asked about: between `limit` and
 * twice as many, in two halves, of which the older is dropped when the younger is full.
 */
export function rememberRecent<K extends object, V>(limit: number, work: (key: K) => V): (key: K) => V {
  let young = new Map<K, V>();
  let old = new Map<K, V>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? work(key);
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}
