import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive that a test makes; `crc` and `mode` to make it lie. */
export interface Packed {
  readonly name: string;
  readonly text: string;
  readonly crc?: number;
  readonly mode?: number;
  /** General purpose bits: 1 is encrypted, 0x800 says that the name is UTF-8. */
  readonly bits?: number;
  readonly rawName?: Uint8Array;
  /** Place of the local header of another entry, to lie over it. */
  readonly over?: number;
}

/** A ZIP archive, made by hand so that it can be made wrong. */
export function packZip(files: readonly Packed[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const bytes = Buffer.from(file.text);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(file.rawName ?? Buffer.from(file.name));
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(file.bits ?? 0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(file.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, name, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(file.over ?? offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021403', 'hex'), common, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, central, end, Buffer.from(comment)]);
}
