import type { Per } from '../../statement/quantity.ts';
import type { Column, Table } from '../../statement/source.ts';
import {
  eventOfDate,
  eventOfHeader,
  eventOfTitle,
  groupOfHeader,
  type HeaderWords,
  headerWords,
  kindOfHeader,
  perOfHeader,
  says,
  TERMS,
  unitOfHeader,
} from './header-terms.ts';

/** How the numbers of one column are read. */
export interface CountColumn {
  readonly index: number;
  readonly header: string | null;
  /** A verb lemma; `count` where neither header nor title says what happened. */
  readonly event: string;
  /** What is counted, or the unit of a measure; null where nothing says. */
  readonly of: string | null;
  readonly unit: string | null;
  readonly per: Per | null;
  readonly cumulative: boolean;
  /** For parts and wholes: `people`, `group`, `voted`, `registered`, `sent`, `received`, `subset`, or another. */
  readonly class: string;
  /** The header's words that narrow what is counted, folded ("women"). */
  readonly qualifiers: readonly string[];
  /** Column of the day that the number is of, and of the place; null where the table has none. */
  readonly date: number | null;
  readonly place: number | null;
}

/** A date column whose header says what happened that day ("Released", "left_port"). */
export interface DateColumn {
  readonly index: number;
  readonly event: string;
}

/** How a table is read, settled once for all of its rows. */
export interface TableReading {
  readonly counts: readonly CountColumn[];
  readonly dates: readonly DateColumn[];
  readonly day: number | null;
  readonly time: number | null;
  readonly places: readonly number[];
  readonly place: number | null;
  readonly names: readonly { readonly index: number; readonly agent: boolean }[];
  readonly unit: number | null;
  readonly year: { readonly index: number; readonly fiscal: boolean } | null;
  readonly month: number | null;
  /** What the title says that the table is of: `arrest`, `transport`; null where it does not. */
  readonly event: string | null;
  readonly texts: readonly number[];
  /** A column whose cells name what each row counts ("Apprehensions", "Expulsions"), or null. */
  readonly kinds: number | null;
}

/** Reads the headers of a table, with its title, by the header lexicon. */
export function readColumns(table: Table, title: string): TableReading {
  const words = table.columns.map((column) => headerWords(column.header ?? ''));
  const event = eventOfTitle(headerWords(title.slice(0, 200)));
  const day = dayColumn(table, words);
  const places = indexesOf(table, 'place');
  const unit = indexesOf(table, 'unit')[0] ?? null;
  const base = { day, place: placeColumn(places, words) };
  const counts = table.columns.flatMap((column) =>
    countColumn(column, words, table, { ...base, event, unit }),
  );
  return {
    ...base,
    counts,
    dates: dateColumns(table, words, counts),
    time: indexesOf(table, 'time')[0] ?? null,
    places,
    names: indexesOf(table, 'name').map((index) => ({ index, agent: wordsSay(words, index, TERMS.agents) })),
    unit,
    year: yearColumn(table, words),
    month: table.columns.find((column) => wordsSay(words, column.index, TERMS.months))?.index ?? null,
    event,
    texts: indexesOf(table, 'text'),
    kinds: null,
  };
}

function indexesOf(table: Table, type: Column['type']): number[] {
  return table.columns.filter((column) => column.type === type).map((column) => column.index);
}

function wordsSay(words: readonly HeaderWords[], index: number, terms: ReadonlySet<string>): boolean {
  const header = words[index];
  return header !== undefined && says(header, terms);
}

/** The first date column that is not only when something was written down. */
function dayColumn(table: Table, words: readonly HeaderWords[]): number | null {
  const dates = indexesOf(table, 'date');
  return dates.find((index) => !wordsSay(words, index, TERMS.reportDates)) ?? dates[0] ?? null;
}

/** The place column that names the nearest ground: a post before a country, never where somebody is from. */
function placeColumn(places: readonly number[], words: readonly HeaderWords[]): number | null {
  const here = places.filter((index) => !wordsSay(words, index, TERMS.placesOrigin));
  return here.find((index) => wordsSay(words, index, TERMS.placesFine)) ?? here[0] ?? null;
}

