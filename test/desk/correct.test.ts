import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { demo, demoCase } from '../server/demo-case.ts';
import type { FakeCase } from '../server/fake-case.ts';
import { launchBrowser, type OpenDesk, openDesk, settle } from './open-desk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let desk: OpenDesk;
let casefile: FakeCase;
beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  casefile = demoCase();
  desk = await openDesk(browser, casefile);
});
afterEach(async () => {
  expect(desk.watch.elsewhere).toEqual([]);
  await desk.close();
});
afterAll(() => browser.close());

async function enter(path: string, page: Page = desk.page): Promise<Page> {
  await page.goto(desk.server.origin + path);
  await settle(page);
  return page;
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

// The made-up case is checked anew after a correction, and the program notes what is not found any more.
const decidedByHand = async () => (await casefile.decisions()).filter(({ who }) => who !== 'Hearsay');

const note = (page: Page) => page.locator('.note[aria-current]').first();

test('by keys: a number is corrected, stands beside what was read, and u takes it back', async () => {
  const page = await enter(`/source/${demo.calls}`);
  await page.keyboard.press('j');
  await note(page).waitFor();
  const before = await note(page).locator('.read-as').innerText();
  await settle(page);
  await page.keyboard.press('e');
  await page.locator('.correct input[name=min]:focus').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await page.locator('.correct input[name=max]').fill('15');
  await page.locator('.correct input[name=voice]').fill('Halime');
  await page.keyboard.press('Enter');
  await page.locator('.corrected').waitFor();
  await settle(page);
  expect(await note(page).locator('.corrected').innerText()).toMatch(
    /read as .*; corrected to Halime; .*12 to 15.*by you/s,
  );
  await page.keyboard.press('u');
  await page.locator('.corrected').waitFor({ state: 'detached' });
  expect(await note(page).locator('.read-as').innerText()).toBe(before);
  expect((await decidedByHand()).map(({ verb }) => verb)).toEqual(['accept', 'undo']);
});

test('chosen words become a statement by hand, judged like any other', async () => {
  const page = await enter(`/source/${demo.calls}`);
  const words = page.locator('.txt [data-start]', { hasText: 'Everybody?' }).first();
  await words.selectText();
  await page.keyboard.press('m');
  await page.locator('.correct textarea:focus').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.locator('.correct input[name=event]').fill('ask');
  await page.keyboard.press('Enter');
  await note(page).locator('.corrected', { hasText: 'marked by hand by you' }).waitFor();
  expect((await page.locator('.here').allInnerTexts()).join('')).toBe('Everybody?');
  await settle(page);
  await page.keyboard.press('a');
  await page.locator('.judge .state.accepted').waitFor();
  await page.keyboard.press('u');
  await page.locator('.judge .state.accepted').waitFor({ state: 'detached' });
  await settle(page);
  await page.keyboard.press('u');
  await page.locator('.corrected').waitFor({ state: 'detached' });
});

test('a statement is dismissed with a reason in the reader, and struck through', async () => {
  const page = await enter(`/source/${demo.calls}`);
  await page.keyboard.press('j');
  await note(page).waitFor();
  await settle(page);
  await page.keyboard.press('d');
  await page.getByLabel('read wrongly by Hearsay').check();
  await page.keyboard.press('Enter');
  await page.locator('.stm.out').first().waitFor();
  expect((await decidedByHand()).map(({ verb, text }) => [verb, text])).toEqual([
    ['dismiss', 'read wrongly by Hearsay'],
  ]);
});

test('two tabs that correct one thing: both texts are shown, and one is kept by choice', async () => {
  const path = `/finding/${demo.findings[0]}`;
  const page = await enter(path);
  const other = await desk.context.newPage();
  await enter(path, other);
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: 'Correct the reading' }).first().click();
    await tab.locator('.correct').waitFor();
  }
  await page.locator('.correct input[name=voice]').fill('Halime');
  await other.locator('.correct input[name=voice]').fill('Nermin');
  await page.keyboard.press('Enter');
  await page.locator('.corrected').first().waitFor();
  await other.keyboard.press('Enter');
  const both = other.locator('.conflict .both');
  await both.getByText('Halime').waitFor();
  expect(await both.innerText()).toContain('Nermin');
  expect(await seriousFaults(other)).toEqual([]);
  await other.getByRole('button', { name: 'Keep mine' }).click();
  await other.locator('.corrected', { hasText: 'Nermin' }).first().waitFor();
  expect(await decidedByHand()).toHaveLength(2);
});
