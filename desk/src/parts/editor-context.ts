import { createContext, type ReactNode } from 'react';
import type { StatementView } from '../../../src/server/api/quote.ts';
import type { PassageView } from '../../../src/server/api/sources.ts';

/** What of the text is open to be changed. */
export interface Editor {
  /** The form that stands under a passage's words, or null. */
  readonly formIn: (passage: PassageView) => ReactNode;
  readonly correct: (statement: StatementView) => void;
  /** The statement that keys act on, where several lie over the same words. */
  readonly chosen: string | null;
}

export const EditorContext = createContext<Editor>({
  formIn: () => null,
  correct: () => undefined,
  chosen: null,
});
