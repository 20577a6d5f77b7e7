import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { NameWeights } from './find-names.ts';
import type { Edit } from './lemmas.ts';
import type { ParserWeights } from './parse-words.ts';
import type { Weights } from './weights.ts';

/** All that is learned of a language, as it is used. */
export interface TrainedModel {
  readonly language: string;
  readonly tagLabels: readonly string[];
  readonly arcLabels: readonly string[];
  readonly nameLabels: readonly string[];
  readonly clusters: ReadonlyMap<string, readonly [number, number, number]>;
  readonly usual: ReadonlyMap<string, number>;
  readonly lemmaWords: ReadonlyMap<string, string>;
  readonly lemmaEndings: ReadonlyMap<string, Edit>;
  readonly tagger: Weights;
  readonly parser: ParserWeights;
  readonly names: NameWeights;
}

/** Raised when a model of another form than before is written. */
const FORM = 1;
/** Weights are kept as whole numbers of this many to one. */
const SCALE = 64;
const MOST = 32_767;
const TABLES = ['tagger', 'actions', 'arcs', 'names', 'steps'] as const;

interface Head {
  readonly form: number;
  readonly language: string;
  readonly tagLabels: readonly string[];
  readonly arcLabels: readonly string[];
  readonly nameLabels: readonly string[];
  /** Words one after another, a line each; numbers beside them. */
  readonly clusterWords: string;
  readonly usual: string;
  readonly lemmaWords: string;
  readonly lemmaEndings: string;
  /** Width and mask of each table, in the order in which they follow the head. */
  readonly tables: Readonly<Record<(typeof TABLES)[number], { width: number; mask: number; values: number }>>;
  readonly clusterGroups: number;
}

/** A model as the bytes of its file: the head as JSON, then the tables as 16-bit numbers; all of it packed by brotli. The same model gives the same bytes. */
export function packModel(model: TrainedModel): Uint8Array {
  const tables = {
    tagger: model.tagger,
    actions: model.parser.actions,
    arcs: model.parser.labels,
    names: model.names.labels,
    steps: { values: model.names.steps, width: 1, mask: 0 },
  };
  const groups = Uint16Array.from([...model.clusters.values()].flat());
  const lines = (map: ReadonlyMap<string, unknown>) =>
    [...map].map(([key, value]) => `${key}\t${String(value)}`).join('\n');
  const head: Head = {
    ...{ form: FORM, language: model.language },
    ...{ tagLabels: model.tagLabels, arcLabels: model.arcLabels, nameLabels: model.nameLabels },
    clusterWords: [...model.clusters.keys()].join('\n'),
    usual: lines(model.usual),
    lemmaWords: lines(model.lemmaWords),
    lemmaEndings: lines(model.lemmaEndings),
    tables: Object.fromEntries(
      TABLES.map((name) => [
        name,
        { width: tables[name].width, mask: tables[name].mask, values: tables[name].values.length },
      ]),
    ) as Head['tables'],
    clusterGroups: groups.length,
  };
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  // Tables begin at an even place, as 16-bit numbers must.
  const size = Buffer.alloc(4 + (json.length % 2));
  size.writeUInt32LE(json.length, 0);
  const parts = TABLES.map((name) => bytesOf(Int16Array.from(tables[name].values, wholeOf)));
  const raw = Buffer.concat([size.subarray(0, 4), json, size.subarray(4), bytesOf(groups), ...parts]);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(raw, { params: { ...quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } });
}

function wholeOf(weight: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.round(weight * SCALE)));
}

function bytesOf(numbers: Int16Array | Uint16Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The model in a file's bytes. Throws where it is of another form. */
export function unpackModel(packed: Uint8Array): TrainedModel {
  const raw = brotliDecompressSync(packed);
  const size = raw.readUInt32LE(0);
  const head = JSON.parse(raw.toString('utf8', 4, 4 + size)) as Head;
  if (head.form !== FORM)
    throw new Error(`a language model of form ${head.form}, not ${FORM}: train it again`);
  let at = 4 + size + (size % 2);
  const take = (count: number) => {
    const start = raw.byteOffset + at;
    at += 2 * count;
    return start;
  };
  // One copy of the whole, since a pool's buffer may begin at an odd place.
  const whole = raw.byteOffset % 2 === 0 ? raw.buffer : null;
  const numbers = (count: number) => {
    const start = take(count);
    return whole === null
      ? new Int16Array(raw.buffer.slice(start, start + 2 * count))
      : new Int16Array(whole, start, count);
  };
  const groups = numbers(head.clusterGroups);
  const table = (name: (typeof TABLES)[number]) => {
    const { width, mask, values } = head.tables[name];
    return { width, mask, values: numbers(values) };
  };
  const [tagger, actions, arcs, names, steps] = TABLES.map(table) as [
    Weights,
    Weights,
    Weights,
    Weights,
    Weights,
  ];
  return {
    ...{
      language: head.language,
      tagLabels: head.tagLabels,
      arcLabels: head.arcLabels,
      nameLabels: head.nameLabels,
    },
    clusters: new Map(
      linesOf(head.clusterWords).map((word, index) => [
        word,
        [groups[3 * index] ?? 0, groups[3 * index + 1] ?? 0, groups[3 * index + 2] ?? 0],
      ]),
    ),
    usual: new Map(pairsOf(head.usual).map(([word, set]) => [word, Number(set)])),
    lemmaWords: new Map(pairsOf(head.lemmaWords)),
    lemmaEndings: new Map(
      pairsOf(head.lemmaEndings).map(([ending, edit]) => {
        const [cut = '0', add = ''] = edit.split(',');
        return [ending, [Number(cut), add] as Edit];
      }),
    ),
    ...{ tagger, parser: { actions, labels: arcs }, names: { labels: names, steps: steps.values } },
  };
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

function pairsOf(text: string): [string, string][] {
  return linesOf(text).map((line) => {
    const tab = line.indexOf('\t');
    return [line.slice(0, tab), line.slice(tab + 1)];
  });
}
