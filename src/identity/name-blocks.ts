import { heardWord, type NamePart, type NameShape } from './parse-name.ts';
import { foldForSound, soundsOf } from './sound.ts';

/** Words shorter than this have too many neighbours a letter away. */
const SHORTEST = 4;
/** Names of one word up to this length are filed by two letters taken out. */
const LONGEST_ALONE = 12;
/** Words are looked at up to this length. */
const LONGEST = 24;

/** The sounds of a part, without its vowels: names that are one by sound share one. */
export function blocksOfPart(part: NamePart): string[] {
  if (part.is === 'initial' || part.is === 'number') return [];
  return soundsOf(heardWord(part)).map((sound) => sound.skeleton);
}

/**
 * What a name is filed under: the sound of each part, each longer part with one letter taken
 * out, of a name of one word two (names a letter apart share one: Mor and Fraenkel 1982), and all its letters as one word
 * ("PolPot"). Two names that share nothing of it are never compared.
 */
export function blocksOfName({ parts }: NameShape): Set<string> {
  const blocks = new Set(parts.flatMap(blocksOfPart));
  for (const part of parts) {
    if (part.is === 'initial' || part.is === 'number') continue;
    const word = foldForSound(heardWord(part));
    for (const hole of holesOfWord(word)) {
      blocks.add(`-${hole}`);
      // A name of one word has nothing else to be found by: two letters may be off.
      if (parts.length === 1 && word.length <= LONGEST_ALONE && hole !== word)
        for (const second of holesOfWord(hole)) blocks.add(`-${second}`);
    }
  }
  blocks.add(`=${togetherOf(parts)}`);
  return blocks;
}

/** All letters of a name, without its spaces. */
export function togetherOf(parts: readonly NamePart[]): string {
  return parts.map(({ key }) => key.replaceAll(' ', '')).join('');
}

/** A word, and the word with each of its letters taken out. */
export function* holesOfWord(word: string, from = 0): Generator<string> {
  yield word;
  if (word.length < SHORTEST || word.length > LONGEST) return;
  for (let letter = from; letter < word.length; letter += 1)
    yield word.slice(0, letter) + word.slice(letter + 1);
}
