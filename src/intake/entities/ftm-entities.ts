import { defaultModel, Model, type Schema } from '@alephdata/followthemoney';
import type { Party } from '../../statement/source.ts';

/** One value of an entity's property, as the file has it. */
export interface EntityValue {
  readonly property: string;
  /** For people, small letters: `other name`. */
  readonly label: string;
  /** The model's word for what the value is: `name`, `phone`, `entity`, `text`; `string` where the model does not know. */
  readonly type: string;
  readonly value: string;
}

/** One entity of a FollowTheMoney file. */
export interface Entity {
  readonly id: string;
  /** For people, small letters: `company`. */
  readonly schema: string;
  /** What its names name; null where they name nobody (a document, a payment). */
  readonly kind: Party['kind'] | null;
  /** What it is called: by the model's choice of property, else null. */
  readonly caption: string | null;
  readonly datasets: readonly string[];
  readonly values: readonly EntityValue[];
}

const model = new Model(defaultModel);

const KINDS = [
  ['Person', 'person'],
  ['LegalEntity', 'organization'],
  ['Vehicle', 'vehicle'],
  ['Address', 'place'],
] as const;

/** The entity that a line holds, or null where the line is none. */
export function entityOf(line: string): Entity | null {
  const record = parse(line);
  const { id, schema, properties, datasets } = record ?? {};
  if (typeof id !== 'string' || typeof schema !== 'string' || typeof properties !== 'object') return null;
  const known = schemaNamed(schema);
  const values = Object.entries(properties ?? {}).flatMap(([property, list]) =>
    (Array.isArray(list) ? list : [list]).flatMap((value: unknown) => valuesIn(known, property, value)),
  );
  return {
    id,
    schema: (known?.label ?? schema).toLowerCase(),
    kind: KINDS.find(([name]) => known?.isA(name))?.[1] ?? null,
    caption: captionOf(known, values),
    datasets: Array.isArray(datasets) ? datasets.filter((each) => typeof each === 'string') : [],
    values,
  };
}

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The model's schema, or null: files may come from a later model. */
function schemaNamed(name: string): Schema | null {
  return Object.hasOwn(model.schemata, name) ? model.getSchema(name) : null;
}

function valuesIn(schema: Schema | null, property: string, value: unknown): EntityValue[] {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  if (written === undefined || written.trim() === '') return [];
  const known = schema?.hasProperty(property) ? schema.getProperty(property) : null;
  const label = (known?.label ?? property).toLowerCase();
  return [{ property, label, type: known?.type.name ?? 'string', value: written.trim() }];
}

function captionOf(schema: Schema | null, values: readonly EntityValue[]): string | null {
  const named = [...(schema?.caption ?? []), 'name', 'title', 'fileName'];
  for (const property of named) {
    const value = values.find((each) => each.property === property);
    if (value !== undefined) return value.value;
  }
  return null;
}
