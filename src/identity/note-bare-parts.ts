import { nameKey } from '../statement/name-key.ts';
import type { Bearer } from './bearer.ts';
import type { Frame, PlacedMention } from './frame.ts';

/** Shorter parts of names are too often words. */
const FEWEST_LETTERS = 4;
/** Texts beyond this many UTF-16 code units in all are not gone through word by word. */
const MOST_TEXT = 8_000_000;
const CAPITAL = /(?<![\p{L}\p{N}@'’-])\p{Lu}[\p{L}\p{M}]{3,}(?![\p{L}\p{N}@])/gu;

/**
 * Adds to a person's spellings the part of the name that stands alone where the reader of the
 * source could not know it for a name ("Orban?" as a whole answer), when one person of the case
 * has it. Linear in the texts.
 */
export function noteBareParts(frame: Frame): void {
  if (frame.scene === null) return;
  const owners = ownersOf(frame);
  if (owners.size === 0) return;
  let units = 0;
  for (const [source, mentions] of frame.placed) {
    const text = frame.scene.textOf(source);
    units += text.length;
    if (units > MOST_TEXT) return;
    noteIn(text, mentions, owners);
  }
}

/** Parts of full names, with the bearer of the one person who has them. */
function ownersOf(frame: Frame): Map<string, Bearer> {
  const owners = new Map<string, Bearer | null>();
  for (const bearer of frame.bearers) {
    if (bearer.kind !== 'person' || bearer.shape.parts.length < 2) continue;
    for (const { key, is } of bearer.shape.parts) {
      if (is !== 'word' || key.length < FEWEST_LETTERS) continue;
      const known = owners.get(key);
      const isOne =
        known === undefined || (known !== null && frame.joins.rootOf(known) === frame.joins.rootOf(bearer));
      owners.set(key, isOne ? (known ?? bearer) : null);
    }
  }
  return new Map([...owners].filter((entry): entry is [string, Bearer] => entry[1] !== null));
}

function noteIn(text: string, mentions: readonly PlacedMention[], owners: ReadonlyMap<string, Bearer>): void {
  let at = 0;
  for (const match of text.matchAll(CAPITAL)) {
    while ((mentions[at]?.span.end ?? Number.POSITIVE_INFINITY) <= match.index) at += 1;
    if ((mentions[at]?.span.start ?? Number.POSITIVE_INFINITY) < match.index + match[0].length) continue;
    const bearer = owners.get(nameKey(match[0]));
    if (bearer !== undefined) bearer.forms.set(match[0], (bearer.forms.get(match[0]) ?? 0) + 1);
  }
}
