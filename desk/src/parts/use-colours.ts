import { useEffect, useState } from 'react';

const NAMES = ['ink', 'ink-2', 'ink-3', 'line', 'line-2', 'ground', 'paper', 'accent', 'alarm'] as const;
export type Colours = Readonly<Record<(typeof NAMES)[number], string>>;

/** The colours of the stylesheet as they stand now, for what is drawn on a canvas. */
function readColours(): Colours {
  const probe = document.createElement('i');
  document.body.append(probe);
  const read = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, hexOf(getComputedStyle(probe).color)];
  });
  probe.remove();
  return Object.fromEntries(read) as Colours;
}

/** `rgb(21, 25, 28)` as `#15191c`. */
function hexOf(colour: string): string {
  const parts = (colour.match(/\d+/g) ?? []).slice(0, 3);
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

/** The colours, read again when the desk turns light or dark. */
export function useColours(): Colours {
  const [colours, set] = useState(readColours);
  useEffect(() => {
    const again = (): void => set(readColours());
    const watch = new MutationObserver(again);
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', again);
    return () => {
      watch.disconnect();
      scheme.removeEventListener('change', again);
    };
  }, []);
  return colours;
}
