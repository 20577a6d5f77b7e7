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

const TYPES = new Map<string, EventType>(Object.entries(types as Record<string, EventType>));
const OTHER: EventType = { counts: 'patient' };

/** What is known of an event type; types without an entry count their patient. */
export function eventType(event: string): EventType {
  return TYPES.get(event) ?? OTHER;
}

/** Whether an event is one of the types; other events are named by their verb alone. */
export function isEventType(event: string): boolean {
  return TYPES.has(event);
}
