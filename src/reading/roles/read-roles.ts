import type { Token } from '../../language/token.ts';
import { sliceOf, spanHolds, spansMeet } from '../../statement/span.ts';
import type { Mention, Role } from '../../statement/statement.ts';
import type { Clause } from '../clauses/find-clauses.ts';
import type { Trigger } from '../events/trigger.ts';
import type { ReadingPassage, Sentence } from '../reading-passage.ts';
import pronouns from './pronouns.json' with { type: 'json' };

/** Who does and who undergoes what a trigger names, and where, as far as the words' order shows. */
export interface Roles {
  readonly agent: Role | null;
  readonly patient: Role | null;
  readonly place: Role | null;
}

const SUBJECT_PRONOUNS = new Set(pronouns.subject.split(' '));
const OBJECT_PRONOUNS = new Set(pronouns.object.split(' '));
const AGENT_WORDS = new Set(pronouns.by.split(' '));

/** The roles of a trigger. `mentions` are those of the sentence, in order. */
export function readRoles(
  words: ReadingPassage,
  sentence: Sentence,
  clause: Clause,
  trigger: Trigger,
  mentions: readonly Mention[],
): Roles {
  const actors = mentions.filter((mention) => mention.kind !== 'place' && mention.kind !== 'phone');
  const left = nearestLeft(words, sentence, clause, trigger, actors);
  const right = nearestRight(words, clause, trigger, actors);
  const by = agentBy(words, clause, trigger, actors);
  const place = placeOf(clause, trigger, mentions);
  if (trigger.form.passive) return { agent: by, patient: left, place };
  if (words.language === 'tr' || words.language === 'ar')
    return { ...verbLast(words, clause, trigger, actors), place };
  return { agent: left, patient: right, place };
}

function roleOf(mention: Mention): Role {
  return { mention: mention.id, text: mention.name, span: mention.span };
}

function nearestLeft(
  words: ReadingPassage,
  sentence: Sentence,
  clause: Clause,
  trigger: Trigger,
  actors: readonly Mention[],
): Role | null {
  const within = (mention: Mention) => mention.span.end <= trigger.span.start;
  const here = actors.findLast((mention) => within(mention) && spansMeet(clause, mention.span));
  if (here !== undefined) return roleOf(here);
  const pronoun = pronounBetween(words, clause.firstToken, trigger.firstToken, SUBJECT_PRONOUNS);
  if (pronoun !== null) return pronoun;
  const before = actors.findLast((mention) => within(mention) && spansMeet(sentence, mention.span));
  return before === undefined ? null : roleOf(before);
}

function nearestRight(
  words: ReadingPassage,
  clause: Clause,
  trigger: Trigger,
  actors: readonly Mention[],
): Role | null {
  const next = words.tokens[trigger.endToken];
  if (next !== undefined && next.start < clause.end && OBJECT_PRONOUNS.has(next.norm))
    return wordsOnly(words, next);
  const last = words.tokens[trigger.endToken - 1];
  if (last !== undefined && trigger.endToken - trigger.firstToken > 1 && OBJECT_PRONOUNS.has(last.norm))
    return wordsOnly(words, last);
  const here = actors.find(
    (mention) => mention.span.start >= trigger.span.start && spanHolds(clause, mention.span),
  );
  return here === undefined ? null : roleOf(here);
}

function agentBy(
  words: ReadingPassage,
  clause: Clause,
  trigger: Trigger,
  actors: readonly Mention[],
): Role | null {
  for (let index = trigger.endToken; index < clause.endToken; index++) {
    const token = words.tokens[index];
    if (token === undefined || !AGENT_WORDS.has(token.norm)) continue;
    const agent = actors.find(
      (mention) => mention.span.start >= token.end && spanHolds(clause, mention.span),
    );
    return agent === undefined ? null : roleOf(agent);
  }
  return null;
}

// Turkish and Arabic: the first actor of the clause does it, the next undergoes it.
function verbLast(
  words: ReadingPassage,
  clause: Clause,
  trigger: Trigger,
  actors: readonly Mention[],
): Omit<Roles, 'place'> {
  const here = actors.filter((mention) => spanHolds(clause, mention.span));
  const [first, second] = here;
  const dative =
    first !== undefined &&
    /['’](?:y?[ae]|d[ae]n?|t[ae]n?|y?[ıiuü]|n[ıiuü])$/u.test(sliceOf(words.text, first.span));
  if (first === undefined) return { agent: null, patient: null };
  if (dative || trigger.form.passive) return { agent: null, patient: roleOf(first) };
  return { agent: roleOf(first), patient: second === undefined ? null : roleOf(second) };
}

function placeOf(clause: Clause, trigger: Trigger, mentions: readonly Mention[]): Role | null {
  const places = mentions.filter((mention) => mention.kind === 'place' && spansMeet(clause, mention.span));
  const place = places.find((mention) => mention.span.start >= trigger.span.end) ?? places.at(-1);
  return place === undefined ? null : roleOf(place);
}

function pronounBetween(
  words: ReadingPassage,
  from: number,
  to: number,
  wanted: ReadonlySet<string>,
): Role | null {
  for (let index = to - 1; index >= from; index--) {
    const token = words.tokens[index];
    if (token !== undefined && wanted.has(token.norm)) return wordsOnly(words, token);
  }
  return null;
}

function wordsOnly(words: ReadingPassage, token: Token): Role {
  return { mention: null, text: sliceOf(words.text, token), span: { start: token.start, end: token.end } };
}
