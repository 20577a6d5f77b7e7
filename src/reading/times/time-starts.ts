import type { Token } from '../../language/token.ts';
import { type Word, WordNotes } from '../../language/word.ts';
import type { FigureLexicon } from '../figures/figure-lexicon.ts';
import type { PhraseIndex } from '../figures/phrase-index.ts';

/** What may begin at a word, one bit each. */
export const MAY = {
  /** Something that opens a time: "since", "every", "the night of". */
  open: 1,
  start: 2,
  simple: 4,
  day: 8,
  /** A month or a weekday. */
  named: 16,
  stretch: 32,
  lately: 64,
  dayOfMonth: 128,
  clock: 256,
  period: 512,
} as const;
const ALL = 1023;
const NUMBER = ALL - MAY.open;
const LAST_LATIN = 0x24f;

const ALONE = ['next', 'last', 'agoBefore', 'monthOf', 'noon', 'midnight', 'halfPast', 'quarter'] as const;
// In English the clock's own words start a clock time ("at ten"); elsewhere what leads to them does ("a las diez").
const BEFORE_CLOCKS = ['clockBefore', 'clockPart'] as const;
const STARTING = [...ALONE, ...BEFORE_CLOCKS, 'between'] as const;

/** The words of a language that times start with. */
interface StartWords {
  readonly language: string;
  readonly figures: FigureLexicon;
  readonly starters: ReadonlySet<string>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly simple: PhraseIndex<unknown>;
  readonly bound: PhraseIndex<unknown>;
  readonly nth: PhraseIndex<unknown>;
  readonly turns: PhraseIndex<unknown>;
  readonly periods: PhraseIndex<unknown>;
  readonly edge: PhraseIndex<unknown>;
  readonly genitives: PhraseIndex<unknown>;
  readonly decades: PhraseIndex<unknown>;
  readonly season: PhraseIndex<unknown>;
  readonly holidays: PhraseIndex<unknown>;
  phrase(name: (typeof STARTING)[number] | 'nightOf' | 'decadeOf'): PhraseIndex<true>;
}

/** Tells for each word of a text, once a word, whether a time may start there, and of what kind. */
export class TimeStarts {
  readonly #words: StartWords;
  readonly #may = new WordNotes((word) => this.#mayBeginAt(word));
  readonly #seconds = new WordNotes((word) => this.#findSeconds(word));
  readonly #opens = new WordNotes((word) => this.#opensRange(word));
  readonly #counts = new WordNotes((word) => this.#mayCount(word));

  constructor(words: StartWords) {
    this.#words = words;
  }

  /** What may begin with a token, as bits of `MAY`. */
  mayAt(token: Token): number {
    return this.#may.of(token.word);
  }

  /** Whether the words behind an item may go on with a time that it may start: "of" alone starts none, "of the night" may. */
  goesOn(items: readonly Token[], at: number): boolean {
    const item = items[at];
    const seconds = item === undefined ? null : this.#seconds.of(item.word);
    if (item === undefined || seconds === null) return true;
    const next = items[at + 1];
    if (next === undefined) return false;
    if (seconds.has(next.norm) || (this.#leads(item.norm) && this.#counts.of(next.word))) return true;
    return this.#opens.of(item.word) && this.#mayFollow(items, at + 1);
  }

  // "between", "from", "of": what they open starts right behind.
  #opensRange({ norm }: Word): boolean {
    return this.#words.phrase('between').has(norm);
  }

  #mayFollow(items: readonly Token[], at: number): boolean {
    const item = items[at];
    if (item === undefined) return false;
    const next = items[at + 1];
    return (
      this.#counts.of(item.word) ||
      (next !== undefined && this.#leads(item.norm) && this.#counts.of(next.word)) ||
      ((this.mayAt(item) & MAY.start) !== 0 && this.goesOn(items, at))
    );
  }

  // Words that stand before the number of a time, or for it.
  #leads(norm: string): boolean {
    return this.#words.figures.numbers.articles.has(norm) || LEADS.has(norm);
  }

  #mayCount({ kind, norm }: Word): boolean {
    const { fractions, portions } = this.#words.figures.numbers;
    return (
      kind === 'number' ||
      (this.#mayBegin(norm) & (MAY.day | MAY.stretch | MAY.clock)) !== 0 ||
      this.#words.figures.units.has(norm) ||
      fractions.has(norm) ||
      portions.has(norm)
    );
  }

  /** The second words of what starts with a word that starts nothing alone; null for any other word. */
  #findSeconds({ kind, norm }: Word): ReadonlySet<string> | null {
    if (
      kind !== 'word' ||
      this.#words.language === 'ar' ||
      this.#words.language === 'tr' ||
      this.#standsAlone(norm)
    )
      return null;
    const seconds = new Set<string>();
    for (const index of this.#openings()) {
      if (index.hasAlone(norm)) return null;
      for (const word of index.secondsOf(norm)) seconds.add(word);
    }
    for (const word of this.#words.phrase('between').secondsOf(norm)) seconds.add(word);
    return seconds;
  }

