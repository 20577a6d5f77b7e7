import { foldWord } from '../../language/fold-word.ts';
import { CALENDAR_LANGUAGES, calendarWords, MONTHS } from '../../statement/stamp-pieces.ts';
import { type FigureLexicon, figureLexicon } from '../figures/figure-lexicon.ts';
import { PhraseIndex } from '../figures/phrase-index.ts';
import holidays from './holidays.json' with { type: 'json' };
import type { Bound, Edge, Holiday, Period, Season, SimpleTime, Turn } from './time-plan.ts';
import { TimeStarts } from './time-starts.ts';
import table from './time-words.json' with { type: 'json' };

type Words = Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>;

const TABLE = table as unknown as Readonly<Record<string, Words>>;
const HOLIDAYS = holidays as unknown as readonly (Holiday & {
  readonly names: Readonly<Record<string, readonly string[]>>;
})[];
const PHRASES = [
  'and',
  'between',
  'betweenAfter',
  'last',
  'next',
  'this',
  'ago',
  'agoBefore',
  'for',
  'parts',
  'nightOf',
  'ofMonth',
  'monthOf',
  'monthAfter',
  'yearAfter',
  'oclock',
  'clockBefore',
  'clockPart',
  'noon',
  'midnight',
  'halfPast',
  'past',
  'to',
  'quarter',
  'half',
  'article',
  'partOf',
  'weekOf',
  'decadeOf',
  'decadeAfter',
  'shiftAhead',
  'shiftBack',
  'fromNow',
  'withinAfter',
  'now',
] as const;
const BACKWARD = ['on', 'yearWords', 'approx', 'within'] as const;
type Name = (typeof PHRASES)[number] | (typeof BACKWARD)[number];

/** The words that times are read with, for one language. */
export class TimeLexicon {
  readonly language: string;
  readonly figures: FigureLexicon;
  readonly simple = new PhraseIndex<SimpleTime>();
  readonly bound = new PhraseIndex<Bound>();
  readonly boundAfter = new PhraseIndex<Bound>();
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
  readonly future: ReadonlySet<string>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly night: ReadonlySet<string>;
  readonly nth = new PhraseIndex<number>();
  readonly turns = new PhraseIndex<Turn>();
  readonly periods = new PhraseIndex<Period>();
  readonly edge = new PhraseIndex<Edge>();
  /** Behind what they are of (Turkish). */
  readonly edgeAfter = new PhraseIndex<Edge>();
  readonly genitives = new PhraseIndex<Period>();
  readonly decades = new PhraseIndex<number>();
  readonly season = new PhraseIndex<Season>();
  readonly holidays = new PhraseIndex<Holiday>();
  readonly #phrases = new Map<Name, PhraseIndex<true>>();
  /** First words of months and weekdays. */
  readonly starters: ReadonlySet<string>;
  /** What may start a time. */
  readonly starts = new TimeStarts(this);

  constructor(language: string) {
    const words = TABLE[language] ?? {};
    this.language = language;
    this.figures = figureLexicon(language);
    this.months = CALENDAR_LANGUAGES.includes(language) ? calendarWords('months', language) : MONTHS;
    this.weekdays = calendarWords('weekdays', language);
    this.future = new Set(listOf(words, 'future').map(foldWord));
    this.night = new Set(listOf(words, 'night').flatMap((phrase) => foldWord(phrase).split(' ')));
    this.ordinals = new Map(listOf(words, 'ordinals').map((word, index) => [foldWord(word), index + 1]));
    for (const [code, phrases] of Object.entries((words.simple ?? {}) as Words))
      this.#addSimple(code, phrases as readonly string[]);
    for (const name of PHRASES) this.#phrases.set(name, indexOf(listOf(words, name), false));
    for (const name of BACKWARD) this.#phrases.set(name, indexOf(listOf(words, name), true));
    for (const bound of ['since', 'until', 'before', 'after'] as const) {
      for (const phrase of listOf(words, bound)) this.bound.add(phrase, bound);
      for (const phrase of listOf(words, `${bound}After`)) this.boundAfter.add(phrase, bound);
    }
    this.#fillPeriods(words);
    this.starters = new Set(
      [...this.months.keys(), ...this.weekdays.keys()].flatMap((name) => name.split(' ')[0] ?? []),
    );
  }

  #fillPeriods(words: Words): void {
    for (const [nth, phrase] of entriesOf(words, 'nth')) this.nth.add(phrase, Number(nth));
    for (const [turn, phrase] of entriesOf(words, 'turns')) this.turns.add(phrase, Number(turn) as Turn);
    for (const [unit, phrase] of entriesOf(words, 'periods')) this.periods.add(phrase, unit as Period);
    for (const [edge, phrase] of entriesOf(words, 'edges')) this.edge.add(phrase, edge as Edge);
    for (const [edge, phrase] of entriesOf(words, 'edgesAfter')) this.edgeAfter.add(phrase, edge as Edge);
    for (const [unit, phrase] of entriesOf(words, 'genitives')) this.genitives.add(phrase, unit as Period);
    for (const [year, phrase] of entriesOf(words, 'decades')) this.decades.add(phrase, Number(year));
    for (const [season, phrase] of entriesOf(words, 'seasons')) this.season.add(phrase, season as Season);
    for (const { names, ...holiday } of HOLIDAYS)
      for (const name of names[this.language] ?? []) this.holidays.add(name, holiday);
  }

  #addSimple(code: string, phrases: readonly string[]): void {
    const [kind = 'day', offset = '0'] = code.split(':');
    for (const phrase of phrases)
      this.simple.add(phrase, { kind: kind as SimpleTime['kind'], offset: Number(offset) });
  }

  phrase(name: Name): PhraseIndex<true> {
    return this.#phrases.get(name) ?? EMPTY;
  }
}

const EMPTY = new PhraseIndex<true>();

function entriesOf(words: Words, key: string): [string, string][] {
  return Object.entries((words[key] ?? {}) as Readonly<Record<string, readonly string[]>>).flatMap(
    ([value, phrases]) => phrases.map((phrase): [string, string] => [value, phrase]),
  );
}

function listOf(words: Words, key: string): readonly string[] {
  const list = words[key];
  return Array.isArray(list) ? list : [];
}

function indexOf(phrases: readonly string[], backward: boolean): PhraseIndex<true> {
  const index = new PhraseIndex<true>(backward);
  for (const phrase of phrases) index.add(phrase, true);
  return index;
}

const lexicons = new Map<string, TimeLexicon>();

/** The words of a language; English where the language is not known. */
export function timeLexicon(language: string | null): TimeLexicon {
  const key = language !== null && TABLE[language] !== undefined ? language : 'en';
  const known = lexicons.get(key) ?? new TimeLexicon(key);
  lexicons.set(key, known);
  return known;
}
