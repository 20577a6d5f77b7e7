import { hash } from 'node:crypto';

/**
 * A stable id: the prefix and 16 hex digits of the SHA-256 of the parts.
 * The same parts give the same id on every machine and in every run.
 */
export function idOf(
  prefix: 'voi' | 'sec' | 'psg' | 'men' | 'fig' | 'sta' | 'ide' | 'hap' | 'fin' | 'hol',
  ...parts: readonly (string | number | null)[]
): string {
  // join() writes null as nothing.
  return `${prefix}_${hash('sha256', parts.join('\u0000'), 'hex').slice(0, 16)}`;
}

/** The id of a source: its bytes decide it. */
export function sourceIdOf(sha256: string): string {
  return `src_${sha256.slice(0, 20)}`;
}
