import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Casefile, ReadDocument } from './casefile/port.ts';
import { type ErrorCode, HearsayError } from './errors.ts';
import { BUDGET, type Budget, type Member } from './intake/containers/member.ts';
import { needsProcess } from './intake/open-document.ts';
import type { Sandbox } from './intake/sandbox/start-sandbox.ts';
import { type DocumentReader, LARGE_BYTES } from './read-one.ts';
import { brokenReaderMessage, type ReadOne } from './reader-threads.ts';
import { sourceIdOf } from './statement/id.ts';
import type { Received } from './statement/source.ts';

/** Documents read ahead of the one being kept. */
const READ_AHEAD = 48;

/** A file that was found on disk. */
export interface FoundFile {
  readonly path: string;
  readonly file: string;
  readonly byteLength: number;
  /** Where its bytes lie, where that is not `path`. */
  readonly at?: string;
}

/** A document to be read, on disk or within another; `reason` where a container could not give it. */
interface Coming extends FoundFile {
  readonly bytes: () => Promise<Uint8Array>;
  readonly refused: { readonly code: ErrorCode; readonly reason: string } | null;
  /** What may still be unpacked of the file on disk that it stands in. */
  readonly tally: Tally;
  /** Containers that it stands in. */
  readonly depth: number;
}

interface Tally {
  members: number;
  bytes: number;
}

/** A document on its way: what became of it, once that is known. */
export type Fate = {
  /** Whether it stands within another document. */
  readonly within: boolean;
} & (
  | { readonly is: 'document'; readonly document: ReadDocument; readonly holds: ReadOne['members'] }
  | { readonly is: 'known'; readonly received: Received; readonly unchanged: boolean }
  | { readonly is: 'unreadable'; readonly received: Received }
);

/** Who reads, and what the case knows already. */
export interface Following {
  readonly casefile: Casefile;
  readonly reader: DocumentReader;
  readonly sandbox: Sandbox;
  readonly signal?: AbortSignal | undefined;
}

interface Desk extends Following {
  readonly latest: ReadonlyMap<string, Received>;
  /** Bytes that are being read, by hash: null once they are a source, else why they are none. */
  readonly begun: Map<string, Promise<Reason | null>>;
  readonly inTurn: InTurn;
}

/**
 * What becomes of each file and of all that it holds, in order: a container first, then its
 * documents. A few are read ahead of the one that is given.
 */
export async function* followFiles(found: readonly FoundFile[], following: Following): AsyncGenerator<Fate> {
  const latest = new Map((await following.casefile.received()).map((entry) => [entry.path, entry]));
  const desk = {
    ...following,
    latest,
    begun: new Map<string, Promise<Reason | null>>(),
    inTurn: takeTurns(),
  };
  yield* fatesOf(found.map(comingOf), desk);
}

function comingOf(found: FoundFile): Coming {
  const { path, file, byteLength, at = path } = found;
  const tally = { members: BUDGET.members, bytes: BUDGET.bytes };
  return { path, file, byteLength, bytes: () => readFile(at), refused: null, tally, depth: 0 };
}

async function* fatesOf(files: Iterable<Coming> | AsyncIterable<Coming>, desk: Desk): AsyncGenerator<Fate> {
  const ahead: { file: Coming; fate: Promise<Fate> }[] = [];
  for await (const file of files) {
    if (desk.signal?.aborted) break;
    ahead.push({ file, fate: fateOf(file, desk) });
    // A large document is read part by part while it is kept: nothing else is read beside it.
    while (ahead.length >= (file.byteLength > LARGE_BYTES ? 1 : READ_AHEAD)) yield* nextOf(ahead, desk);
  }
  while (ahead.length > 0) yield* nextOf(ahead, desk);
}

async function* nextOf(ahead: { file: Coming; fate: Promise<Fate> }[], desk: Desk): AsyncGenerator<Fate> {
  const next = ahead.shift();
  if (next === undefined) throw new Error('nothing is being read');
  const fate = await next.fate;
  yield fate;
  if (fate.is === 'document') yield* fatesOf(membersOf(next.file, fate.holds), desk);
}

/** The documents within one, each under the name that it has there; what breaks off is said. */
async function* membersOf(container: Coming, members: ReadOne['members']): AsyncGenerator<Coming> {
  const names = new Map<string, number>();
  const under = { tally: container.tally, depth: container.depth + 1 };
  try {
    for await (const member of members) {
      const place = placeOf(container, member.name, names);
      container.tally.members -= 1;
      if ('bytes' in member) container.tally.bytes -= member.bytes.byteLength;
      yield { ...place, ...under, ...contentOf(member) };
    }
  } catch (error) {
    const { code, reason } = reasonOf(error);
    yield {
      ...placeOf(container, 'what follows', names),
      ...under,
      ...contentOf({ name: '', code, reason }),
    };
  }
}

function contentOf(member: Member): Pick<Coming, 'bytes' | 'byteLength' | 'refused'> {
  const bytes = 'bytes' in member ? member.bytes : new Uint8Array(0);
  return {
    bytes: async () => bytes,
    byteLength: bytes.byteLength,
    refused: 'code' in member ? member : null,
  };
}

