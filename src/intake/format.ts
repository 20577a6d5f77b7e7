import type { Claim, Doubt, Passage, Section, SourceKind } from '../statement/source.ts';
import type { Member } from './containers/member.ts';

/** The formats that can be read; each has one reader. */
export const FORMAT_NAMES = [
  'text',
  'markdown',
  'chat-json',
  'srt',
  'vtt',
  'html',
  'web-archive',
  'mail',
  'vcard',
  'ftm',
  'table',
] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** What `sniff` says of a document: which reader is to read it, and its media type. */
export interface Format {
  readonly name: FormatName;
  /** `text/plain`, `text/csv`, `message/rfc822` ... */
  readonly mediaType: string;
}

/** What a format reader must know of the document beside its text. */
export interface FormatContext {
  /** Id of the source, for the ids of sections and passages. */
  readonly sourceId: string;
  /** Base name as received. */
  readonly file: string;
}

/**
 * What a format reader gives. All spans count in `text`, in UTF-16 code units.
 * Passages come in order, do not overlap, and together cover every character of
 * `text` that is not white space.
 */
export interface FormatReading {
  /**
   * The canonical text: the very string that was given to the reader wherever spans
   * into it are exact, else a readable text that the reader built (mail, some JSON).
   */
  readonly text: string;
  readonly kind: SourceKind;
  readonly mediaType: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly date: string | null;
  /** BCP 47 tag, where the document itself says it (`lang`, `Content-Language`). */
  readonly language?: string | null;
  readonly claims: readonly Claim[];
  readonly doubts: readonly Doubt[];
  readonly sections: readonly Section[];
  /** May be walked more than once. */
  readonly passages: Iterable<Passage>;
  /** Documents within it that are to be opened as such (pictures of an address book). */
  readonly members?: readonly Member[];
}

/** A reader of one format: text in, sections and passages out. Throws only HearsayError `intake/malformed`. */
export type FormatReader = (text: string, context: FormatContext) => FormatReading;