function yearColumn(table: Table, words: readonly HeaderWords[]): TableReading['year'] {
  const index = table.columns.find((column) => wordsSay(words, column.index, TERMS.years))?.index;
  return index === undefined ? null : { index, fiscal: wordsSay(words, index, TERMS.fiscal) };
}

interface Around {
  readonly day: number | null;
  readonly place: number | null;
  readonly event: string | null;
  readonly unit: number | null;
}

function countColumn(
  column: Column,
  words: readonly HeaderWords[],
  table: Table,
  around: Around,
): CountColumn[] {
  const header = words[column.index];
  if (column.type !== 'number' || header === undefined) return [];
  const said = eventOfHeader(header);
  const unit = unitOfHeader(header);
  if (said === null && unit === null && says(header, TERMS.skip)) return [];
  const group = groupOfHeader(header);
  const kind = kindOfHeader(header);
  const reads = unit !== null && TERMS.readings.has(unit);
  const measured = reads || (around.unit !== null && Math.abs(around.unit - column.index) === 1);
  const people = said?.class === 'people' || (said === null && kind === 'person');
  const event = said?.event ?? (measured ? 'measure' : (around.event ?? 'count'));
  const of =
    group ?? kind ?? said?.of ?? unit ?? (measured ? null : peopleOf(around.event, said, column, table));
  return [
    {
      index: column.index,
      header: column.header,
      event,
      of,
      unit: kind === null && group === null && said?.of == null ? unit : null,
      per: perOfHeader(header) as Per | null,
      cumulative: says(header, TERMS.cumulative),
      class: says(header, TERMS.subsets)
        ? 'subset'
        : group !== null
          ? 'group'
          : people
            ? 'people'
            : (said?.class ?? 'other'),
      qualifiers: group === null ? [] : [group],
      date: dateFor(event, words, table, around.day),
      place: around.place !== null && isAtOtherEnd(event, words[around.place]) ? null : around.place,
    },
  ];
}

/** In a table of arrests whose one nameless number column counts, it counts people. */
function peopleOf(
  event: string | null,
  said: { event: string } | null,
  column: Column,
  table: Table,
): string | null {
  const numbers = table.columns.filter((other) => other.type === 'number');
  const counts = ['arrest', 'detain', 'die', 'injure', 'rescue', 'admit', 'evacuate', 'cross', 'arrive'];
  if (said !== null || event === null || !counts.includes(event)) return null;
  return numbers.length === 1 && numbers[0] === column ? 'person' : null;
}

const STARTS = new Set(['load', 'send', 'order', 'leave']);
const ENDS = new Set(['deliver', 'receive', 'arrive', 'release', 'discharge']);

/** A load is not taken on where it was signed for, nor delivered where it left. */
function isAtOtherEnd(event: string, header: HeaderWords | undefined): boolean {
  const end = header === undefined ? null : eventOfDate(header);
  if (end === null) return false;
  return STARTS.has(end) ? ENDS.has(event) : ENDS.has(end) && STARTS.has(event);
}

/** A delivery is of the day it was signed for, not of the day the lorry left. */
function dateFor(
  event: string,
  words: readonly HeaderWords[],
  table: Table,
  day: number | null,
): number | null {
  if (!ENDS.has(event)) return day;
  const ending = indexesOf(table, 'date').find((index) => {
    const header = words[index];
    const of = header === undefined ? null : eventOfDate(header);
    return (
      of !== null &&
      (of === event ||
        (event !== 'release' && event !== 'discharge' && (of === 'deliver' || of === 'arrive')))
    );
  });
  return ending ?? day;
}

function dateColumns(
  table: Table,
  words: readonly HeaderWords[],
  counts: readonly CountColumn[],
): DateColumn[] {
  const told = new Set(
    counts.filter((column) => column.date !== null).map((column) => `${column.event}@${column.date}`),
  );
  return indexesOf(table, 'date').flatMap((index) => {
    const header = words[index];
    const event = header === undefined || says(header, TERMS.reportDates) ? null : eventOfDate(header);
    return event === null || told.has(`${event}@${index}`) ? [] : [{ index, event }];
  });
}
