import { createHash } from 'node:crypto';
import type { SourceHead } from '../statement/pile.ts';
import { sliceOf } from '../statement/span.ts';
import type { Identity, MentionKind, Role, Statement } from '../statement/statement.ts';
import { identityByMention, type Publication } from './publication.ts';

/** A FollowTheMoney entity: every value a string, every property a list. */
export interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  /** One data set a source, so that two sources that say the same stay two. */
  readonly datasets: readonly string[];
}

const SCHEMA_OF_KIND: Readonly<Record<MentionKind, string | null>> = {
  person: 'Person',
  group: 'LegalEntity',
  organization: 'Organization',
  role: 'LegalEntity',
  place: 'Address',
  vehicle: 'Vehicle',
  phone: null,
};

/**
 * The case as FollowTheMoney entities, one JSON object a line, in plain core schemata
 * (followthemoney.tech): a Document a source, an entity an identity, an Event a statement,
 * and a Documentation that ties the event to its document. Spans have no place in that
 * model; they stay in the JSON export.
 */
export async function* exportFtm(publication: Publication): AsyncGenerator<string> {
  for await (const entity of ftmEntities(publication)) yield `${JSON.stringify(entity)}\n`;
}

/** The entities of `exportFtm`, before they become lines. */
export async function* ftmEntities(publication: Publication): AsyncGenerator<FtmEntity> {
  const byMention = identityByMention(publication.identities);
  const heard = new Map<string, Set<string>>();
  for (const source of publication.sources) {
    yield await documentOf(source, publication);
    const statements = await publication.statementsOf(source.id);
    const text = statements.length > 0 ? await publication.textOf(source.id) : '';
    for (const statement of statements) {
      for (const identity of identitiesIn(statement, byMention)) {
        heard.set(identity.id, (heard.get(identity.id) ?? new Set()).add(source.id));
      }
      yield eventOf(statement, source, text, byMention);
      yield documentationOf(statement, source);
    }
  }
  for (const identity of publication.identities) {
    const entity = entityOf(identity, [...(heard.get(identity.id) ?? [])].sort());
    if (entity !== null) yield entity;
  }
}

async function documentOf(source: SourceHead, publication: Publication): Promise<FtmEntity> {
  const bytes = await publication.originalOf(source.sha256);
  return {
    id: source.id,
    schema: schemaOf(source),
    properties: properties({
      fileName: source.file,
      title: source.title ?? source.file,
      mimeType: source.mediaType,
      publishedAt: source.date,
      publisher: source.publisher,
      language: source.language && iso3(source.language),
      encoding: source.encoding?.name,
      fileSize: source.byteLength,
      // The model's checksum is SHA-1; ours, SHA-256, is in the notes.
      contentHash: createHash('sha1').update(bytes).digest('hex'),
      notes: `SHA-256 ${source.sha256}`,
      processingAgent: 'hearsay',
    }),
    datasets: [source.id],
  };
}

function schemaOf(source: SourceHead): string {
  if (source.mediaType === 'text/html') return 'HyperText';
  if (source.mediaType === 'message/rfc822') return 'Email';
  if (source.mediaType === 'text/csv' || source.mediaType === 'text/tab-separated-values') return 'Table';
  return 'PlainText';
}

/** FollowTheMoney writes languages as ISO 639-3. */
function iso3(language: string): string | null {
  const codes: Record<string, string> = {
    en: 'eng',
    tr: 'tur',
    ar: 'ara',
    es: 'spa',
    fr: 'fra',
    de: 'deu',
    pt: 'por',
    ru: 'rus',
    fa: 'fas',
    ku: 'kur',
    kmr: 'kmr',
    sr: 'srp',
    ro: 'ron',
    it: 'ita',
  };
  return codes[language.split('-')[0] ?? ''] ?? null;
}

function eventOf(
  statement: Statement,
  source: SourceHead,
  text: string,
  byMention: ReadonlyMap<string, Identity>,
): FtmEntity {
  const voices = statement.voice.map(({ name }) => name).join(' > ');
  const quote = sliceOf(text, statement.span);
  return {
    id: statement.id,
    schema: 'Event',
    properties: properties({
      name: `${voices} says: ${statement.event}`,
      summary: quote,
      description: `${voices}: “${quote}” (${statement.polarity}, ${statement.modality})`,
      startDate: statement.time?.from,
      endDate: statement.time?.to,
      location: statement.place?.text,
      recordId: `${source.file}#${statement.span.start}-${statement.span.end}`,
      publisher: source.publisher,
      proof: source.id,
      involved: peopleIn(statement, byMention).map((identity) => identity.id),
    }),
    datasets: [source.id],
  };
}

function documentationOf(statement: Statement, source: SourceHead): FtmEntity {
  return {
    id: `doc_${statement.id}`,
    schema: 'Documentation',
    properties: properties({ document: source.id, entity: statement.id, role: 'says' }),
    datasets: [source.id],
  };
}

function identitiesIn(statement: Statement, byMention: ReadonlyMap<string, Identity>): Identity[] {
  const roles: (Role | null)[] = [statement.agent, statement.patient, statement.place];
  return roles.flatMap((role) => (role?.mention ? (byMention.get(role.mention) ?? []) : []));
}

/** Identities that the model lets take part in an event: its legal entities. */
function peopleIn(statement: Statement, byMention: ReadonlyMap<string, Identity>): Identity[] {
  return identitiesIn({ ...statement, place: null }, byMention).filter((identity) =>
    ['Person', 'Organization', 'LegalEntity'].includes(SCHEMA_OF_KIND[identity.kind] ?? ''),
  );
}

function entityOf(identity: Identity, datasets: readonly string[]): FtmEntity | null {
  const schema = SCHEMA_OF_KIND[identity.kind];
  if (schema === null) return null;
  const alias = identity.spellings.filter((spelling) => spelling !== identity.name);
  return {
    id: identity.id,
    schema,
    properties: properties({
      name: identity.name,
      alias,
      notes: identity.reasons,
      ...(schema === 'Address' ? { full: identity.name } : {}),
    }),
    datasets: datasets.length > 0 ? datasets : ['hearsay'],
  };
}

type Value = string | number | null | undefined | readonly string[];

/** Properties as the model wants them: lists of strings, sorted keys, nothing empty. */
function properties(values: Readonly<Record<string, Value>>): Record<string, readonly string[]> {
  const kept: Record<string, readonly string[]> = {};
  for (const [key, value] of Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const list = (Array.isArray(value) ? value : [value])
      .filter((item) => item !== null && item !== undefined && item !== '')
      .map(String);
    if (list.length > 0) kept[key] = [...new Set(list)];
  }
  return kept;
}
