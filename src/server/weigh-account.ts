import type { Account } from '../casefile/port.ts';
import type { Happening } from '../statement/event.ts';
import type { Finding } from '../statement/finding.ts';
import type { Span } from '../statement/span.ts';
import type { FindingRef } from './api/quote.ts';

/** Words of a source that a finding rests on. */
export interface Rest {
  readonly span: Span;
  readonly finding: FindingRef;
}

/** An account with what the desk looks up in it. */
export interface OpenAccount extends Account {
  /** Place of each finding in `findings`. */
  readonly places: ReadonlyMap<string, number>;
  readonly findingsOf: ReadonlyMap<string, readonly FindingRef[]>;
  /** By source, in order of their starts. */
  readonly rests: ReadonlyMap<string, readonly Rest[]>;
  readonly happeningOf: ReadonlyMap<string, Happening>;
}

/** Adds to an account the ways to find things in it. */
export function openAccount(account: Account): OpenAccount {
  return {
    ...account,
    places: new Map(account.findings.map((finding, place) => [finding.id, place])),
    findingsOf: findingsByStatement(account.findings),
    rests: restsBySource(account.findings),
    happeningOf: new Map(
      account.happenings.flatMap((happening) => happening.statements.map((id) => [id, happening] as const)),
    ),
  };
}

function findingsByStatement(findings: readonly Finding[]): Map<string, FindingRef[]> {
  const refs = new Map<string, FindingRef[]>();
  for (const { id, kind, quotes } of findings) {
    for (const statement of new Set(quotes.map((quote) => quote.statement))) {
      if (statement === null) continue;
      const known = refs.get(statement);
      if (known) known.push({ id, kind });
      else refs.set(statement, [{ id, kind }]);
    }
  }
  return refs;
}

function restsBySource(findings: readonly Finding[]): Map<string, Rest[]> {
  const rests = new Map<string, Rest[]>();
  for (const { id, kind, quotes } of findings) {
    for (const { source, span, marks } of quotes) {
      const known = rests.get(source) ?? [];
      rests.set(source, known);
      for (const mark of marks.length ? marks : [span]) known.push({ span: mark, finding: { id, kind } });
    }
  }
  for (const known of rests.values()) known.sort((a, b) => a.span.start - b.span.start);
  return rests;
}

/**
 * How many origins the quotes of a finding have, where the account says so: all quotes carry
 * statements of one happening, and either that happening has one origin or no other statements.
 */
export function originsOf(account: OpenAccount, finding: Finding): number | null {
  const statements = new Set(finding.quotes.map((quote) => quote.statement));
  const [first] = statements;
  const happening = first ? account.happeningOf.get(first) : undefined;
  if (!happening) return null;
  const members = new Set<string | null>(happening.statements);
  if (![...statements].every((statement) => members.has(statement))) return null;
  return happening.origins === 1 || members.size === statements.size ? happening.origins : null;
}
