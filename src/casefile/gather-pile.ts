import { dismissedOf } from '../statement/decision.ts';
import type { Pile, SourceHead } from '../statement/pile.ts';
import type { Passage } from '../statement/source.ts';
import type { Casefile } from './port.ts';
import { type Sharing, startSharing } from './share-parts.ts';

/** All that was read of a case but the identities, which are worked out from it. */
export type GatheredPile = Omit<Pile, 'identities'>;

/** Texts held for cross-checking, UTF-16 code units in all, and bytes of the largest single source. */
const TEXT_UNITS = 64 * 1024 * 1024;
const SOURCE_BYTES = 16 * 1024 * 1024;

/**
 * A case as cross-checking asks for it, sources in the order of their paths. What is larger
 * than memory should hold is left out: it is read, listed and searched, but nothing is
 * compared with it. So is a statement that an analyst dismissed: the words do not say it.
 */
export async function gatherPile(
  casefile: Casefile,
): Promise<{ pile: GatheredPile; leftOut: readonly SourceHead[] }> {
  const texts = new Map<string, string>();
  const passages = new Map<string, readonly Passage[]>();
  const parts: Parts = {
    sources: [],
    sections: [],
    statements: [],
    figures: [],
    relations: [],
    mentions: [],
  };
  const leftOut: SourceHead[] = [];
  const dismissed = dismissedOf(await casefile.decisions());
  let units = 0;
  for (const head of await casefile.sources()) {
    const text = head.byteLength > SOURCE_BYTES ? null : (await casefile.source(head.id)).text;
    if (text === null || units + text.length > TEXT_UNITS) {
      leftOut.push(head);
      continue;
    }
    units += text.length;
    texts.set(head.id, text);
    const sharing = startSharing();
    passages.set(head.id, (await casefile.passages(head.id)).map(sharing.passage));
    await gather(parts, head, casefile, dismissed, sharing);
  }
  const pile = {
    ...parts,
    textOf: (source: string) => texts.get(source) ?? '',
    passagesOf: (source: string) => passages.get(source) ?? [],
  };
  return { pile, leftOut };
}

type Listed = 'sources' | 'sections' | 'statements' | 'figures' | 'relations' | 'mentions';
type Parts = { [Part in Listed]: Pile[Part][number][] };

async function gather(
  parts: Parts,
  head: SourceHead,
  casefile: Casefile,
  dismissed: ReadonlySet<string>,
  sharing: Sharing,
): Promise<void> {
  parts.sources.push(head);
  for (const section of await casefile.sections(head.id)) parts.sections.push(section);
  for (const statement of await casefile.statements({ source: head.id }))
    if (!dismissed.has(statement.id)) parts.statements.push(sharing.statement(statement));
  for (const figure of await casefile.figures(head.id)) parts.figures.push(sharing.figure(figure));
  for (const relation of await casefile.relations(head.id)) parts.relations.push(relation);
  for (const mention of await casefile.mentions(head.id)) parts.mentions.push(sharing.mention(mention));
}
