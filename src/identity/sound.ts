import letters from './letters.json' with { type: 'json' };

/** How a word may sound: consonants in classes, and between them what is known of the vowels. */
export interface Sound {
  /** Consonant classes in order; a leading or closing `a` says that the word begins or ends in a vowel. */
  readonly skeleton: string;
  /** One slot before, between and after the consonants: any of `A`, `I`, `U`; empty where nothing is written. */
  readonly vowels: readonly string[];
}

type Table<T> = Readonly<Record<string, T>>;
const CYRILLIC: Table<string> = letters.cyrillic;
const LATIN: Table<string> = letters.latin;
const ARABIC_CONSONANTS: Table<string[]> = letters.arabicConsonants;
const ARABIC_VOWELS: Table<string> = letters.arabicVowels;
const CONSONANTS: Table<string[]> = letters.latinConsonants;
const BEFORE_FRONT: Table<string[]> = letters.beforeFrontVowel;
const FIRST: Table<string[]> = letters.first;
const LAST: Table<string> = letters.last;
const VOWELS: Table<string> = letters.latinVowels;

const LONGEST_WORD = 40;
const MOST_SOUNDS = 12;
const WORDS_KEPT = 100_000;
const known = new Map<string, readonly Sound[]>();

/**
 * The ways a single word may sound, likeliest first, one to twelve of them; the same for all
 * spellings of a name that differ only in script or romanisation: `Yusuf`, `Yûsif`, `Yousef`
 * and `يوسف` share one. Written vowels are kept apart from the consonants, so that `Hasan` and
 * `Hüseyin` share a skeleton and still differ. Total: every string has at least one.
 */
export function soundsOf(word: string): readonly Sound[] {
  const heard = known.get(word);
  if (heard !== undefined) return heard;
  const sounds = spell(piecesOf(foldForSound(word)));
  if (known.size >= WORDS_KEPT) known.clear();
  known.set(word, sounds);
  return sounds;
}

/** The likeliest skeleton of a word. */
export function skeletonOf(word: string): string {
  return soundsOf(word)[0]?.skeleton ?? '';
}

/** Whether two words can be one name heard by two ears: one skeleton, and no written vowel against it. */
export function sameSound(a: string, b: string): boolean {
  if (a === b) return true;
  return soundsOf(a).some((one) => soundsOf(b).some((other) => soundsMeet(one, other)));
}

function soundsMeet(a: Sound, b: Sound): boolean {
  // Vowels alone, or a script that is not read here, tell too little.
  if (a.skeleton !== b.skeleton || a.vowels.length < 2) return false;
  // Unstressed i and u change places between ears (Yusuf, Yusif); a keeps apart from both.
  let loose = 0;
  for (const [at, slot] of a.vowels.entries()) {
    const other = b.vowels[at] ?? '';
    if (slot === '' || other === '' || [...slot].some((vowel) => other.includes(vowel))) continue;
    if (slot === 'A' || other === 'A') return false;
    loose += 1;
  }
  return loose < 2;
}

/** The word in small Latin or Arabic letters without marks; Cyrillic is written in Latin letters. */
export function foldForSound(word: string): string {
  const small = word.slice(0, LONGEST_WORD).normalize('NFC').toLowerCase();
  const spelled = [...small].map((letter) => LATIN[letter] ?? CYRILLIC[letter] ?? letter).join('');
  return spelled
    .replaceAll('ğ', '\u0001')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('\u0001', 'ğ')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replace(/[^a-zğ\u0621-\u064a\u067e\u0686\u0698\u06a4\u06af]/g, '')
    .replace(/(.)\1+/g, '$1');
}

/** A consonant with its readings (a silent one may stand for a vowel), or a vowel alone. */
interface Piece {
  readonly codes: readonly string[];
  readonly vowels: string;
}

function piecesOf(word: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < word.length; ) {
    const [piece, length] = pieceAt(word, at);
    if (piece !== null) pieces.push(piece);
    at += length;
  }
  return pieces;
}

