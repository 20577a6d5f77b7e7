import type { Happening } from '../statement/event.ts';
import type { Finding, Holding } from '../statement/finding.ts';
import type { Origins } from '../statement/origin.ts';
import type { Pile } from '../statement/pile.ts';
import { readClaims } from './claims.ts';
import { collectOriginLines } from './collect-credits.ts';
import { collectOrigins } from './collect-origins.ts';
import type { Family } from './family.ts';
import { findCircularReporting } from './find-circular-reporting.ts';
import { findCountConflict } from './find-count-conflict.ts';
import { findDenial } from './find-denial.ts';
import { findFlatDenial } from './find-flat-denial.ts';
import { findNearDuplicate } from './find-near-duplicate.ts';
import { findPartExceedsWhole } from './find-part-exceeds-whole.ts';
import { findQuoteAltered } from './find-quote-altered.ts';
import { findRateConflict } from './find-rate-conflict.ts';
import { findRunningTotalDrop } from './find-running-total-drop.ts';
import { findSceneConflict } from './find-scene-conflict.ts';
import { findSelfContradiction } from './find-self-contradiction.ts';
import { findShareMismatch } from './find-share-mismatch.ts';
import { findSingleOrigin } from './find-single-origin.ts';
import { findSumMismatch } from './find-sum-mismatch.ts';
import { findTableMismatch } from './find-table-mismatch.ts';
import { findTranslationConflict } from './find-translation-conflict.ts';
import { findUnitMismatch } from './find-unit-mismatch.ts';
import { spokenSides } from './gather-sides.ts';
import { groupHappenings } from './group-happenings.ts';
import { indexPile } from './pile-index.ts';
import { tiesIn } from './pile-ties.ts';
import { readGrids } from './read-columns.ts';

/** What cross-checking turned up over a whole pile. */
export interface Crosscheck {
  readonly happenings: readonly Happening[];
  /** Greatest rank first. */
  readonly findings: readonly Finding[];
  readonly holdings: readonly Holding[];
  /** Who rests on whom. */
  readonly origins: Origins;
}

const FAMILIES: readonly Family[] = [
  findUnitMismatch,
  findShareMismatch,
  findSumMismatch,
  findTableMismatch,
  findPartExceedsWhole,
  findRateConflict,
  findRunningTotalDrop,
  findCountConflict,
  findSceneConflict,
  findTranslationConflict,
  findNearDuplicate,
  findQuoteAltered,
  findDenial,
  findFlatDenial,
  findSelfContradiction,
  findCircularReporting,
  findSingleOrigin,
];

/**
 * Compares everything that was read of a case. Pure and deterministic: the same pile gives the
 * same findings with the same ids, in the same order.
 */
export function crosscheck(pile: Pile): Crosscheck {
  const index = indexPile(pile);
  const gathered = {
    sides: spokenSides(index),
    grids: readGrids(index),
    ties: tiesIn(index),
    origins: collectOriginLines(index),
    claims: readClaims(index),
  };
  const outcomes = FAMILIES.map((family) => family(index, gathered));
  const findings = onceEach(outcomes.flatMap((outcome) => outcome.findings)).sort(byRank);
  return {
    happenings: groupHappenings(index),
    findings,
    origins: collectOrigins(index, gathered.origins, findings),
    holdings: onceEach(outcomes.flatMap((outcome) => outcome.holdings)).sort(byId),
  };
}

function onceEach<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function byRank(a: Finding, b: Finding): number {
  return b.rank - a.rank || byId(a, b);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
