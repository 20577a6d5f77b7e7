import words from './header-words.json' with { type: 'json' };
import { foldLabel } from './label.ts';

export type HeaderKey = keyof typeof words;

const KEYS: ReadonlyMap<string, HeaderKey> = new Map(
  (Object.entries(words) as [HeaderKey, string[]][])
    .toReversed()
    .flatMap(([key, list]) => list.map((word): [string, HeaderKey] => [foldLabel(word), key])),
);

/** Keys come again and again; looking one up is slow. */
const KEPT = 5_000;
const found = new Map<string, HeaderKey | null>();

/** Words that go with any key: `TAPE NO`, `PRODUCT NUMBER`, `CALL ID`. */
const SUFFIX = /\s*(?:\b(?:id|no|nr|num|number|numara|numarasi|numero|ref)\b\.?|رقم|номер|№|#|nº|n°)\s*$/u;
const PREFIX = /^(?:رقم|номер|number|no)\s+/u;

/**
 * What a header field's key is about, or null. Bilingual keys (`CALLING / ARAYAN`,
 * `Arayan (calling)`, `Tarih - Saat`) go by their first part that is known.
 */
export function headerKey(written: string): HeaderKey | null {
  if (written.length > 48 || written === '') return null;
  const known = found.get(written);
  if (known !== undefined) return known;
  if (found.size >= KEPT) found.clear();
  const key = findKey(written);
  found.set(written, key);
  return key;
}

function findKey(written: string): HeaderKey | null {
  const whole = keyOf(written);
  if (whole !== null) return whole;
  for (const part of written.split(/[/()|\\–—-]/u)) {
    const key = keyOf(part);
    if (key !== null) return key;
  }
  return null;
}

function keyOf(written: string): HeaderKey | null {
  const folded = foldLabel(written);
  if (folded === '') return null;
  return (
    KEYS.get(folded) ??
    KEYS.get(folded.replace(SUFFIX, '').trim()) ??
    KEYS.get(folded.replace(PREFIX, '').trim()) ??
    null
  );
}
