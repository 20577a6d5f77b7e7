import { decodeText } from '../decode.ts';

/** A name as an archive has it; `isUtf8` where the archive says so. */
export interface RawName {
  readonly raw: Uint8Array;
  readonly isUtf8: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true });

/**
 * Names of an archive as text. Those that are no UTF-8 are decoded together, since one name is
 * too short to tell its code page by; what cannot be told is shown byte for byte.
 */
export function decodeNames(names: readonly RawName[]): string[] {
  const decoded = names.map(({ raw }) => tryUtf8(raw));
  const others = names.filter((_, index) => decoded[index] === null);
  const guessed = others.length === 0 ? [] : guessNames(others.map(({ raw }) => raw));
  let next = 0;
  return decoded.map((name) => name ?? guessed[next++] ?? '');
}

function tryUtf8(raw: Uint8Array): string | null {
  try {
    return strict.decode(raw);
  } catch {
    return null;
  }
}

function guessNames(raw: readonly Uint8Array[]): string[] {
  const joined = Buffer.concat(raw.flatMap((name) => [name, Buffer.from('\n')]));
  try {
    const names = decodeText(joined).text.split('\n');
    if (names.length > raw.length) return names;
  } catch {
    // No text in any code page: shown as bytes.
  }
  return raw.map((name) => Buffer.from(name).toString('latin1'));
}
