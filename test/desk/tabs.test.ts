import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase } from '../../src/casefile/open-case.ts';
import { demo, demoCase } from '../server/demo-case.ts';
import { launchBrowser, openDesk, settle } from './open-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('what is decided in one tab is seen in the other', async () => {
  const { page, context, server, close } = await openDesk(browser, demoCase());
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto(`${server.origin}/finding/${demo.findings[0]}`);
    await settle(tab);
  }
  await page.keyboard.press('a');
  for (const tab of [page, other]) await tab.locator('.fhead .state.accepted').waitFor();
  await page.keyboard.press('u');
  await other.locator('.fhead .state.accepted').waitFor({ state: 'detached' });
  await close();
});

test('a lost connection is said, and mends by itself', async () => {
  const { page, server, close } = await openDesk(browser, demoCase());
  await page.route('**/api/events', (route) => route.abort());
  await page.goto(`${server.origin}/findings`);
  await page.locator('.said.fault', { hasText: 'does not answer' }).waitFor();
  await page.unroute('**/api/events');
  await page.locator('.said', { hasText: 'answers again' }).waitFor();
  await close();
});

test('files that are dropped on the window are read, and what could not be read has its reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hearsay-desk-test-'));
  const casefile = await openCase(join(folder, 'a.hearsay'), { mode: 'write', create: true });
  const { page, watch, close } = await openDesk(browser, casefile);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['Halime said that 14 barrels were buried on 3 May 2021.'], 'quarry.txt'));
    transfer.items.add(new File([''], '<img src=x onerror=alert(1)>.txt'));
    const init = { dataTransfer: transfer, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('dragover', init));
    document.body.dispatchEvent(new DragEvent('drop', init));
  });
  const notice = page.locator('.reading-now');
  await notice.getByText('1 document read').waitFor();
  expect(await notice.locator('li').innerText()).toContain('<img src=x onerror=alert(1)>.txt');
  await notice.getByRole('link', { name: 'See the sources' }).click();
  await page.getByRole('main').getByText('quarry.txt').first().waitFor();
  await notice.getByRole('button', { name: 'Close' }).click();
  await notice.waitFor({ state: 'detached' });
  expect(watch.complaints).toEqual([]);
  expect(watch.elsewhere).toEqual([]);
  await close();
  await casefile.close();
  await rm(folder, { recursive: true });
});
