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
  const placeOf = (id: string | undefined): number => findings.findIndex((finding) => finding.id === id);
  const moved = useRef(false);
  // The address follows a moment later: keys pressed meanwhile step on from where the last one went.
  const wanted = useRef(selected);
  useEffect(() => {
    wanted.current = selected;
    if (moved.current && selected) focusOn(selected);
    moved.current = false;
  }, [selected]);
  const step = (by: number): void => {
    const start = wanted.current === undefined && by > 0 ? -1 : Math.max(0, placeOf(wanted.current));
    const next = findings[Math.min(findings.length - 1, Math.max(0, start + by))];
    if (!next) return;
    if (next.id === selected) focusOn(next.id);
    moved.current = true;
    wanted.current = next.id;
    select(next.id);
  };
  return {
    current: findings[Math.max(0, placeOf(selected))],
    next: () => step(1),
    previous: () => step(-1),
  };
}
