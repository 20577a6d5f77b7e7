import type { Bearer } from './bearer.ts';
import { titleOf } from './name-forms.ts';

/** Whether both are written with one title, rank or function, in whatever languages. */
export function sharesTitle(a: Bearer, b: Bearer): boolean {
  const own = new Set([...a.titles].map(lastTitle));
  return [...b.titles].some((title) => own.has(lastTitle(title)));
}

function lastTitle(title: string): string {
  return titleOf(title.split(' ').at(-1) ?? '');
}
