import { foldWord } from '../../language/fold-word.ts';
import table from './number-words.json' with { type: 'json' };
import { PhraseIndex } from './phrase-index.ts';

/** One number word: a value to add, or a scale to multiply by. */
export interface Atom {
  readonly value: number;
  readonly scale: boolean;
  /** "and" stands within the word before it: `وعشرون`, `sechsundzwanzig`. */
  readonly joined: boolean;
  /** The word has an article or a preposition before it: بالمئة is no second part of a number. */
  readonly led?: boolean;
  /** Dozens and the like: they end a number. */
  readonly collective?: boolean;
}

/** A word that is made of number words, wholly or in its first parts. */
export interface Numeral {
  readonly atoms: readonly Atom[];
  /** Ending that is no number: a case ending, or the rest of a compound ("forty-kilometre"). Folded; empty where none. */
  readonly rest: string;
  /** True where `rest` is a word of its own, after a hyphen. */
  readonly compound: boolean;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

interface LanguageWords {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly scales: Readonly<Record<string, readonly string[]>>;
  readonly and: readonly string[];
  readonly articles: readonly string[];
  readonly minus: readonly string[];
  readonly notMinusAfter?: readonly string[];
  readonly point: readonly string[];
  readonly collectives: Readonly<Record<string, readonly string[]>>;
  readonly fractions: Readonly<Record<string, readonly string[]>>;
  readonly half: readonly string[];
  readonly halfAfter: readonly string[];
  readonly valueOrPart?: Readonly<Record<string, readonly string[]>>;
  readonly partAfter?: Readonly<Record<string, readonly string[]>>;
  readonly portions?: Readonly<Record<string, readonly string[]>>;
  readonly fractionAnd?: readonly string[];
  readonly over: readonly string[];
  readonly vague: Readonly<Record<string, readonly string[]>>;
  readonly duals?: Readonly<Record<string, readonly string[]>>;
}

const WORDS = table as unknown as Readonly<Record<string, LanguageWords>>;
const CACHE_LIMIT = 50_000;
// Turkish words that look like a number word and an ending but are none.
const TURKISH_OTHERS = new Set(
  'onu onun ona onda ondan onlar onlari onlara onlarin onlardan onlarda onca bin bina binin binip binen bindi binde altin altinda altindan altina altini altindaki yuzu yuzun yuzunu yuzune yuzunde yuzunden yedin besin kirka ucta uca elliye elle bire biri birin birine birini birinin birinde birinden birisi birden birer birde birin birlik bira birak iki ikin'.split(
    ' ',
  ),
);
const TURKISH_ENDING =
  /^'?(?:(?:y|n|s)?(?:i|u|in|un|ini|unu|ine|una|inde|unda|inden|undan|inin|unun)|y?[ae]|[dt][ae]n?|s?[iu]n[ae]|[dt][iu]r|l[iu]k|ler|lar|imiz|umuz|[iu]yle|yla|yle|ncu)?$/;

/** The number words of one language. */
export class NumberLexicon {
  readonly language: string;
  readonly vague = new PhraseIndex<Range>();
  /** What a part said behind a number divides one by: "and a half" is 2. */
  readonly partAfter = new PhraseIndex<number>();
  /** What a part said before a scale divides it by: "quarter million" is 4. */
  readonly portions: ReadonlyMap<string, number>;
  /** Words that are a number or one part of so many: خمس is five or a fifth. */
  readonly valueOrPart: ReadonlyMap<string, number>;
  /** Words that add a fraction: "and", "con". */
  readonly fractionAnd: ReadonlySet<string>;
  readonly over = new PhraseIndex<true>();
  readonly fractions = new PhraseIndex<number>();
  readonly and: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly minus: ReadonlySet<string>;
  /** Words that make of "minus" another word: "al menos" is at least. */
  readonly notMinusAfter: ReadonlySet<string>;
  readonly point: ReadonlySet<string>;
  readonly half: ReadonlySet<string>;
  readonly #atoms = new Map<string, Atom>();
  readonly #front = new Map<string, boolean>();
  readonly #cache = new Map<string, Numeral | null>();
  readonly #longest: number;

  constructor(language: string) {
    const words = WORDS[language];
    this.language = language;
    this.and = folded(words?.and);
    this.articles = folded(words?.articles);
    this.minus = folded(words?.minus);
    this.notMinusAfter = folded(words?.notMinusAfter);
    this.point = folded(words?.point);
    this.half = folded(words?.half);
    this.fractionAnd = folded([...(words?.and ?? []), ...(words?.fractionAnd ?? [])]);
    this.portions = parts(words?.portions);
    this.valueOrPart = parts(words?.valueOrPart);
    if (words !== undefined) this.#fill(words);
    this.#longest = Math.max(0, ...[...this.#atoms.keys()].map((word) => word.length));
  }

  #fill(words: LanguageWords): void {
    this.#addAll(words.values, false);
    this.#addAll(words.duals ?? {}, false);
    this.#addAll(words.scales, true);
    this.#addAll(words.collectives, true, true);
    for (const [value, phrases] of Object.entries(words.fractions))
      for (const phrase of phrases) this.fractions.add(phrase, Number(value));
    for (const [range, phrases] of Object.entries(words.vague)) {
      const [min, max] = range.split('..').map(Number);
      for (const phrase of phrases) this.vague.add(phrase, { min: min ?? 0, max: max ?? 0 });
    }
    for (const phrase of words.halfAfter) this.partAfter.add(phrase, 2);
    for (const [part, phrases] of Object.entries(words.partAfter ?? {}))
      for (const phrase of phrases) this.partAfter.add(phrase, Number(part));
    for (const phrase of words.over) this.over.add(phrase, true);
  }

