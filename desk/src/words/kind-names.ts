import type { FindingKind } from '../../../src/statement/finding.ts';

const KIND_NAMES: Record<FindingKind, string> = {
  'count-conflict': 'Count conflict',
  'rate-conflict': 'Rate conflict',
  'part-exceeds-whole': 'Part exceeds whole',
  'sum-mismatch': 'Sum does not add up',
  'unit-mismatch': 'Unit mismatch',
  'share-mismatch': 'Share mismatch',
  'running-total-drop': 'Running total drops',
  'date-conflict': 'Date conflict',
  'order-conflict': 'Order conflict',
  'place-conflict': 'Place conflict',
  'single-origin': 'Single origin',
  'circular-reporting': 'Circular reporting',
  'near-duplicate': 'Nearly the same text',
  'quote-altered': 'Quote altered',
  denial: 'Denial',
  'self-contradiction': 'Contradicts itself',
  alias: 'Alias',
  'name-clash': 'Name clash',
};

/** Kinds that say that two things are one, or are not; nothing in them fails to add up. */
const QUIET: ReadonlySet<FindingKind> = new Set(['alias', 'name-clash', 'near-duplicate']);

export function isQuiet(kind: FindingKind): boolean {
  return QUIET.has(kind);
}

export function kindName(kind: FindingKind): string {
  return KIND_NAMES[kind];
}

export const DISMISS_REASONS = [
  'other things are counted',
  'another time or place',
  'a slip, put right elsewhere',
  'figure of speech',
  'read wrongly by Hearsay',
] as const;
