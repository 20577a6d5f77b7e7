import { crc32, deflateSync } from 'node:zlib';

/** One byte a pixel, 0 is black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Grey, 8 bits a pixel, no filter, no interlace (PNG, 11.2.2). */
const GREY_8 = Buffer.from([8, 0, 0, 0, 0]);

/** A grey picture as PNG, turned clockwise by so many degrees, a multiple of 90. */
export function packPng(grey: Grey, degrees: number): Uint8Array {
  const { width, height, pixels } = turned(grey, (((degrees % 360) + 360) % 360) / 90);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, GREY_8])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

function turned(grey: Grey, quarters: number): Grey {
  if (quarters === 0) return grey;
  const { width, height, pixels } = grey;
  const across = quarters % 2 === 0 ? width : height;
  const down = quarters % 2 === 0 ? height : width;
  const out = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const [toX, toY] =
      quarters === 1
        ? [height - 1 - y, x]
        : quarters === 2
          ? [width - 1 - x, height - 1 - y]
          : [y, width - 1 - x];
    out[toY * across + toX] = pixels[at] ?? 0;
  }
  return { width: across, height: down, pixels: out };
}
