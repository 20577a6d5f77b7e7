import { foldWord } from '../../language/fold-word.ts';
import type { Token } from '../../language/token.ts';
import { type Word, WordNotes } from '../../language/word.ts';
import type { Per } from '../../statement/quantity.ts';
import nounTable from './nouns.json' with { type: 'json' };
import { type NumberLexicon, numberLexicon } from './number-lexicon.ts';
import { PhraseIndex } from './phrase-index.ts';
import phraseTable from './phrases.json' with { type: 'json' };
import { SAME_THING, singularOf } from './singular-of.ts';
import unitTable from './units.json' with { type: 'json' };

/** What words beside a number make of it. */
export type Effect =
  | 'about'
  | 'over'
  | 'least'
  | 'under'
  | 'most'
  | 'more'
  | 'total'
  | 'exact'
  | 'equal'
  | 'identifier'
  | 'them'
  | 'none';

export interface UnitEntry {
  readonly unit: string;
  readonly dimension: string;
}

/** A counted noun: its singular in English, and whether it counts people. */
export interface NounEntry {
  readonly noun: string;
  readonly people: boolean;
  /** Written in a plural form, or in one that is both. */
  readonly plural: boolean;
  /** Two of them, by the form of the word (Arabic). */
  readonly dual: boolean;
}

interface Phrases {
  readonly left: Readonly<Record<string, readonly string[]>>;
  readonly right: Readonly<Record<string, readonly string[]>>;
  readonly clause: { readonly total: readonly string[] };
  readonly before: { readonly them: readonly string[] };
  readonly range: {
    readonly from: readonly string[];
    readonly to: readonly string[];
    readonly or: readonly string[];
  };
  readonly arasi?: readonly string[];
  readonly per: Readonly<Record<string, readonly string[]>>;
  readonly correction: readonly string[];
  readonly of: readonly string[];
  readonly stop: readonly string[];
  readonly verbs: readonly string[];
  readonly age: { readonly right: readonly string[]; readonly left: readonly string[] };
  readonly percent: { readonly right: readonly string[]; readonly left: readonly string[] };
}

type Names = Readonly<Record<string, readonly string[]>>;

const PHRASES = phraseTable as unknown as Readonly<Record<string, Phrases>>;
const UNITS = unitTable as unknown as readonly {
  readonly unit: string;
  readonly dimension: string;
  readonly names: Names;
  readonly symbols?: readonly string[];
}[];
const NOUNS = nounTable as unknown as {
  readonly people: Readonly<Record<string, Names>>;
  readonly things: Readonly<Record<string, { readonly class: string; readonly names: Names }>>;
};

const VULGAR = /[½⅓⅔¼¾⅕-⅘⅙⅛-⅞]/;

/** All words that figures are read with, for one language. */
export class FigureLexicon {
  readonly language: string;
  readonly numbers: NumberLexicon;
  readonly left = new PhraseIndex<Effect>(true);
  readonly right = new PhraseIndex<Effect>();
  readonly clauseTotal = new PhraseIndex<true>();
  readonly partBefore = new PhraseIndex<true>(true);
  readonly rangeFrom = new PhraseIndex<true>(true);
  readonly rangeTo = new PhraseIndex<true>();
  readonly rangeOr = new PhraseIndex<true>();
  readonly rangeEnd = new PhraseIndex<true>();
  readonly per = new PhraseIndex<Per>();
  readonly correction = new PhraseIndex<true>();
  readonly ageRight = new PhraseIndex<true>();
  readonly ageLeft = new PhraseIndex<true>(true);
  readonly percentRight = new PhraseIndex<true>();
  readonly percentLeft = new PhraseIndex<true>(true);
  readonly units = new PhraseIndex<UnitEntry>();
  readonly symbolsBefore = new PhraseIndex<UnitEntry>(true);
  readonly stop: ReadonlySet<string>;
  readonly verbs: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly #nouns = new Map<string, NounEntry>();
  readonly #starts = new WordNotes((word) => this.#findStart(word));
  readonly #nounCache = new Map<string, NounEntry | null>();

  constructor(language: string) {
    this.language = language;
    this.numbers = numberLexicon(language);
    const phrases = PHRASES[language];
    const joined = this.language === 'ar' ? joinedOf(phrases?.left ?? {}) : [];
    this.stop = folded([...(phrases?.stop ?? []), ...joined.map(([phrase]) => phrase.split(' ')[0] ?? '')]);
    this.verbs = folded(phrases?.verbs);
    this.of = folded(phrases?.of);
    if (phrases !== undefined) this.#addPhrases(phrases);
    this.#addUnits();
    this.#addNouns();
  }

