import { PassThrough, type Readable } from 'node:stream';
import type { Casefile } from '../casefile/port.ts';
import type { ReadingView } from './api/reading.ts';

/** What is told to every open tab as it happens. */
export interface News {
  /** A stream of server-sent events, `changed` and `reading`, until it is closed. */
  listen(): Readable;
  /** Something was decided or read: what is shown may have changed. */
  changed(): void;
  reading(view: ReadingView): void;
  close(): void;
}

/** How often the case is looked at for what others write into it. */
const LOOK_MS = 1000;

/** Tells open tabs what changes in a case, by this desk or by another process. */
export function openNews(casefile: Casefile): News {
  const tabs = new Set<PassThrough>();
  let stamp: string | null = null;
  const tell = (event: string, data: object): void => {
    for (const tab of tabs) tab.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const look = async (): Promise<void> => {
    if (tabs.size === 0) return;
    const now = await casefile.stamp();
    if (stamp !== null && now !== stamp) tell('changed', {});
    stamp = now;
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  timer.unref();
  return {
    listen() {
      const tab = new PassThrough();
      tabs.add(tab);
      tab.on('close', () => tabs.delete(tab));
      tab.write('retry: 1000\n\n');
      return tab;
    },
    changed: () => tell('changed', {}),
    reading: (view) => tell('reading', view),
    close() {
      clearInterval(timer);
      for (const tab of tabs) tab.end();
    },
  };
}
