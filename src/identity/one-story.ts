import type { Frame } from './frame.ts';

/** A pile of so few sources tells one story: a rare name or an office in it means one bearer. */
const ONE_STORY_SOURCES = 12;

/** Whether the sources are few enough to be about one story, in which less is needed to tell who is meant. */
export function isOneStory(frame: Frame): boolean {
  return frame.placed.size > 0 && frame.placed.size <= ONE_STORY_SOURCES;
}
