import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import type { Language } from '../../desk/src/language/language.ts';
import type { Casefile } from '../../src/casefile/port.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';

const DESK = fileURLToPath(new URL('../../desk', import.meta.url));
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  // WebGL without a graphics card.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser(): Promise<Browser> {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (!executablePath) throw new Error(`No Chromium at any of ${CHROMIUM.join(', ')}.`);
  return chromium.launch({ executablePath, args: FLAGS });
}

/** What a page did that it should not have done. */
export interface Watch {
  /** Addresses that were asked for outside of the desk's own server. */
  readonly elsewhere: string[];
  /** Requests of the desk's own server. */
  readonly own: string[];
  /** What the console said: violations of the policy, errors, warnings. */
  readonly complaints: string[];
}

export interface OpenDesk {
  readonly server: RunningServer;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: Watch;
  close(): Promise<void>;
}

interface Opening {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly language?: Language;
}

/** Serves a case and opens it in a browser of its own, watched. */
export async function openDesk(
  browser: Browser,
  casefile: Casefile,
  opening: Opening = {},
): Promise<OpenDesk> {
  const options = { port: 0, deskRoot: `${DESK}/dist`, token: 'a-token-of-the-test', who: 'ada' };
  const server = await startServer(casefile, options);
  const context = await browser.newContext({
    viewport: { width: opening.width ?? 1440, height: opening.height ?? 1000 },
    colorScheme: opening.scheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  if (opening.language)
    await context.addInitScript(
      (kept) => localStorage.getItem('hearsay.language') ?? localStorage.setItem('hearsay.language', kept),
      opening.language,
    );
  const page = await context.newPage();
  const watch = watchPage(context, page, server.origin);
  await page.goto(server.address);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  const close = async (): Promise<void> => {
    await context.close();
    await server.close();
  };
  return { server, context, page, watch, close };
}

function watchPage(context: BrowserContext, page: Page, origin: string): Watch {
  const watch: Watch = { elsewhere: [], own: [], complaints: [] };
  const underWay = new Set<Request>();
  requests.set(page, underWay);
  context.on('requestfinished', (request) => underWay.delete(request));
  context.on('requestfailed', (request) => underWay.delete(request));
  context.on('request', (request) => {
    const url = request.url();
    // The news never end.
    if (!url.endsWith('/api/events')) underWay.add(request);
    if (url.startsWith(`${origin}/`)) watch.own.push(url.slice(origin.length));
    else if (!url.startsWith('data:')) watch.elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
  });
  page.on('pageerror', (error) => watch.complaints.push(error.message));
  return watch;
}

/** Requests that have not been answered yet. */
const requests = new WeakMap<Page, Set<Request>>();

/** Lets the desk answer what it was asked: something is drawn, nothing is waiting, no request is under way. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main > *').first().waitFor();
  for (let quiet = 0; quiet < 4; ) {
    await page.waitForTimeout(20);
    const waiting = (await page.locator('.waiting, .unloaded').count()) > 0;
    quiet = waiting || requests.get(page)?.size ? 0 : quiet + 1;
  }
}
