import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demo, demoCase } from '../server/demo-case.ts';
import { launchBrowser, type OpenDesk, openDesk, settle } from './open-desk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SCREENS: readonly (readonly [string, string])[] = [
  ['front page', '/'],
  ['front page, filtered', '/?state=dismissed'],
  ['findings', '/findings'],
  ['finding with intervals', `/finding/${demo.findings[0]}`],
  ['finding with words', `/finding/${demo.findings[2]}`],
  ['finding with parts', `/finding/${demo.findings[3]}`],
  ['finding with Arabic', `/finding/${demo.findings[7]}`],
  ['reader', `/source/${demo.calls}?at=20-60`],
  ['reader of a table', `/source/${demo.table}`],
  ['sources', '/sources'],
  ['numbers', '/numbers'],
  ['numbers, all a day', '/numbers?form=day'],
  ['names', '/names'],
  ['origins', '/origins'],
  ['origins, a line chosen', `/origins?teller=outlet%3Averity%20post&origin=${demo.calls}`],
  ['network', '/network'],
  ['network, chosen', '/network?type=speaks'],
  ['map', '/map'],
  ['map of the world', '/map?view=20,30,200'],
  ['timeline', '/timeline'],
  ['timeline of some days', '/timeline?since=2021-05-01&until=2021-05-17'],
  ['what holds', '/holds'],
  ['search', '/search?words=school'],
  ['no such page', '/nowhere'],
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What axe finds serious or critical: the rule and the first element. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

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

test.each([
  [390, 'ltr'],
  [1024, 'ltr'],
  [390, 'rtl'],
  [1440, 'rtl'],
] as const)('at %i pixels, %s, no screen scrolls sideways', async (width, direction) => {
  const { page, server, close } = await openDesk(browser, demoCase(), { width });
  for (const [, path] of SCREENS) {
    await page.goto(server.origin + path);
    await settle(page);
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(over, path).toBeLessThanOrEqual(0);
  }
  await close();
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
