import { idOf } from '../statement/id.ts';
import type { Bearer } from './bearer.ts';

/** The id of the identity that a bearer is when it stands alone. */
export function ownId({ scope, key, kind }: Bearer): string {
  return idOf('ide', scope, key, kind);
}
