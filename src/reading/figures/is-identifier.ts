import type { FigureContext } from './figure-draft.ts';
import type { Amount } from './read-amount.ts';

const ORDINAL = new Set([
  'st',
  'nd',
  'rd',
  'th',
  'º',
  'ª',
  'er',
  'ème',
  'eme',
  'inci',
  'nci',
  'uncu',
  'ncu',
  'üncü',
]);

/** "el año 93", "l'année 93", "im Jahr 93": two digits after the word are a year's name. */
const YEAR = /^(?:a[ñn]o|année|jahr|anno)$/;

// ---- what is no count at all

export function isIdentifier(context: FigureContext, amount: Amount): boolean {
  const { items, text } = context;
  const first = items[amount.at];
  const after = items[amount.next];
  if (first === undefined) return true;
  if (after !== undefined && after.start === amount.run.end && amount.run.figures) {
    if (ORDINAL.has(after.norm.replace(/-.*/, ''))) return true;
    if (
      after.norm === '-' &&
      /[\p{Lu}\p{Nd}]/u.test(text.charAt(after.end)) &&
      items[amount.next + 1]?.start === after.end
    )
      return true;
    if (
      (after.norm === '/' || after.norm === '_') &&
      items[amount.next + 1]?.start === after.end &&
      items[amount.next + 1]?.kind === 'number'
    )
      return true;
  }
  if (!amount.run.figures) return false;
  const written = text.slice(first.start, first.end);
  if (/^0\d/.test(first.norm.replace(/[.,].*/, '')) || (written.length >= 9 && /^\p{Nd}+$/u.test(written)))
    return true;
  const before = items[amount.at - 1];
  if (
    before !== undefined &&
    before.end === first.start &&
    /^[/\\_@:]$/.test(before.norm) &&
    items[amount.at - 2]?.end === before.start
  )
    return true;
  if (before?.norm === '+' && before.end === first.start && written.length > 3) return true;
  if (before !== undefined && YEAR.test(before.norm) && /^\p{Nd}{2}$/u.test(written)) return true;
  return isListMark(context, amount) || isDigitRow(context, amount);
}

// "2. The convoy ...", "(3) ..." at the start of a passage or line.
function isListMark(context: FigureContext, amount: Amount): boolean {
  const { items, text } = context;
  const [before, first, mark, word] = [
    items[amount.at - 1],
    items[amount.at],
    items[amount.next],
    items[amount.next + 1],
  ];
  if (first === undefined || mark === undefined || word === undefined || first.norm.length > 2) return false;
  if (mark.start !== first.end || !(mark.norm === ')' || mark.norm === '.')) return false;
  const opening =
    before === undefined || before.norm === '(' || text.slice(before.end, first.start).includes('\n');
  const capital = /\p{Lu}/u.test(text.charAt(word.start)) || mark.norm === ')';
  return (
    opening &&
    capital &&
    word.start > mark.end &&
    (before?.norm !== '(' || items[amount.at - 2] === undefined)
  );
}

// "0532 111 22 33", "555-12-34": figures beside figures.
function isDigitRow(context: FigureContext, amount: Amount): boolean {
  const { items } = context;
  let count = 1;
  for (
    let index = amount.at - 1;
    index > amount.at - 8 && isRowPart(items[index]?.norm, items[index]?.kind);
    index -= 1
  )
    if (items[index]?.kind === 'number') count += 1;
  for (
    let index = amount.at + 1;
    index < amount.at + 8 && isRowPart(items[index]?.norm, items[index]?.kind);
    index += 1
  )
    if (items[index]?.kind === 'number') count += 1;
  return count >= 3;
}

function isRowPart(norm: string | undefined, kind: string | undefined): boolean {
  return kind === 'number' || norm === '-';
}