  #addPhrases(phrases: Phrases): void {
    fill(this.left, phrases.left);
    for (const [phrase, effect] of this.language === 'ar' ? joinedOf(phrases.left) : [])
      this.left.add(phrase, effect);
    fill(this.right, phrases.right);
    fill(this.per, phrases.per);
    flag(this.clauseTotal, phrases.clause.total);
    flag(this.partBefore, phrases.before.them);
    flag(this.rangeFrom, phrases.range.from);
    flag(this.rangeTo, phrases.range.to);
    flag(this.rangeOr, phrases.range.or);
    flag(this.rangeEnd, phrases.arasi ?? []);
    flag(this.correction, phrases.correction);
    flag(this.ageRight, phrases.age.right);
    flag(this.ageLeft, phrases.age.left);
    flag(this.percentRight, phrases.percent.right);
    flag(this.percentLeft, phrases.percent.left);
  }

  #addUnits(): void {
    for (const entry of UNITS) {
      const unit = { unit: entry.unit, dimension: entry.dimension };
      for (const key of [this.language, 'any'])
        for (const name of entry.names[key] ?? []) this.units.add(name, unit);
      for (const symbol of entry.symbols ?? []) {
        this.units.add(symbol, unit);
        if (entry.dimension === 'money') this.symbolsBefore.add(symbol, unit);
      }
    }
    if (this.language !== 'en') this.#addEnglishUnits();
  }

  /** English units in other languages ("73 tonnes (161,000 pounds)"): long plurals only, which mean nothing else there. */
  #addEnglishUnits(): void {
    for (const { unit, dimension, names } of UNITS)
      for (const name of names.en ?? [])
        if (/^\p{L}{4,}s$/u.test(name)) this.units.add(name, { unit, dimension });
  }

  #addNouns(): void {
    for (const [noun, names] of Object.entries(NOUNS.people)) this.#addNoun(noun, names, true);
    for (const [noun, thing] of Object.entries(NOUNS.things)) this.#addNoun(noun, thing.names, false);
  }

  #addNoun(noun: string, names: Names, people: boolean): void {
    for (const key of [this.language, 'any']) {
      for (const name of names[key] ?? []) {
        const norm = foldWord(name);
        const plural =
          this.language === 'en'
            ? /s$|men$|children$|people$|staff|fish|cattle|sheep|police|crew|aircraft|personnel|livestock|dead|injured|wounded|missing|folk|pob|pax|gente/.test(
                norm,
              )
            : true;
        if (!this.#nouns.has(norm))
          this.#nouns.set(norm, { noun: this.#finer(noun, norm, people), people, plural, dual: false });
        if (this.language === 'ar' && key === 'ar')
          this.#addDual(norm, { noun, people, plural: false, dual: true });
      }
    }
  }

  // An English word other than the first of its list counts its own kind of thing.
  #finer(noun: string, norm: string, people: boolean): string {
    return people || this.language !== 'en' || SAME_THING.has(norm) ? noun : singularOf(norm);
  }

  // رجل gives رجلان, شاحنة gives شاحنتان. The ending ين is left to the plural where one has it.
  #addDual(norm: string, entry: NounEntry): void {
    if (norm.length < 3 || /(?:ات|ين|ون|ا)$/.test(norm)) return;
    const stem = norm.endsWith('ة') ? `${norm.slice(0, -1)}ت` : norm;
    for (const ending of ['ان', 'ين'])
      if (!this.#nouns.has(stem + ending)) this.#nouns.set(stem + ending, entry);
  }

  /** Whether a figure may start with this token, or only what leads to one ("a", "minus"). */
  starts(token: Token): 'figure' | 'lead' | null {
    return this.#starts.of(token.word);
  }

  #findStart({ kind, norm }: Word): 'figure' | 'lead' | null {
    const { articles, minus } = this.numbers;
    if (kind === 'number') return 'figure';
    if (kind === 'mark') {
      if (norm.charCodeAt(0) > 127 && VULGAR.test(norm)) return 'figure';
      return norm === '-' || norm === '−' || minus.has(norm) ? 'lead' : null;
    }
    if (this.#startsFigure(norm)) return 'figure';
    return articles.has(norm) || minus.has(norm) || norm === 'la' ? 'lead' : null;
  }

  #startsFigure(norm: string): boolean {
    const { numbers } = this;
    return (
      numbers.numeral(norm) !== null ||
      numbers.vague.has(norm) ||
      numbers.half.has(norm) ||
      numbers.fractions.has(norm) ||
      (this.language === 'ar' && (/\d$/.test(norm) || this.noun(norm)?.dual === true))
    );
  }

  /** What a word counts, or null. Endings are taken off (Turkish cases, Arabic article and joined و). */
  noun(norm: string): NounEntry | null {
    const direct = this.#nouns.get(norm);
    if (direct !== undefined) return direct;
    if (this.language === 'en') return MEN.test(norm) ? MEN_ENTRY : null;
    if (this.language !== 'tr' && this.language !== 'ar' && this.language !== 'ku') return null;
    const known = this.#nounCache.get(norm);
    if (known !== undefined) return known;
    const found = this.language === 'ar' ? this.#arabicNoun(norm) : this.#suffixedNoun(norm);
    if (this.#nounCache.size > 50_000) this.#nounCache.clear();
    this.#nounCache.set(norm, found);
    return found;
  }

  #arabicNoun(norm: string): NounEntry | null {
    for (const prefix of ['وال', 'بال', 'ال', 'لل', 'و', 'ب', 'ل']) {
      if (!norm.startsWith(prefix)) continue;
      const found = this.#nouns.get(norm.slice(prefix.length));
      if (found !== undefined) return found;
    }
    return norm.endsWith('ا') ? (this.#nouns.get(norm.slice(0, -1)) ?? null) : null;
  }

  #suffixedNoun(norm: string): NounEntry | null {
    const bare = norm.replace(/'.*$/, '');
    for (let length = Math.min(bare.length, 14); length >= 3 && bare.length - length <= 8; length -= 1) {
      const stem = bare.slice(0, length);
      const found = this.#nouns.get(stem) ?? this.#nouns.get(hardened(stem));
      if (found !== undefined && NOUN_ENDING.test(bare.slice(length))) return found;
    }
    return null;
  }
}

