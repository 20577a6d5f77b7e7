import { expect, test } from 'vitest';
import { openBrowser } from '../../src/server/open-browser.ts';

const address = 'http://127.0.0.1:1/?token=a&b=$(c)';
test.each<[string, [string, string[]], boolean]>([
  ['a program that opens it', [process.execPath, ['-e', '']], true],
  ['a program that gives up', [process.execPath, ['-e', 'process.exit(3)']], false],
  ['no such program', ['no-such-opener', [address]], false],
])('%s', async (_, opener, opened) => {
  expect(await openBrowser(address, opener)).toBe(opened);
});
