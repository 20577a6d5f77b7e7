const format = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function sayNumber(value: number): string {
  return format.format(value);
}

/** `3`, `3 or more`, `3 or less`, `3 to 5`; what is not known on either side is `not said`. */
export function sayRange(min: number | null, max: number | null): string {
  if (min === null) return max === null ? 'not said' : `${sayNumber(max)} or less`;
  if (max === null) return `${sayNumber(min)} or more`;
  return min === max ? sayNumber(min) : `${sayNumber(min)} to ${sayNumber(max)}`;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** `Three`, `1,204`: a count that opens a sentence. */
export function sayWord(count: number): string {
  return capitalize(SMALL[count] ?? sayNumber(count));
}

const PLURALS: Record<string, string> = { person: 'people', child: 'children', identity: 'identities' };

/** `1 statement`, `14 statements`. */
export function sayCount(count: number, noun: string): string {
  return `${sayNumber(count)} ${pluralOf(noun, count)}`;
}

/** The same with small counts in words: `two statements`. */
export function sayCountInWords(count: number, noun: string): string {
  return `${SMALL[count] ?? sayNumber(count)} ${pluralOf(noun, count)}`;
}

export function pluralOf(noun: string, count: number): string {
  if (count === 1) return noun;
  return PLURALS[noun] ?? (/(s|sh|ch|x)$/.test(noun) ? `${noun}es` : `${noun}s`);
}

/** A picture's unit in the plural: `vehicle a day` as `vehicles a day`. */
export function sayUnit(unit: string): string {
  const [noun = '', ...rest] = unit.split(/(?= a | in |, )/);
  const plural = noun === '' || /(s|percent|people)$/.test(noun) ? noun : pluralOf(noun, 2);
  return [plural, ...rest].join('');
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Bytes as people say them: `41 KB`. */
export function sayBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  return `${sayNumber(Number((bytes / 1000 ** step).toPrecision(3)))} ${units[step]}`;
}
