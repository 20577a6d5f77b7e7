import type { Happening } from '../statement/event.ts';
import type { Finding } from '../statement/finding.ts';
import type { SourceHead } from '../statement/pile.ts';
import type { Identity, Statement } from '../statement/statement.ts';

/** A case as the exports need it. Texts and statements come source by source, so that no export holds a whole pile. */
export interface Publication {
  readonly about: { readonly title: string; readonly created: string; readonly version: number };
  readonly sources: readonly SourceHead[];
  readonly identities: readonly Identity[];
  readonly happenings: readonly Happening[];
  /** Greatest rank first. */
  readonly findings: readonly Finding[];
  textOf(source: string): Promise<string>;
  statementsOf(source: string): Promise<readonly Statement[]>;
  /** The bytes as received. */
  originalOf(sha256: string): Promise<Uint8Array>;
}

/** Which identity each mention belongs to, by mention id. */
export function identityByMention(identities: readonly Identity[]): ReadonlyMap<string, Identity> {
  const byMention = new Map<string, Identity>();
  for (const identity of identities)
    for (const mention of identity.mentions) byMention.set(mention, identity);
  return byMention;
}

/** Texts of sources, the last few kept, for exports that quote many sources again and again. */
export function textKeeper(publication: Publication, keep = 16): (source: string) => Promise<string> {
  const kept = new Map<string, string>();
  return async (source) => {
    const known = kept.get(source);
    if (known !== undefined) return known;
    const text = await publication.textOf(source);
    const [oldest] = kept.keys();
    if (kept.size >= keep && oldest !== undefined) kept.delete(oldest);
    kept.set(source, text);
    return text;
  };
}
