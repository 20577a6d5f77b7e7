import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo, demoCase } from '../server/demo-case.ts';
import { FakeCase } from '../server/fake-case.ts';
import { writeDocument } from '../server/write-document.ts';
import { launchBrowser, openDesk, settle } from './open-desk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const state = (page: Page) => page.locator('.fhead .state').innerText();

test('from the front page to a finding, to its quote in the reader, and back', async () => {
  const { page, watch, server, close } = await openDesk(browser, demoCase());
  expect(await page.title()).toBe('Front page · Barrels at the quarry · Hearsay');
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('link', { name: /Selma Kargı says/ }).click();
  await settle(page);
  expect(await heading(page).innerText()).toContain('Basri’s own sum is 418 in 22 nights');
  expect(await page.locator('.quotes .quote').count()).toBe(3);
  expect(await page.locator('.steps li').count()).toBe(6);
  expect(await page.locator('.assume li.guess').count()).toBe(2);

  await page.getByRole('link', { name: 'line_88_calls.txt, Call 31, line 5' }).click();
  await settle(page);
  expect(page.url()).toMatch(/\/source\/src_\w+\?at=\d+-\d+$/);
  const shown = await page.locator('.here').allInnerTexts();
  expect(shown.join('')).toBe(
    'From the first to the twenty-second we took in four hundred and eighteen barrels, everybody together.',
  );
  const note = page.locator('.note[aria-current]');
  expect(await note.innerText()).toContain('deliver, 418 barrels');
  expect(await note.locator('.chain li').allInnerTexts()).toEqual(['Call 31', 'Basri']);

  await note.getByRole('link', { name: 'Count conflict' }).click();
  await settle(page);
  expect(page.url()).toBe(`${server.origin}/finding/${demo.findings[7]}`);
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await settle(page);
  expect(await heading(page).innerText()).toBe('Barrels at the quarry');
  expect(watch.complaints).toEqual([]);
  expect(watch.elsewhere).toEqual([]);
  await close();
});

test('accept, dismiss with a reason, note and undo, by keys alone', async () => {
  const casefile = demoCase();
  const { page, watch, close } = await openDesk(browser, casefile);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.locator(':focus', { hasText: 'none of the ministry’s officers' }).waitFor();
  await page.keyboard.press('k');
  await page.locator(':focus', { hasText: 'Selma Kargı says' }).waitFor();
  await page.keyboard.press('o');
  await page.waitForURL(/\/finding\//);
  await settle(page);

  await page.keyboard.press('a');
  await page.locator('.fhead .state.accepted').waitFor();
  expect(await state(page)).toMatch(/^accepted by you, \d+ \w+, \d\d:\d\d$/);
  await page.getByRole('status').getByText('Accepted. Press u to undo.').waitFor();
  await page.keyboard.press('u');
  await page.locator('.fhead .state:not(.accepted)').waitFor();
  expect(await state(page)).toBe('new');

  await page.keyboard.press('n');
  // Letters typed before the field has the focus would be taken for keys.
  await page.locator('textarea:focus, input:focus').waitFor();
  await page.keyboard.type('Ask the driver, j k a d u.');
  await page.keyboard.press('Enter');
  await page.locator('.log').getByText('Ask the driver, j k a d u.').waitFor();

  await page.keyboard.press('d');
  await page.locator('input[type=radio]:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.locator('textarea:focus, input:not([type=radio]):focus').waitFor();
  await page.keyboard.type('see the call');
  await page.keyboard.press('Enter');
  // The address changes before the finding is drawn; keys mean the finding that is seen.
  await page.locator('.crumb').getByText('finding 2 of 8').waitFor();
  await page.getByRole('status').getByText('Dismissed. Press u to undo.').waitFor();
  const [dismissal] = (await casefile.decisions(demo.findings[0])).slice(-1);
  expect(dismissal).toMatchObject({
    verb: 'dismiss',
    who: 'ada',
    text: 'another time or place: see the call',
  });
  await page.keyboard.press('k');
  await page.locator('.fhead .state.dismissed').waitFor();
  await page.keyboard.press('g');
  await page.locator('.small .fs.off').first().waitFor();
  await page.locator('.case .sum').getByText('1 dismissed').waitFor();
  expect(await page.locator('.small .why').innerText()).toBe('Reason: another time or place: see the call');
  expect(await page.locator('.case .sum').innerText()).toContain('7 new, 0 accepted, 1 dismissed');
  expect(watch.complaints).toEqual([]);
  await close();
});

test('escape leaves a dismissal, and nothing is decided', async () => {
  const casefile = demoCase();
  const { page, server, close } = await openDesk(browser, casefile);
  await page.goto(`${server.origin}/finding/${demo.findings[0]}`);
  await settle(page);
  await page.keyboard.press('d');
  expect(await page.getByRole('radio').count()).toBeGreaterThan(3);
  await page.keyboard.press('Escape');
  expect(await page.getByRole('radio').count()).toBe(0);
  expect(await casefile.decisions()).toEqual([]);
  await close();
});

test('search by keys, open a hit, walk the statements, go to the finding', async () => {
  const { page, watch, close } = await openDesk(browser, demoCase());
  await page.keyboard.press('/');
  await page.locator('input[type=search]:focus').waitFor();
  await page.keyboard.type('school');
  await page.keyboard.press('Enter');
  await page.locator('.hits li').first().waitFor();
  expect(page.url()).toContain('words=school');
  expect(await page.locator('.hits mark').allInnerTexts()).toEqual(['school', 'school']);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.here').first().waitFor();
  expect(await page.locator('.here').allInnerTexts()).toEqual(['school']);
  await page.keyboard.press('k');
  await page.locator('.note[aria-current]').waitFor();
  expect(await page.locator('.note[aria-current] b').first().innerText()).toBe('close her school, by I');
  await page.keyboard.press('j');
  await page.locator('.note[aria-current]').getByText('clear').waitFor();
  await page.keyboard.press('k');
  await page.locator('.note[aria-current]').getByText('close her school').waitFor();
  await page.keyboard.press('o');
  await page.waitForURL(new RegExp(String(demo.findings[2])));
  expect(watch.complaints).toEqual([]);
  await close();
});

test('the keys are listed, the dialog closes, and single letters can be turned off', async () => {
  const { page, close } = await openDesk(browser, demoCase());
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await dialog.waitFor();
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('j');
  expect(await page.locator('[aria-current=true].lead').count()).toBe(0);
  await page.keyboard.press('?');
  await dialog.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('j');
  await page.locator('.lead[aria-current=true]').waitFor();
  await close();
});

test('every stop of the Tab key is seen, and none is a trap', async () => {
  const { page, server, close } = await openDesk(browser, demoCase());
  for (const path of ['/', `/finding/${demo.findings[0]}`, `/source/${demo.calls}`]) {
    await page.goto(server.origin + path);
    await settle(page);
    const stops: string[] = [];
    for (let presses = 0; presses < 150; presses += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const { activeElement: focused } = document;
        if (!focused || focused === document.body) return null;
        const style = getComputedStyle(focused);
        const box = focused.getBoundingClientRect();
        const seen = style.outlineStyle !== 'none' && box.width > 0;
        return `${seen ? '' : 'UNSEEN '}${focused.tagName} ${focused.textContent?.slice(0, 40)}`;
      });
      if (stop === null) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.length).toBeLessThan(150);
    expect(stops.filter((stop) => stop.startsWith('UNSEEN'))).toEqual([]);
  }
  await close();
});

