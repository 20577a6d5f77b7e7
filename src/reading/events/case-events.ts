import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { HearsayError } from '../../errors.ts';
import type { CaseEventsFile } from '../../statement/case-events.ts';
import { CORE_TYPES, type EventType } from './event-type.ts';
import { CORE_WORDS } from './lexicon.ts';
import type { Words } from './sense-table.ts';

/** What a case says of one event: of a type of its own, or besides what the core says of one. */
export interface CaseEvent extends Partial<EventType> {
  /** The words that name it, by language (BCP 47 primary tag). */
  readonly triggers?: Readonly<Record<string, Words>>;
}

/** Events that a case adds to the core, by their names. */
export type CaseEvents = Readonly<Record<string, CaseEvent>>;

const WORD = z.string().trim().min(1).max(100);
const WORDS = z
  .strictObject({
    verbs: z.array(WORD),
    nouns: z.array(WORD),
    nominal: z.array(WORD),
    adjectives: z.array(WORD),
    phrases: z.array(WORD),
    imperatives: z.array(WORD),
    never: z.array(WORD),
  })
  .partial();
const EVENT_NAME = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'Use small letters a to z and hyphens: a verb.');
const EVENT = z
  .strictObject({
    counts: z.enum(['agent', 'patient']),
    speech: z.boolean(),
    plain: z.boolean(),
    undoes: z.array(EVENT_NAME),
    after: z.array(EVENT_NAME),
    entails: z.array(EVENT_NAME),
    triggers: z.partialRecord(z.enum(Object.keys(CORE_WORDS) as [string, ...string[]]), WORDS),
  })
  .partial();
const FILE = z.strictObject({ events: z.record(EVENT_NAME, EVENT) });

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/**
 * The events of a case's own file, YAML or JSON. Throws `events/invalid` that names the line
 * and the key of the first thing that does not fit, and what to do.
 */
export function parseCaseEvents({ file, text }: Pick<CaseEventsFile, 'file' | 'text'>): CaseEvents {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, stringKeys: true });
  const [fault] = document.errors;
  if (fault !== undefined) throw invalid(file, fault.linePos?.[0].line ?? 1, null, firstLine(fault.message));
  const checked = FILE.safeParse(dataOf(document, file));
  // Optional keys that are not there are not there: JSON and YAML know no undefined.
  const events = checked.success ? (checked.data.events as CaseEvents) : null;
  const issue = events === null ? issueOf(checked.error?.issues[0]) : misfit(events);
  if (issue === null) return events ?? {};
  throw invalid(file, lineOf(document, lines, issue.path), issue.path.join('.'), issue.message);
}

// A file may hold references to its own parts; few are what a person writes, many are a trap.
function dataOf(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (cause) {
    throw invalid(file, 1, null, cause instanceof Error ? cause.message : String(cause));
  }
}

/** What a schema cannot say: a new type needs to say what it counts, and the events it names must be there. */
function misfit(events: CaseEvents): Issue | null {
  for (const [name, event] of Object.entries(events)) {
    if (!CORE_TYPES.has(name) && event.counts === undefined)
      return {
        path: ['events', name],
        message: 'Say whose number a figure beside it gives: "counts: agent" or "counts: patient".',
      };
    for (const key of ['undoes', 'after', 'entails'] as const) {
      const unknown = event[key]?.findIndex(
        (other) => !CORE_TYPES.has(other) && !Object.hasOwn(events, other),
      );
      if (unknown !== undefined && unknown >= 0)
        return {
          path: ['events', name, key, unknown],
          message: `"${event[key]?.[unknown]}" is no event of the core, nor of this file.`,
        };
    }
  }
  return null;
}

// The line of the key itself, or of the nearest thing around it that is there.
function lineOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length > 0; length--) {
    const around = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === last) : null;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

// A key that is unknown or is no name is told by itself; the schema tells of the map around it.
function issueOf(issue: z.core.$ZodIssue | undefined): Issue {
  if (issue === undefined) return { path: [], message: 'It holds nothing.' };
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return { path: [...path, issue.keys[0] ?? ''], message: issue.message };
  if (issue.code === 'invalid_key') return { path, message: issue.issues[0]?.message ?? issue.message };
  return { path, message: issue.message };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

function invalid(file: string, line: number, key: string | null, message: string): HearsayError {
  const at = key === null || key === '' ? `line ${line}` : `line ${line}, ${key}`;
  return new HearsayError(
    'events/invalid',
    `${file} does not fit (${at}): ${message.replace(/[^.]$/, '$&.')} Nothing was read. Mend it and read again; hearsay events shows the form.`,
  );
}
