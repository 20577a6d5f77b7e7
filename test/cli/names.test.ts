import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hearsay, scratchFolder } from '../run-hearsay.ts';

interface Named {
  readonly name: string;
  readonly spellings: readonly string[];
}

/** Two short articles in a case of their own. */
function newCase(): string {
  const folder = scratchFolder();
  const texts = [
    'Mira Tolan met Karel Odin at the weir on Monday. Then Mr Odin signed the ledger, and Mrs Tolan took it away.\n',
    'Abu Salim drove the lorry to the weir. Karel Odin was not seen there, a guard said.\n',
  ];
  for (const [at, text] of texts.entries()) writeFileSync(join(folder, `note-${at}.txt`), text);
  hearsay(['read', 'note-0.txt', 'note-1.txt', '--case', 'c.hearsay'], folder);
  return folder;
}

describe('an analyst judges names', () => {
  let folder = '';
  beforeEach(() => {
    folder = newCase();
  });
  const run = (...words: string[]) => hearsay(['names', ...words, '--case', 'c.hearsay'], folder);
  const together = (a: string, b: string) =>
    (JSON.parse(run('--json').stdout) as Named[]).some(
      ({ spellings }) => spellings.includes(a) && spellings.includes(b),
    );

  test('a join holds when the case is read again, and its undo leaves nothing of it', () => {
    const before = run('--json').stdout;
    expect(run('join', 'Abu Salim', 'Karel Odin').status).toBe(0);
    expect(together('Abu Salim', 'Karel Odin')).toBe(true);
    writeFileSync(join(folder, 'note-2.txt'), 'The weir was closed on Tuesday.\n');
    hearsay(['read', 'note-2.txt', '--case', 'c.hearsay'], folder);
    expect(together('Abu Salim', 'Karel Odin')).toBe(true);
    expect(run('why', 'Abu Salim', 'Karel Odin').stdout).toMatch(
      /held to be one.*\n.*judged on .* that they are one/,
    );
    expect(run('undo').stdout).toMatch(/taken back/);
    expect(run('--json').stdout).toBe(before);
  });

  test('a part takes a short name from the full one, and only that', () => {
    expect(together('Odin', 'Karel Odin')).toBe(true);
    expect(run('part', 'Odin').stdout).toMatch(/none of these from now on: “Karel Odin”/);
    expect(together('Odin', 'Karel Odin')).toBe(false);
    expect(together('Tolan', 'Mira Tolan')).toBe(true);
    expect(run('undo', 'Odin', 'Karel Odin').status).toBe(0);
    expect(together('Odin', 'Karel Odin')).toBe(true);
  });

  test('why says what speaks for it', () => {
    expect(run('why', 'Odin', 'Karel Odin').stdout).toMatch(/held to be one[\s\S]*nobody else of that name/);
    expect(run('why', 'Mira Tolan', 'Karel Odin').stdout).toMatch(/held to be two/);
    const { one, names } = JSON.parse(run('why', 'Odin', 'Karel Odin', '--json').stdout);
    expect(one).toBe(true);
    expect(names.probability).toBeGreaterThan(0.5);
  });

  test('judgements go out in nomenklatura’s form and come in again', () => {
    run('join', 'Abu Salim', 'Karel Odin');
    const lines = run('dump').stdout;
    const [target, source, says, score, user, at] = JSON.parse(lines.split('\n')[0] ?? '');
    expect([says, score]).toEqual(['positive', null]);
    expect(target > source).toBe(true);
    expect([typeof user, new Date(at).getFullYear() > 2000]).toEqual(['string', true]);
    run('undo');
    writeFileSync(join(folder, 'resolver.ijson'), lines);
    expect(run('load', 'resolver.ijson').stdout).toMatch(/^1 judgement was taken over/);
    expect(together('Abu Salim', 'Karel Odin')).toBe(true);
    expect(run('load', 'resolver.ijson').stdout).toMatch(/^No judgement was new/);
    writeFileSync(join(folder, 'broken.ijson'), '{"a": 1}\n');
    expect(run('load', 'broken.ijson').stderr).toMatch(/line 1/i);
  });

  test('what cannot be done is said plainly', () => {
    const said: [string[], RegExp][] = [
      [['join', 'Nobody', 'Karel Odin'], /Nobody and nothing in the case is called “Nobody”/],
      [['join', 'Karel Odin', 'Karel Odin'], /nothing to judge/],
      [['part', 'Abu Salim'], /nothing to part/],
      [['undo'], /nothing to undo/],
    ];
    for (const [words, message] of said) {
      const { status, stderr } = run(...words);
      expect(stderr).toMatch(message);
      expect(status).toBe(2);
    }
  });
});
