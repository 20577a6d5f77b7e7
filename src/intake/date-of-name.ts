import { dateOf } from '../statement/calendar.ts';

const PARTED = /(?<!\p{Nd})(\p{Nd}{1,4})([-_.])(\p{Nd}{1,2})\2(\p{Nd}{1,4})(?!\p{Nd})/gu;
const RUN = /(?<!\p{Nd})\p{Nd}{8}(?!\p{Nd})/gu;
const [EARLIEST, LATEST] = [1950, 2099];

/**
 * The one full date that a file's name holds (`radio_20220721.srt`, `radio 21-07-2022.txt`,
 * `21072022`), `YYYY-MM-DD`; null where there is none, more than one, or day and month could
 * be swapped.
 */
export function dateOfName(file: string): string | null {
  const name = file.replace(/^.*[\\/]/, '');
  const runs = [...name.matchAll(RUN)].map(([run]) => ofRun(run));
  const parted = [...name.matchAll(PARTED)].map(([, a = '', , b = '', c = '']) =>
    a.length === 4 ? day(a, b, c) : c.length === 4 ? dayFirst(a, b, c) : null,
  );
  const dates = new Set([...runs, ...parted].filter((date) => date !== null));
  return dates.size === 1 ? ([...dates][0] ?? null) : null;
}

function ofRun(run: string): string | null {
  const yearFirst = day(run.slice(0, 4), run.slice(4, 6), run.slice(6));
  const yearLast = dayFirst(run.slice(0, 2), run.slice(2, 4), run.slice(4));
  return yearFirst !== null && yearLast !== null ? null : (yearFirst ?? yearLast);
}

function dayFirst(a: string, b: string, year: string): string | null {
  const [first, second] = [day(year, b, a), day(year, a, b)];
  return first !== null && second !== null && first !== second ? null : (first ?? second);
}

function day(year: string, month: string, date: string): string | null {
  const number = Number(year);
  return number < EARLIEST || number > LATEST ? null : dateOf(number, Number(month), Number(date));
}
