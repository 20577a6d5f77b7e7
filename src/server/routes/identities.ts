import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../statement/statement.ts';
import { IdentitiesQuery, IdentitiesReply, type IdentityView } from '../api/identities.ts';
import type { ReadingRoom } from '../reading-room.ts';

/** `GET /api/identities`: names with every spelling, most often mentioned first. */
export function identityRoutes(app: FastifyInstance, room: ReadingRoom): void {
  app.get<{ Querystring: IdentitiesQuery; Reply: IdentitiesReply }>(
    '/api/identities',
    {
      schema: {
        summary: 'Every name with its spellings and the reasons for each',
        querystring: IdentitiesQuery,
        response: { 200: IdentitiesReply },
      },
    },
    async ({ query }) => {
      const { identities } = await room.account();
      const named = identities.filter((identity) => spelledWith(identity, query.words ?? ''));
      const chosen = named
        .filter((identity) => !query.kind || identity.kind === query.kind)
        .sort((a, b) => b.mentions.length - a.mentions.length);
      return {
        all: identities.length,
        count: chosen.length,
        kinds: countKinds(named),
        identities: chosen.slice(query.offset, query.offset + query.limit).map(viewIdentity),
      };
    },
  );
}

/** Letters without case and marks, so that `dirik` finds `Dirîk`. */
function foldLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i');
}

function spelledWith(identity: Identity, words: string): boolean {
  const wanted = foldLetters(words.trim());
  return wanted === '' || identity.spellings.some((spelling) => foldLetters(spelling).includes(wanted));
}

function countKinds(identities: readonly Identity[]): IdentitiesReply['kinds'] {
  return [...Map.groupBy(identities, (identity) => identity.kind)]
    .map(([kind, members]) => ({ kind, count: members.length }))
    .sort((a, b) => b.count - a.count);
}

function viewIdentity({ id, kind, name, spellings, status, mentions, reasons }: Identity): IdentityView {
  return {
    ...{ id, kind, name, status },
    spellings: [...spellings],
    mentions: mentions.length,
    reasons: [...reasons],
  };
}
