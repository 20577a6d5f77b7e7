import type { Gazetteer } from '../statement/gazetteer.ts';
import type { Judgement } from '../statement/judgement.ts';
import type { Identity, JoinedName, MentionKind } from '../statement/statement.ts';
import { applyJudgements } from './apply-judgements.ts';
import type { Bearer, NamedMention } from './bearer.ts';
import { type Frame, makeFrame, nameOf } from './frame.ts';
import { linkAddressed, partSpeakers } from './link-addressed.ts';
import { linkAnswers } from './link-answers.ts';
import { linkBodies } from './link-bodies.ts';
import { linkFullNames } from './link-full-names.ts';
import { linkKunyas } from './link-kunyas.ts';
import { linkLines } from './link-lines.ts';
import { linkOffices } from './link-offices.ts';
import { linkPlaces } from './link-places.ts';
import { linkRoles } from './link-roles.ts';
import { linkSayings } from './link-sayings.ts';
import { linkShortNames } from './link-short-names.ts';
import { linkSounds } from './link-sounds.ts';
import { linkTranslated } from './link-translated.ts';
import { linkInitialsWithName, linkVoices } from './link-voices.ts';
import { noteAges } from './note-ages.ts';
import { noteBareParts } from './note-bare-parts.ts';
import { ownId } from './own-id.ts';
import type { Scene } from './scene.ts';

export type { NamedMention } from './bearer.ts';

/**
 * Groups mentions into identities, joining only what is beyond doubt: one spelling (letters
 * folded); full names whose parts all sound alike; what a text says outright ("X, known as Y");
 * a part of a name ("Odin") with the only full name in its own source that has it ("Karel
 * Odin"); initials and acronyms that fit one name only. Roles and unknown voices ("the
 * sergeant") hold within their source. Every mention with a name is in exactly
 * one identity, and the order of the mentions does not change the result. Without a scene
 * the names alone are looked at. What an analyst judged comes before every rule.
 */
export function identify(
  mentions: readonly NamedMention[],
  scene: Scene | null = null,
  judgements: readonly Judgement[] = [],
  gazetteer: Gazetteer | null = null,
): Identity[] {
  return identitiesOf(settleNames(mentions, scene, judgements, gazetteer));
}

/** Walks the rules of joining, surest first; what they could not settle is left as proposals and clashes. */
export function settleNames(
  mentions: readonly NamedMention[],
  scene: Scene | null,
  judgements: readonly Judgement[] = [],
  gazetteer: Gazetteer | null = null,
): Frame {
  const frame = makeFrame(mentions, scene, gazetteer);
  applyJudgements(frame, judgements);
  partSpeakers(frame);
  linkSayings(frame);
  linkAnswers(frame);
  linkFullNames(frame);
  linkLines(frame);
  linkShortNames(frame);
  linkKunyas(frame);
  linkBodies(frame);
  linkTranslated(frame);
  if (gazetteer !== null) linkPlaces(frame, gazetteer);
  linkRoles(frame);
  linkOffices(frame);
  linkVoices(frame);
  linkAddressed(frame);
  linkInitialsWithName(frame);
  linkSounds(frame);
  noteAges(frame);
  noteBareParts(frame);
  return frame;
}

/** The identities that a settled frame comes to, by name. */
export function identitiesOf(frame: Frame): Identity[] {
  return [...frame.joins.clusters()]
    .map(identityOf)
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

interface Cluster {
  readonly members: readonly Bearer[];
  readonly reasons: readonly string[];
}

function identityOf({ members, reasons }: Cluster): Identity {
  const main = mainBearer(members);
  const spellings = [...new Set(members.flatMap((bearer) => [...bearer.forms.keys()]))].sort();
  return {
    id: ownId(main),
    kind: kindOf(members),
    name: mainSpelling(main),
    spellings,
    status: 'accepted',
    mentions: members.flatMap((bearer) => bearer.mentions.map((mention) => mention.id)).sort(),
    reasons: [
      spellings.length > 1 && members.length === 1
        ? 'The spellings differ in case, accents, title or length only.'
        : 'One spelling.',
      ...new Set(reasons),
    ].filter((reason) => reason !== 'One spelling.' || members.length === 1),
    ...(members.length === 1
      ? {}
      : { joined: members.map(joinedName).sort((a, b) => (a.id < b.id ? -1 : 1)) }),
  };
}

function joinedName(bearer: Bearer): JoinedName {
  return { id: ownId(bearer), name: nameOf(bearer) };
}

/** The bearer with the fullest name; of equally full ones the most mentioned. */
export function mainBearer(members: readonly Bearer[]): Bearer {
  const fullness = (bearer: Bearer) =>
    bearer.kind === 'role' || !/\p{Lu}|\p{Lo}/u.test(nameOf(bearer).charAt(0))
      ? 0
      : bearer.shape.parts.filter((part) => part.is !== 'initial').length;
  const [main] = [...members].sort(
    (a, b) =>
      fullness(b) - fullness(a) || b.mentions.length - a.mentions.length || (a.address < b.address ? -1 : 1),
  );
  if (main === undefined) throw new Error('a cluster has members');
  return main;
}

function kindOf(members: readonly Bearer[]): MentionKind {
  const counts = new Map<MentionKind, number>();
  const named = members.filter(({ kind }) => kind !== 'role');
  for (const { kind, mentions } of named.length > 0 ? named : members)
    counts.set(kind, (counts.get(kind) ?? 0) + mentions.length);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked[0]?.[0] ?? 'person';
}

/** The fullest name, and of equally full ones the most frequent, without a title and not all in capitals. */
function mainSpelling({ mentions, key }: Bearer): string {
  const counts = new Map<string, number>();
  for (const { name } of mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shouted = (name: string) => (name === name.toUpperCase() && name !== name.toLowerCase() ? 1 : 0);
  const fullness = (name: string) => name.split(/\s+/u).length;
  const [main] = [...counts.keys()].sort(
    (a, b) =>
      shouted(a) - shouted(b) ||
      fullness(b) - fullness(a) ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  );
  return main ?? key;
}
