import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const ITEMS = 64;
// With a checksum: a changed bit is a fault when it is unpacked, and never another reading.
const LEVEL = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

/**
 * Cuts items into blocks of 64 and packs each as compressed JSON: a statement's JSON is some
 * 600 bytes, a score of its block's 64 take 30 bytes each.
 */
export function* packBlocks<Item>(
  items: readonly Item[],
): Generator<{ items: readonly Item[]; bytes: Uint8Array }> {
  for (let start = 0; start < items.length; start += ITEMS) {
    const part = items.slice(start, start + ITEMS);
    yield { items: part, bytes: zstdCompressSync(JSON.stringify(part), LEVEL) };
  }
}

export function unpackBlock<Item>(bytes: Uint8Array): Item[] {
  return JSON.parse(zstdDecompressSync(bytes).toString('utf8')) as Item[];
}
