import type { Finding } from '../statement/finding.ts';
import type { Cast } from './cast.ts';
import { type Claim, tellingWords } from './claims.ts';
import { composeDenial } from './compose-denial.ts';
import limits from './denial-limits.json' with { type: 'json' };
import groups from './event-groups.json' with { type: 'json' };
import type { Gathered, Outcome } from './family.ts';
import { foldForm } from './fold-words.ts';
import type { PileIndex } from './pile-index.ts';
import { takes } from './position-cues.ts';
import { rememberRecent } from './recent.ts';
import { foldPhrase } from './says.ts';
import { periodsMeet } from './side.ts';
import { contentWords } from './tally.ts';

const LIMITS = limits.limits.map(foldPhrase);
/** Verbs of saying, knowing and being: that one did not say or know a thing denies nothing of the matter. */
const OF_WORDS = new Set([
  ...groups.spoken,
  'be',
  'have',
  'want',
  'get',
  'do',
  'go',
  'come',
  'make',
  'give',
  'talk',
  'wait',
]);
/** What this many assert of one event and one word is told of many occasions. */
const CROWD = 40;

/** Points for two clauses, one negative, being of one matter. Found by weighing, not by training. */
const WEIGHTS = {
  event: 1.5,
  name: 1.25,
  word: 0.75,
  mostWords: 2.25,
  role: 0.75,
  covered: 1,
  denied: 1,
  rareVerb: 1,
} as const;
const ENOUGH = 3.75;
/** A verb that so few clauses of the pile have tells of one matter. */
const RARE = 4;
/** "No bodies were found": what is denied is that there were any, whatever the verb. */
const NONE =
  /(?<!\p{L})(?:no|not a single|not one|ning[uú]n(?:a)?|hiçbir|aucun|aucune|nenhum|nenhuma)\s+(\p{L}{3,})/iu;

/**
 * A clause that says of an event that it was not so, and another voice's clause that says that it
 * was, with enough in common: the people, the words of the sentence, the parts that they play.
 * Linear but for words of one event that at most `CROWD` assertions share.
 */
export function findContrary(index: PileIndex, { claims, cast, ties }: Gathered): Outcome {
  const stated = claims.filter((claim) => isStated(claim));
  const denials = stated
    .filter((claim) => claim.statement.polarity === 'negative' && !isLimited(claim))
    .map(sentenceOf);
  const byKey = assertedBy(new Set(denials.flatMap(keysOf)), stated);
  const verbs = new Map<string, number>();
  for (const { trigger } of stated) for (const verb of trigger) verbs.set(verb, (verbs.get(verb) ?? 0) + 1);
  const isRare = (verb: string) => (verbs.get(verb) ?? 0) <= RARE;
  const findings: Finding[] = [];
  for (const denial of denials) {
    const near = new Set(
      keysOf(denial).flatMap((key) => {
        const known = byKey.get(key) ?? [];
        return known.length > CROWD ? [] : known;
      }),
    );
    const against = [...near]
      .map(sentenceOf)
      .filter(({ claim }) => isRival(denial.claim, claim))
      .filter(({ claim }) => !ties.isLarge || ties.areTied(denial.claim.plain, claim.plain))
      .map((one) => ({ one, score: scoreOf(cast, isRare, denial, one) }))
      .filter(({ score }) => score >= ENOUGH)
      .sort((a, b) => b.score - a.score || (a.one.claim.statement.id < b.one.claim.statement.id ? -1 : 1))
      .map(({ one }) => one.claim);
    if (against.length > 0) findings.push(findingOf(index, denial.claim, against));
  }
  return { findings, holdings: [] };
}

/** What is asserted, by those of its keys that a denial has too: of all others nothing is kept. */
function assertedBy(keys: ReadonlySet<string>, stated: readonly Claim[]): Map<string, Claim[]> {
  const byKey = new Map<string, Claim[]>();
  for (const claim of keys.size === 0 ? [] : stated) {
    if (claim.statement.polarity !== 'positive' || claim.sentence.includes('?')) continue;
    for (const key of keysOf(sentenceOf(claim))) {
      if (!keys.has(key)) continue;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [claim]);
      // One more than a crowd tells that it is one.
      else if (known.length <= CROWD) known.push(claim);
    }
  }
  return byKey;
}

const THERE_IS =
  /(?<!\p{L})(?:there (?:is|was|are|were)|hay|había|hubo|vardı|var|il y a|há|havia|يوجد|توجد|هناك)(?!\p{L})/iu;
