import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo, demoCase } from '../server/demo-case.ts';
import { launchBrowser, type OpenDesk, openDesk, settle } from './open-desk.ts';
import { SCREENS } from './screen-list.ts';
import { seriousFaults } from './serious-faults.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  let desk: OpenDesk;
  beforeAll(async () => {
    desk = await openDesk(browser, demoCase(), { scheme });
  });
  afterAll(() => desk.close());

  test.each(SCREENS)('%s has no serious fault, no violation, no request elsewhere', async (_, path) => {
    await desk.page.goto(desk.server.origin + path);
    await settle(desk.page);
    expect(await seriousFaults(desk.page)).toEqual([]);
    expect(desk.watch.complaints).toEqual([]);
    expect(desk.watch.elsewhere).toEqual([]);
  });

  test('the open keys, a dismissal and a note have no serious fault', async () => {
    const { page, server } = desk;
    await page.goto(`${server.origin}/finding/${demo.findings[0]}`);
    await settle(page);
    for (const key of ['d', 'Escape', 'n', 'Escape', '?']) {
      await page.keyboard.press(key);
      expect(await seriousFaults(page)).toEqual([]);
    }
  });
});

describe.each([
  [390, 'en'],
  [1024, 'en'],
  [390, 'tr'],
  [390, 'ar'],
  [1440, 'ar'],
] as const)('at %i pixels, in %s', (width, language) => {
  let desk: OpenDesk;
  beforeAll(async () => {
    desk = await openDesk(browser, demoCase(), { width, language });
  });
  afterAll(() => desk.close());

  test.each(SCREENS)('%s does not scroll sideways', async (_, path) => {
    const { page, server } = desk;
    await page.goto(server.origin + path);
    await settle(page);
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(over).toBeLessThanOrEqual(0);
  });
});

test('the choice of light or dark is kept', async () => {
  const { page, close } = await openDesk(browser, demoCase(), { scheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByRole('button', { name: 'Light / dark' }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await settle(page);
  expect(await ground()).toBe(dark);
  await close();
});

test('a right-to-left quote takes its own direction, a passage its language', async () => {
  const { page, server, close } = await openDesk(browser, demoCase());
  await page.goto(`${server.origin}/source/${demo.calls}`);
  await settle(page);
  const direction = (text: string) =>
    page.locator('.txt', { hasText: text }).evaluate((words) => getComputedStyle(words).direction);
  expect(await direction('وصلتني')).toBe('rtl');
  expect(await direction('Kimse')).toBe('ltr');
  await page.goto(`${server.origin}/source/${demo.table}`);
  await settle(page);
  expect(await page.locator('.txt').first().getAttribute('lang')).toBe('tr');
  await close();
});
