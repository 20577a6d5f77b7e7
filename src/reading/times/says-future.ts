import type { TimeContext } from './time-context.ts';

/** Whether the sentence speaks of what is to come. */
export function saysFuture(context: TimeContext, at: number): boolean {
  const { items, lexicon } = context;
  for (let index = Math.max(0, at - 12); index < Math.min(items.length, at + 10); index += 1) {
    const norm = items[index]?.norm ?? '';
    if (index < at && /^[.!?؟]$/.test(norm)) return futureAfter(context, index + 1, at);
    if (
      lexicon.future.has(norm) ||
      norm.endsWith("'ll") ||
      norm.startsWith('سن') ||
      (lexicon.language === 'tr' && /[ae]c[ae][kg]/.test(norm))
    )
      return true;
    if (index > at && /^[.!?؟]$/.test(norm)) break;
  }
  return false;
}

function futureAfter(context: TimeContext, from: number, at: number): boolean {
  for (let index = from; index < Math.min(context.items.length, at + 10); index += 1) {
    const norm = context.items[index]?.norm ?? '';
    if (index > at && /^[.!?؟]$/.test(norm)) return false;
    if (
      context.lexicon.future.has(norm) ||
      norm.endsWith("'ll") ||
      (context.lexicon.language === 'tr' && /[ae]c[ae][kg]/.test(norm))
    )
      return true;
  }
  return false;
}
