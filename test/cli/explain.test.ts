import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hearsay, SAMPLES, scratchFolder } from '../run-hearsay.ts';

describe('how a statement was read', () => {
  test('by its id or the start of it; a statement that is not there is said to be none', () => {
    const here = scratchFolder();
    hearsay(['read', join(SAMPLES, 'call-118.txt'), '--case', 'a.hearsay'], here);
    const [first] = JSON.parse(hearsay(['statements', '--json', '--case', 'a.hearsay'], here).stdout);
    const whole = hearsay(['explain', first.id, '--json', '--case', 'a.hearsay'], here);
    const account = JSON.parse(whole.stdout);
    expect(account.statement).toEqual(expect.objectContaining({ id: first.id, rule: first.rule }));
    expect(account.passage.words).toContain(account.quote);
    expect(account.reasons.voices).toHaveLength(first.voice.length);

    const said = hearsay(['explain', first.id.slice(0, 12), '--case', 'a.hearsay'], here).stdout;
    for (const part of [first.rule, 'call-118.txt, line', 'Voices', 'Sure']) expect(said).toContain(part);

    const none = hearsay(['explain', 'sta_none', '--case', 'a.hearsay'], here);
    expect([none.status, none.stderr]).toEqual([3, expect.stringContaining('no statement sta_none')]);
    const many = hearsay(['explain', 'sta_', '--case', 'a.hearsay'], here);
    expect(many.stderr).toContain('Give more of the id');
  });

  test('doubts are listed with the words they are about', () => {
    const here = scratchFolder();
    hearsay(['read', SAMPLES, '--case', 'a.hearsay'], here);
    const listed = JSON.parse(hearsay(['doubts', '--json', '--case', 'a.hearsay'], here).stdout);
    expect(listed.length).toBeGreaterThan(0);
    const [{ code, text, file }] = listed;
    const said = hearsay(['doubts', '--kind', code, '--source', file, '--case', 'a.hearsay'], here).stdout;
    expect(said).toContain(code);
    expect(said.replace(/\s+/g, ' ')).toContain(text);
  });
});
