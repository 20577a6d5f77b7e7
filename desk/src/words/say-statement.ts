import type { QuantityView, StatementView } from '../../../src/server/api/quote.ts';
import { capitalize, pluralOf, sayRange } from './say-number.ts';

/** `418 barrels a day`, `201 or more barrels`. */
export function sayQuantity(quantity: QuantityView): string {
  const { min, max, of, per } = quantity;
  const noun = of ? ` ${pluralOf(of, min === 1 && max === 1 ? 1 : 2)}` : '';
  return `${sayRange(min, max)}${noun}${per ? ` a ${per}` : ''}`;
}

/** What a statement was read as: `not see`, `deliver, 418 barrels`, `release the driver, by the sergeant`. */
export function sayEvent(statement: StatementView): string {
  const { event, polarity, agent, patient, place, quantity } = statement;
  const act = polarity === 'negative' ? `not ${event}` : event;
  const parts = [
    patient ? `${act} ${patient}` : act,
    agent && `by ${agent}`,
    quantity && sayQuantity(quantity),
    place && `at ${place}`,
  ];
  return parts.filter((word) => word).join(', ');
}

const MODALITIES: Record<string, string> = {
  ordered: 'An order is no deed.',
  asked: 'Asked, not said.',
  threatened: 'A threat is no deed.',
  planned: 'Planned, not done.',
  possible: 'Possible, not said to be so.',
  alleged: 'Alleged.',
};

/** What a statement is not, where it is not plainly said to be so. */
export function sayModality(modality: string): string | null {
  return MODALITIES[modality] ?? null;
}

/** The last voice, who could know: `Basri says`. */
export function saySpeaker(statement: StatementView): string {
  return capitalize(statement.voices.at(-1)?.name ?? 'somebody');
}