/** Two documents of one name in one container are two: the second is numbered. */
function placeOf(container: Coming, name: string, names: Map<string, number>) {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  const path = `${container.path}/${name}${count === 1 ? '' : ` (${count})`}`;
  return { path, file: basename(path) };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs pieces of work one after another, in the order in which they were handed over. */
function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => {});
    return next;
  };
}

interface Claimed {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Whether the case holds these bytes, or will once they are read; null where this file is the first to have them. */
  readonly known: Promise<Reason | null> | null;
  /** Tells the others that have these bytes what became of them. */
  readonly tell: (reason: Reason | null) => void;
}

interface Reason {
  readonly code: ErrorCode;
  readonly reason: string;
}

/** Bytes, hash, and the source that holds these bytes already. In order, so that of two like files the first is the source. */
async function claimBytes(file: Coming, { casefile, begun }: Desk): Promise<Claimed> {
  const bytes = await file.bytes();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const held = (await casefile.sourceWith(sha256)) === null ? null : Promise.resolve(null);
  const known = begun.get(sha256) ?? held;
  const { promise, resolve } = Promise.withResolvers<Reason | null>();
  if (known === null) begun.set(sha256, promise);
  return { bytes, sha256, known, tell: resolve };
}

async function fateOf(file: Coming, desk: Desk): Promise<Fate> {
  const within = file.depth > 0;
  if (file.refused !== null) return brokenFate(file, null, file.refused);
  let claimed: Claimed;
  try {
    claimed = await desk.inTurn(() => claimBytes(file, desk));
  } catch (cause) {
    return brokenFate(file, null, reasonOf(unreadable(file, cause)));
  }
  const { sha256, known, tell } = claimed;
  if (known !== null) {
    const reason = await known;
    if (reason !== null) return brokenFate(file, sha256, reason);
    return { ...knownFate(file, sha256, sourceIdOf(sha256), desk.latest.get(file.path)), within };
  }
  try {
    const fate = await readFate(file, claimed, desk);
    tell(null);
    return { ...fate, within };
  } catch (error) {
    const reason = reasonOf(error);
    tell(reason);
    return brokenFate(file, sha256, reason);
  }
}

function brokenFate(file: Coming, sha256: string | null, reason: Reason): Fate {
  const byteLength = file.refused === null ? file.byteLength : null;
  const received = receivedBroken(file.path, file.file, byteLength, sha256, reason);
  return { is: 'unreadable', within: file.depth > 0, received };
}

async function readFate(file: Coming, { bytes, sha256 }: Claimed, { reader, sandbox }: Desk) {
  const { source, sections, parts, members } = needsProcess(bytes)
    ? await readApart(file, bytes, reader, sandbox)
    : await reader.open(bytes, file, budgetOf(file));
  const received: Received = {
    ...{ ...entryOf(file, sha256), outcome: 'read', source: sourceIdOf(sha256), code: null, reason: null },
  };
  const document = { received, source, sections, parts, original: bytes };
  return { is: 'document' as const, document, holds: members };
}

/** What is no text is opened in a process of its own; what came out is read like any other. */
async function readApart(
  file: Coming,
  bytes: Uint8Array,
  reader: DocumentReader,
  sandbox: Sandbox,
): Promise<ReadOne> {
  const { path, file: name } = file;
  const { intake, members } = await sandbox.open(bytes, { path, file: name }, budgetOf(file));
  return { ...(await reader.read(intake, intake.source.text.length)), members };
}

function budgetOf({ tally, depth }: Coming): Budget {
  return { depth: BUDGET.depth - depth, members: tally.members, bytes: tally.bytes };
}

function knownFate(file: FoundFile, sha256: string, source: string, before: Received | undefined) {
  const unchanged = before?.sha256 === sha256 && before.outcome !== 'superseded';
  if (unchanged) return { is: 'known' as const, unchanged, received: before };
  const reason = 'The same bytes are in the case already, under another name. They are read once.';
  const received: Received = { ...entryOf(file, sha256), outcome: 'duplicate', source, code: null, reason };
  return { is: 'known' as const, unchanged, received };
}

function entryOf(file: FoundFile, sha256: string | null) {
  return { path: file.path, file: file.file, byteLength: file.byteLength, sha256 };
}

/** A file of which nothing is in the case, with the reason. */
export function receivedBroken(
  path: string,
  file: string,
  byteLength: number | null,
  sha256: string | null,
  { code, reason }: Reason,
): Received {
  return { path, file, byteLength, sha256, outcome: 'unreadable', source: null, code, reason };
}

/** What an error says of the file that it came from. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof HearsayError) return { code: error.code, reason: error.message };
  return { code: 'intake/malformed', reason: brokenReaderMessage(error) };
}

function unreadable(file: FoundFile, cause: unknown): HearsayError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new HearsayError(
    'intake/unreadable-file',
    `${file.file} could not be opened (${detail}). Check that you may read it, then read it again.`,
    { cause },
  );
}
