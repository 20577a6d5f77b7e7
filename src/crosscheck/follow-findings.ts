import type { Finding, Holding, Quote } from '../statement/finding.ts';
import type { Settlement } from '../statement/settlement.ts';

/** What an account says of its sources, and which they are. */
export interface Told {
  /** Ids of the sources that it was worked out from. */
  readonly sources: readonly string[];
  readonly findings: readonly Finding[];
  readonly holdings: readonly Holding[];
}

/** What became of the findings of an account that are not in the one after it. */
export interface Followed {
  /** The same finding, whose quotes moved a little, so that it has another id. */
  readonly moved: readonly { readonly from: Finding; readonly to: Finding }[];
  /** Not found any more since sources came in. */
  readonly settled: readonly Settlement[];
}

/** Of the shorter of two quotes so much must stand in the other for them to be one. */
const SAME_WORDS = 0.5;
const MOST_SOURCES = 5;

/**
 * Follows each finding into the next account. One that rests on the same words is the same
 * finding; one that has grown by a source, or is told anew with some of its words, is not gone.
 * What is gone while all that it quotes is still there, and sources came in, is settled: by those
 * that are compared with its words now, or, where none is, by all that came.
 */
export function followFindings(before: Told, after: Told): Followed {
  const news = newsIn(before, after);
  const moved: { from: Finding; to: Finding }[] = [];
  const settled: Settlement[] = [];
  for (const from of before.findings) {
    if (news.ids.has(from.id)) continue;
    const retold = retellingsOf(from, news);
    const same = retold.find((to) => restsOnSame(from.quotes, to.quotes));
    if (same !== undefined && isSubset(sourcesOf(same), sourcesOf(from))) moved.push({ from, to: same });
    const isThere = isSubset(sourcesOf(from), news.sources);
    if (retold.length === 0 && isThere && news.came.size > 0) settled.push(settle(from, news));
  }
  return { moved, settled };
}

/** What is new in an account. */
interface News {
  readonly ids: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly came: ReadonlySet<string>;
  /** Findings that are new, by kind and source. */
  readonly fresh: ReadonlyMap<string, readonly Finding[]>;
  /** What quotes a source that came, by each source that it quotes. */
  readonly compared: ReadonlyMap<string, readonly Pick<Finding, 'quotes'>[]>;
}

function newsIn(before: Told, after: Told): News {
  const [known, had] = [new Set(before.sources), new Set(before.findings.map(({ id }) => id))];
  const came = new Set(after.sources.filter((source) => !known.has(source)));
  const comparisons = [...after.findings, ...after.holdings];
  return {
    ids: new Set(after.findings.map(({ id }) => id)),
    sources: new Set(after.sources),
    came,
    fresh: byKindAndSource(after.findings.filter(({ id }) => !had.has(id))),
    compared: bySource(
      comparisons.filter(({ quotes }) => quotes.some(({ source }) => came.has(source))),
      (_, source) => source,
    ),
  };
}

function byKindAndSource(findings: readonly Finding[]): Map<string, Finding[]> {
  return bySource(findings, ({ kind }, source) => `${kind} ${source}`);
}

function bySource<T extends Pick<Finding, 'quotes'>>(
  items: readonly T[],
  keyOf: (item: T, source: string) => string,
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items)
    for (const source of sourcesOf(item)) {
      const known = found.get(keyOf(item, source));
      if (known === undefined) found.set(keyOf(item, source), [item]);
      else known.push(item);
    }
  return found;
}

/** Of findings that were settled, those that are found again: others of their kind quote some of their words. */
export function foundAgain(settled: readonly Finding[], findings: readonly Finding[]): Finding[] {
  const fresh = byKindAndSource(findings);
  return settled.filter((finding) => retellingsOf(finding, { fresh }).length > 0);
}

/** New findings of its kind that quote some of its words. */
function retellingsOf(from: Finding, { fresh }: Pick<News, 'fresh'>): Finding[] {
  const near = [...sourcesOf(from)].flatMap((source) => fresh.get(`${from.kind} ${source}`) ?? []);
  return [...new Set(near)].filter(({ quotes }) => shareWords(from.quotes, quotes));
}

function sourcesOf({ quotes }: Pick<Finding, 'quotes'>): Set<string> {
  return new Set(quotes.map(({ source }) => source));
}

function isSubset(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  return [...few].every((one) => many.has(one));
}

/** Whether all quotes of the one with fewer stand in quotes of the other. */
function restsOnSame(a: readonly Quote[], b: readonly Quote[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((quote) => many.some((other) => sameWords(quote, other)));
}

function sameWords(a: Quote, b: Quote): boolean {
  if (a.source !== b.source) return false;
  const shared = Math.min(a.span.end, b.span.end) - Math.max(a.span.start, b.span.start);
  const shorter = Math.min(a.span.end - a.span.start, b.span.end - b.span.start);
  return shared > 0 && shared >= shorter * SAME_WORDS;
}

function shareWords(a: readonly Quote[], b: readonly Quote[]): boolean {
  return a.some((quote) => b.some((other) => sameWords(quote, other)));
}

function settle(finding: Finding, { came, compared }: News): Settlement {
  const near = [...sourcesOf(finding)].flatMap((source) => compared.get(source) ?? []);
  const touching = near.filter(({ quotes }) => shareWords(finding.quotes, quotes));
  const speaking = new Set(
    touching.flatMap((one) => [...sourcesOf(one)]).filter((source) => came.has(source)),
  );
  const all = [...(speaking.size > 0 ? speaking : came)];
  const by = all.slice(0, MOST_SOURCES);
  return { finding, by, others: all.length - by.length, speaks: speaking.size > 0 };
}
