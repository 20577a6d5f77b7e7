import { foldStampWord } from '../../statement/stamp-pieces.ts';
import words from './table-words.json' with { type: 'json' };

/** What a column header can say of its cells. */
export type HeaderSense = 'date' | 'time' | 'place' | 'name' | 'unit' | 'id' | 'text';

const SENSES = ['date', 'time', 'unit', 'text', 'name', 'id', 'place'] as const;
const SETS = new Map(SENSES.map((sense) => [sense, setsOf(sense)]));
const WHOLE_IDS = new Set(words.id.whole.map(foldLabel));

function setsOf(sense: HeaderSense) {
  return { words: new Set(words[sense].words.map(foldLabel)), phrases: words[sense].phrases.map(foldLabel) };
}

/**
 * What a header's words say, in the order of how plainly: a phrase, then a single word.
 * `headerSenses('Tarih/Date')` is `['date']`; a header that says nothing gives none.
 */
export function headerSenses(header: string): HeaderSense[] {
  const parts = header
    .slice(0, 120)
    .split(/[/|]/)
    .map(foldLabel)
    .filter((part) => part !== '');
  const senses = new Set<HeaderSense>();
  if (parts.some((part) => WHOLE_IDS.has(part))) senses.add('id');
  for (const part of parts) {
    for (const sense of SENSES)
      if (SETS.get(sense)?.phrases.some((phrase) => part.includes(phrase))) senses.add(sense);
  }
  for (const part of parts) {
    for (const sense of SENSES)
      if (part.split(' ').some((word) => SETS.get(sense)?.words.has(word))) senses.add(sense);
  }
  return [...senses];
}

/** Lower case, without marks; words and snake_case and camelCase parts with one space between. */
export function foldLabel(label: string): string {
  return (label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/[\p{L}\p{M}]+|[#№º°]|\p{Nd}+/gu) ?? [])
    .map(foldStampWord)
    .join(' ');
}
