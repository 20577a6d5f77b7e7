import { openDocument } from '../../src/intake/open-document.ts';
import { sliceOf } from '../../src/statement/span.ts';

/** A document opened here and not in a process of its own, with what its labelled passages say. */
export async function readOpened(bytes: Uint8Array, file: string) {
  const { intake, members } = await openDocument(bytes, { path: file, file });
  const passages = [...intake.passages];
  const { source } = intake;
  const labels = passages.flatMap(({ hidden, span }) =>
    hidden === undefined ? [] : [[hidden, sliceOf(source.text, span)]],
  );
  return { source, passages, labels, members: await Array.fromAsync(members) };
}
