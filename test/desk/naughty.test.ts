import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '../../src/statement/finding.ts';
import { idOf } from '../../src/statement/id.ts';
import type { Received } from '../../src/statement/source.ts';
import type { Identity } from '../../src/statement/statement.ts';
import { FakeCase, NOTHING, sha256Of } from '../server/fake-case.ts';
import { writeDocument } from '../server/write-document.ts';
import { sharedData } from '../shared-data.ts';
import { launchBrowser, openDesk, settle } from './open-desk.ts';

/** A few of our own, so that the test says something even where the shared list is absent. */
const OWN = [
  '<script>window.hit = 1</script>',
  '<img src=x onerror="window.hit = 1">',
  '"><svg onload=window.hit=1>',
  '{{constructor.constructor("window.hit=1")()}}',
  'javascript:window.hit=1',
  '\u202egnp.exe',
  'a\u0000b',
  'http://elsewhere.example/x.png',
];

const list = sharedData('hostile/blns/blns.json');
if (!list) console.warn('The shared list of naughty strings is absent: only our own are tried.');
const naughty: string[] = [
  ...OWN,
  ...(list ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : []),
].filter((text) => text.trim() !== '');

/** A case in which every field that a source can fill holds a naughty string. */
function naughtyCase(): FakeCase {
  const lines = naughty.map((text) => text.replaceAll('\n', ' '));
  const document = writeDocument(
    { file: naughty[0] ?? '', title: naughty[1] ?? '', publisher: naughty[2] ?? '', kind: 'other', lines },
    [],
  );
  const { source, passages } = document;
  const received: Received[] = naughty.slice(0, 190).map((text, place) => ({
    path: `/${place}/${text}`,
    file: text,
    byteLength: 1,
    sha256: sha256Of(text),
    outcome: place % 2 ? 'read' : 'unreadable',
    source: place % 2 ? source.id : null,
    code: place % 2 ? null : 'intake/binary',
    reason: text,
  }));
  const identities: Identity[] = naughty.map((text, place) => ({
    id: idOf('ide', place),
    kind: 'person',
    name: text,
    spellings: [text, `${text}’`],
    status: 'proposed',
    mentions: [],
    reasons: [text],
  }));
  const findings: Finding[] = naughty.slice(0, 100).map((text, place) => {
    const row = { label: text, note: text, min: place, max: null, derived: false, alarm: false };
    const { span } = passages[place] ?? { span: { start: 0, end: 1 } };
    return {
      id: idOf('fin', place),
      kind: 'count-conflict',
      why: text,
      rank: 1,
      quotes: [{ source: source.id, span, statement: null, marks: [span] }],
      steps: [{ text, result: text, quote: 0 }],
      assumes: [{ label: text, text, guess: true }],
      picture: { type: 'intervals', unit: text, rows: [row, row] },
    };
  });
  const account = { ...NOTHING, identities, findings };
  return new FakeCase({ title: naughty[0] ?? '', documents: [document], received, account });
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('naughty strings show as text on every screen, run nothing and ask for nothing', async () => {
  const casefile = naughtyCase();
  const [source] = await casefile.sources();
  const { findings } = await casefile.account();
  const { page, watch, server, close } = await openDesk(browser, casefile);
  const paths = [
    '/',
    '/findings',
    '/findings?from=30',
    '/sources',
    '/sources?from=100',
    '/names',
    '/names?from=60',
    `/source/${source?.id}`,
    `/source/${source?.id}?at=4000-4100`,
    `/search?words=${encodeURIComponent('<')}`,
    ...findings.slice(0, 12).map(({ id }) => `/finding/${id}`),
  ];
  for (const path of paths) {
    await page.goto(server.origin + path);
    await settle(page);
    expect(await page.evaluate(() => Reflect.get(window, 'hit')), path).toBeUndefined();
    const strange = await page.evaluate(
      () =>
        document.querySelectorAll(
          '#desk :is(script, img, iframe, object, embed, svg, form[action], [onerror], [onload], a[href^="javascript"])',
        ).length,
    );
    expect(strange, path).toBe(0);
  }
  expect(watch.elsewhere).toEqual([]);
  expect(watch.complaints).toEqual([]);
  await close();
});

test('what is shown is letter for letter what was kept', async () => {
  const casefile = naughtyCase();
  const { page, server, close } = await openDesk(browser, casefile);
  await page.goto(`${server.origin}/names`);
  await settle(page);
  const shown = await page.locator('.names h2').evaluateAll((all) => all.map((one) => one.textContent));
  expect(shown).toEqual(naughty.slice(0, shown.length));
  await page.goto(`${server.origin}/finding/${(await casefile.account()).findings[0]?.id}`);
  await settle(page);
  expect(await page.locator('blockquote').textContent()).toBe(naughty[0]);
  await close();
});