  /** All phrases that a time may start with. */
  #openings(): readonly PhraseIndex<unknown>[] {
    return [
      ...[
        this.#words.simple,
        this.#words.nth,
        this.#words.turns,
        this.#words.periods,
        this.#words.edge,
        this.#words.genitives,
        this.#words.decades,
      ],
      ...[
        this.#words.season,
        this.#words.holidays,
        this.#words.phrase('decadeOf'),
        this.#words.figures.numbers.vague,
      ],
      ...(this.#words.language === 'en' ? ALONE : [...ALONE, ...BEFORE_CLOCKS]).map((name) =>
        this.#words.phrase(name),
      ),
    ];
  }

  #standsAlone(norm: string): boolean {
    const { numbers } = this.#words.figures;
    return (
      this.#isStarter(norm) ||
      this.#isNamed(norm) ||
      this.#words.ordinals.has(norm) ||
      FIRST.has(norm) ||
      SHORT_PART.test(norm) ||
      norm.charCodeAt(0) > LAST_LATIN ||
      numbers.half.has(norm) ||
      numbers.minus.has(norm) ||
      numbers.numeral(norm) !== null
    );
  }

  #mayBeginAt({ kind, norm }: Word): number {
    if (kind === 'word') return this.#mayBegin(norm);
    if (kind === 'number') return NUMBER | (this.#mayBegin(norm) & MAY.open);
    return norm === '/' ? this.#mayBegin(norm) | MAY.open : 0;
  }

  #mayBegin(norm: string): number {
    const opens =
      this.#words.bound.has(norm) ||
      this.#words.figures.per.has(norm) ||
      this.#words.phrase('nightOf').has(norm)
        ? MAY.open
        : 0;
    const starts = this.#mayStart(norm) ? MAY.start : 0;
    // Arabic writes "and", "in" and the article onto the word.
    if (this.#words.language === 'ar') return opens | starts | (ALL - MAY.start - MAY.open);
    if (starts === 0) return opens;
    return (
      opens | starts | (norm.charCodeAt(0) > LAST_LATIN ? ALL - MAY.open - MAY.start : this.#piecesAt(norm))
    );
  }

  #piecesAt(norm: string): number {
    const { articles, minus, half, vague } = this.#words.figures.numbers;
    const numeral = this.#words.figures.numbers.numeral(norm) !== null;
    const number =
      numeral || articles.has(norm) || minus.has(norm) || half.has(norm) || vague.has(norm) || norm === 'bir';
    const day = numeral || this.#words.ordinals.has(norm);
    return (
      (this.#words.simple.has(norm) ? MAY.simple : 0) |
      (day ? MAY.day : 0) |
      (this.#isNamed(norm) ? MAY.named : 0) |
      (number || this.#words.phrase('agoBefore').has(norm) ? MAY.stretch : 0) |
      (FIRST.has(norm) || this.#words.phrase('last').has(norm) || this.#words.phrase('next').has(norm)
        ? MAY.lately
        : 0) |
      (this.#isPeriod(norm) ? MAY.period : 0) |
      (day || norm === 'el' || norm === 'dia' || this.#words.phrase('monthOf').has(norm)
        ? MAY.dayOfMonth
        : 0) |
      (number || CLOCK.some((name) => this.#words.phrase(name).has(norm)) ? MAY.clock : 0)
    );
  }

  #isPeriod(norm: string): boolean {
    return (
      this.#words.nth.has(norm) ||
      this.#words.turns.has(norm) ||
      this.#words.periods.has(norm) ||
      this.#words.edge.has(norm) ||
      this.#words.genitives.has(norm) ||
      this.#words.decades.has(norm) ||
      this.#words.season.has(norm) ||
      this.#words.holidays.has(norm) ||
      this.#words.phrase('decadeOf').has(norm) ||
      this.#words.ordinals.has(norm) ||
      SHORT_PART.test(norm)
    );
  }

  // A month or weekday, or two months in one word ("Nov-Feb").
  #isStarter(norm: string): boolean {
    return (
      this.#words.starters.has(norm) ||
      (norm.includes('-') && this.#words.starters.has(norm.replace(/-.*$/, '')))
    );
  }

  #isNamed(norm: string): boolean {
    return (
      this.#words.starters.has(norm) ||
      this.#words.starters.has(norm.replace(/['-].*$/, '')) ||
      (this.#words.language === 'tr' && this.#words.starters.has(norm.replace(CASE, '')))
    );
  }

  #mayStart(norm: string): boolean {
    return (
      this.#isStarter(norm) ||
      this.#words.simple.has(norm) ||
      this.#isPeriod(norm) ||
      STARTING.some((name) => this.#words.phrase(name).has(norm)) ||
      this.#words.ordinals.has(norm) ||
      FIRST.has(norm) ||
      norm in ARABIC_STARTS ||
      this.#words.figures.numbers.numeral(norm) !== null ||
      this.#words.figures.numbers.articles.has(norm) ||
      (this.#words.language === 'tr' &&
        (norm.includes("'") || this.#words.starters.has(norm.replace(CASE, ''))))
    );
  }
}

/** Before the first number of a range: "the 3rd to the 5th of May", "de las 4 a las 5". */
const LEADS = new Set(['the', 'el', 'le', 'o', 'il', 'den', 'dem', 'las', 'la']);
/** They open a run: "the first nine days of". */
const FIRST = new Set(['first', 'primeros', 'primeras']);
const CASE = /(?:[dt][ae]n?|[iu]n|[ae]|[iu])$/;
const CLOCK = ['noon', 'midnight', 'halfPast', 'quarter', 'clockBefore', 'clockPart'] as const;
const ARABIC_STARTS: Readonly<Record<string, true>> = {
  يومين: true,
  اسبوعين: true,
  شهرين: true,
  سنتين: true,
};
const SHORT_PART = /^[qhts][1-4](?:-?\d{4})?$/;
