import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { NameWeights } from './find-names.ts';
import type { Edit } from './lemmas.ts';
import type { ParserWeights } from './parse-words.ts';
import type { Weights } from './weights.ts';
import type { Clusters } from './word-features.ts';

/** All that is learned of a language, as it is used. */
export interface TrainedModel {
  readonly language: string;
  readonly tagLabels: readonly string[];
  readonly arcLabels: readonly string[];
  readonly nameLabels: readonly string[];
  readonly clusters: Clusters;
  readonly usual: ReadonlyMap<string, number>;
  readonly lemmaWords: ReadonlyMap<string, string>;
  readonly lemmaEndings: ReadonlyMap<string, Edit>;
  readonly tagger: Weights;
  readonly parser: ParserWeights;
  readonly names: NameWeights;
}

/** Raised when a model of another form than before is written. */
const FORM = 2;
/** Weights are kept as whole numbers of this many to one. */
const SCALE = 64;
const MOST = 32_767;
/** zstd unpacks several times as fast as brotli, which took longer than all else that loading does. */
const PACK = { params: { [constants.ZSTD_c_compressionLevel]: 19 } };

/** Parts of a file, each packed by itself and unpacked when it is first asked for: names need no heads. */
interface Part {
  readonly name: string;
  readonly bytes: number;
}

interface Head {
  readonly form: number;
  readonly language: string;
  readonly tagLabels: readonly string[];
  readonly arcLabels: readonly string[];
  readonly nameLabels: readonly string[];
  /** Width and mask of each table. */
  readonly tables: Readonly<Record<string, { readonly width: number; readonly mask: number }>>;
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
  const parts: [string, Uint8Array][] = [
    ['clusterWords', textBytes([...model.clusters.index.keys()].join('\n'))],
    ['clusterGroups', bytesOf(model.clusters.groups)],
    ['usual', textBytes(linesOf(model.usual))],
    ['lemmaWords', textBytes(linesOf(model.lemmaWords))],
    ['lemmaEndings', textBytes(linesOf(model.lemmaEndings))],
    ...Object.entries(tables).map(([name, { values }]): [string, Uint8Array] => [name, wholeBytes(values)]),
    ['steps', wholeBytes(model.names.steps)],
  ];
  const packed = parts.map(([name, bytes]) => ({ name, bytes: zstdCompressSync(bytes, PACK) }));
  const { language, tagLabels, arcLabels, nameLabels } = model;
  const head: Head = {
    ...{ form: FORM, language, tagLabels, arcLabels, nameLabels },
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, { width, mask }]) => [name, { width, mask }]),
    ),
    parts: packed.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
  };
  const json = textBytes(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(json.length, 0);
  return Buffer.concat([size, json, ...packed.map(({ bytes }) => bytes)]);
}

function textBytes(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

function linesOf(map: ReadonlyMap<string, unknown>): string {
  return [...map].map(([key, value]) => `${key}\t${String(value)}`).join('\n');
}

function wholeBytes(values: Int16Array | Float32Array): Buffer {
  return bytesOf(values instanceof Int16Array ? values : Int16Array.from(values, wholeOf));
}

function wholeOf(weight: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(weight * SCALE)));
}

function bytesOf(numbers: Int16Array | Uint16Array): Buffer {
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
  const table = (name: string) => ({
    ...(head.tables[name] ?? { width: 1, mask: 0 }),
    values: numbersOf(part(name)),
  });
  return {
    ...{ language, tagLabels, arcLabels, nameLabels },
    clusters: clustersOf(part('clusterWords').toString('utf8'), part('clusterGroups')),
    usual: new Map(pairsOf(part('usual')).map(([word, set]) => [word, Number(set)])),
    tagger: table('tagger'),
    get parser() {
      return { actions: table('actions'), labels: table('arcs') };
    },
    get names() {
      return { labels: table('names'), steps: numbersOf(part('steps')) };
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
    if (part.name === name) return zstdDecompressSync(bytes.subarray(at, at + part.bytes));
    at += part.bytes;
  }
  throw new Error(`a language model without ${name}`);
}

function numbersOf(bytes: Buffer): Int16Array {
  const even = bytes.byteOffset % 2 === 0 ? bytes : Buffer.from(bytes);
  return new Int16Array(even.buffer, even.byteOffset, even.length / 2);
}

function clustersOf(words: string, groups: Buffer): Clusters {
  const index = new Map<string, number>();
  if (words !== '') for (const word of words.split('\n')) index.set(word, index.size);
  return { index, groups: Uint16Array.from(numbersOf(groups)) };
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
