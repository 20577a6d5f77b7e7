import { HearsayError } from '../../errors.ts';
import type { Claim } from '../../statement/source.ts';
import { describeContainer, type Listed } from '../containers/describe-container.ts';
import type { Budget, Member } from '../containers/member.ts';
import { unpackEntries } from '../containers/open-zip.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { readLaidOut } from '../laid-out-text.ts';
import { odfParagraphs } from './odf-paragraphs.ts';
import { type HidingStyles, hidingStyles } from './odf-styles.ts';
import { type OdsTable, odsTables } from './ods-tables.ts';
import { propertiesOf } from './package-claims.ts';
import { walkXml } from './walk-xml.ts';
import { notWrittenOut, writeTable } from './write-table.ts';

const CONTENT = 'content.xml';
const STYLES = 'styles.xml';
const META = 'meta.xml';
const MANIFEST = 'META-INF/manifest.xml';
const KIND = 'mimetype';
const EMBEDDED = /^(?:Pictures|Media)\/([^/]+)$/;
const SHEETS = 'application/vnd.oasis.opendocument.spreadsheet';

interface Opened {
  readonly reading: FormatReading;
  readonly members: readonly Member[];
}

/** Whether the names of an archive's entries are those of an OpenDocument file. */
export function isOdf(names: readonly string[]): boolean {
  return names.includes(CONTENT) && names.includes(KIND);
}

/**
 * An OpenDocument file: texts (ODT) and presentations (ODP) with what was deleted or hidden,
 * comments and notes labelled; spreadsheets (ODS) as a source that lists its sheets, each a table
 * and a member. Throws `intake/encrypted` where it is locked and `intake/no-text` where it is empty.
 */
export async function readOdf(bytes: Uint8Array, context: FormatContext, budget: Budget): Promise<Opened> {
  const wanted = (name: string) =>
    [CONTENT, STYLES, META, MANIFEST, KIND].includes(name) || EMBEDDED.test(name);
  const parts = await unpackEntries(bytes, wanted, budget);
  refuseLocked(parts.get(MANIFEST));
  const content = parts.get(CONTENT) ?? new Uint8Array();
  const hiding = hidingStyles([parts.get(STYLES), content]);
  const mediaType = Buffer.from(parts.get(KIND) ?? '')
    .toString('latin1')
    .trim();
  const claims = [...propertiesOf(parts.get(META), 'odf'), ...linksOf(content)];
  return mediaType.startsWith(SHEETS)
    ? readSheets(odsTables(content, hiding), claims, context)
    : readWords(content, hiding, parts, { mediaType, claims }, context);
}

function readWords(
  content: Uint8Array,
  hiding: HidingStyles,
  parts: ReadonlyMap<string, Uint8Array>,
  { mediaType, claims }: { mediaType: string; claims: readonly Claim[] },
  context: FormatContext,
): Opened {
  const paragraphs = odfParagraphs(content, hiding);
  const members = [...parts].flatMap(([name, bytes]) => {
    const own = EMBEDDED.exec(name)?.[1];
    return own === undefined ? [] : [{ name: own, bytes }];
  });
  if (paragraphs.length === 0 && members.length === 0) throw noText();
  const reading = readLaidOut(paragraphs, context);
  return { reading: { ...reading, mediaType, claims: [...reading.claims, ...claims] }, members };
}

function readSheets(tables: readonly OdsTable[], claims: readonly Claim[], context: FormatContext): Opened {
  const written = tables.map((table) => ({ table, bytes: Buffer.from(writeTable(table.rows)) }));
  const listed: Listed[] = written.map(({ table, bytes }) => ({
    name: `${table.name}${table.hidden ? ' (hidden sheet)' : ''}`,
    bytes: bytes.length,
    refused: bytes.length === 0 ? 'it is empty' : null,
  }));
  const said = tables.flatMap((table) => [
    ...(table.hidden ? [{ key: 'hidden sheet', value: table.name, span: null }] : []),
    ...table.said.map(({ key, value }) => ({
      key,
      value: key === 'hidden in a sheet' ? `${table.name}: ${value}` : value,
      span: null,
    })),
  ]);
  const what = { noun: 'spreadsheet', mediaType: SHEETS, claims: [...claims, ...said] };
  const reading = describeContainer(what, listed, context);
  return {
    reading: { ...reading, doubts: [...reading.doubts, ...tables.flatMap(notWrittenOut)] },
    members: written.flatMap(({ table, bytes }) =>
      bytes.length === 0 ? [] : [{ name: `${table.name}.tsv`, bytes }],
    ),
  };
}

/** Where pictures, frames and sections would be fetched from; nothing is. */
function linksOf(content: Uint8Array): Claim[] {
  const links = new Set<string>();
  walkXml(content, {
    open: (_, attributes) => {
      const link = attributes['xlink:href'] ?? '';
      if (/^(?:[a-z][a-z+.-]*:|\/\/|\.\.\/|\\\\)/i.test(link)) links.add(link);
    },
  });
  return [...links].map((value) => ({ key: 'link to outside, not followed', value, span: null }));
}

function refuseLocked(manifest: Uint8Array | undefined): void {
  if (manifest === undefined) return;
  walkXml(manifest, {
    open: (name) => {
      if (name === 'manifest:encryption-data') throw locked();
    },
  });
}

function locked(): HearsayError {
  return new HearsayError(
    'intake/encrypted',
    'The document is locked with a password. Open it with the password, save a copy without one, and read that.',
  );
}

function noText(): HearsayError {
  return new HearsayError(
    'intake/no-text',
    'The document holds no text. It may hold only drawings: print it as PDF and have its text recognised (OCR).',
  );
}
