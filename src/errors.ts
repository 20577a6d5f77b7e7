/** Every code that a `HearsayError` can carry; docs/errors.md lists each with what to do. */
export const ERROR_CODES = [
  'intake/empty',
  'intake/binary',
  'intake/unreadable-file',
  'intake/unreadable-folder',
  'intake/malformed',
  'intake/too-large',
  'intake/refused',
  'intake/encrypted',
  'intake/no-text',
  'intake/time-limit',
  'intake/memory-limit',
  'intake/reader-died',
  'intake/no-such-path',
  'intake/skipped',
  'casefile/locked',
  'casefile/not-a-case',
  'casefile/newer-version',
  'casefile/no-such-case',
  'casefile/disk-full',
  'casefile/unwritable',
  'casefile/no-such-item',
  'casefile/damaged',
  'casefile/exists',
  'events/unreadable-file',
  'events/invalid',
  'cli/usage',
  'config/invalid',
  'server/forbidden',
  'server/bad-request',
  'server/not-found',
  'server/edit-conflict',
  'server/fault',
  'server/port-taken',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A fault: what was wrong and what to do, in the message; the cause kept. */
export class HearsayError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'HearsayError';
    this.code = code;
  }
}
