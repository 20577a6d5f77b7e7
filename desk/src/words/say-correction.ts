import type { StatementView } from '../../../src/server/api/quote.ts';
import { sayQuantity } from './say-statement.ts';
import { sayTime } from './say-time.ts';

/** What a correction changed, each as `was` and `is`; null where a hand marked the statement. */
export function sayCorrection(
  statement: StatementView,
): readonly { readonly was: string; readonly is: string }[] | null {
  const was = statement.correction?.was;
  if (!was) return null;
  const voice = (chain: StatementView['voices']) => chain.at(-1)?.name ?? 'nobody';
  return [
    { was: voice(was.voices), is: voice(statement.voices) },
    { was: was.event, is: statement.event },
    {
      was: was.quantity ? sayQuantity(was.quantity) : 'no number',
      is: statement.quantity ? sayQuantity(statement.quantity) : 'no number',
    },
    { was: sayTime(was.time) ?? 'no time', is: sayTime(statement.time) ?? 'no time' },
  ].filter((pair) => pair.was !== pair.is);
}
