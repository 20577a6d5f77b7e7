import type { FormatContext } from '../format.ts';
import { isDocx, readDocx } from '../office/read-docx.ts';
import { isOdf, readOdf } from '../office/read-odf.ts';
import { isPptx, readPptx } from '../office/read-pptx.ts';
import { isXlsx, readXlsx } from '../office/read-xlsx.ts';
import type { Budget } from './member.ts';
import { isListLost, openCutZip } from './open-cut-zip.ts';
import { entryNames, openZip } from './open-zip.ts';

/** What begins like a ZIP archive: an office document by what it holds, else an archive, whole or cut off. */
export async function openPackage(bytes: Uint8Array, context: FormatContext, budget: Budget) {
  let names: readonly string[];
  try {
    names = await entryNames(bytes, budget);
  } catch (error) {
    if (isListLost(error)) return openCutZip(bytes, context, budget, error);
    throw error;
  }
  if (isXlsx(names)) return readXlsx(bytes, context, budget);
  if (isPptx(names)) return readPptx(bytes, context, budget);
  if (isOdf(names)) return readOdf(bytes, context, budget);
  return isDocx(names) ? readDocx(bytes, context, budget) : openZip(bytes, context, budget);
}
