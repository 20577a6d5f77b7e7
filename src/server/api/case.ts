import { type Static, Type } from '@sinclair/typebox';
import { FindingCounts } from './findings.ts';
import { orNull } from './schema.ts';

/** A case in figures: what came in and what came of it. */
export const CaseReply = Type.Object({
  title: Type.String(),
  created: Type.String(),
  /** Who decides at this desk. */
  who: Type.String(),
  received: Type.Object({
    all: Type.Integer(),
    read: Type.Integer(),
    unreadable: Type.Integer(),
    duplicate: Type.Integer(),
    superseded: Type.Integer(),
  }),
  /** How many sources of each kind, most first. */
  kinds: Type.Array(Type.Object({ kind: Type.String(), count: Type.Integer() })),
  /** First and last of the dates that sources give themselves. */
  dates: orNull(Type.Object({ from: Type.String(), to: Type.String() })),
  statements: Type.Integer(),
  identities: Type.Integer(),
  findings: FindingCounts,
  holdings: Type.Integer(),
});
export type CaseReply = Static<typeof CaseReply>;
