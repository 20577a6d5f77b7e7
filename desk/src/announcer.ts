import { useSyncExternalStore } from 'react';

export interface Announcement {
  readonly text: string;
  readonly fault: boolean;
}

const SILENCE: Announcement = { text: '', fault: false };
const SHOWN_MS = 6000;
let current = SILENCE;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(announcement: Announcement): void {
  current = announcement;
  for (const listener of listeners) listener();
}

/** Says in a line at the foot, and to screen readers, what has just happened. Faults stay until the next. */
export function announce(text: string, fault = false): void {
  clearTimeout(timer);
  show({ text, fault });
  if (!fault) timer = setTimeout(() => show(SILENCE), SHOWN_MS);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAnnouncement(): Announcement {
  return useSyncExternalStore(listen, () => current);
}
