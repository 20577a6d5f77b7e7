import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { HearsayError } from '../../errors.ts';
import type { Claim, Doubt } from '../../statement/source.ts';
import type { Member } from '../containers/member.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type LaidOut, readLaidOut } from '../laid-out-text.ts';
import { paragraphsOfPage } from './page-paragraphs.ts';

/** Errors of pdf.js by name, and what each means. */
const ENCRYPTED = 'PasswordException';
const CLAIMED = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'];

/**
 * The text of a PDF, page by page, each paragraph with its place; what is not seen by somebody
 * who looks at the page is labelled. Nothing of the file is run: no scripts, no XFA, no fonts
 * loaded. Attached files come as members. Throws `intake/encrypted`, and `intake/no-text` where
 * there are pages and no words in them.
 */
export async function readPdf(
  bytes: Uint8Array,
  context: FormatContext,
): Promise<{ reading: FormatReading; members: readonly Member[] }> {
  const document = await openPdf(bytes);
  const paragraphs: LaidOut[] = [];
  const doubts: Doubt[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      paragraphs.push(...(await paragraphsOfPage(page, number)));
      page.cleanup();
    } catch (error) {
      doubts.push(lostPage(number, error));
    }
  }
  const members = await attachmentsOf(document);
  if (paragraphs.length === 0 && members.length === 0) throw noText(document.numPages, doubts);
  const reading = readLaidOut(paragraphs, context);
  const claims = [...reading.claims, ...(await claimsOf(document))];
  return {
    reading: { ...reading, mediaType: 'application/pdf', claims, doubts: [...reading.doubts, ...doubts] },
    members,
  };
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // pdf.js takes the bytes for itself; ours are kept as the original.
    const data = new Uint8Array(bytes);
    const safe = { isEvalSupported: false, enableXfa: false, disableFontFace: true, useWorkerFetch: false };
    return await getDocument({ data, ...safe, useSystemFonts: false, stopAtErrors: false, verbosity: 0 })
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

function noText(pages: number, doubts: readonly Doubt[]): HearsayError {
  const lost = doubts.length === 0 ? '' : ` ${doubts.length} of them could not be read at all.`;
  return new HearsayError(
    'intake/no-text',
    `The PDF has ${pages} ${pages === 1 ? 'page' : 'pages'} and no text in them.${lost} It may be a scan: have its text recognised (OCR), and read the PDF with text.`,
  );
}
