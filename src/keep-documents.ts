import type { Casefile, ReadDocument } from './casefile/port.ts';
import { HearsayError } from './errors.ts';
import { reasonOf, receivedBroken } from './follow-files.ts';
import type { Received } from './statement/source.ts';

/** A transaction holds whole documents, up to about so many passages. */
const BATCH_PASSAGES = 6_000;

/** Keeps small documents several to a transaction, each whole, and large ones alone. */
export function startKeeper(casefile: Casefile) {
  let batch: ReadDocument[] = [];
  let size = 0;
  const finish = async () => {
    const whole = batch;
    batch = [];
    size = 0;
    if (whole.length > 0) await casefile.keepAll(whole);
  };
  return {
    finish,
    /** Gives what became of the document: its receipt, or another where its reader broke down half-way. */
    async keep(document: ReadDocument): Promise<Received> {
      if (!Array.isArray(document.parts)) {
        await finish();
        return keepLarge(document, casefile);
      }
      batch.push(document);
      size += document.parts.reduce((sum, part) => sum + part.passages.length, 0);
      if (size >= BATCH_PASSAGES) await finish();
      return document.received;
    },
    async note(received: Received) {
      // A duplicate points to a source that must be there first.
      await finish();
      await casefile.note(received);
    },
  };
}

/** A large document is read while it is kept; where that fails nothing of it stays, and the rest of the pile goes on. */
async function keepLarge(document: ReadDocument, casefile: Casefile): Promise<Received> {
  const { path, file, byteLength, sha256 } = document.received;
  try {
    await casefile.keep(document);
    return document.received;
  } catch (error) {
    if (error instanceof HearsayError && !error.code.startsWith('intake/')) throw error;
    const received = receivedBroken(path, file, byteLength, sha256, reasonOf(error));
    await casefile.note(received);
    return received;
  }
}
