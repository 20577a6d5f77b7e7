import { type Static, Type } from '@sinclair/typebox';
import { orNull } from './schema.ts';

/** Where a dropped file stood, with `/` between folders. */
export const DropQuery = Type.Object({ path: Type.String({ minLength: 1, maxLength: 2000 }) });
export type DropQuery = Static<typeof DropQuery>;

/** How far the reading of dropped files is; `done` says what came of them. */
export const ReadingView = Type.Object({
  files: Type.Integer(),
  filesInAll: orNull(Type.Integer()),
  path: orNull(Type.String()),
  checking: Type.Boolean(),
  done: orNull(
    Type.Object({
      read: Type.Integer(),
      /** Held already, under this name or another. */
      known: Type.Integer(),
      unreadable: Type.Array(Type.Object({ path: Type.String(), reason: Type.String() })),
      unreadableCount: Type.Integer(),
      /** Why the reading as a whole broke off, or null. */
      fault: orNull(Type.String()),
    }),
  ),
});
export type ReadingView = Static<typeof ReadingView>;

export const KeptReply = Type.Object({ kept: Type.Boolean() });
export type KeptReply = Static<typeof KeptReply>;
