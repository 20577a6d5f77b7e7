import type { Passage } from '../statement/source.ts';
import { type Frame, firstFrom, type PlacedMention } from './frame.ts';

/** "Who is X?", "X kim?", "¿quién es X?", "مين X؟": asked of one name in a few words. */
const WHO = /(?<!\p{L})(?:who(?:'s|’s)?|kim(?:dir|miş)?|qui[eé]n(?:es)?|مين|من هو|من هي)(?!\p{L})/iu;
const MOST_WORDS = 8;
/** Of the answer, so many words may stand before the name. */
const WORDS_BEFORE = 3;
const ANSWERS_LATER = 2;

/**
 * One asks who somebody is whom others call by a name, and the next to speak answers with another
 * name: held to be one, and proposed to the analyst. Linear.
 */
export function linkAnswers(frame: Frame): void {
  if (frame.scene === null) return;
  for (const [source, mentions] of frame.placed) {
    const passages = [...frame.scene.passagesOf(source)].filter(({ speaker }) => speaker !== null);
    const text = frame.scene.textOf(source);
    for (const [at, question] of passages.entries()) {
      const asked = askedOf(text, question, mentions);
      if (asked === null) continue;
      const answer = passages
        .slice(at + 1, at + 1 + ANSWERS_LATER)
        .find(
          ({ speaker, section }) => section === question.section && speaker?.name !== question.speaker?.name,
        );
      const named = answer === undefined ? null : namedFirst(text, answer, mentions);
      const [a, b] = [asked, named].map((mention) =>
        mention === null ? undefined : frame.bearerOf.get(mention.id),
      );
      if (a === undefined || b === undefined || answer === undefined || a.kind !== b.kind) continue;
      if (frame.joins.rootOf(a) === frame.joins.rootOf(b)) continue;
      frame.proposals.push({
        a,
        b,
        chance: 0.7,
        reason: 'asked who it is, somebody answers with the other name',
        at: { source, span: { start: question.body.start, end: answer.body.end } },
      });
    }
  }
}

/** By its mark, or, as in chats without marks, by where the word for "who" stands. */
function isAsked(question: string): boolean {
  const [asked] = WHO.exec(question) ?? [];
  if (asked === undefined) return false;
  return (
    /[?؟]\s*$/u.test(question) ||
    question.trim().startsWith(asked) ||
    / \p{L}+ \p{L}+$/u.test(` ${question.trim()}`)
  );
}

function askedOf(text: string, { body }: Passage, mentions: readonly PlacedMention[]): PlacedMention | null {
  const words = text.slice(body.start, body.end);
  const question = words.split(/[.!]\s/u).at(-1) ?? words;
  if (question.split(/\s+/u).length > MOST_WORDS || !isAsked(question)) return null;
  const from = body.end - question.length;
  return within(mentions, from, body.end)[0] ?? null;
}

function namedFirst(
  text: string,
  { body }: Passage,
  mentions: readonly PlacedMention[],
): PlacedMention | null {
  const [first] = within(mentions, body.start, body.end);
  if (first === undefined) return null;
  const before = text.slice(body.start, first.span.start).trim();
  return before === '' || before.split(/\s+/u).length <= WORDS_BEFORE ? first : null;
}

function within(mentions: readonly PlacedMention[], start: number, end: number): PlacedMention[] {
  return mentions
    .slice(firstFrom(mentions, start), firstFrom(mentions, start) + 12)
    .filter(
      ({ span, kind }) =>
        span.end <= end && (kind === 'person' || kind === 'vehicle' || kind === 'organization'),
    );
}
