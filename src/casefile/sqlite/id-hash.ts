import { createHash } from 'node:crypto';

const MADE_ID = /^[a-z]+_([0-9a-f]{8})[0-9a-f]*$/;

/** A number of 32 bits to look an id up by: ids that we make carry it already. Two ids may share one, so ids are compared after it. */
export function hashOfId(id: string): number {
  const made = MADE_ID.exec(id)?.[1];
  return Number.parseInt(made ?? createHash('sha256').update(id).digest('hex').slice(0, 8), 16);
}