const THERE_IS_NONE =
  /(?:there (?:is|was|are|were|has been|have been) no|no (?:hay|hubo|había)(?: ningun[oa]?)?|n'y a (?:pas|aucune?)(?: de)?|não (?:há|houve)|لا (?:يوجد|توجد))\s+(\p{L}{3,})/iu;

/** A claim with the words of its clause and of its sentence, cut to what inflection leaves alone. */
interface Stated {
  readonly claim: Claim;
  readonly clause: ReadonlySet<string>;
  readonly sentence: ReadonlySet<string>;
  /** The words of its clause up to the verb: of whom or what it is said. */
  readonly lead: ReadonlySet<string>;
  /** What it says there was none of, cut; null where it says no such thing. */
  readonly none: string | null;
}

/** Clauses whose words are remembered once they were asked for. */
const REMEMBERED = 10_000;
const sentenceOf = rememberRecent(REMEMBERED, readSentence);

function readSentence(claim: Claim): Stated {
  const trigger = new Set([...claim.trigger].map(cut));
  const cutAll = (words: Iterable<string>) =>
    new Set([...words].map(cut).filter((word) => !trigger.has(word)));
  const noun =
    claim.statement.polarity === 'negative'
      ? (NONE.exec(claim.lead) ?? THERE_IS_NONE.exec(claim.sentence))?.[1]
      : undefined;
  return {
    claim,
    clause: cutAll(claim.plain),
    sentence: cutAll(contentWords(claim.sentence)),
    lead: cutAll(tellingWords(claim.lead)),
    none: noun === undefined ? null : cut(foldForm(noun)),
  };
}

/** "doors" and "door", "kapılar" and "kapıları": endings change, beginnings stay. */
function cut(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word.length > 4 ? word.slice(0, 4) : word;
}

function eventOf({ event, statement }: Claim): string {
  return event ?? statement.event;
}

function isStated({ statement, event, sentence }: Claim): boolean {
  // That somebody gave an order is a deed of his.
  if (statement.event === 'order') return true;
  if (statement.event === 'be' && statement.polarity === 'positive' && THERE_IS.test(sentence)) return true;
  return !OF_WORDS.has(statement.event) && event !== null && statement.modality !== 'ordered';
}

function keysOf({ claim, clause, sentence, none }: Stated): string[] {
  const own = [...sentence, ...claim.names, ...[...claim.trigger].map(cut)].map(
    (key) => `${eventOf(claim)} ${key}`,
  );
  if (none !== null) return [...own, `there ${none}`];
  return claim.statement.polarity === 'positive'
    ? [...own, ...[...clause, ...[...claim.trigger].map(cut)].map((word) => `there ${word}`)]
    : own;
}

function isLimited({ sentence, statement }: Claim): boolean {
  const words = foldPhrase(sentence);
  return statement.quantity !== null || LIMITS.some((limit) => words.includes(limit));
}

function isRival(denial: Claim, claim: Claim): boolean {
  const [own, other] = [denial.statement, claim.statement];
  if (own.passage === other.passage || own.voice.at(-1)?.name === other.voice.at(-1)?.name) return false;
  if (own.source === other.source && (denial.isTalk || claim.isTalk)) return false;
  if (takes(claim.sentence, 'denying')) return false;
  return denial.period === null || claim.period === null || periodsMeet(denial.period, claim.period);
}

function scoreOf(cast: Cast, rarity: (verb: string) => boolean, denial: Stated, other: Stated): number {
  const [own, its] = [denial.claim.statement, other.claim.statement];
  const roles = [
    [cast.keyOfRole(own.agent), cast.keyOfRole(its.agent)],
    [cast.keyOfRole(own.patient), cast.keyOfRole(its.patient)],
  ] as const;
  if (roles.some(([a, b]) => a !== null && b !== null && a !== b)) return 0;
  const same = roles.filter(([a, b]) => a !== null && a === b).length;
  const names = [...denial.claim.names].filter((name) => other.claim.names.has(name)).length;
  const words = [...denial.sentence].filter((word) => other.sentence.has(word)).length;
  const isCovered = [...denial.clause].every((word) => other.clause.has(word));
  const isSame = eventOf(denial.claim) === eventOf(other.claim);
  // Of what there was none, another must say that there was, with more than that word in common.
  if (!isSame && (denial.none === null || words < 1)) return 0;
  if (isSame && areApart(denial, other)) return 0;
  if (denial.clause.size === 0 && !takes(denial.claim.sentence, 'denying')) return 0;
  const isRare =
    isSame && [...denial.claim.trigger].some((verb) => other.claim.trigger.has(verb) && rarity(verb));
  return (
    WEIGHTS.event +
    (isRare ? WEIGHTS.rareVerb : 0) +
    WEIGHTS.role * same +
    WEIGHTS.name * Math.min(2, names) +
    Math.min(WEIGHTS.mostWords, WEIGHTS.word * words) +
    (isCovered ? WEIGHTS.covered : 0) +
    (takes(denial.claim.sentence, 'denying') ? WEIGHTS.denied : 0)
  );
}

/** "The boat was not damaged" and "the wall was damaged": said of two, by the same verb. */
function areApart(denial: Stated, other: Stated): boolean {
  if (denial.none !== null || denial.claim.statement.event !== other.claim.statement.event) return false;
  if (denial.lead.size === 0 || other.lead.size === 0) return false;
  return ![...denial.lead].some((word) => other.lead.has(word));
}

function findingOf(index: PileIndex, denial: Claim, against: readonly Claim[]): Finding {
  return composeDenial(index, denial, against, {
    nameOf: ({ statement }) => statement.voice.at(-1)?.name ?? 'one voice',
    denies: `says that it was not so (${denial.statement.event})`,
    asserts: 'says that it was',
    assumes: [
      {
        label: 'same matter',
        text: 'The names and words that both share are held to be of the same things.',
        guess: true,
      },
    ],
    rank: 0.7,
  });
}
