import { addTo } from './add-to.ts';
import type { Bearer } from './bearer.ts';
import { type Frame, nameOf } from './frame.ts';
import { COMMON_GIVEN_NAMES } from './name-forms.ts';
import { isOneStory } from './one-story.ts';
import { heardWord } from './parse-name.ts';
import { sharedNames } from './shared-names.ts';
import { skeletonOf } from './sound.ts';

/**
 * In one story, a kunya spelled by several ears ("Ebu Zübeyr", "Abu Zubair", "أبو زبير") is one
 * man's, where its word is no common name, no longer name holds it, no text tells two bearers
 * apart, and the same others are named beside it.
 */
export function linkKunyas(frame: Frame): void {
  if (!isOneStory(frame)) return;
  const bySound = new Map<string, Bearer[]>();
  for (const bearer of frame.bearers) {
    const kunya = bearer.kind === 'person' ? bearer.shape.parts.find(({ is }) => is === 'kunya') : undefined;
    if (kunya !== undefined) addTo(bySound, skeletonOf(heardWord(kunya)), bearer);
  }
  const clashing = new Set(frame.clashes.flatMap(({ bearers }) => bearers));
  const circle = sharedNames(frame);
  for (const [first, ...others] of bySound.values()) {
    const all = first === undefined ? [] : [first, ...others];
    if (all.some((bearer) => bearer.shape.parts.length > 1 || clashing.has(bearer) || isCommon(bearer)))
      continue;
    for (const other of others) {
      if (
        first === undefined ||
        !(circle(first, other) || frame.joins.rootOf(first) === frame.joins.rootOf(other))
      )
        continue;
      frame.joins.join(
        first,
        other,
        `“${nameOf(first)}” and “${nameOf(other)}” are one rare kunya, and both are named beside the same others.`,
      );
    }
  }
}

function isCommon({ shape }: Bearer): boolean {
  return shape.parts.some((part) => COMMON_GIVEN_NAMES.has(heardWord(part)));
}
