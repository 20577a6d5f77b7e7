import types from './types.json' with { type: 'json' };

/** What an event type says of its roles and of other types. */
export interface EventType {
  /** Whose number a figure beside it gives. */
  readonly counts: 'agent' | 'patient';
  /** An act of speech: what is said in it is a statement of its own. */
  readonly speech?: boolean;
  /** A mere "say": no event beside what is said. */
  readonly plain?: boolean;
  /** Types whose doing it undoes. */
  readonly undoes?: readonly string[];
  /** Types that must have happened before. */
  readonly after?: readonly string[];
  /** Types that happen with it. */
  readonly entails?: readonly string[];
}

/** The types of the core, by their names: verb lemmas. */
export const CORE_TYPES: ReadonlyMap<string, EventType> = new Map(
  Object.entries(types as Record<string, EventType>),
);

/** What is taken for events that are no type and are named by their verb alone: they count their patient. */
export const OTHER_TYPE: EventType = { counts: 'patient' };

/** Whether an event is one of the types of the core. */
export function isEventType(event: string): boolean {
  return CORE_TYPES.has(event);
}
