import type { Finding } from '../statement/finding.ts';
import type { Cast } from './cast.ts';
import type { Claim } from './claims.ts';
import { capital, composeFinding, step } from './compose.ts';
import { partiesOf } from './deed-parties.ts';
import type { Deed } from './deeds.ts';
import limits from './denial-limits.json' with { type: 'json' };
import groups from './event-groups.json' with { type: 'json' };
import type { Gathered, Outcome } from './family.ts';
import { kindsTold } from './happening-kinds.ts';
import { groupBy, type PileIndex } from './pile-index.ts';
import { foldPhrase } from './says.ts';
import { periodOf, periodsMeet } from './side.ts';

const LIMITS = limits.limits.map(foldPhrase);
/** Verbs of saying, knowing and being: what is denied of them is denied of words or of a state. */
const OF_WORDS = new Set([
  ...groups.spoken,
  ...groups.vague,
  'want',
  'like',
  'go',
  'come',
  'make',
  'do',
  'get',
  'live',
  'stand',
  'become',
  'seem',
  'talk',
  'wait',
  'work',
  'need',
  'try',
]);
/** What is told this often in a pile is told of many occasions. */
const CROWD = 30;
const MOST_QUOTES = 5;

/**
 * One voice says that somebody did not do a thing, or that it was not done to somebody, and
 * another that it was: one event by its verb, in whatever languages, and the same people in the
 * same parts. No "ever" or "at no time" is asked for, since the roles say what is denied.
 */
export function findRoleDenial(index: PileIndex, gathered: Gathered): Outcome {
  const { claims, deeds, cast } = gathered;
  const positive = groupBy(
    deeds
      .filter(({ isRow, statement }) => !isRow && !OF_WORDS.has(statement.event))
      .flatMap((deed) =>
        [...deed.who].map((key) => ({ deed, at: `${eventKey(deed.statement.event)} ${key}` })),
      ),
    ({ at }) => at,
  );
  const findings: Finding[] = [];
  for (const denial of claims.filter(isFlatNegative)) {
    const parties = partiesOf(index, cast, denial, [], kindsTold(denial.statement.event, ''));
    if (parties.isGuess || parties.who.size === 0) continue;
    const against = [...parties.who].flatMap((key) => {
      const told = positive.get(`${eventKey(denial.statement.event)} ${key}`) ?? [];
      return told.length > CROWD ? [] : told.map(({ deed }) => deed);
    });
    const contrary = [...new Set(against)].filter((deed) =>
      isContrary(cast, denial, parties.who, deed, gathered),
    );
    if (contrary.length > 0) findings.push(denialFinding(index, denial, contrary));
  }
  return { findings, holdings: [] };
}

/** Verbs of one kind of happening, and verbs that may stand for each other, are one. */
function eventKey(event: string): string {
  const kin = groups.kin.find((verbs) => verbs.includes(event));
  return kin?.join('/') ?? event;
}

function isFlatNegative({ statement, sentence }: Claim): boolean {
  if (statement.polarity !== 'negative' || OF_WORDS.has(statement.event)) return false;
  if (statement.modality !== 'asserted' && statement.modality !== 'reported') return false;
  if (statement.quantity !== null) return false;
  const words = foldPhrase(sentence);
  return !LIMITS.some((limit) => words.includes(limit));
}

function isContrary(
  cast: Cast,
  denial: Claim,
  who: ReadonlySet<string>,
  deed: Deed,
  { ties }: Gathered,
): boolean {
  const own = denial.statement;
  const other = deed.statement;
  if (deed.isGuess || own.source === other.source || own.voice.at(-1)?.name === other.voice.at(-1)?.name)
    return false;
  if (
    !sameRole(cast.keyOfRole(own.agent), cast.keyOfRole(other.agent)) ||
    !sameRole(cast.keyOfRole(own.patient), cast.keyOfRole(other.patient))
  )
    return false;
  const [one, two] = [denial.period, deed.when?.given === 'said' ? periodOf(other.time) : null];
  if (one !== null && two !== null && !periodsMeet(one, two)) return false;
  const shared = [...who].filter((key) => deed.who.has(key));
  if (ties.isLarge && ties.bitsOf([...denial.plain].filter((word) => deed.words.has(word))) < ties.asked)
    return false;
  return shared.length >= Math.min(2, who.size);
}

/** Not said by one of the two, or the same. */
function sameRole(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function denialFinding(index: PileIndex, denial: Claim, contrary: readonly Deed[]): Finding {
  const words = (source: string, span: { start: number; end: number }) =>
    index
      .wordsOf(source, span)
      .replace(/\s+/gu, ' ')
      .replace(/[.;,]+$/u, '');
  const { statement } = denial;
  const voice = statement.voice.at(-1)?.name ?? 'one voice';
  const shown = contrary.slice(0, MOST_QUOTES - 1);
  const [first] = shown;
  return composeFinding({
    kind: 'denial',
    why: `${capital(voice)}: “${words(statement.source, statement.span)}”. ${first === undefined ? '' : `${capital(first.voice)}: “${words(first.source, first.quote.span)}”.`}`,
    quotes: [
      {
        source: statement.source,
        span: statement.span,
        statement: statement.id,
        marks: statement.trigger === null ? [] : [statement.trigger],
      },
      ...shown.map(({ quote }) => quote),
    ],
    steps: [
      step(`${voice} says that it did not happen (${statement.event})`, null, 0),
      ...shown.map((deed, at) =>
        step(`${deed.voice} says that it did (${deed.statement.event})`, null, at + 1),
      ),
    ],
    assumes: [
      { label: 'same event', text: 'Both name the same people in the same parts.', guess: false },
      ...(denial.period === null ? [{ label: 'same time', text: 'Not both say when.', guess: true }] : []),
    ],
    rank: 0.75,
  });
}
