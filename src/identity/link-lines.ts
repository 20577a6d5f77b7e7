import { nameKey } from '../statement/name-key.ts';
import { type Bearer, phoneKey } from './bearer.ts';
import { type Frame, nameOf, type Place } from './frame.ts';
import { partsSoundAlike } from './parse-name.ts';

const SUBSCRIBER = /subscri|abone|titular|abonn|abonat|registered|kayıtlı|abonent|абонент|مشترك/iu;

interface User {
  readonly bearer: Bearer;
  readonly at: Place | null;
}

/**
 * Who is named with a telephone line in the headers of calls. Two names on one line that sound
 * alike are joined; others are proposed, since a line may be lent. A subscriber is no speaker.
 */
export function linkLines(frame: Frame): void {
  const users = usersByLine(frame);
  for (const line of [...users.keys()].sort()) {
    const [first, ...others] = users.get(line) ?? [];
    if (first === undefined) continue;
    for (const other of others) linkUsers(frame, first, other);
  }
}

function usersByLine(frame: Frame): Map<string, User[]> {
  const byName = new Map<string, Bearer>();
  for (const bearer of frame.bearers) {
    if (bearer.kind !== 'person' || bearer.unknown) continue;
    for (const { name, source } of bearer.mentions) byName.set(`${source}\u0000${nameKey(name)}`, bearer);
  }
  const users = new Map<string, User[]>();
  for (const section of frame.scene?.sections ?? []) {
    for (const { name, number, role, span } of section.parties) {
      if (name === null || number === null || SUBSCRIBER.test(role ?? '')) continue;
      const bearer = byName.get(`${section.source}\u0000${nameKey(name)}`);
      const line = phoneKey(number);
      if (bearer === undefined || line.length < 6) continue;
      const known = users.get(line) ?? [];
      if (known.some((user) => user.bearer === bearer)) continue;
      users.set(line, [...known, { bearer, at: span === null ? null : { source: section.source, span } }]);
    }
  }
  return users;
}

function linkUsers(frame: Frame, { bearer: a }: User, { bearer: b, at }: User): void {
  const alike = a.shape.parts.some((part) => b.shape.parts.some((other) => partsSoundAlike(part, other)));
  if (alike)
    frame.joins.join(a, b, `“${nameOf(a)}” and “${nameOf(b)}” use one line, and their names sound alike.`);
  else frame.proposals.push({ a, b, chance: 0.65, reason: 'both use the same line', at });
}
