import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { NameWeights } from './find-names.ts';
import type { Edit } from './lemmas.ts';
import { denseOf, sparseOf, streamsOf, type WeightStreams, wholeOf } from './pack-weights.ts';
import type { ParserWeights } from './parse-words.ts';
import type { Weights } from './weights.ts';
import { WordNumbers } from './word-numbers.ts';

/** All that is learned of a language, as it is used. */
export interface TrainedModel {
  readonly language: string;
  readonly tagLabels: readonly string[];
  readonly arcLabels: readonly string[];
  readonly nameLabels: readonly string[];
  readonly clusters: WordNumbers;
  readonly usual: WordNumbers;
  readonly lemmaWords: ReadonlyMap<string, string>;
  readonly lemmaEndings: ReadonlyMap<string, Edit>;
  readonly tagger: Weights;
  readonly parser: ParserWeights;
  readonly names: NameWeights;
}

/** Raised when a model of another form than before is written. */
const FORM = 3;
/** zstd unpacks several times as fast as brotli, which took longer than all else that loading does. */
const PACK = { params: { [constants.ZSTD_c_compressionLevel]: 19 } };

/** Parts of a file, each packed by itself and unpacked when it is first asked for: names need no heads. */
interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Bytes when unpacked: they are then unpacked into their place at once. */
  readonly full: number;
}

interface Head {
  readonly form: number;
  readonly language: string;
  readonly tagLabels: readonly string[];
  readonly arcLabels: readonly string[];
  readonly nameLabels: readonly string[];
  /** Labels a feature, of each table. */
  readonly widths: Readonly<Record<string, number>>;
  readonly parts: readonly Part[];
}

/** A model as the bytes of its file: a head as JSON, then its parts. The same model gives the same bytes. */
export function packModel(model: TrainedModel): Uint8Array {
  const tables = {
    tagger: model.tagger,
    actions: model.parser.actions,
    arcs: model.parser.labels,
    names: model.names.labels,
  };
  const { steps } = model.names;
  const parts: [string, Uint8Array][] = [
    ...numberParts('clusters', model.clusters),
    ...numberParts('usual', model.usual),
    ['lemmaWords', textBytes(linesOf(model.lemmaWords))],
    ['lemmaEndings', textBytes(linesOf(model.lemmaEndings))],
    ...Object.entries(tables).flatMap(([name, table]) => streamParts(name, streamsOf(table))),
    ['steps', bytesOf(steps instanceof Int16Array ? steps : Int16Array.from(steps, wholeOf))],
  ];
  const packed = parts.map(([name, bytes]) => ({
    ...{ name, full: bytes.length },
    bytes: zstdCompressSync(bytes, PACK),
  }));
  const { language, tagLabels, arcLabels, nameLabels } = model;
  const head: Head = {
    ...{ form: FORM, language, tagLabels, arcLabels, nameLabels },
    widths: Object.fromEntries(Object.entries(tables).map(([name, { width }]) => [name, width])),
    parts: packed.map(({ name, bytes, full }) => ({ name, bytes: bytes.length, full })),
  };
  const json = textBytes(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length, 0);
  return Buffer.concat([size, json, ...packed.map(({ bytes }) => bytes)]);
}

function streamParts(name: string, { counts, labels, values }: WeightStreams): [string, Uint8Array][] {
  return [
    [`${name}Counts`, counts],
    [`${name}Labels`, labels],
    [`${name}Values`, bytesOf(values)],
  ];
}

function numberParts(name: string, { hashes, numbers }: WordNumbers): [string, Uint8Array][] {
  return [
    [`${name}Words`, bytesOf(hashes)],
    [`${name}Numbers`, bytesOf(numbers)],
  ];
}

function textBytes(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

function linesOf(map: ReadonlyMap<string, unknown>): string {
  return [...map].map(([key, value]) => `${key}\t${String(value)}`).join('\n');
}

function bytesOf(numbers: Int16Array | Uint16Array | Int32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The model in a file's bytes, each part unpacked when it is first used. Throws where it is of another form. */
export function unpackModel(file: Uint8Array): TrainedModel {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const start = 4 + bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', 4, start)) as Head;
  if (head.form !== FORM)
    throw new Error(`a language model of form ${head.form}, not ${FORM}: train it again`);
  const { language, tagLabels, arcLabels, nameLabels } = head;
  const part = (name: string) => unpackPart(bytes, start, head.parts, name);
  const streams = (name: string): WeightStreams => ({
    counts: part(`${name}Counts`),
    labels: part(`${name}Labels`),
    values: new Int16Array(alignedBuffer(part(`${name}Values`))),
  });
  const numbers = (name: string) =>
    new WordNumbers(
      new Int32Array(alignedBuffer(part(`${name}Words`))),
      new Uint16Array(alignedBuffer(part(`${name}Numbers`))),
    );
  const sparse = (name: string) => sparseOf(streams(name), head.widths[name] ?? 1);
  return {
    ...{ language, tagLabels, arcLabels, nameLabels },
    clusters: numbers('clusters'),
    usual: numbers('usual'),
    tagger: sparse('tagger'),
    get parser() {
      return { actions: denseOf(streams('actions'), head.widths.actions ?? 1), labels: sparse('arcs') };
    },
    get names() {
      return { labels: sparse('names'), steps: new Int16Array(alignedBuffer(part('steps'))) };
    },
    get lemmaWords() {
      return new Map(pairsOf(part('lemmaWords')));
    },
    get lemmaEndings() {
      return new Map(pairsOf(part('lemmaEndings')).map(([ending, edit]) => [ending, editOf(edit)]));
    },
  };
}

function unpackPart(bytes: Buffer, start: number, parts: readonly Part[], name: string): Buffer {
  let at = start;
  for (const part of parts) {
    const packed = bytes.subarray(at, at + part.bytes);
    if (part.name === name) return zstdDecompressSync(packed, { chunkSize: Math.max(64, part.full) });
    at += part.bytes;
  }
  throw new Error(`a language model without ${name}`);
}

/** The bytes as a buffer of their own, where numbers of any size may lie. */
function alignedBuffer(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function editOf(text: string): Edit {
  const comma = text.indexOf(',');
  return [Number(text.slice(0, comma)), text.slice(comma + 1)];
}

function pairsOf(bytes: Buffer): [string, string][] {
  const text = bytes.toString('utf8');
  return (text === '' ? [] : text.split('\n')).map((line) => {
    const tab = line.indexOf('\t');
    return [line.slice(0, tab), line.slice(tab + 1)];
  });
}
