import { TIE_TYPES } from '../../src/server/api/network.ts';
import { NUMBER_STATES } from '../../src/server/api/numbers.ts';
import { FINDING_KINDS, type FindingKind } from '../../src/statement/finding.ts';
import { FORMS } from './words/convert-figure.ts';

/* What the address bar may hold. Whatever else stands in it is left out, never an error. */

type Given = Record<string, unknown>;

const STATES = ['new', 'accepted', 'dismissed'] as const;
const MENTION_KINDS = ['person', 'group', 'organization', 'place', 'role', 'vehicle', 'phone'] as const;
const OUTCOMES = ['read', 'unreadable', 'duplicate', 'superseded'] as const;

function oneOf<Word extends string>(words: readonly Word[], value: unknown): Word | undefined {
  return words.find((word) => word === value);
}

/** A search of `12` reads as a number in the address, yet it is words. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function placeIn(value: unknown): number | undefined {
  const place = Number(value);
  return Number.isInteger(place) && place > 0 && place < 1e8 ? place : undefined;
}

/** Only what is given stands in the address. */
function given<Values extends object>(values: Values): { [Key in keyof Values]?: Values[Key] | undefined } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Values]?: Values[Key] | undefined };
}

export const frontAddress = ({ state, sel }: Given) =>
  given({ state: oneOf(STATES, state), sel: textIn(sel) });

export const findingsAddress = ({ state, kind, sel, from }: Given) =>
  given({
    state: oneOf(STATES, state),
    kind: oneOf<FindingKind>(FINDING_KINDS, kind),
    sel: textIn(sel),
    from: placeIn(from),
  });

export const listAddress = ({ from }: Given) => given({ from: placeIn(from) });

export const sourcesAddress = ({ outcome, from }: Given) =>
  given({ outcome: oneOf(OUTCOMES, outcome), from: placeIn(from) });

export const namesAddress = ({ words, kind, from }: Given) =>
  given({ words: textIn(words), kind: oneOf(MENTION_KINDS, kind), from: placeIn(from) });

export const numbersAddress = ({ state, form, from }: Given) =>
  given({ state: oneOf(NUMBER_STATES, state), form: oneOf(FORMS, form), from: placeIn(from) });

export const searchAddress = (asked: Given) =>
  given({
    ...daysIn(asked),
    words: textIn(asked.words),
    source: textIn(asked.source),
    voice: textIn(asked.voice),
    language: textIn(asked.language),
    from: placeIn(asked.from),
  });

function dayIn(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}

/** The days that are looked at; they go along from room to room. */
const daysIn = ({ since, until }: Given) => ({ since: dayIn(since), until: dayIn(until) });

export const timelineAddress = (asked: Given) => given({ ...daysIn(asked), sel: textIn(asked.sel) });

export const networkAddress = (asked: Given) =>
  given({
    ...daysIn(asked),
    type: oneOf(TIE_TYPES, asked.type),
    voices: placeIn(asked.voices),
    tie: textIn(asked.tie),
    who: textIn(asked.who),
  });

/** `who` is who is looked at alone; `teller` rests on `origin`: the line whose words are shown. */
export const originsAddress = ({ who, teller, origin, from }: Given) =>
  given({ who: textIn(who), teller: textIn(teller), origin: textIn(origin), from: placeIn(from) });

/** `place` and `other` are two places to measure between; `view` is `latitude,longitude,zoom`. */
export const mapAddress = (asked: Given) =>
  given({
    ...daysIn(asked),
    place: textIn(asked.place),
    other: textIn(asked.other),
    view: typeof asked.view === 'string' && VIEW.test(asked.view) ? asked.view : undefined,
  });

const VIEW = /^-?\d{1,2}(\.\d{1,5})?,-?\d{1,3}(\.\d{1,5})?,\d{1,6}(\.\d{1,3})?$/;

/** `at=120-180` is a span of the source. */
export const sourceAddress = ({ at }: Given) =>
  given({ at: typeof at === 'string' && spanIn(at) ? at : undefined });

export function spanIn(at: string | undefined): { start: number; end: number } | null {
  const [, start, end] = /^(\d{1,12})-(\d{1,12})$/.exec(at ?? '') ?? [];
  return start === undefined || end === undefined ? null : { start: Number(start), end: Number(end) };
}