function pieceAt(word: string, at: number): [Piece | null, number] {
  const letter = word[at] ?? '';
  const first = at === 0 ? FIRST[letter] : undefined;
  if (first !== undefined) return [firstGlide(word, first), 1];
  if (at === word.length - 1 && at > 0) {
    const last = lastPiece(word, letter);
    if (last !== null) return [last, 1];
  }
  const vowels = vowelsOf(word, at);
  if (vowels !== undefined) return [{ codes: [], vowels }, 1];
  const arabic = ARABIC_CONSONANTS[letter];
  if (arabic !== undefined) return [consonant(arabic), 1];
  for (const length of [4, 3, 2]) {
    const codes = CONSONANTS[word.slice(at, at + length)];
    if (codes !== undefined && at + length <= word.length) return [consonant(codes), length];
  }
  const front = /[eiy]/.test(word[at + 1] ?? '') ? BEFORE_FRONT[letter] : undefined;
  const codes = front ?? CONSONANTS[letter];
  return [codes === undefined ? null : consonant(codes), 1];
}

function consonant(codes: readonly string[], vowels = ''): Piece {
  return { codes, vowels };
}

// A first alef may carry any vowel; a last ya may be read as a.
function vowelsOf(word: string, at: number): string | undefined {
  const letter = word[at] ?? '';
  if (letter === 'ا' && at === 0) return 'AIU';
  if (letter === 'ي' && at === word.length - 1) return 'AI';
  return VOWELS[letter] ?? ARABIC_VOWELS[letter];
}

// Yelena is Elena, Yevgeny Evgeny.
function firstGlide(word: string, codes: readonly string[]): Piece {
  return word.startsWith('ye') ? consonant(['', ...codes]) : consonant(codes);
}

function lastPiece(word: string, letter: string): Piece | null {
  if (letter === 'ة') return consonant(['', 't'], 'AI');
  if (letter === 'ه') return consonant(['', 'h'], 'A');
  if (letter === 'h' && /[ae]h$/.test(word) && !/[sckgtdpz]h$/.test(word)) return consonant(['', 'h']);
  if (letter === 'j') return consonant(['', 'j']);
  const hard = LAST[letter] ?? (letter === 'د' ? 't' : letter === 'ب' ? 'p' : undefined);
  return hard === undefined ? null : consonant([hard]);
}

interface Draft {
  readonly codes: string;
  readonly slots: readonly string[];
}

function spell(pieces: readonly Piece[]): Sound[] {
  let drafts: Draft[] = [{ codes: '', slots: [''] }];
  for (const piece of pieces) {
    const readings = piece.codes.length === 0 ? [''] : piece.codes;
    drafts = readings
      .flatMap((code) => drafts.map((draft) => grow(draft, code, piece.vowels)))
      .slice(0, MOST_SOUNDS);
  }
  const opens = startsInVowel(pieces[0]);
  const closes = endsInVowel(pieces);
  const sounds = drafts.map(({ codes, slots }) => {
    const last = codes.at(-1) ?? '';
    const open = opens && slots[0] !== '' ? 'a' : '';
    const close = closes && (slots.at(-1) !== '' || last === '') ? 'a' : '';
    return { skeleton: `${open}${codes}${close}`, vowels: slots };
  });
  return [...new Map(sounds.map((sound) => [`${sound.skeleton} ${sound.vowels.join('-')}`, sound])).values()];
}

function startsInVowel(piece: Piece | undefined): boolean {
  return piece !== undefined && isSoft(piece);
}

function endsInVowel(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  return last !== undefined && pieces.length > 1 && isSoft(last);
}

function isSoft(piece: Piece): boolean {
  return piece.codes.length === 0 || piece.codes.includes('');
}

function grow(draft: Draft, code: string, vowels: string): Draft {
  const slot = draft.slots.at(-1) ?? '';
  if (code === '') {
    const widened = [...new Set(slot + vowels)].sort().join('');
    return { codes: draft.codes, slots: [...draft.slots.slice(0, -1), widened] };
  }
  // A consonant that only a silent letter parts from its like is one with it.
  if (slot === '' && draft.codes.endsWith(code)) return draft;
  return { codes: draft.codes + code, slots: [...draft.slots, ...[...code].map(() => '')] };
}
