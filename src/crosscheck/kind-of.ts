import families from './kind-families.json' with { type: 'json' };

const FAMILY = new Map(
  Object.entries(families).flatMap(([family, kinds]) => kinds.map((kind) => [kind, family] as const)),
);

/** The kind that a counted noun belongs to: a `truck` is a `vehicle`, a `migrant` a `person`. */
export function kindFamily(kind: string | null): string | null {
  return kind === null ? null : (FAMILY.get(kind) ?? kind);
}
