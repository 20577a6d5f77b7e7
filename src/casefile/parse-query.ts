import { analyseText } from './analyse-text.ts';

/** One word or phrase of a query: the token runs that it is found by, one or more a language of the case. */
export interface QueryTerm {
  readonly runs: readonly (readonly string[])[];
  /** Runs whose last token is only a beginning. */
  readonly prefixes: readonly (readonly string[])[];
}

/** All of `all` must be there (one of its terms each), none of `none`. An empty `all` finds nothing. */
export interface ParsedQuery {
  readonly all: readonly (readonly QueryTerm[])[];
  readonly none: readonly QueryTerm[];
}

interface Piece {
  readonly words: string;
  readonly isWithout: boolean;
  readonly isPrefix: boolean;
  readonly isOr: boolean;
}

const PIECE = /(-)?"([^"]*)"|\S+/g;
const MOST_PIECES = 64;
const FEWEST_PREFIX_LETTERS = 2;

/**
 * What a query asks for: words (all of them), `"a phrase"`, `-without`, `pre*`, `this OR that`.
 * Each word is analysed in every one of `languages`. Never throws: what is no syntax is words,
 * and a query that only says what must not be there is read as words too.
 */
export function parseQuery(text: string, languages: readonly string[]): ParsedQuery {
  const pieces = [...text.matchAll(PIECE)].slice(0, MOST_PIECES).map(readPiece);
  const all: QueryTerm[][] = [];
  const none: QueryTerm[] = [];
  let joins = false;
  for (const piece of pieces) {
    const term = piece.isOr ? null : termOf(piece, languages);
    if (term !== null) addTerm(term, piece.isWithout, joins ? all.at(-1) : undefined, all, none);
    joins = piece.isOr || (joins && term === null);
  }
  return all.length > 0 ? { all, none } : { all: none.map((term) => [term]), none: [] };
}

function readPiece(match: RegExpExecArray | RegExpMatchArray): Piece {
  const whole = match[0];
  if (match[2] !== undefined) {
    return { words: match[2], isWithout: match[1] === '-', isPrefix: false, isOr: false };
  }
  const isWithout = /^-[^-]/.test(whole);
  const word = isWithout ? whole.slice(1) : whole;
  return { words: word, isWithout, isPrefix: /[^*]\*$/.test(word), isOr: whole === 'OR' };
}

function addTerm(
  term: QueryTerm,
  isWithout: boolean,
  either: QueryTerm[] | undefined,
  all: QueryTerm[][],
  none: QueryTerm[],
): void {
  if (isWithout) none.push(term);
  else if (either !== undefined) either.push(term);
  else all.push([term]);
}

/** Null where the words hold no letter or digit. */
function termOf(piece: Piece, languages: readonly string[]): QueryTerm | null {
  const runs = distinctRuns(['', ...languages].map((language) => analyseText(piece.words, language).tokens));
  if (runs.length === 0) return null;
  const beginning = analyseText(piece.words, null).tokens;
  const isLong = (beginning.at(-1)?.length ?? 0) >= FEWEST_PREFIX_LETTERS;
  return { runs, prefixes: piece.isPrefix && isLong ? [beginning] : [] };
}

function distinctRuns(runs: readonly (readonly string[])[]): (readonly string[])[] {
  const byText = new Map(runs.filter((run) => run.length > 0).map((run) => [run.join(' '), run]));
  return [...byText.values()];
}

/** The query in FTS5's own language. Tokens hold letters and digits only, so quoting them is safe. */
export function matchExpression(query: ParsedQuery): string {
  const wanted = query.all.map((terms) => `(${terms.map(termExpression).join(' OR ')})`).join(' AND ');
  if (query.none.length === 0) return wanted;
  return `(${wanted}) NOT (${query.none.map(termExpression).join(' OR ')})`;
}

function termExpression(term: QueryTerm): string {
  const runs = term.runs.map((run) => `"${run.join(' ')}"`);
  const prefixes = term.prefixes.map((run) => `"${run.join(' ')}" *`);
  return [...prefixes, ...runs].join(' OR ');
}
