/** A case's own events as its file was written; what is read of the words is worked out anew each time. */
export interface CaseEventsFile {
  /** Name of the file, for messages. */
  readonly file: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  readonly text: string;
}
