import type { TieType } from '../../../src/server/api/network.ts';

export const TIE_NAMES: Record<TieType, string> = {
  speaks: 'Speak with each other',
  acts: 'Said to act on',
  of: 'Speaks of',
  passes: 'Passes on the words of',
};
