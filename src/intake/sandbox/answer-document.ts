/**
 * What runs in a document's process: one question on standard input, answers on standard
 * output (frames, see frames.ts), no file and no network. A fault is an answer too; what it
 * says holds no word of the document but names that a container lists.
 */
import { once } from 'node:events';
import { HearsayError } from '../../errors.ts';
import { openDocument } from '../open-document.ts';
import type { Question } from './answers.ts';
import { framesOf, packFrame } from './frames.ts';

async function answer(): Promise<void> {
  for await (const { head, body } of framesOf(process.stdin, Number.MAX_SAFE_INTEGER)) {
    const { origin, budget } = head as Question;
    const { intake, members } = await openDocument(body, origin, budget);
    await tell({ is: 'intake', intake: { ...intake, passages: [...intake.passages] } });
    for await (const member of members) {
      if ('bytes' in member) await tell({ is: 'member', name: member.name }, member.bytes);
      else await tell({ is: 'refused', ...member });
    }
    await tell({ is: 'end' });
    return;
  }
}

async function tell(head: unknown, body?: Uint8Array): Promise<void> {
  if (!process.stdout.write(packFrame(head, body))) await once(process.stdout, 'drain');
}

try {
  await answer();
} catch (error) {
  const code = error instanceof HearsayError ? error.code : 'intake/malformed';
  await tell({ is: 'fault', code, message: error instanceof Error ? error.message : String(error) });
}
