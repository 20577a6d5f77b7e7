import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoCase } from '../server/demo-case.ts';
import { launchBrowser, type OpenDesk, openDesk, settle } from './open-desk.ts';

let browser: Browser;
let desk: OpenDesk;
beforeAll(async () => {
  browser = await launchBrowser();
  desk = await openDesk(browser, demoCase());
});
afterAll(async () => {
  expect(desk.watch.elsewhere).toEqual([]);
  expect(desk.watch.complaints).toEqual([]);
  await desk.close();
  await browser.close();
});

async function enter(path: string): Promise<Page> {
  await desk.page.goto(desk.server.origin + path);
  await settle(desk.page);
  return desk.page;
}

test('dragging across days looks at them alone, in every room, and back lets go of them', async () => {
  const page = await enter('/timeline');
  const marks = await page.locator('.lane .when').count();
  const strip = await page.locator('.brush').boundingBox();
  if (!strip) throw new Error('no strip');
  await page.mouse.move(strip.x + strip.width * 0.05, strip.y + 20);
  await page.mouse.down();
  await page.mouse.move(strip.x + strip.width * 0.4, strip.y + 20, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/since=\d{4}-\d\d-\d\d&until=/);
  await settle(page);
  expect(await page.locator('.lane .when').count()).toBeLessThan(marks);
  const days = new URL(page.url()).search;
  await page.getByRole('link', { name: 'Network' }).last().click();
  await page.waitForURL(/\/network/);
  expect(new URL(page.url()).search).toBe(days);
  // A room that is left while its worker still loads leaves a request that nobody tells the end of.
  await settle(page);
  await page.goBack();
  await settle(page);
  await page.goBack();
  await settle(page);
  expect(await page.locator('.lane .when').count()).toBe(marks);
});

test('by keys: a mark of the timeline shows its quote, and o opens it in the reader', async () => {
  const page = await enter('/timeline');
  await page.keyboard.press('j');
  await page.locator('.when:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.picked blockquote').waitFor();
  const where = await page.locator('.picked .where a').getAttribute('href');
  await page.keyboard.press('o');
  await page.waitForURL(/\/source\//);
  expect(page.url()).toBe(desk.server.origin + where);
});

test('a tie of the network opens its quotes; whoever is chosen is shown with his ties alone', async () => {
  const page = await enter('/network');
  await page.locator('.graph canvas').first().waitFor();
  const all = await page.locator('.ties li').count();
  await page.keyboard.press('j');
  await page.locator('.ties button:focus').waitFor();
  const [one = '', other = ''] = await page.locator('.ties button:focus bdi').allInnerTexts();
  await page.keyboard.press('Enter');
  await page.locator('.edgeq blockquote').first().waitFor();
  const heading = await page.locator('.edgeq h2').first().innerText();
  expect(heading).toContain(one);
  expect(heading).toContain(other);
  await page.keyboard.press('f');
  await page.waitForURL(/type=speaks/);
  await page.locator('.seg [aria-current]').getByText('Speak with each other').waitFor();
  await page
    .locator(`.ties li`)
    .nth(all - 1)
    .waitFor({ state: 'detached' });
});

test('a line of the origins opens its words, one who tells is shown with all around him, o goes to the source', async () => {
  const page = await enter('/origins');
  await page.locator('.origins .teller').first().waitFor();
  expect(await page.locator('.teller.end b').allInnerTexts()).toEqual(['line_88_calls.txt']);
  await page.keyboard.press('j');
  await page.locator('.ties button:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.edgeq blockquote', { hasText: 'several sides' }).waitFor();
  await page.locator('.teller', { hasText: 'Ridge Radio' }).click();
  await page.waitForURL(/who=outlet/);
  await page.keyboard.press('0');
  await page.waitForURL((url) => url.search === '');
  await page.locator('.ties button').first().click();
  await page.locator('.edgeq blockquote').waitFor();
  await page.keyboard.press('o');
  await page.waitForURL(/\/source\//);
});

test('two places of the map are measured, with what their reach leaves open', async () => {
  const page = await enter('/map');
  await page.locator('.map .land').waitFor({ state: 'attached' });
  expect(await page.locator('.spots b').allInnerTexts()).toEqual(['Mersin', 'Adana']);
  expect(await page.locator('.unplaced bdi').allInnerTexts()).toEqual(['the Kestane quarry']);
  await page.locator('.spots button').first().click();
  await page.locator('.edgeq blockquote', { hasText: 'more than two hundred barrels a night' }).waitFor();
  await page.getByLabel('Distance to').selectOption({ label: 'Adana' });
  await page.locator('.map line.measure').waitFor({ state: 'attached' });
  expect(await page.locator('.measure-to p').innerText()).toMatch(/^6\d km by line, give or take \d+\./);
  const { search } = new URL(page.url());
  await page.reload();
  await page.locator('.measure-to p').waitFor();
  expect(new URL(page.url()).search).toBe(search);
});

test('a search is narrowed by voice, language and days; the address holds it, and it is let go of', async () => {
  const page = await enter('/search?words=the');
  const found = async () => Number(/\d+/.exec(await page.locator('main [role=status]').innerText())?.[0]);
  const all = await found();
  await page.getByLabel('Voice').fill('basri');
  await page.keyboard.press('Enter');
  await page.waitForURL(/voice=basri/);
  await settle(page);
  const spoken = await found();
  expect(spoken).toBeGreaterThan(0);
  expect(spoken).toBeLessThan(all);
  await page.getByLabel('Language').selectOption('tr');
  await page.waitForURL(/language=tr/);
  await page.getByText('Nothing is found so narrowly.').waitFor();
  await page.reload();
  await settle(page);
  expect(await page.getByLabel('Language').inputValue()).toBe('tr');
  await page.getByRole('button', { name: 'Search everywhere' }).click();
  await page.waitForURL((url) => url.search === '?words=the');
  await settle(page);
  expect(await found()).toBe(all);
});

test('names that are probably one are judged by keys, and the last judgement is taken back', async () => {
  const page = await enter('/names');
  await page.locator('.ask h3', { hasText: 'Cezmi Ormancı' }).waitFor();
  await page.keyboard.press('n');
  await page.locator('.ask h3', { hasText: 'Selma Kargı' }).waitFor();
  await page.locator('.judging .log', { hasText: 'are two' }).waitFor();
  await page.keyboard.press('u');
  await page.locator('.ask h3', { hasText: 'Cezmi Ormancı' }).waitFor();
  expect(await page.locator('.judging .log li').count()).toBe(0);
});
