import { foldStampWord, glued, type Piece } from './stamp-pieces.ts';
import words from './stamp-words.json' with { type: 'json' };

/** A clock time and the index of the piece after it. */
export interface Clock {
  readonly next: number;
  /** `HH:MM`, 24 hours. */
  readonly clock: string;
  readonly zone: string | null;
}

const AM = new Set(words.am.map(foldStampWord));
const PM = new Set(words.pm.map(foldStampWord));
const HOURS = new Set(words.hours.map(foldStampWord));
const ZONES = new Set(words.zones);

/**
 * A clock time that starts at a piece of digits. `told` is true where a date or a word
 * such as "at" stands before, so that "21.14" and "2114" may be one.
 */
export function clockAt(pieces: readonly Piece[], at: number, told: boolean): Clock | null {
  const hour = pieces[at];
  if (hour?.kind !== 'digits' || glued(pieces, at, './:,')) return null;
  return colonClock(pieces, at, told) ?? fourFigureClock(pieces, at, told) ?? bareHour(pieces, at);
}

function colonClock(pieces: readonly Piece[], at: number, told: boolean): Clock | null {
  const [hour, mark, minute] = [pieces[at], pieces[at + 1], pieces[at + 2]];
  if (hour === undefined || mark === undefined || minute === undefined) return null;
  if (
    hour.norm.length > 2 ||
    minute.norm.length !== 2 ||
    minute.kind !== 'digits' ||
    !mark.tight ||
    !minute.tight
  )
    return null;
  const isColon = mark.norm === ':' || mark.norm === 'h';
  if (!isColon && mark.norm !== '.') return null;
  const next = skipSeconds(pieces, at + 3, mark.norm);
  const end = clockEnd(pieces, next, Number(hour.norm));
  if (!isColon && !told && end.next === next) return null;
  if (pieces[next]?.tight && pieces[next]?.norm === mark.norm && pieces[next + 1]?.kind === 'digits')
    return null;
  return clockFrom(end.hour, Number(minute.norm), end.next, end.zone);
}

function skipSeconds(pieces: readonly Piece[], at: number, mark: string): number {
  const tightDigits = (index: number): boolean =>
    pieces[index]?.kind === 'digits' && (pieces[index]?.tight ?? false);
  if (!pieces[at]?.tight || pieces[at]?.norm !== mark || !tightDigits(at + 1)) return at;
  if (pieces[at + 1]?.norm.length !== 2) return at;
  const fraction = pieces[at + 2];
  const parts = fraction?.tight && (fraction.norm === '.' || fraction.norm === ',') && tightDigits(at + 3);
  return parts ? at + 4 : at + 2;
}

/** "2010 GMT", "2114 hrs", "0915Z", "20210309T1942". */
function fourFigureClock(pieces: readonly Piece[], at: number, told: boolean): Clock | null {
  const group = pieces[at];
  if (
    group === undefined ||
    (group.norm.length !== 4 && !(group.norm.length === 6 && pieces[at - 1]?.norm === 't'))
  )
    return null;
  const hour = Number(group.norm.slice(0, 2));
  const end = clockEnd(pieces, at + 1, hour);
  const unit = HOURS.has(pieces[at + 1]?.norm ?? '') ? 1 : 0;
  const afterT = told && pieces[at - 1]?.norm === 't' && group.tight;
  if (!afterT && unit === 0 && (end.zone === null || /^[+-]/.test(end.zone))) return null;
  const zone = unit === 1 ? clockEnd(pieces, at + 2, hour) : end;
  return clockFrom(hour, Number(group.norm.slice(2, 4)), Math.max(zone.next, at + 1 + unit), zone.zone);
}

/** "10 pm", "9 a.m.": an hour that a word of the half day follows. */
function bareHour(pieces: readonly Piece[], at: number): Clock | null {
  const hour = pieces[at];
  if (hour === undefined || hour.norm.length > 2 || Number(hour.norm) > 12) return null;
  const half = halfDayAt(pieces, at + 1);
  if (half === null || (half.word.length === 1 && /\p{L}/u.test(half.word))) return null;
  const end = clockEnd(pieces, at + 1, Number(hour.norm));
  return clockFrom(end.hour, 0, end.next, end.zone);
}

function halfDayAt(pieces: readonly Piece[], at: number): { next: number; pm: boolean; word: string } | null {
  const word = pieces[at];
  if (word?.kind !== 'word' || word.fresh) return null;
  if (AM.has(word.norm) || PM.has(word.norm)) return { next: at + 1, pm: PM.has(word.norm), word: word.norm };
  const dotted =
    (word.norm === 'a' || word.norm === 'p') && pieces[at + 1]?.norm === '.' && pieces[at + 2]?.norm === 'm';
  if (!dotted) return null;
  const dot = pieces[at + 3]?.norm === '.' && pieces[at + 3]?.tight ? 1 : 0;
  return { next: at + 3 + dot, pm: word.norm === 'p', word: `${word.norm}m` };
}

function clockEnd(
  pieces: readonly Piece[],
  at: number,
  hour: number,
): { hour: number; next: number; zone: string | null } {
  const half = halfDayAt(pieces, at);
  const from = half?.next ?? at;
  const real = half === null || hour > 12 ? hour : (hour % 12) + (half.pm ? 12 : 0);
  const zone = zoneAt(pieces, from);
  return { hour: real, next: zone?.next ?? from, zone: zone?.zone ?? null };
}

function zoneAt(pieces: readonly Piece[], at: number): { next: number; zone: string } | null {
  const word = pieces[at];
  if (word === undefined || word.fresh) return null;
  if (word.norm === '(' && ZONES.has(pieces[at + 1]?.raw ?? '') && pieces[at + 2]?.norm === ')') {
    return { next: at + 3, zone: pieces[at + 1]?.raw ?? '' };
  }
  if (word.norm === '+' || word.norm === '-' || word.norm === '−') return offsetAt(pieces, at, '');
  if (word.kind !== 'word' || !ZONES.has(word.raw)) return null;
  const sign = pieces[at + 1];
  const signed = sign?.tight && (sign.norm === '+' || sign.norm === '-');
  return (signed ? offsetAt(pieces, at + 1, word.raw) : null) ?? { next: at + 1, zone: word.raw };
}

function offsetAt(pieces: readonly Piece[], at: number, name: string): { next: number; zone: string } | null {
  const [sign, hours] = [pieces[at], pieces[at + 1]];
  if (sign === undefined || hours?.kind !== 'digits' || !hours.tight) return null;
  const wellFormed =
    hours.norm.length === 4 || (hours.norm.length <= 2 && (name !== '' || pieces[at + 2]?.norm === ':'));
  if (!wellFormed || Number(hours.norm.length === 4 ? hours.norm.slice(0, 2) : hours.norm) > 14) return null;
  const minutes = pieces[at + 3];
  const more =
    hours.norm.length <= 2 && pieces[at + 2]?.norm === ':' && minutes?.kind === 'digits' && minutes.tight;
  const tail = more ? `:${minutes.norm}` : '';
  return { next: at + (more ? 4 : 2), zone: `${name}${sign.norm}${hours.norm}${tail}` };
}

/** A clock time of its parts, or null where there is none such. */
export function clockFrom(hour: number, minute: number, next: number, zone: string | null): Clock | null {
  if (hour > 23 || minute > 59) return null;
  return { next, clock: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, zone };
}
