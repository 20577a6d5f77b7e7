import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paceOf } from '../../src/cli/show-progress.ts';
import { rangeOf } from '../../src/cli/statements.ts';
import { plain, wrap } from '../../src/cli/terminal.ts';
import { hearsay, SAMPLES, scratchFolder } from '../run-hearsay.ts';

describe('what scripts can rely on', () => {
  const folder = () => scratchFolder();
  const cases: [string, string[], number, RegExp][] = [
    ['help', ['--help'], 0, /Examples:/],
    ['help of a verb', ['read', '--help'], 0, /\$ hearsay read/],
    ['version', ['--version'], 0, /^\d+\.\d+\.\d+/],
    ['no such verb', ['reed', 'x'], 2, /Did you mean read/],
    ['nothing to read', ['read'], 2, /Name the files or folders/],
    ['no such case', ['findings', '--case', 'none.hearsay'], 3, /none\.hearsay/],
    ['no such format', ['export', '--format', 'pdf'], 2, /json, csv, ftm/],
    ['a setting that does not fit', ['config', '--case', ''], 2, /does not fit the setting/],
  ];
  test.each(cases)('%s', (_, args, status, said) => {
    const run = hearsay(args, folder());
    expect(`${run.stdout}${run.stderr}`).toMatch(said);
    expect(run.status).toBe(status);
  });

  test('a file that is no case is said to be none, and is left as it was', () => {
    const here = scratchFolder();
    writeFileSync(join(here, 'notes.hearsay'), 'shopping list\n'.repeat(100));
    const run = hearsay(['read', SAMPLES, '--case', 'notes.hearsay'], here);
    expect(run.stderr).toMatch(/casefile\/not-a-case/);
    expect(run.status).toBe(3);
  });

  test('a path with nothing at it is listed; the rest is read', () => {
    const here = scratchFolder();
    const run = hearsay(
      ['read', 'nowhere.txt', join(SAMPLES, 'call-118.txt'), '--case', 'a.hearsay', '--json'],
      here,
    );
    const { received } = JSON.parse(run.stdout);
    expect(received.map(({ file, outcome, code }: Record<string, string>) => [file, outcome, code])).toEqual([
      ['nowhere.txt', 'unreadable', 'intake/no-such-path'],
      ['call-118.txt', 'read', null],
    ]);
    expect(run.status).toBe(0);
  });

  test('an export that cannot be written leaves nothing behind', () => {
    const here = scratchFolder();
    hearsay(['read', join(SAMPLES, 'call-118.txt'), '--case', 'a.hearsay'], here);
    const run = hearsay(['export', '--case', 'a.hearsay', '--out', 'no/such/folder/out.json'], here);
    expect(run.status).toBe(3);
    expect(existsSync(join(here, 'no'))).toBe(false);
  });
});

describe('words for the terminal', () => {
  test('source text cannot steer the terminal', () => {
    expect(plain('a\u001b[31mred\u001b[0m\u0007 \u202eb\n c')).toBe('ared b c');
  });
  test('ranges', () => {
    expect([rangeOf(3, 3), rangeOf(1001, null), rangeOf(null, 40), rangeOf(540, 660)]).toEqual([
      '3',
      '1,001 or more',
      'up to 40',
      '540 to 660',
    ]);
  });
  test('lines are broken between words only', () => {
    expect(wrap('one two three', 8, ' ')).toEqual([' one two', ' three']);
  });
  test('pace', () => {
    const progress = {
      stage: 'reading' as const,
      files: 1,
      filesInAll: 4,
      bytes: 1_000_000,
      bytesInAll: 91_000_000,
      path: null,
    };
    expect(paceOf(progress, 1000)).toEqual({ rate: '1.0 MB/s', left: '1m 30s' });
  });
});
