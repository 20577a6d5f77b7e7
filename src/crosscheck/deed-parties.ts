import type { Passage } from '../statement/source.ts';
import type { Cast } from './cast.ts';
import type { Claim } from './claims.ts';
import { befalls, type HappeningKind } from './happening-kinds.ts';
import { speaksOfObject, speaksOfSelf, speaksOfThird } from './persons-spoken.ts';
import type { PileIndex } from './pile-index.ts';

/** Who takes part in what a claim tells, and to whom it is done. */
export interface Parties {
  readonly who: ReadonlySet<string>;
  readonly core: ReadonlySet<string>;
  /** True where a pronoun had to be followed back. */
  readonly isGuess: boolean;
}

/**
 * Who is named in the clause or fills its roles; the speaker, where it speaks of itself; and where
 * "him" or nobody is named, whoever was named last before it.
 */
export function partiesOf(
  index: PileIndex,
  cast: Cast,
  claim: Claim,
  before: readonly Passage[],
  kinds: ReadonlySet<HappeningKind>,
): Parties {
  const { statement, passage } = claim;
  const clause = index.wordsOf(statement.source, statement.span);
  const agent = cast.keyOfRole(statement.agent);
  const patient = cast.keyOfRole(statement.patient);
  const roles = [agent, patient].filter((key) => key !== null && isParty(index, cast, claim, key));
  const who = new Set([
    ...cast.namedIn(statement.source, passage.id, statement.span),
    ...roles.filter((key) => key !== null),
  ]);
  const self = claim.isTalk && speaksOfSelf(clause) ? speakerKey(index, cast, passage) : null;
  if (self !== null) who.add(self);
  const isDoneToOne = speaksOfObject(clause) && [...kinds].some(befalls);
  const needsOne = isDoneToOne || (who.size === 0 && (claim.isTalk || speaksOfThird(claim.sentence)));
  const followed = needsOne
    ? followBack(cast, claim, before).filter((key) => key !== agent && key !== self)
    : [];
  for (const key of followed) who.add(key);
  return {
    who,
    core: coreOf(agent, patient, who, followed, statement.patient !== null),
    isGuess: followed.length > 0,
  };
}

/** Roles of persons and vehicles count as named, those that stand for a function ("the sergeant") do not. */
function isParty(index: PileIndex, cast: Cast, { passage, statement }: Claim, key: string): boolean {
  const ids = [statement.agent?.mention, statement.patient?.mention];
  const mention = (index.mentionsOfPassage.get(passage.id) ?? []).find(
    (known) => ids.includes(known.id) && cast.keyOf(known) === key,
  );
  return mention !== undefined && cast.takesPart(mention);
}

function coreOf(
  agent: string | null,
  patient: string | null,
  who: ReadonlySet<string>,
  followed: readonly string[],
  hasPatient: boolean,
): Set<string> {
  if (followed.length > 0) return new Set(followed);
  if (patient !== null && who.has(patient)) return new Set([patient]);
  if (!hasPatient && agent !== null && who.has(agent))
    return new Set([agent, ...[...who].filter((key) => key.startsWith('plate '))]);
  return new Set(who);
}

/** The identity of who speaks: the label of a turn is a mention of its own. */
function speakerKey(index: PileIndex, cast: Cast, passage: Passage): string {
  const label = passage.speaker?.span ?? null;
  const own = (index.mentionsOfPassage.get(passage.id) ?? []).find(
    ({ span }) => label !== null && label.start <= span.start && span.end <= label.end,
  );
  return own === undefined ? `speaker ${passage.source} ${passage.speaker?.label ?? ''}` : cast.keyOf(own);
}

/** Whom a pronoun stands for: those last named in the passage before it, else in the last few turns. */
function followBack(cast: Cast, { statement, passage }: Claim, before: readonly Passage[]): string[] {
  const earlier = { start: passage.body.start, end: Math.max(passage.body.start, statement.span.start) };
  const own = lastOf(cast.namedIn(statement.source, passage.id, earlier));
  if (own.length > 0) return own;
  const reach = before.filter(({ section }) => section === passage.section);
  const near = passage.speaker === null ? reach.slice(-1) : reach;
  for (const turn of [...near].reverse()) {
    const named = lastOf(cast.namedIn(statement.source, turn.id, turn.body));
    if (named.length > 0) return named;
  }
  return [];
}

/** The last one named, and the plate beside it. */
function lastOf(keys: readonly string[]): string[] {
  const plates = keys.filter((key) => key.startsWith('plate '));
  const others = keys.filter((key) => !key.startsWith('plate '));
  return [...others.slice(-1), ...plates.slice(-1)];
}
