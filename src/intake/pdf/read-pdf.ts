import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HearsayError } from '../../errors.ts';
import type { Claim, Doubt } from '../../statement/source.ts';
import { describeContainer } from '../containers/describe-container.ts';
import type { Member } from '../containers/member.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type LaidOut, readLaidOut } from '../laid-out-text.ts';
import { paragraphsOfPage } from './page-paragraphs.ts';
import { countPictures, scannedPages } from './scanned-pages.ts';

/** Errors of pdf.js by name, and what each means. */
const ENCRYPTED = 'PasswordException';
const CLAIMED = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'];

/** A page with a large picture and fewer letters than this (a scanner's own mark) is a scan. */
const FEW_LETTERS = 60;
/** Pictures of more pixels are left out: some A4 sheet at 600 dots an inch. */
const MOST_PIXELS = 60_000_000;
/** Decoders for the packings that scanners use, beside pdf.js; read as files, never fetched. */
const DECODERS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'wasm/');

/**
 * The text of a PDF, page by page, each paragraph with its place; what is not seen by somebody
 * who looks at the page is labelled. Nothing of the file is run: no scripts, no XFA, no fonts
 * loaded. Attached files come as members, and so do the pictures of scanned pages, whose text is
 * recognised there. Throws `intake/encrypted`, and `intake/no-text` where there are pages and neither
 * words nor pictures on them.
 */
export async function readPdf(
  bytes: Uint8Array,
  context: FormatContext,
): Promise<{ reading: FormatReading; members: AsyncIterable<Member> }> {
  const document = await openPdf(bytes);
  const paragraphs: LaidOut[] = [];
  const doubts: Doubt[] = [];
  const scanned: number[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      const found = await paragraphsOfPage(page, number);
      paragraphs.push(...found);
      if (lettersOf(found) < FEW_LETTERS && (await countPictures(page)) > 0) scanned.push(number);
      page.cleanup();
    } catch (error) {
      doubts.push(lostPage(number, error));
    }
  }
  const attached = await attachmentsOf(document);
  if (paragraphs.length === 0 && scanned.length + attached.length === 0)
    throw noText(document.numPages, doubts);
  const reading = paragraphs.length === 0 ? pagesOnly(scanned, context) : readLaidOut(paragraphs, context);
  return {
    reading: {
      ...reading,
      mediaType: 'application/pdf',
      claims: [...reading.claims, ...(await claimsOf(document))],
      doubts: [...reading.doubts, ...doubts, ...(scanned.length === 0 ? [] : [scans(scanned)])],
    },
    members: membersOf(document, attached, scanned),
  };
}

function lettersOf(paragraphs: readonly LaidOut[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
}

/** A PDF without words of its own is a pile of pictures. */
function pagesOnly(scanned: readonly number[], context: FormatContext): FormatReading {
  const listed = scanned.map((number) => ({ name: `page ${number}`, bytes: null, refused: null }));
  return describeContainer(
    { noun: 'scanned PDF', mediaType: 'application/pdf', claims: [] },
    listed,
    context,
  );
}

async function* membersOf(
  document: PDFDocumentProxy,
  attached: readonly Member[],
  scanned: readonly number[],
): AsyncGenerator<Member> {
  yield* attached;
  yield* scannedPages(document, scanned);
}

const LIMITED = { verbosity: 0, wasmUrl: DECODERS, maxImageSize: MOST_PIXELS };

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // pdf.js takes the bytes for itself; ours are kept as the original.
    const data = new Uint8Array(bytes);
    const safe = { isEvalSupported: false, enableXfa: false, disableFontFace: true, useWorkerFetch: false };
    return await getDocument({ data, ...safe, useSystemFonts: false, stopAtErrors: false, ...LIMITED })
      .promise;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const detail = error instanceof Error ? error.message : String(error);
    if (name === ENCRYPTED) {
      throw new HearsayError(
        'intake/encrypted',
        'The PDF is locked with a password. Unlock a copy (open it and save or print it as PDF) and read that.',
      );
    }
    throw new HearsayError(
      'intake/malformed',
      `The PDF could not be opened (${detail}). It may be cut off or damaged: ask for it again, or print a copy as PDF and read that.`,
      { cause: error },
    );
  }
}

async function attachmentsOf(document: PDFDocumentProxy): Promise<Member[]> {
  const found = (await document.getAttachments().catch(() => null)) as Readonly<
    Record<string, { filename?: string; content?: Uint8Array }>
  > | null;
  return Object.entries(found ?? {}).flatMap(([key, { filename, content }]) =>
    content === undefined ? [] : [{ name: filename ?? key, bytes: content }],
  );
}

/** What the file says of itself. Anybody can write anything there. */
async function claimsOf(document: PDFDocumentProxy): Promise<Claim[]> {
  const metadata = await document.getMetadata().catch(() => null);
  const info = (metadata?.info ?? {}) as Readonly<Record<string, unknown>>;
  const said = CLAIMED.flatMap((key) => {
    const value = info[key];
    return typeof value === 'string' && value.trim() !== '' ? [{ key: `pdf ${key}`, value, span: null }] : [];
  });
  return [...said, { key: 'pages', value: String(document.numPages), span: null }];
}

function lostPage(number: number, error: unknown): Doubt {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'intake/page-not-read', text: `Page ${number} could not be read (${detail}).`, span: null };
}

function scans(pages: readonly number[]): Doubt {
  const which =
    pages.length === 1 ? `Page ${pages[0]} is a picture` : `Pages ${pages.join(', ')} are pictures`;
  const text = `${which}: what text can be recognised there is read as a document of its own, beside this one.`;
  return { code: 'intake/page-is-picture', text, span: null };
}

function noText(pages: number, doubts: readonly Doubt[]): HearsayError {
  const lost = doubts.length === 0 ? '' : ` ${doubts.length} of them could not be read at all.`;
  return new HearsayError(
    'intake/no-text',
    `The PDF has ${pages} ${pages === 1 ? 'page' : 'pages'} and no text in them.${lost} Its letters may be drawn as shapes: print it as a picture (PNG) and read that.`,
  );
}
