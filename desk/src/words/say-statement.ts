import type { QuantityView, StatementView } from '../../../src/server/api/quote.ts';
import { t } from '../language/language.ts';
import { capitalizeWord, joinWords, pluralOf, sayRange, sayRate } from './say-number.ts';

/** `418 barrels a day`, `201 or more barrels`. */
export function sayQuantity(quantity: QuantityView): string {
  const { min, max, of, per } = quantity;
  const noun = of ? ` ${pluralOf(of, min === 1 && max === 1 ? 1 : 2)}` : '';
  const figure = `${sayRange(min, max)}${noun}`;
  return per ? sayRate(figure, per) : figure;
}

/** What a statement was read as: `not see`, `deliver, 418 barrels`, `release the driver, by the sergeant`. */
export function sayEvent(statement: StatementView): string {
  const { event, polarity, agent, patient, place, quantity } = statement;
  const act = polarity === 'negative' ? t('statement.not', { event }) : event;
  return joinWords([
    patient ? `${act} ${patient}` : act,
    agent && t('statement.by', { name: agent }),
    quantity && sayQuantity(quantity),
    place && t('statement.at', { place }),
  ]);
}

const MODALITIES = ['ordered', 'asked', 'threatened', 'planned', 'possible', 'alleged'] as const;

/** What a statement is not, where it is not plainly said to be so. */
export function sayModality(modality: string): string | null {
  const known = MODALITIES.find((one) => one === modality);
  return known ? t(`modality.${known}`) : null;
}

/** The last voice, who could know: `Basri says`. */
export function saySpeaker(statement: StatementView): string {
  return capitalizeWord(statement.voices.at(-1)?.name ?? t('text.somebody'));
}
