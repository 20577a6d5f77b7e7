import type { Table } from '../../statement/source.ts';
import words from './call-words.json' with { type: 'json' };
import { foldTerm } from './header-terms.ts';

/** Where a table of call-detail records has what; indexes of columns. */
export interface CallColumns {
  /** Who rings and who is rung; or one line, the other, and the column that says which way the call went. */
  readonly parties:
    | { readonly by: 'role'; readonly caller: number; readonly called: number }
    | { readonly by: 'direction'; readonly own: number; readonly other: number };
  readonly direction: number | null;
  readonly day: number | null;
  readonly time: number | null;
  readonly duration: number | null;
  /** What the duration's header says that it is in. */
  readonly unit: DurationUnit | null;
  readonly cell: number | null;
}

export type DurationUnit = 'second' | 'minute' | 'hour';

/** Words of call-detail records, folded. */
export const CALL_TERMS = {
  incoming: termsOf(words.incoming),
  outgoing: termsOf(words.outgoing),
  messages: termsOf(words.messages),
} as const;

const ROLES = {
  caller: termsOf(words.caller),
  called: termsOf(words.called),
  own: termsOf(words.own),
  other: termsOf(words.other),
  direction: termsOf(words.direction),
  start: termsOf(words.start),
  duration: termsOf(words.duration),
  cell: termsOf(words.cell),
} as const;

const UNITS = new Map<string, DurationUnit>([
  ...words.seconds.map((word) => [foldTerm(word), 'second'] as const),
  ...words.minutes.map((word) => [foldTerm(word), 'minute'] as const),
  ...words.hours.map((word) => [foldTerm(word), 'hour'] as const),
]);

function termsOf(terms: readonly string[]): ReadonlySet<string> {
  return new Set(terms.map(foldTerm));
}

/** The unit that a word names ("sn", "min"), or null. */
export function durationUnit(word: string): DurationUnit | null {
  return UNITS.get(foldTerm(word)) ?? null;
}

/**
 * The columns of call-detail records: two numbers of which the headers say who rang whom, or one
 * line and the other with the way of the call, and beside them when it began or how long it was.
 * Null for every other table.
 */
export function callColumns({ columns }: Table): CallColumns | null {
  const labels = columns.map(({ header }) => labelsOf(header ?? ''));
  const at = (role: keyof typeof ROLES, fits: (index: number) => boolean = () => true) => {
    const index = labels.findIndex(
      (names, each) => fits(each) && names.some((name) => ROLES[role].has(name)),
    );
    return index < 0 ? null : index;
  };
  const typed = (type: string) => at('start', (index) => columns[index]?.type === type);
  const direction = at('direction');
  const parties = partiesOf(at('caller'), at('called'), at('own'), at('other'), direction);
  const duration = at('duration');
  const day = typed('date') ?? columns.find(({ type }) => type === 'date')?.index ?? at('start');
  if (parties === null || (duration === null && day === null)) return null;
  const unit = duration === null ? null : unitOfHeader(columns[duration]?.header ?? '');
  return { parties, direction, day, time: typed('time'), duration, unit, cell: at('cell') };
}

function partiesOf(
  caller: number | null,
  called: number | null,
  own: number | null,
  other: number | null,
  direction: number | null,
): CallColumns['parties'] | null {
  if (caller !== null && called !== null) return { by: 'role', caller, called };
  if (own === null || other === null || direction === null) return null;
  return { by: 'direction', own, other };
}

/** A header as it can be looked up: whole, without what stands in brackets, and each side of a stroke. */
function labelsOf(header: string): string[] {
  const bare = header.slice(0, 120).replace(/[([][^)\]]*[)\]]/gu, ' ');
  const parts = [bare, ...bare.split(/[/|]/u)].map(wordsOf);
  const units = parts.map((part) => part.split(' ').slice(0, -1).join(' '));
  const withUnit = parts.map((part) => UNITS.has(part.split(' ').at(-1) ?? ''));
  return [...parts, ...units.filter((_, index) => withUnit[index])].filter((part) => part !== '');
}

function wordsOf(label: string): string {
  return foldTerm(label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

function unitOfHeader(header: string): DurationUnit | null {
  const bracketed = /[([]([^)\]]{1,20})[)\]]/u.exec(header)?.[1];
  const last = wordsOf(header).split(' ').at(-1) ?? '';
  return durationUnit(bracketed ?? '') ?? durationUnit(last);
}
