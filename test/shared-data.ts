import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The absolute path of a file or folder of the shared data beside the checkout, or null
 * where it is absent (the caller skips, saying so). With CI=true its absence is a failure.
 */
export function sharedData(path: string): string | null {
  const full = fileURLToPath(new URL(`../../shared/${path}`, import.meta.url));
  if (existsSync(full)) return full;
  if (process.env['CI'] === 'true') throw new Error(`shared data is missing: ${path}`);
  return null;
}
