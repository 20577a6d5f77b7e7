import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import en from '../../desk/src/language/en.json' with { type: 'json' };
import { demo, demoCase } from '../server/demo-case.ts';
import { launchBrowser, type OpenDesk, openDesk, settle } from './open-desk.ts';
import { SCREENS } from './screen-list.ts';
import { seriousFaults } from './serious-faults.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Whole sentences of the English catalog, long enough that no name and no reading is one by chance. */
const ENGLISH = Object.values(en as Record<string, Record<string, string>>)
  .flatMap((sentences) => Object.values(sentences))
  .filter((sentence) => sentence.length > 14 && !sentence.includes('{{'));

function shown(page: Page): Promise<string> {
  return page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label]')].map((one) =>
      one.getAttribute('aria-label'),
    );
    return [document.body.innerText, ...spoken].join('\n');
  });
}

describe.each(['tr', 'ar'] as const)('in %s', (language) => {
  let desk: OpenDesk;
  beforeAll(async () => {
    desk = await openDesk(browser, demoCase(), { language });
  });
  afterAll(() => desk.close());

  test.each(SCREENS)('%s has no English sentence of the desk, nor a serious fault', async (_, path) => {
    const { page, server, watch } = desk;
    await page.goto(server.origin + path);
    await settle(page);
    const words = await shown(page);
    expect(ENGLISH.filter((sentence) => words.includes(sentence))).toEqual([]);
    expect(words).not.toMatch(/\{\{|\uE000/);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    // Turkish differs from English in its words alone.
    if (language === 'ar') expect(await seriousFaults(page)).toEqual([]);
    expect(watch.complaints).toEqual([]);
    expect(watch.elsewhere).toEqual([]);
  });
});

test('the switch turns the whole desk, keeps the place, and is kept', async () => {
  const { page, server, close } = await openDesk(browser, demoCase());
  const html = () => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  await page.goto(`${server.origin}/finding/${demo.findings[0]}`);
  await settle(page);
  expect(await html()).toEqual(['en', 'ltr']);
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.getByRole('heading', { name: 'ما يفترضه' }).waitFor();
  expect(await html()).toEqual(['ar', 'rtl']);
  expect(page.url()).toContain(`/finding/${demo.findings[0]}`);
  expect(await page.locator('.fhead h1 span').first().getAttribute('lang')).toBe('en');
  await page.reload();
  await settle(page);
  expect(await html()).toEqual(['ar', 'rtl']);
  await page.getByRole('button', { name: 'Türkçe' }).click();
  await page.getByRole('heading', { name: 'Neyi varsayıyor' }).waitFor();
  expect(await html()).toEqual(['tr', 'ltr']);
  await close();
});
