import { type Static, Type } from '@sinclair/typebox';
import { orNull } from './schema.ts';

/** What holds a document's process in on this machine, in a sentence; null where the desk was not told. */
export const IsolationReply = Type.Object({ says: orNull(Type.String()) });
export type IsolationReply = Static<typeof IsolationReply>;
