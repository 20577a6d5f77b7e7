import type { Finding, Quote } from '../statement/finding.ts';
import type { Gathered, Outcome } from './family.ts';
import { findContrary } from './find-contrary.ts';
import { findDenial } from './find-denial.ts';
import { findFlatDenial } from './find-flat-denial.ts';
import { findRoleDenial } from './find-role-denial.ts';
import type { PileIndex } from './pile-index.ts';
import { foldPhrase } from './says.ts';

/**
 * Every way in which one voice denies what another says. A denial that two rules see, or that two
 * sources print in the same words, is told once, with a quote of each source.
 */
export function findDenials(index: PileIndex, gathered: Gathered): Outcome {
  const told = new Map<string, Finding>();
  for (const family of [findDenial, findFlatDenial, findRoleDenial, findContrary]) {
    for (const finding of family(index, gathered).findings) {
      const [denial] = finding.quotes;
      if (denial === undefined) continue;
      const words = foldPhrase(index.wordsOf(denial.source, denial.span));
      const known = told.get(words);
      told.set(words, known === undefined ? finding : withQuote(known, denial));
    }
  }
  return { findings: [...told.values()], holdings: [] };
}

function withQuote(finding: Finding, quote: Quote): Finding {
  const isThere = finding.quotes.some(
    ({ source, span }) => source === quote.source && span.start === quote.span.start,
  );
  return isThere ? finding : { ...finding, quotes: [...finding.quotes, quote] };
}