test('log and even scale by key, and only where a log scale can be', async () => {
  const { page, server, close } = await openDesk(browser, demoCase());
  await page.goto(`${server.origin}/finding/${demo.findings[0]}`);
  await settle(page);
  const pressed = page.locator('main [aria-pressed=true]');
  const ticks = () => page.locator('.iv .grid span').allInnerTexts();
  expect(await pressed.innerText()).toBe('Even');
  expect(await ticks()).toEqual(['0', '100', '200', '300']);
  await page.keyboard.press('s');
  expect(await pressed.innerText()).toBe('Log');
  expect(await ticks()).toEqual(['10', '100', '1,000']);
  await close();
});

test('a fault is said in the server’s words, and the way on is shown', async () => {
  const casefile = demoCase();
  const { page, server, close } = await openDesk(browser, casefile);
  await page.goto(`${server.origin}/finding/fin_gone`);
  expect(await page.getByRole('alert').innerText()).toContain('not in the case any more');
  await page.goto(`${server.origin}/finding/${demo.findings[0]}`);
  await settle(page);
  casefile.locked = true;
  await page.keyboard.press('a');
  await page.getByText('Another process is writing into this case. Try again.').waitFor();
  expect(await state(page)).toBe('new');
  await close();
});

test('a server that ends is said, and what was decided stays', async () => {
  const { page, server, context } = await openDesk(browser, demoCase());
  await server.close();
  await page.getByRole('link', { name: 'Names' }).click();
  expect(await page.getByRole('alert').innerText()).toContain('The desk’s server does not answer.');
  await context.close();
});

test('an empty case says what to do', async () => {
  const { page, watch, close } = await openDesk(browser, new FakeCase({ title: 'New' }));
  expect(await page.getByRole('main').innerText()).toContain('hearsay read FOLDER');
  for (const [room, words] of [
    ['Findings', 'There is no such finding.'],
    ['Sources', 'Nothing has been received yet.'],
    ['Names', 'No name was found in this case.'],
    ['What holds', 'No comparison has held so far.'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click();
    await page.getByText(words).waitFor();
  }
  expect(watch.complaints).toEqual([]);
  await close();
});

test('of a long source only what is on screen is asked for, and any place can be reached', async () => {
  const lines = Array.from({ length: 30_000 }, (_, line) => `Line ${line + 1} of a very long list of words.`);
  const long = writeDocument({ file: 'long.txt', kind: 'other', lines });
  const { page, watch, server, close } = await openDesk(browser, new FakeCase({ documents: [long] }));
  await page.goto(`${server.origin}/source/${long.source.id}`);
  await page.getByText('Line 1 of').waitFor();
  const drawn = await page.locator('.turn').count();
  expect(drawn).toBeLessThan(80);
  const span = long.passages[23_456]?.span;
  await page.goto(`${server.origin}/source/${long.source.id}?at=${span?.start}-${span?.end}`);
  await page.locator('.here').waitFor();
  expect(await page.locator('.here').innerText()).toContain('Line 23457 of');
  expect(
    await page.locator('.here').evaluate((word) => {
      const { top, bottom } = word.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }),
  ).toBe(true);
  const asked = watch.own.filter((path) => path.includes('/passages'));
  expect(asked.length).toBeLessThan(8);
  expect(watch.complaints).toEqual([]);
  await close();
});
