import { createHash } from 'node:crypto';
import { HearsayError } from '../errors.ts';
import { sourceIdOf } from '../statement/id.ts';
import type { Intake } from '../statement/reading.ts';
import type { Claim } from '../statement/source.ts';
import { BUDGET, type Budget, type Member, type Opened } from './containers/member.ts';
import { isMbox, openMbox } from './containers/open-mbox.ts';
import type { FormatContext, FormatReading } from './format.ts';
import { readDocument } from './read-document.ts';
import { type BinaryFormat, sniffBinary } from './sniff-binary.ts';

export interface Origin {
  readonly path: string;
  readonly file: string;
}

interface BinaryReading {
  readonly reading: FormatReading;
  readonly members?: Iterable<Member> | AsyncIterable<Member>;
}

type BinaryReader = (
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
) => BinaryReading | Promise<BinaryReading>;

/** Readers are loaded when first needed: a pile of texts needs none of them. */
const READERS: Record<BinaryFormat, () => Promise<BinaryReader>> = {
  pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  zip: async () => (await import('./containers/open-package.ts')).openPackage,
  tar: async () => (await import('./containers/open-tar.ts')).openTar,
  rtf: async () => (await import('./rtf/read-rtf.ts')).readRtf,
  msg: async () => (await import('./outlook/read-msg.ts')).readMsg,
  picture: async () => (await import('./pictures/read-picture.ts')).readPicture,
  gzip: async () => (await import('./containers/open-gzip.ts')).openGzip,
};

/** Formats that are nothing but what they hold. */
const CONTAINERS: ReadonlySet<BinaryFormat | null> = new Set<BinaryFormat>(['zip', 'tar', 'gzip']);

/** Whether a document is to be opened in a process of its own: what is no text is parsed by code that bytes may subvert. */
export function needsProcess(bytes: Uint8Array): boolean {
  return sniffBinary(bytes) !== null;
}

/**
 * A document of any format: itself as a source, and the documents that it holds (files of an
 * archive, mails of a mailbox, attachments). Throws a `HearsayError` of `intake/`; what cannot
 * be taken of what it holds is a member with a reason.
 */
export async function openDocument(
  bytes: Uint8Array,
  origin: Origin,
  budget: Budget = BUDGET,
): Promise<Opened> {
  const format = sniffBinary(bytes);
  const holds = CONTAINERS.has(format) || isMbox(bytes);
  if (holds && budget.depth <= 0) refuseDepth();
  if (format !== null) return openBinary(await READERS[format](), bytes, origin, budget);
  if (isMbox(bytes)) return openBinary(openMbox, bytes, origin, budget);
  const attachments: Member[] = [];
  const intake = await readDocument(bytes, origin, attachments);
  return { intake, members: attachments };
}

/** Archives within archives, deeper than any that people make, are made to keep a reader busy. */
function refuseDepth(): never {
  throw new HearsayError(
    'intake/refused',
    `This archive lies more than ${BUDGET.depth} archives deep. It was not opened. If you trust it, unpack it yourself and read the folder.`,
  );
}

async function openBinary(
  read: BinaryReader,
  bytes: Uint8Array,
  origin: Origin,
  budget: Budget,
): Promise<Opened> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { reading, members = [] } = await read(
    bytes,
    { sourceId: sourceIdOf(sha256), file: origin.file },
    budget,
  );
  return { intake: intakeOf(reading, bytes.byteLength, sha256, origin), members };
}

function intakeOf(reading: FormatReading, byteLength: number, sha256: string, origin: Origin): Intake {
  const { sections, passages, language, ...rest } = reading;
  const claims: readonly Claim[] = reading.claims;
  return {
    source: {
      ...{ id: sourceIdOf(sha256), sha256, file: origin.file, path: origin.path, byteLength },
      ...rest,
      ...{ encoding: null, language: language ?? null, claims },
    },
    sections,
    passages,
  };
}
