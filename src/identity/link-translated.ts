import { nameKey } from '../statement/name-key.ts';
import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import concepts from './body-words.json' with { type: 'json' };
import { type Frame, nameOf } from './frame.ts';
import { PARTICLES } from './name-forms.ts';
import { isOneStory } from './one-story.ts';
import { sharedNames } from './shared-names.ts';
import { skeletonOf } from './sound.ts';

const CONCEPT = new Map(
  Object.entries(concepts).flatMap(([concept, words]) =>
    words.split(' ').map((word) => [nameKey(word).replaceAll(' ', ''), concept] as const),
  ),
);
/** What a common word of names of bodies means in all languages; other words stay. */
export function conceptOf(word: string): string {
  return CONCEPT.get(word) ?? word;
}

/** Common words that together say more than what sort of body it is. */
const SPECIAL_WORDS = 3;
/** Names of more words than these are whole sentences. */
const MOST_WORDS = 8;

/**
 * Joins bodies and places that are the same name in two languages: "Sivas State Hospital" and
 * "Sivas Devlet Hst.", where the proper words are one and the common ones translate each other,
 * and nothing else in the case comes to the same. Names of common words alone ("Ministry of
 * Health", "Sağlık Bakanlığı") are proposed, unless they are named beside the same others in
 * one story: two countries have one each.
 */
export function linkTranslated(frame: Frame): void {
  const circle = sharedNames(frame);
  const byMeaning = new Map<string, Bearer[]>();
  for (const bearer of frame.bearers) {
    if (!['organization', 'group', 'place'].includes(bearer.kind) || bearer.scope !== null) continue;
    const meaning = meaningOf(nameOf(bearer));
    if (meaning !== null)
      addTo(byMeaning, `${bearer.kind === 'place' ? 'place' : 'body'} ${meaning}`, bearer);
  }
  for (const [meaning, [first, ...others]] of byMeaning) {
    if (first === undefined) continue;
    // A proper word tells whose it is; three common ones that few bodies share do so within one circle.
    const plain = meaning.includes('=');
    const special = isOneStory(frame) || meaning.split(' ').length > SPECIAL_WORDS;
    for (const other of others) link(frame, first, other, plain || (special && circle(first, other)));
  }
}

function link(frame: Frame, first: Bearer, other: Bearer, isPlain: boolean): void {
  if (frame.joins.rootOf(first) === frame.joins.rootOf(other) || frame.joins.barred(first, other)) return;
  const [a, b] = [nameOf(first), nameOf(other)];
  if (isPlain) frame.joins.join(first, other, `“${a}” and “${b}” are one name in two languages.`);
  else
    frame.proposals.push({
      a: first,
      b: other,
      chance: 0.7,
      reason: 'the same name in two languages',
      at: null,
    });
}

/** The common words by what they mean and the proper ones by their letters, in no order; null where fewer than two or none is common. */
function meaningOf(name: string): string | null {
  const words = nameKey(name.replace(/(?<=\p{Lu})\.(?=\p{Lu})/gu, ''))
    .split(' ')
    .filter(
      (word) => word !== '' && !PARTICLES.has(word) && word !== 'of' && word !== 'the' && word !== 'tc',
    );
  if (words.length < 2 || words.length > MOST_WORDS) return null;
  const parts = words.map(
    (word) => CONCEPT.get(word) ?? `=${/^\p{Script=Latin}+$/u.test(word) ? word : skeletonOf(word)}`,
  );
  return parts.some((part) => !part.startsWith('=')) ? [...new Set(parts)].sort().join(' ') : null;
}
