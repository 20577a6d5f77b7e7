import { HearsayError } from '../../errors.ts';
import type { Budget, Member } from '../containers/member.ts';
import { unpackEntries } from '../containers/open-zip.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type LaidOut, readLaidOut } from '../laid-out-text.ts';
import { docxParagraphs } from './docx-paragraphs.ts';
import { linksOf, propertiesOf } from './package-claims.ts';

const MAIN = 'word/document.xml';
const NOTES = /^word\/(?:footnotes|endnotes)\.xml$/;
const EDGES = /^word\/(?:header|footer)\d*\.xml$/;
const COMMENTS = 'word/comments.xml';
const EMBEDDED = /^word\/(?:embeddings|media)\/([^/]+)$/;
const LINKS = /^word\/_rels\/.*\.rels$/;
const CORE = 'docProps/core.xml';
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Whether the names of an archive's entries are those of a Word document. */
export function isDocx(names: readonly string[]): boolean {
  return names.includes(MAIN) && names.includes('[Content_Types].xml');
}

/**
 * A Word document (DOCX, DOCM): text, tables, notes, heads and feet; comments, deleted and hidden
 * text labelled and never joined to what is seen. What its properties say and where it links to
 * are claims; no link is followed and no macro run. Embedded files and pictures are members.
 */
export async function readDocx(
  bytes: Uint8Array,
  context: FormatContext,
  budget: Budget,
): Promise<{ reading: FormatReading; members: readonly Member[] }> {
  const wanted = (name: string) =>
    name === MAIN ||
    name === COMMENTS ||
    name === CORE ||
    [NOTES, EDGES, EMBEDDED, LINKS].some((part) => part.test(name));
  const parts = await unpackEntries(bytes, wanted, budget);
  const main = parts.get(MAIN);
  const paragraphs = main === undefined ? [] : paragraphsOf(main, parts);
  const members = membersOf(parts);
  if (paragraphs.length === 0 && members.length === 0) throw noText();
  const reading = readLaidOut(paragraphs, context);
  const claims = [...reading.claims, ...propertiesOf(parts.get(CORE), 'docx'), ...linksOf(parts, LINKS)];
  return { reading: { ...reading, mediaType: MEDIA_TYPE, claims }, members };
}

function paragraphsOf(main: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): LaidOut[] {
  const named = (pattern: RegExp) =>
    [...parts].filter(([name]) => pattern.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const comments = parts.get(COMMENTS);
  return [
    ...docxParagraphs(main),
    ...[...named(NOTES), ...named(EDGES)].flatMap(([, xml]) => docxParagraphs(xml)),
    ...(comments === undefined ? [] : docxParagraphs(comments, 'comment')),
  ];
}

function membersOf(parts: ReadonlyMap<string, Uint8Array>): Member[] {
  return [...parts].flatMap(([name, bytes]) => {
    const own = EMBEDDED.exec(name)?.[1];
    return own === undefined ? [] : [{ name: own, bytes }];
  });
}

function noText(): HearsayError {
  return new HearsayError(
    'intake/no-text',
    'The Word document holds no text. It may be an empty form, or hold only drawings: print it as PDF and have its text recognised (OCR).',
  );
}
