import { useLayoutEffect, useRef, useState } from 'react';

const SETTING = 'hearsay.single-keys';

/** Whether single letters act. Whoever dictates to the computer, or slips, can turn them off. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(SETTING) !== 'off';
}

export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(singleKeysOn);
  return [
    on,
    (wanted) => {
      localStorage.setItem(SETTING, wanted ? 'on' : 'off');
      setOn(wanted);
    },
  ];
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}

/** `Escape` and `/` act although single letters are turned off: they are no letters. */
function mayAct(key: string, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (isWriting(event.target) || document.querySelector('dialog[open]')) return false;
  return singleKeysOn() || !/^[\p{L}\p{N}]$/u.test(key);
}

/**
 * Single keys of a screen, by `KeyboardEvent.key`; they rest while somebody writes or a dialog is
 * open. They act as soon as the screen is seen: an effect after painting would lose a quick key.
 */
export function useKeys(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useLayoutEffect(() => {
    const act = (event: KeyboardEvent): void => {
      const action = latest.current[event.key];
      if (!action || !mayAct(event.key, event)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, []);
}
