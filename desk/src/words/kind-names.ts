import type { FindingKind } from '../../../src/statement/finding.ts';
import { t } from '../language/language.ts';

/** Kinds that say that two things are one, or are not; nothing in them fails to add up. */
const QUIET: ReadonlySet<FindingKind> = new Set(['alias', 'name-clash', 'near-duplicate']);

export function isQuiet(kind: FindingKind): boolean {
  return QUIET.has(kind);
}

export function kindName(kind: FindingKind): string {
  return t(`kind.${kind}`);
}

/** Why findings are dismissed most often, by their places in the catalog. */
export const DISMISS_REASONS = [0, 1, 2, 3, 4] as const;

const NAME_KINDS = ['person', 'group', 'organization', 'place', 'role', 'vehicle', 'phone'] as const;

/** What a name is of; a kind that no catalog has stays as it is. */
export function nameKind(kind: string): string {
  const known = NAME_KINDS.find((one) => one === kind);
  return known ? t(`nameKind.${known}`) : kind;
}

export function nameKinds(kind: string): string {
  const known = NAME_KINDS.find((one) => one === kind);
  return known ? t(`nameKinds.${known}`) : kind;
}
