import { useEffect, useRef } from 'react';
import type { FindingLine } from '../../../src/server/api/findings.ts';

/** Puts the focus on a finding's sentence, where Enter opens it and a screen reader reads it. */
function focusOn(id: string): void {
  const link = document.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`);
  if (!link) return;
  link.focus({ preventScroll: true });
  link.closest('article, section')?.scrollIntoView({ block: 'nearest' });
}

/**
 * Which of a list of findings is current, and the steps from it to its neighbours. The current
 * one is what the address says, else the first.
 */
export function useSelection(
  findings: readonly FindingLine[],
  selected: string | undefined,
  select: (id: string) => void,
) {
  const found = findings.findIndex((finding) => finding.id === selected);
  const place = Math.max(0, found);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current && selected) focusOn(selected);
    moved.current = false;
  }, [selected]);
  const step = (by: number): void => {
    const start = selected === undefined && by > 0 ? -1 : place;
    const next = findings[Math.min(findings.length - 1, Math.max(0, start + by))];
    if (!next) return;
    if (next.id === selected) focusOn(next.id);
    moved.current = true;
    select(next.id);
  };
  return { current: findings[place], next: () => step(1), previous: () => step(-1) };
}