  #addAll(list: Readonly<Record<string, readonly string[]>>, scale: boolean, collective = false): void {
    for (const [value, words] of Object.entries(list))
      for (const word of words)
        this.#add(word, {
          value: Number(value),
          scale,
          joined: false,
          ...(collective ? { collective } : {}),
        });
  }

  #add(word: string, atom: Atom): void {
    const key = foldWord(word);
    if (!this.#atoms.has(key)) this.#atoms.set(key, atom);
    // Arabic is often typed with ه for a final ة.
    if (key.endsWith('ة') && !this.#atoms.has(`${key.slice(0, -1)}ه`))
      this.#atoms.set(`${key.slice(0, -1)}ه`, atom);
    this.#front.set(key, /[eiöü][^aeıioöuü]*$/.test(word));
  }

  atom(word: string): Atom | undefined {
    return this.#atoms.get(word);
  }

  /** The number words that `norm` is made of, or null. */
  numeral(norm: string): Numeral | null {
    const known = this.#cache.get(norm);
    if (known !== undefined) return known;
    const direct = this.#atoms.get(norm);
    const found =
      direct !== undefined
        ? { atoms: [direct], rest: '', compound: false }
        : norm.length > 60
          ? null
          : this.#take(norm);
    if (this.#cache.size >= CACHE_LIMIT) this.#cache.clear();
    this.#cache.set(norm, found);
    return found;
  }

  #take(norm: string): Numeral | null {
    if (norm.includes('-') || norm.includes('‑')) return this.#hyphened(norm.split(/[-‑]/));
    if (this.language === 'tr' || this.language === 'ku') return this.#turkish(norm);
    if (this.language === 'ar') return this.#arabic(norm);
    if (this.language === 'de' || this.language === 'it') return this.#glued(norm);
    return null;
  }

  #hyphened(parts: readonly string[]): Numeral | null {
    const atoms: Atom[] = [];
    let at = 0;
    while (at < parts.length) {
      const pair = this.#atoms.get(`${parts[at]}-${parts[at + 1]}`);
      const atom = pair ?? this.#atoms.get(parts[at] ?? '');
      if (atom !== undefined) atoms.push(atom);
      else if (!(atoms.length > 0 && this.and.has(parts[at] ?? '') && this.#atoms.has(parts[at + 1] ?? '')))
        break;
      at += pair === undefined ? 1 : 2;
    }
    return atoms.length === 0
      ? null
      : { atoms, rest: parts.slice(at).join('-'), compound: at < parts.length };
  }

  #turkish(norm: string): Numeral | null {
    if (TURKISH_OTHERS.has(norm)) return null;
    const { atoms, at, last } = this.#segments(norm, false);
    if (atoms.length === 0) return null;
    const rest = norm.slice(at);
    if (!TURKISH_ENDING.test(rest)) return null;
    const front = this.#front.get(last) ?? true;
    if (/a/.test(rest) && front) return null;
    if (/e/.test(rest) && !front) return null;
    return { atoms, rest: rest.replace(/^'/, ''), compound: false };
  }

  #glued(norm: string): Numeral | null {
    const { atoms, at } = this.#segments(norm, true);
    return atoms.length > 1 && at === norm.length ? { atoms, rest: '', compound: false } : null;
  }

  #segments(norm: string, withAnd: boolean): { atoms: Atom[]; at: number; last: string } {
    const atoms: Atom[] = [];
    let at = 0;
    let last = '';
    while (at < norm.length) {
      let joined = false;
      let from = at;
      if (withAnd && atoms.length > 0 && norm.startsWith('und', at)) {
        joined = true;
        from = at + 3;
      }
      const piece = this.#longestAt(norm, from);
      if (piece === null) break;
      const atom = this.#atoms.get(piece);
      if (atom === undefined) break;
      atoms.push(joined ? { ...atom, joined } : atom);
      last = piece;
      at = from + piece.length;
    }
    return { atoms, at, last };
  }

  #longestAt(norm: string, at: number): string | null {
    for (let length = Math.min(this.#longest, norm.length - at); length >= 2; length -= 1) {
      const piece = norm.slice(at, at + length);
      const atom = this.#atoms.get(piece);
      if (atom !== undefined && !atom.collective) return piece;
    }
    return null;
  }

  #arabic(norm: string): Numeral | null {
    for (const prefix of ['وال', 'بال', 'ال', 'لل', 'و', 'ب', 'ل', 'ف', 'ك']) {
      if (!norm.startsWith(prefix)) continue;
      const atom = this.#atoms.get(norm.slice(prefix.length));
      if (atom !== undefined)
        return {
          atoms: [{ ...atom, joined: prefix.startsWith('و'), led: prefix !== 'و' }],
          rest: '',
          compound: false,
        };
    }
    return null;
  }
}

function parts(list: Readonly<Record<string, readonly string[]>> | undefined): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(list ?? {}).flatMap(([part, names]) =>
      names.map((name): [string, number] => [foldWord(name), Number(part)]),
    ),
  );
}

function folded(list: readonly string[] | undefined): ReadonlySet<string> {
  return new Set((list ?? []).map(foldWord));
}

const lexicons = new Map<string, NumberLexicon>();

/** The number words of a language; empty for one that is not in the list. */
export function numberLexicon(language: string): NumberLexicon {
  const known = lexicons.get(language) ?? new NumberLexicon(language);
  lexicons.set(language, known);
  return known;
}
