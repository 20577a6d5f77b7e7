import { crosscheck } from '../../src/crosscheck/crosscheck.ts';
import { openGazetteer } from '../../src/gazetteer/open-gazetteer.ts';
import { resolveNames } from '../../src/identity/resolve-names.ts';
import { readDocument } from '../../src/intake/read-document.ts';
import { readSource } from '../../src/reading/read-source.ts';
import type { Finding, FindingKind } from '../../src/statement/finding.ts';
import type { Pile } from '../../src/statement/pile.ts';

/** Files by name, read as a user's files are: intake, reading, names. */
export async function readTexts(files: Readonly<Record<string, string | Uint8Array>>): Promise<Pile> {
  const read = await Promise.all(
    Object.keys(files)
      .sort()
      .map(async (file) => {
        const body = files[file] ?? '';
        const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
        const intake = await readDocument(bytes, { path: file, file });
        return { intake, reading: readSource(intake.source, intake.sections, [...intake.passages]) };
      }),
  );
  const passages = new Map(read.map(({ intake }) => [intake.source.id, [...intake.passages]]));
  const texts = new Map(read.map(({ intake }) => [intake.source.id, intake.source.text]));
  const parts = {
    sources: read.map(({ intake }) => intake.source),
    sections: read.flatMap(({ intake }) => intake.sections),
    statements: read.flatMap(({ reading }) => reading.statements),
    figures: read.flatMap(({ reading }) => reading.figures),
    relations: read.flatMap(({ reading }) => reading.relations),
    mentions: read.flatMap(({ reading }) => reading.mentions),
    textOf: (source: string) => texts.get(source) ?? '',
    passagesOf: (source: string) => passages.get(source) ?? [],
  };
  return { ...parts, identities: resolveNames(parts.mentions, parts, [], openGazetteer()).identities };
}

/** What cross-checking finds in such files, of one kind. */
export async function findingsIn(
  kind: FindingKind,
  files: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> {
  const { findings } = crosscheck(await readTexts(files), openGazetteer());
  return findings.filter((finding) => finding.kind === kind);
}
