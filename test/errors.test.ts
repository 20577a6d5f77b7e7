import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../src/errors.ts';

test('docs/errors.md lists every code, and no other', () => {
  const listed = [
    ...readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8').matchAll(
      /^\| `([a-z]+\/[a-z-]+)` \|/gm,
    ),
  ].map(([, code]) => code);
  expect(listed.sort()).toEqual([...ERROR_CODES].sort());
});
