import { type Static, Type } from '@sinclair/typebox';
import { choice, Part } from './schema.ts';

export const MENTION_KINDS = [
  'person',
  'group',
  'organization',
  'place',
  'role',
  'vehicle',
  'phone',
] as const;

export const IdentitiesQuery = Type.Object({
  /** Letters that a spelling has, whatever their case. */
  words: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(choice(MENTION_KINDS)),
  ...Part,
});
export type IdentitiesQuery = Static<typeof IdentitiesQuery>;

export const IdentityView = Type.Object({
  id: Type.String(),
  kind: choice(MENTION_KINDS),
  name: Type.String(),
  spellings: Type.Array(Type.String()),
  status: choice(['proposed', 'accepted']),
  mentions: Type.Integer(),
  reasons: Type.Array(Type.String()),
});
export type IdentityView = Static<typeof IdentityView>;

export const IdentitiesReply = Type.Object({
  /** All identities of the case. */
  all: Type.Integer(),
  /** How many the filter leaves. */
  count: Type.Integer(),
  kinds: Type.Array(Type.Object({ kind: choice(MENTION_KINDS), count: Type.Integer() })),
  /** Most often mentioned first. */
  identities: Type.Array(IdentityView),
});
export type IdentitiesReply = Static<typeof IdentitiesReply>;