// Seamen, policewomen; not specimens and the like, which are singular.
const MEN = /^(?!speci|regi|abdo|acu|ya|o|a)[a-z]{3,}(?:wo)?men$/;
const MEN_ENTRY: NounEntry = { noun: 'man', people: true, plural: true, dual: false };

const NOUN_ENDING =
  /^(?:l[ae]r)?(?:[iu]m[iu]z|[iu]n[iu]z|[iu]m|[iu]n|s?[iu]|l[ae]r[iu])?(?:n?[iu]n|[yn]?[ae]|[yn]?[iu]|n?[dt][ae]n?|[yn]?l[ae]|l[iu]k|l[iu]|ki)?(?:[dt][iu]r?|yd[iu])?$/;

// kitab-ı is kitap, sandığ-ı is sandık.
function hardened(stem: string): string {
  const last = stem.at(-1);
  const hard = last === 'g' ? 'k' : last === 'b' ? 'p' : last === 'd' ? 't' : last;
  return stem.slice(0, -1) + (hard ?? '');
}

function folded(list: readonly string[] | undefined): ReadonlySet<string> {
  return new Set((list ?? []).map(foldWord));
}

/** "وأقل من": "and" stands within the first word of a phrase that bounds a number. */
function joinedOf(left: Phrases['left']): [string, Effect][] {
  return (['about', 'over', 'least', 'under', 'most'] as const).flatMap((effect) =>
    (left[effect] ?? [])
      .filter((phrase) => /^\p{L}/u.test(phrase))
      .map((phrase): [string, Effect] => [`و${phrase}`, effect]),
  );
}

function fill<T extends string>(
  index: PhraseIndex<T>,
  table: Readonly<Record<string, readonly string[]>>,
): void {
  for (const [effect, phrases] of Object.entries(table))
    for (const phrase of phrases) index.add(phrase, effect as T);
}

function flag(index: PhraseIndex<true>, phrases: readonly string[]): void {
  for (const phrase of phrases) index.add(phrase, true);
}

const lexicons = new Map<string, FigureLexicon>();

/** The words of a language; English where the language is not known. */
export function figureLexicon(language: string | null): FigureLexicon {
  const key = language !== null && PHRASES[language] !== undefined ? language : 'en';
  const known = lexicons.get(key) ?? new FigureLexicon(key);
  lexicons.set(key, known);
  return known;
}
