import type { Claim } from './claims.ts';
import { wordsAt } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';

const FEWEST_LETTERS = 4;

/** Who speaks, over the whole pile: the same key for statements of one identity. */
export interface Speakers {
  /** Null where nobody is named who could be known again in another source. */
  keyOf(claim: Claim): string | null;
  /** Every key that the words of a name may stand for; a name's last word where only one person has it. */
  nameOf(claim: Claim): string;
}

/**
 * Speakers by identity: a voice's name is looked up among the spellings that belong to one person
 * or body only. A family name alone is somebody's where one person of the pile has it.
 */
export function speakersIn(index: PileIndex, isLarge: boolean): Speakers {
  const owners = new Map<string, Set<string>>();
  const own = (name: string, identity: string) => {
    const known = owners.get(name);
    if (known === undefined) owners.set(name, new Set([identity]));
    else known.add(identity);
  };
  const fullest = new Map<string, string>();
  for (const { id, kind, spellings } of index.pile.identities) {
    if (kind === 'place' || kind === 'role' || kind === 'phone' || kind === 'vehicle') continue;
    for (const spelling of spellings) own(foldName(spelling), id);
    if (kind !== 'person' || isLarge) continue;
    for (const part of new Set(spellings.filter(isFullName).flatMap(partsOf))) own(`part ${part}`, id);
  }
  const only = (name: string) => {
    const known = [...(owners.get(name) ?? [])];
    return known.length === 1 ? known[0] : undefined;
  };
  const keyOfName = (name: string): string | null => {
    const folded = foldName(name);
    const parts = partsOf(name);
    const asPart = parts.length === 1 ? only(`part ${parts[0]}`) : undefined;
    const known = asPart ?? only(folded);
    if (known !== undefined) return known;
    // Initials that turns of several calls use: the same in each.
    return /^(?:\p{Lu}\.\s?){2,3}$/u.test(name.trim()) && !isLarge ? `initials ${folded}` : null;
  };
  const nameOf = ({ statement }: Claim) => statement.voice.at(-1)?.name ?? '';
  return {
    nameOf,
    keyOf: (claim) => {
      const voice = claim.statement.voice.at(-1);
      if (voice === undefined || voice.kind === 'unknown' || voice.kind === 'document') return null;
      const name = nameOf(claim);
      const known = fullest.get(name) ?? keyOfName(name);
      if (known !== null) fullest.set(name, known);
      return known;
    },
  };
}

function foldName(name: string): string {
  return wordsAt(name)
    .map(({ word }) => word)
    .join(' ');
}

function partsOf(name: string): string[] {
  return wordsAt(name)
    .map(({ word }) => word)
    .filter((word) => word.length >= FEWEST_LETTERS);
}

function isFullName(name: string): boolean {
  return wordsAt(name).length >= 2;
}
