/** Where in a case something changed by itself. */
export type DamagedPart = 'file' | 'original' | 'reading' | 'log' | 'account';

/** One thing that is not as it was kept. */
export interface Damage {
  readonly part: DamagedPart;
  /** What it concerns: a file that was received, with its path and the id of its source; null where none is known. */
  readonly file: string | null;
  readonly path: string | null;
  readonly source: string | null;
  /** SHA-256 that an original should have; the number of a decision in the log. */
  readonly sha256: string | null;
  readonly decision: number | null;
  /** What was found, without a word of any source. */
  readonly says: string;
  readonly todo: string;
}

/** What `verifyCase` looked at, and what it found. */
export interface Verification {
  readonly originals: number;
  readonly originalBytes: number;
  /** Sources of which what was read is sealed, and those kept by a version that did not seal. */
  readonly readings: number;
  readonly unsealed: number;
  readonly decisions: number;
  /** Hash of the last decision: noted elsewhere, it shows later that the log was not cut short. */
  readonly logHead: string | null;
  /** Greatest harm first: the file's form, originals, the log, what was read, what was worked out. */
  readonly damages: readonly Damage[];
}

const TODO: Readonly<Record<DamagedPart, string>> = {
  file: 'Copy the case file aside before anything else and do not write to it. Restore a backup (hearsay restore), or read the originals into a new case; the sqlite3 command ".recover" on a copy may save what no backup has.',
  original:
    'The bytes are no longer those that were received: do not cite them. Take the file from a backup (hearsay restore) or from where it came, and read it into a new case.',
  log: 'What was decided may not be what the log says now. Compare with a backup or an export of it; do not rely on this decision.',
  reading:
    'The original may still be whole. Restore a backup (hearsay restore), or read the files into a new case.',
  account: 'Nothing is lost: read any file into the case, and it is worked out again.',
};

const NOTHING = { file: null, path: null, source: null, sha256: null, decision: null };

/** A damage with what to do about it. */
export function damageOf(part: DamagedPart, says: string, about: Partial<Damage> = {}): Damage {
  return { ...NOTHING, ...about, part, says, todo: TODO[part] };
}
