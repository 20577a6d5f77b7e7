import type { Finding } from '../statement/finding.ts';
import type { SourceHead } from '../statement/pile.ts';
import { sliceOf } from '../statement/span.ts';
import type { Identity, Role, Statement } from '../statement/statement.ts';
import { identityByMention, type Publication, textKeeper } from './publication.ts';

/**
 * The case as one JSON object, in pieces that joined together are valid JSON, in a stable
 * order. The form is a contract that programs rely on: see docs/export.md. `quote` is exactly
 * the source's canonical text in `[start, end)`, UTF-16 code units.
 */
export async function* exportJson(publication: Publication): AsyncGenerator<string> {
  const { title, created, version } = publication.about;
  yield `{"hearsay":1,"case":${JSON.stringify({ title, created, version })},\n"sources":`;
  yield* listOf(sourceRows(publication));
  yield ',\n"identities":';
  yield* listOf(publication.identities.map(identityRow));
  yield ',\n"statements":';
  yield* listOf(statementRows(publication));
  yield ',\n"events":';
  yield* listOf(
    publication.happenings.map(
      ({ id, type, time, place, places, people, count, statements, origins, reasons }) => ({
        id,
        type,
        time,
        place,
        places,
        people,
        count,
        statements,
        origins,
        reasons,
      }),
    ),
  );
  yield ',\n"findings":';
  yield* listOf(findingRows(publication));
  yield '}\n';
}

async function* listOf(rows: Iterable<unknown> | AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '[';
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n]';
}

async function* sourceRows(publication: Publication) {
  for (const { id, file, sha256, mediaType, kind, title, publisher, date, language } of publication.sources) {
    const { length } = await publication.textOf(id);
    yield { id, file, sha256, mediaType, kind, title, publisher, date, language, length };
  }
}

function identityRow({ id, kind, name, spellings, status }: Identity) {
  return { id, kind, name, spellings, status };
}

async function* statementRows(publication: Publication) {
  const identities = identityByMention(publication.identities);
  const identityOf = (role: Role | null) =>
    role?.mention ? (identities.get(role.mention)?.id ?? null) : null;
  for (const source of publication.sources) {
    const statements = await publication.statementsOf(source.id);
    if (statements.length === 0) continue;
    const text = await publication.textOf(source.id);
    for (const statement of statements) yield statementRow(statement, source, text, identityOf);
  }
}

function statementRow(
  statement: Statement,
  source: SourceHead,
  text: string,
  identityOf: (role: Role | null) => string | null,
) {
  const { id, span, voice, event, polarity, modality, quantity, time } = statement;
  return {
    id,
    file: source.file,
    source: source.id,
    quote: sliceOf(text, span),
    start: span.start,
    end: span.end,
    voice: voice.map(({ name }) => name),
    event,
    polarity,
    modality,
    agent: identityOf(statement.agent),
    patient: identityOf(statement.patient),
    quantity: quantity && {
      min: quantity.min,
      max: quantity.max,
      of: quantity.of,
      per: quantity.per,
      cumulative: quantity.cumulative,
    },
    time: time && (time.from !== null || time.to !== null) ? { from: time.from, to: time.to } : null,
    place: identityOf(statement.place),
  };
}

async function* findingRows(publication: Publication) {
  const textOf = textKeeper(publication);
  const files = new Map(publication.sources.map((source) => [source.id, source.file]));
  for (const finding of publication.findings) yield await findingRow(finding, files, textOf);
}

async function findingRow(
  finding: Finding,
  files: ReadonlyMap<string, string>,
  textOf: (source: string) => Promise<string>,
) {
  const quotes = [];
  for (const { source, span } of finding.quotes) {
    quotes.push({
      file: files.get(source) ?? null,
      source,
      quote: sliceOf(await textOf(source), span),
      start: span.start,
      end: span.end,
    });
  }
  return {
    id: finding.id,
    kind: finding.kind,
    quotes,
    why: finding.why,
    steps: finding.steps.map(({ text, result }) => (result === null ? text : `${text} => ${result}`)),
    assumes: finding.assumes.map(({ label, text }) => `${label}: ${text}`),
    rank: finding.rank,
  };
}
