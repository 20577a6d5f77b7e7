import { spawn } from 'node:child_process';

/** How each system opens an address. The address is one argument and never passes through a shell. */
function openerOf(platform: NodeJS.Platform, address: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [address]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  return ['xdg-open', [address]];
}

/**
 * Opens an address in the user's browser. False where none can be opened (there is no such
 * program, or it gives up at once, as it does without a screen): the caller prints the address.
 */
export function openBrowser(
  address: string,
  opener: [string, string[]] = openerOf(process.platform, address),
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const child = spawn(opener[0], opener[1], { stdio: 'ignore', detached: true });
  // Some openers stay until the browser is closed: one that has not failed by now has opened it.
  const patience = setTimeout(() => resolve(true), 1500);
  child.on('error', () => resolve(false));
  child.on('exit', (code) => resolve(code === 0));
  child.unref();
  return promise.finally(() => clearTimeout(patience));
}
