import type { ErrorCode } from '../../errors.ts';
import type { Intake } from '../../statement/reading.ts';

/** A document within another: a file of an archive, an attachment, a mail of a mailbox. */
export type Member = MemberBytes | MemberRefused;

export interface MemberBytes {
  /** As the container has it, for people only: nothing from a container becomes a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was there and could not be taken, with the reason. */
export interface MemberRefused {
  readonly name: string;
  readonly code: ErrorCode;
  readonly reason: string;
}

/** A document that was opened: itself as a source, and what it holds. */
export interface Opened {
  readonly intake: Intake;
  readonly members: Iterable<Member> | AsyncIterable<Member>;
}

/** What may still be unpacked, shared down nested containers. */
export interface Budget {
  /** Containers within containers from here on. */
  readonly depth: number;
  readonly members: number;
  readonly bytes: number;
}

/** Limits against archives made to exhaust a reader: six deep, 10,000 members, 2 GiB in all. */
export const BUDGET: Budget = { depth: 6, members: 10_000, bytes: 2 * 1024 * 1024 * 1024 };
