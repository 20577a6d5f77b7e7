import type { Encoding } from '../statement/source.ts';

const SAMPLE_BYTES = 16_384;

/**
 * UTF-16 or UTF-32 without a byte order mark, known by where its zero bytes stand and by how
 * much of it reads as letters of one or two scripts; null where nothing speaks for either.
 */
export function guessWideEncoding(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES - (SAMPLE_BYTES % 4));
  if (!sample.includes(0)) return null;
  if (bytes.length % 4 === 0 && sample.length >= 8) {
    if (everyFourthIsZero(sample, 2, 3)) return { name: 'UTF-32LE', confidence: 0.95 };
    if (everyFourthIsZero(sample, 1, 0)) return { name: 'UTF-32BE', confidence: 0.95 };
  }
  if (bytes.length % 2 !== 0) return null;
  const little = readableShare(sample, 'utf-16le');
  const big = readableShare(sample, 'utf-16be');
  const best = Math.max(little, big);
  if (best < 0.8 || Math.abs(little - big) < 0.1) return null;
  return { name: little > big ? 'UTF-16LE' : 'UTF-16BE', confidence: Math.min(best, 0.95) };
}

/** Whether the two high bytes of every unit make a plane of Unicode: one zero, one of 0..16. */
function everyFourthIsZero(bytes: Uint8Array, plane: number, zero: number): boolean {
  let basic = 0;
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    if (bytes[at + zero] !== 0 || (bytes[at + plane] ?? 0) > 0x10) return false;
    if (bytes[at + plane] === 0) basic++;
  }
  return basic * 8 > bytes.length;
}

/** The share of code units that are ASCII text or belong to the two commonest blocks of 256. */
function readableShare(bytes: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(bytes.subarray(0, bytes.length & ~1));
  const blocks = new Map<number, number>();
  let ascii = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xe000) continue;
    if (unit < 0x7f && (unit >= 0x20 || (unit >= 9 && unit <= 13))) ascii++;
    else if (unit >= 0x80) blocks.set(unit >> 8, (blocks.get(unit >> 8) ?? 0) + 1);
  }
  const [first = 0, second = 0] = [...blocks.values()].sort((a, b) => b - a);
  return ascii === 0 ? 0 : (ascii + first + second) / text.length;
}
