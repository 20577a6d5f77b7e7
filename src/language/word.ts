import { foldWord } from './fold-word.ts';

/** A written form: texts are made of few of them, again and again, so each is looked at once. */
export interface Word {
  /** As it stands in a text. */
  readonly written: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Folded for look-up: see `foldWord`; a mark's is the mark. */
  readonly norm: string;
  /** What `WordNotes` keep of it, each at its own place. */
  readonly notes: unknown[];
}

/** Places taken in the table at most; then it is emptied, so that its memory is bounded. */
const MOST_WORDS = 120_000;
const FIRST_PLACES = 1 << 14;

let places: (Word | undefined)[] = new Array(FIRST_PLACES);
let hashes = new Int32Array(FIRST_PLACES);
let taken = 0;

/** Of the code units of `text` in `[start, end)`; `wordAt` is given it by who has read them already. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = FIRST_HASH;
  for (let at = start; at < end; at++) hash = hashOn(hash, text.charCodeAt(at));
  return hash;
}

export const FIRST_HASH = 0x811c9dc5 | 0;

/** The hash of what came before, and one code unit more. */
export function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The word that stands at `[start, end)` of `text`, the same one for the same letters; `hash` is `hashOf` them. */
export function wordAt(text: string, start: number, end: number, hash: number, kind: Word['kind']): Word {
  const mask = places.length - 1;
  let place = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const known = places[place];
    if (known === undefined) return addWord(text.slice(start, end), kind, hash, place);
    if (hashes[place] === hash && isWritten(known.written, text, start, end) && known.kind === kind)
      return known;
    place = (place + 1) & mask;
  }
}

/** The word of these letters. */
export function wordOf(written: string, kind: Word['kind']): Word {
  return wordAt(written, 0, written.length, hashOf(written, 0, written.length), kind);
}

function isWritten(written: string, text: string, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let at = 0; at < written.length; at++)
    if (written.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

function addWord(slice: string, kind: Word['kind'], hash: number, place: number): Word {
  // A piece of a text would keep the whole text in memory; a copy does not.
  const written = [...slice].join('');
  const word: Word = { written, kind, norm: kind === 'mark' ? written : foldWord(written), notes: [] };
  places[place] = word;
  hashes[place] = hash;
  taken += 1;
  if (2 * taken > places.length) makeRoom();
  return word;
}

/** Twice the places, or an empty table once it is as large as it may be; words in use stay as they are. */
function makeRoom(): void {
  const [old, oldHashes] = [places, hashes];
  const full = taken > MOST_WORDS;
  const size = full ? FIRST_PLACES : 2 * old.length;
  places = new Array(size);
  hashes = new Int32Array(size);
  if (full) {
    taken = 0;
    return;
  }
  for (let from = 0; from < old.length; from++) {
    const word = old[from];
    if (word === undefined) continue;
    const hash = oldHashes[from] as number;
    let place = (hash ^ (hash >>> 15)) & (size - 1);
    while (places[place] !== undefined) place = (place + 1) & (size - 1);
    places[place] = word;
    hashes[place] = hash;
  }
}

let notes = 0;

/** Something that is told by a word alone, worked out once a word and kept with it. */
export class WordNotes<T extends object | string | number | boolean | null> {
  readonly #place = notes++;
  readonly #find: (word: Word) => T;

  constructor(find: (word: Word) => T) {
    this.#find = find;
  }

  of(word: Word): T {
    const known = word.notes[this.#place];
    return known === undefined ? this.#note(word) : (known as T);
  }

  #note(word: Word): T {
    const found = this.#find(word);
    // No gaps: arrays without any are read fastest.
    while (word.notes.length < this.#place) word.notes.push(undefined);
    word.notes[this.#place] = found;
    return found;
  }
}
