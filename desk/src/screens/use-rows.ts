import { useRef } from 'react';

/**
 * Steps from row to row of a list by key: `rows` are found by selector, and in each the first
 * `stop` takes the focus. `open` presses the one that has it.
 */
export function useRows(rows: string, stop: string) {
  const place = useRef(-1);
  const step = (by: number): void => {
    const all = [...document.querySelectorAll<HTMLElement>(rows)];
    const focused = all.findIndex((row) => row.contains(document.activeElement));
    const start = focused >= 0 ? focused : Math.min(place.current, all.length - 1);
    place.current = Math.min(all.length - 1, Math.max(0, start + by));
    const row = all[place.current];
    (row?.querySelector<HTMLElement>(stop) ?? row)?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };
  return {
    next: () => step(1),
    previous: () => step(-1),
    open: () => {
      const focused = document.activeElement;
      if (focused instanceof HTMLElement && focused.matches(stop)) focused.click();
    },
  };
}
