import { foldForm, wordsAt } from './fold-words.ts';
import lists from './origin-words.json' with { type: 'json' };

type List = keyof typeof lists;

const WORDS = new Map(
  Object.entries(lists).map(([list, words]) => [list, words.map((known) => foldWords(known))] as const),
);
const SETS = new Map([...WORDS].map(([list, words]) => [list, new Set(words)] as const));
/** A count and what it counts stand within so many words. */
const NEAR = 3;

function foldWords(words: string): string {
  return wordsAt(words)
    .map(({ word }) => word)
    .join(' ');
}

function isOneOf(list: List, word: string | undefined): boolean {
  return word !== undefined && (SETS.get(list)?.has(word) ?? false);
}

/** What a sentence says of where something comes from. */
export class OriginCues {
  private readonly words: readonly string[];
  private readonly folded: string;

  constructor(sentence: string) {
    this.words = wordsAt(sentence).map(({ word }) => foldForm(word));
    this.folded = ` ${this.words.join(' ')} `;
  }

  private has(list: List): boolean {
    return (WORDS.get(list) ?? []).some((words) => this.folded.includes(` ${words} `));
  }

  /** "according to", "reported", "citing". */
  get credits(): boolean {
    return this.has('crediting');
  }

  /** "according to", "a report by", "only from": it says whom it has it from. */
  get restsOn(): boolean {
    return this.credits || this.has('resting');
  }

  /** "the same file", "the same sheet". */
  get namesOneThing(): boolean {
    return this.has('sameThing');
  }

  /** "two independent newspapers", "from several quarters", "proven twice": it counts its sources. */
  get claimsSeveral(): boolean {
    if (this.has('borneOut')) return true;
    return (
      this.words.some((word) => isOneOf('apart', word)) &&
      this.words.some((word, at) => isOneOf('several', word) && this.countsTellers(at))
    );
  }

  private countsTellers(at: number): boolean {
    return this.words.slice(at, at + NEAR + 1).some((word) => isOneOf('tellers', word));
  }

  /** The words after "sent", "gave", "passed" where more than one follows; else nothing. */
  get handedTo(): readonly string[] {
    const at = this.words.findIndex((word) => isOneOf('handing', word));
    const rest = at < 0 ? [] : this.words.slice(at + 1);
    const isSeveral = rest.some((word) => isOneOf('joining', word) || /^ول\p{L}{3,}/u.test(word));
    return isSeveral ? rest : [];
  }
}

/** "journalist", "the press": somebody who prints. */
export function isPressWord(word: string): boolean {
  return isOneOf('press', word);
}
