import type { Happening } from '../statement/event.ts';
import type { Finding, FindingKind, Holding, Quote } from '../statement/finding.ts';
import type { Gazetteer } from '../statement/gazetteer.ts';
import type { Origins } from '../statement/origin.ts';
import type { Pile } from '../statement/pile.ts';
import { spansMeet } from '../statement/span.ts';
import { weighOver } from './by-meaning.ts';
import { castOf } from './cast.ts';
import { rarityOver, readClaims } from './claims.ts';
import { collectOriginLines } from './collect-credits.ts';
import { collectOrigins } from './collect-origins.ts';
import { readDeeds } from './deeds.ts';
import type { Family } from './family.ts';
import { findAwayBeforeLeaving } from './find-away-before-leaving.ts';
import { findCircularReporting } from './find-circular-reporting.ts';
import { findCountConflict } from './find-count-conflict.ts';
import { findDateConflict } from './find-date-conflict.ts';
import { findDatedThing } from './find-dated-thing.ts';
import { findDenials } from './find-denials.ts';
import { findDeniedThing } from './find-denied-thing.ts';
import { findNearDuplicate } from './find-near-duplicate.ts';
import { findOppositeOrders } from './find-opposite-orders.ts';
import { findOrderAcross } from './find-order-across.ts';
import { findOrderConflict } from './find-order-conflict.ts';
import { findPartExceedsWhole } from './find-part-exceeds-whole.ts';
import { findPlaceConflict } from './find-place-conflict.ts';
import { findQuoteAltered } from './find-quote-altered.ts';
import { findRateConflict } from './find-rate-conflict.ts';
import { findRunningTotalDrop } from './find-running-total-drop.ts';
import { findSceneConflict } from './find-scene-conflict.ts';
import { findSelfContradiction } from './find-self-contradiction.ts';
import { findShareMismatch } from './find-share-mismatch.ts';
import { findSingleOrigin } from './find-single-origin.ts';
import { findSumMismatch } from './find-sum-mismatch.ts';
import { findTableMismatch } from './find-table-mismatch.ts';
import { findToldOrder } from './find-told-order.ts';
import { findTollConflict } from './find-toll-conflict.ts';
import { findTranslationConflict } from './find-translation-conflict.ts';
import { findUnitMismatch } from './find-unit-mismatch.ts';
import { spokenSides } from './gather-sides.ts';
import { groupHappenings } from './group-happenings.ts';
import { oneMatters } from './one-matter.ts';
import { orderPile } from './order-pile.ts';
import { openAtlas } from './pile-atlas.ts';
import { groupBy, indexPile } from './pile-index.ts';
import { tiesIn } from './pile-ties.ts';
import { readGrids } from './read-columns.ts';
import { toldLines } from './told-lines.ts';

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
  findDenials,
  findSelfContradiction,
  findDateConflict,
  findOrderConflict,
  findToldOrder,
  findOppositeOrders,
  findPlaceConflict,
  findAwayBeforeLeaving,
  findCircularReporting,
  findSingleOrigin,
];

/**
 * Compares everything that was read of a case. Pure and deterministic: the same pile gives the
 * same findings with the same ids, in the same order, whatever order its sources came in.
 */
export function crosscheck(pile: Pile, gazetteer: Gazetteer | null = null): Crosscheck {
  const index = indexPile(orderPile(pile));
  const claims = readClaims(index);
  const cast = castOf(index);
  const atlas = openAtlas(index, gazetteer);
  const deeds = readDeeds(index, claims, cast);
  const ties = tiesIn(index);
  const lines = ties.isLarge ? [] : toldLines(index, claims);
  const gathered = {
    sides: spokenSides(index),
    grids: readGrids(index),
    ties,
    origins: collectOriginLines(index),
    claims,
    deeds,
    atlas,
    cast,
    lines,
    weigh: weighOver(lines),
    sense: {
      rarity: rarityOver(claims),
      placesFit: atlas.placesFit,
      nameOf: cast.nameOf,
      isOneMatter: oneMatters(deeds),
    },
  };
  const outcomes = FAMILIES.map((family) => family(index, gathered));
  const told = onceEach(outcomes.flatMap((outcome) => outcome.findings));
  const found = [
    ...told,
    ...untold(
      told,
      [findDeniedThing, findTollConflict, findDatedThing, findOrderAcross].flatMap((family) =>
        family(index, gathered),
      ),
    ),
  ];
  const findings = withoutAlteredAgain(found).sort(byRank);
  return {
    happenings: groupHappenings(index, gathered),
    findings,
    origins: collectOrigins(index, gathered.origins, findings),
    holdings: onceEach(outcomes.flatMap((outcome) => outcome.holdings)).sort(byId),
  };
}

/** Those whose first words no other rule has told of. */
function untold(told: readonly Finding[], more: readonly Finding[]): Finding[] {
  const bySource = groupBy(
    told.flatMap(({ kind, quotes }) => quotes.map(({ source, span }) => ({ kind, source, span }))),
    ({ source }) => source,
  );
  return more.filter(({ kind, quotes: [first] }) => {
    if (first === undefined) return false;
    const near = bySource.get(first.source) ?? [];
    return !near.some((quote) => tellsOf(quote.kind, kind) && spansMeet(quote.span, first.span));
  });
}

/** What is told as an altered quotation, or of one voice alone, is no denial besides. */
function tellsOf(known: FindingKind, kind: FindingKind): boolean {
  return (
    known === kind || (kind === 'denial' && (known === 'quote-altered' || known === 'self-contradiction'))
  );
}

/** Two printings of one quotation of which one lost its "not" are an altered quotation, and no denial. */
function withoutAlteredAgain(findings: readonly Finding[]): Finding[] {
  const altered = findings.filter(({ kind }) => kind === 'quote-altered').map(({ quotes }) => quotes);
  const bySource = groupBy(
    altered.flatMap((printed) =>
      [...new Set(printed.map(({ source }) => source))].map((source) => ({ source, printed })),
    ),
    ({ source }) => source,
  );
  const isPrintedSo = (quotes: readonly Quote[], printed: readonly Quote[]) =>
    quotes.every((quote) =>
      printed.some((other) => other.source === quote.source && spansMeet(other.span, quote.span)),
    );
  return findings.filter(({ kind, quotes }) => {
    if (kind !== 'denial') return true;
    const near = bySource.get(quotes[0]?.source ?? '') ?? [];
    return !near.some(({ printed }) => isPrintedSo(quotes, printed));
  });
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
