import { closeSync, openSync, readSync } from 'node:fs';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { actionWeightsOf } from './action-weights.ts';
import { FeaturePlaces } from './feature-places.ts';
import type { NameWeights } from './find-names.ts';
import type { Edit } from './lemmas.ts';
import { sparseOf, streamsOf, type WeightStreams, wholeOf } from './pack-weights.ts';
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
  readonly choices: readonly Uint8Array[];
  readonly lemmaWords: ReadonlyMap<string, string>;
  readonly lemmaEndings: ReadonlyMap<string, Edit>;
  readonly tagger: Weights;
  readonly parser: ParserWeights;
  readonly names: NameWeights;
}

/** Raised when a model of another form than before is written. */
const FORM = 4;
/** Labels of arcs are learned with a margin, which leaves many small weights: of these, two in three (those that are less than 48 of 64). */
const LEAST_OF_ARCS = 47.5 / 64;
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
    arcs: model.parser.labels,
    names: model.names.labels,
  };
  const { steps } = model.names;
  const actions =
    'pairs' in model.parser.actions ? model.parser.actions : actionWeightsOf(model.parser.actions);
  const parts: [string, Uint8Array][] = [
    ...numberParts('clusters', model.clusters),
    ...numberParts('usual', model.usual),
    ['lemmaWords', textBytes(linesOf(model.lemmaWords))],
    ['lemmaEndings', textBytes(linesOf(model.lemmaEndings))],
    ...Object.entries(tables).flatMap(([name, table]) =>
      streamParts(name, name === 'arcs' ? streamsOf(table, LEAST_OF_ARCS) : streamsOf(table)),
    ),
    ['actionsPresent', bytesOf(actions.places.present)],
    ['actionsPairs', bytesOf(actions.pairs)],
    ['arcChoices', textBytes(listsOf(model.parser.choices))],
    ['tagChoices', textBytes(listsOf(model.choices.entries()))],
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

/** Lists of numbers by number: a line each. */
function listsOf(lists: Iterable<readonly [number, Uint8Array]>): string {
  return [...lists].map(([key, list]) => `${key}\t${list.join(' ')}`).join('\n');
}

function bytesOf(numbers: Int16Array | Uint16Array | Int32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The model in a file; parts of it are read and unpacked when they are first asked for. Throws where it is of another form. */
export function openModelFile(file: URL): TrainedModel {
  const headBytes = readBytes(file, 0, 4).readUInt32LE(0);
  const head = JSON.parse(readBytes(file, 4, headBytes).toString('utf8')) as Head;
  if (head.form !== FORM)
    throw new Error(`a language model of form ${head.form}, not ${FORM}: train it again`);
  const { language, tagLabels, arcLabels, nameLabels } = head;
  const part = (name: string) => readPart(file, 4 + headBytes, head.parts, name);
  const streams = (name: string): WeightStreams => ({
    counts: part(`${name}Counts`),
    labels: part(`${name}Labels`),
    values: numbersIn(Int16Array, part(`${name}Values`)),
  });
  const numbers = (name: string) =>
    new WordNumbers(
      numbersIn(Int32Array, part(`${name}Words`)),
      numbersIn(Uint16Array, part(`${name}Numbers`)),
    );
  const sparse = (name: string) => sparseOf(streams(name), head.widths[name] ?? 1);
  return {
    ...{ language, tagLabels, arcLabels, nameLabels },
    clusters: numbers('clusters'),
    usual: numbers('usual'),
    choices: readLists(part('tagChoices')).map(([, list]) => list),
    tagger: sparse('tagger'),
    get parser() {
      const places = new FeaturePlaces(numbersIn(Int32Array, part('actionsPresent')));
      const actions = { mask: places.mask, places, pairs: numbersIn(Int16Array, part('actionsPairs')) };
      return { actions, labels: sparse('arcs'), choices: new Map(readLists(part('arcChoices'))) };
    },
    get names() {
      return { labels: sparse('names'), steps: numbersIn(Int16Array, part('steps')) };
    },
    get lemmaWords() {
      return new Map(pairsOf(part('lemmaWords')));
    },
    get lemmaEndings() {
      return new Map(pairsOf(part('lemmaEndings')).map(([ending, edit]) => [ending, editOf(edit)]));
    },
  };
}

function readPart(file: URL, start: number, parts: readonly Part[], name: string): Buffer {
  let at = start;
  for (const part of parts) {
    if (part.name === name)
      return zstdDecompressSync(readBytes(file, at, part.bytes), { chunkSize: Math.max(64, part.full) });
    at += part.bytes;
  }
  throw new Error(`a language model without ${name}`);
}

function readBytes(file: URL, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, bytes, 0, length, at) !== length)
      throw new Error('a language model that is cut off');
  } finally {
    closeSync(handle);
  }
  return bytes;
}

/** The numbers that bytes are: where they lie, unless numbers of that size may not lie there. */
function numbersIn<Numbers>(
  type: {
    new (buffer: ArrayBufferLike, at: number, length: number): Numbers;
    readonly BYTES_PER_ELEMENT: number;
  },
  bytes: Buffer,
): Numbers {
  const { buffer, byteOffset } =
    bytes.byteOffset % type.BYTES_PER_ELEMENT === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  return new type(buffer, byteOffset, bytes.length / type.BYTES_PER_ELEMENT);
}

function readLists(bytes: Buffer): [number, Uint8Array][] {
  return pairsOf(bytes).map(([key, list]) => [
    Number(key),
    Uint8Array.from(list === '' ? [] : list.split(' ').map(Number)),
  ]);
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
