import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReadingView } from '../../src/server/api/reading.ts';
import { announce } from './announcer.ts';
import { lostFault } from './client.ts';
import { t } from './language/language.ts';

const AGAIN_MS = 2000;

/**
 * Hears from the server what changes, in this tab or another, and has what is shown asked for
 * anew. A connection that is lost is said, sought again, and said to be there again.
 */
export function useNews(): [ReadingView | null, () => void] {
  const queries = useQueryClient();
  const [reading, setReading] = useState<ReadingView | null>(null);
  useEffect(() => {
    let stream: EventSource;
    let lost = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = (): void => {
      stream = new EventSource('/api/events');
      stream.onopen = () => {
        if (lost) announce(t('notice.back'));
        if (lost) void queries.invalidateQueries();
        lost = false;
      };
      stream.onerror = () => {
        if (!lost) announce(lostFault().message, true);
        lost = true;
        // The browser itself tries again, except where the server refused.
        if (stream.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN_MS);
      };
      stream.addEventListener('changed', () => void queries.invalidateQueries());
      stream.addEventListener('reading', ({ data }) => {
        const view: ReadingView = JSON.parse(data);
        setReading(view);
        if (view.done) void queries.invalidateQueries();
      });
    };
    connect();
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  }, [queries]);
  return [reading, () => setReading(null)];
}
