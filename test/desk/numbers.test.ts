import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoCase } from '../server/demo-case.ts';
import { launchBrowser, openDesk, settle } from './open-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('numbers: rows with every figure, a day on request, conflicts alone, to the quote and back', async () => {
  const { page, watch, close } = await openDesk(browser, demoCase());
  await page.getByRole('link', { name: 'Numbers' }).click();
  await settle(page);
  const conflict = page.locator('.nt .m.hot').first();
  expect(await conflict.innerText()).toMatch(/201 or more barrels? a|201 or more a/);
  expect(await conflict.innerText()).toContain('Rate conflict');
  const all = await page.locator('.nt .m').count();
  await page.keyboard.press('c');
  await page.waitForURL(/state=conflict/);
  await settle(page);
  expect(await page.locator('.nt .m').count()).toBeLessThan(all);
  await page.keyboard.press('p');
  await page.waitForURL(/form=day/);
  await page.getByText('19 a day').waitFor();
  await page.keyboard.press('j');
  expect(await page.locator(':focus').evaluate((focused) => focused.className)).toBe('fig');
  await page.keyboard.press('o');
  await page.waitForURL(/\/source\/src_\w+\?at=/);
  await page.locator('.here').first().waitFor();
  await page.goBack();
  await page.waitForURL(/numbers.*form=day/);
  expect(watch.complaints).toEqual([]);
  await close();
});
