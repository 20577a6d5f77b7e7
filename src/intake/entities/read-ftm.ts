import type { Claim, Doubt, Party } from '../../statement/source.ts';
import type { Span } from '../../statement/span.ts';
import { BuiltText, builtWords, type WrittenLine, writeLine } from '../built-text.ts';
import type { FormatContext, FormatReading } from '../format.ts';
import { type Draft, rewalkable, type SectionDraft, sectionsOf } from '../passage-draft.ts';
import { type Entity, type EntityValue, entityOf } from './ftm-entities.ts';

/** Names that a document or an event says it holds, of whatever kind they are. */
const MENTIONED: Readonly<Record<string, Party['kind']>> = {
  peopleMentioned: 'person',
  companiesMentioned: 'organization',
  namesMentioned: undefined,
};

/** Fields are a line each; texts are read. */
const TEXT = new Set(['text', 'html']);

/**
 * Reads FollowTheMoney entities, one JSON object a line (followthemoney.tech). The canonical text is
 * built: an entity a section, its properties a line each and its texts as paragraphs; where a property
 * points at an entity of the file, that one's name stands beside the id. Names are its parties, by
 * kind; each property is a claim. That somebody typed an entity does not make it so: nothing is said
 * but what its texts say. Throws nothing.
 */
export function readFtm(text: string, context: FormatContext): FormatReading {
  const read = text
    .split('\n')
    .flatMap((line) => (line.trim() === '' ? [] : [entityOf(line) ?? line.trim()]));
  const entities = read.filter((each) => typeof each !== 'string');
  const captions = new Map(entities.flatMap(({ id, caption }) => (caption === null ? [] : [[id, caption]])));
  const built = new BuiltText();
  const written = read.map((each, section) =>
    typeof each === 'string'
      ? writeUnread(each, section, built)
      : writeEntity(each, section, built, captions),
  );
  const whole = built.toString();
  const datasets = new Set(entities.flatMap((entity) => entity.datasets));
  return {
    text: whole,
    kind: 'other',
    mediaType: 'application/json+ftm',
    // The file says it, not whoever an entity names.
    title: context.file,
    publisher: null,
    date: null,
    claims: [
      claim('entities', String(entities.length)),
      ...[...datasets].sort().map((name) => claim('dataset', name)),
    ],
    doubts: [rebuilt(), ...written.flatMap(({ doubts }) => doubts)],
    sections: sectionsOf(
      context.sourceId,
      written.map(({ section }) => section),
    ),
    passages: rewalkable(whole, context.sourceId, () => written.flatMap(({ drafts }) => drafts)),
  };
}

interface WrittenEntity {
  readonly section: SectionDraft;
  readonly drafts: readonly Draft[];
  readonly doubts: readonly Doubt[];
}

interface WrittenValue extends EntityValue {
  readonly line: WrittenLine;
}

function writeEntity(
  entity: Entity,
  section: number,
  built: BuiltText,
  captions: ReadonlyMap<string, string>,
): WrittenEntity {
  const start = built.length;
  writeLine(built, entity.schema, entity.id);
  const write = (each: EntityValue) => ({
    ...each,
    line: writeLine(built, each.label, shown(each, captions)),
  });
  const fields = entity.values.filter(({ type }) => !TEXT.has(type)).map(write);
  const head = { start, end: built.length };
  const texts = entity.values.filter(({ type }) => TEXT.has(type)).map((each) => writeText(each, built));
  const span = { start, end: built.length };
  built.write('\n');
  return {
    section: {
      ...{ span, title: entity.caption, kind: 'text', time: null, table: null },
      parties: partiesOf(entity, fields),
      claims: [...fields, ...texts].map(({ line }) => line.claim),
    },
    drafts: [
      draft('header', head, section),
      ...texts.flatMap(({ line }) => paragraphs(built, line, section)),
    ],
    doubts: [],
  };
}

function draft(kind: Draft['kind'], span: Span, section: number, body = span): Draft {
  return { kind, span, body, speaker: null, time: null, section };
}

/** A value fit for a line; of an entity of the file its name too. */
function shown({ type, value }: EntityValue, captions: ReadonlyMap<string, string>): string {
  const caption = type === 'entity' ? captions.get(value) : undefined;
  return caption === undefined ? value : `${caption} (${value})`;
}

function writeText(each: EntityValue, built: BuiltText): WrittenValue {
  built.write('\n');
  return { ...each, line: writeLine(built, each.label, each.value, '\n') };
}

/** A text's paragraphs as they are parted in it; the label stands with the first. */
function paragraphs(built: BuiltText, { line, claim: { span } }: WrittenLine, section: number): Draft[] {
  const words = built.slice(span);
  let start = line.start;
  return [...words.matchAll(/\n[ \t]*\n|$/g)].map((gap) => {
    const end = span.start + gap.index;
    const passage = { start, end };
    const body = { start: Math.max(start, span.start), end };
    start = end;
    return draft('paragraph', passage, section, body);
  });
}

/** Names with their kind, and each number with the entity's own name. */
function partiesOf(entity: Entity, fields: readonly WrittenValue[]): Party[] {
  const kind = entity.kind ?? undefined;
  const names = fields.flatMap(({ property, type, line }) => {
    const mentioned = Object.hasOwn(MENTIONED, property);
    if (type !== 'name' || (entity.kind === null && !mentioned)) return [];
    return [partyOf(line.claim, mentioned ? MENTIONED[property] : kind, null)];
  });
  const own = fields.find(({ property }) => property === 'name')?.line.claim ?? null;
  const lines = fields.filter(({ type }) => type === 'phone');
  const numbers = lines.map(({ line: { claim: number } }) => {
    const named = own === null || entity.kind === null ? null : own;
    return named === null
      ? { ...partyOf(number, undefined, number.value), name: null }
      : partyOf(named, kind, number.value);
  });
  return [...names, ...numbers];
}

function partyOf(named: Claim, kind: Party['kind'], number: string | null): Party {
  const { value: name, span } = named;
  return { label: null, name, number, role: 'entity', span, ...(kind === undefined ? {} : { kind }) };
}

function writeUnread(line: string, section: number, built: BuiltText): WrittenEntity {
  const span = built.write(builtWords(line));
  built.write('\n\n');
  const text = 'This line is no entity: it was cut off, or is no JSON. It is shown as it stands in the file.';
  return {
    section: { span, title: null, kind: 'text', time: null, parties: [], claims: [], table: null },
    drafts: [draft('note', span, section)],
    doubts: [{ code: 'intake/unread-line', text, span }],
  };
}

function claim(key: string, value: string): Claim {
  return { key, value, span: null };
}

function rebuilt(): Doubt {
  const text =
    'The file is entities in JSON. They were written out, a property a line; quotations point into that text, not into the JSON.';
  return { code: 'intake/text-rebuilt', text, span: null };
}
