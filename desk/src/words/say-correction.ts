import type { StatementView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';
import { sayQuantity } from './say-statement.ts';
import { sayTime } from './say-time.ts';

/** What a correction changed, each as `was` and `is`; null where a hand marked the statement. */
export function sayCorrection(
  statement: StatementView,
): readonly { readonly was: string; readonly is: string }[] | null {
  const was = statement.correction?.was;
  if (!was) return null;
  const voice = (chain: StatementView['voices']) => chain.at(-1)?.name ?? t('correct.nobody');
  return [
    { was: voice(was.voices), is: voice(statement.voices) },
    { was: was.event, is: statement.event },
    {
      was: was.quantity ? sayQuantity(was.quantity) : t('correct.noNumber'),
      is: statement.quantity ? sayQuantity(statement.quantity) : t('correct.noNumber'),
    },
    { was: sayTime(was.time) ?? t('correct.noTime'), is: sayTime(statement.time) ?? t('correct.noTime') },
  ].filter((pair) => pair.was !== pair.is);
}
