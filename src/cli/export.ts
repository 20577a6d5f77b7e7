import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Casefile } from '../casefile/port.ts';
import { HearsayError } from '../errors.ts';
import { exportCsv } from '../publish/export-csv.ts';
import { exportFtm } from '../publish/export-ftm.ts';
import { exportJson } from '../publish/export-json.ts';
import type { Publication } from '../publish/publication.ts';
import { tell } from './terminal.ts';
import { type CommonFlags, withCase } from './with-case.ts';

const FORMATS = { json: exportJson, csv: exportCsv, ftm: exportFtm } as const;

interface ExportFlags extends CommonFlags {
  readonly format?: string;
  readonly out?: string;
}

/** `hearsay export --format json|csv|ftm [--out FILE]`: to a file, written whole or not at all, or to standard output. */
export function exportCase(flags: ExportFlags): Promise<void> {
  const format = flags.format ?? 'json';
  if (!isFormat(format))
    throw new HearsayError(
      'cli/usage',
      `There is no format "${format}". Take one of: ${Object.keys(FORMATS).join(', ')}.`,
    );
  return withCase(flags, async (casefile) => {
    const pieces = FORMATS[format](await publicationOf(casefile));
    if (flags.out === undefined || flags.out === '-')
      await pipeline(Readable.from(pieces), process.stdout, { end: false });
    else await writeWhole(resolve(flags.out), pieces);
  });
}

function isFormat(format: string): format is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, format);
}

async function writeWhole(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(partial, { flush: true }));
    await rename(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof HearsayError) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new HearsayError(
      'casefile/unwritable',
      `${path} could not be written (${detail}). Nothing was left behind; choose another place with --out.`,
      { cause },
    );
  }
  tell(`Written: ${path}`);
}

/** What the exports need of a case. */
export async function publicationOf(casefile: Casefile): Promise<Publication> {
  const { identities, happenings, findings } = await casefile.account();
  return {
    about: await casefile.about(),
    sources: await casefile.sources(),
    identities,
    happenings,
    findings,
    textOf: async (source) => (await casefile.source(source)).text,
    statementsOf: (source) => casefile.statements({ source }),
    originalOf: (sha256) => casefile.original(sha256),
  };
}
