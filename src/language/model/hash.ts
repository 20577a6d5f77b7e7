/** A 32-bit number made of a word's code units and a seed; the same on every machine. */
export function hashText(text: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash = (hash << 13) | (hash >>> 19);
  }
  return hash | 0;
}

/** Two numbers made one: how features are joined. The finaliser is that of MurmurHash3 (Appleby, public domain), shortened. */
export function mix(a: number, b: number): number {
  const hash = Math.imul((a ^ Math.imul(b, 0x9e3779b1)) | 0, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
