import type { Finding } from '../statement/finding.ts';
import type { Gathered, Outcome } from './family.ts';
import { findDenial } from './find-denial.ts';
import { findFlatDenial } from './find-flat-denial.ts';
import { findRoleDenial } from './find-role-denial.ts';
import type { PileIndex } from './pile-index.ts';
import { foldPhrase } from './says.ts';

/** Every way in which one voice denies what another says; a denial that two rules see is told once. */
export function findDenials(index: PileIndex, gathered: Gathered): Outcome {
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const family of [findDenial, findFlatDenial, findRoleDenial]) {
    for (const finding of family(index, gathered).findings) {
      const [denial] = finding.quotes;
      if (denial === undefined) continue;
      const words = foldPhrase(index.wordsOf(denial.source, denial.span));
      if (told.has(words)) continue;
      findings.push(finding);
      told.add(words);
    }
  }
  return { findings, holdings: [] };
}
