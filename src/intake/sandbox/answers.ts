import type { ErrorCode } from '../../errors.ts';
import type { Passage, Section, Source } from '../../statement/source.ts';
import type { Budget, MemberRefused } from '../containers/member.ts';
import type { Origin } from '../open-document.ts';

/** What a document's process is asked; the document's bytes are the frame's body. */
export interface Question {
  readonly origin: Origin;
  readonly budget: Budget;
}

/** What it answers, in order: the document, its members (bytes in the frame's body), the end; or a fault. */
export type DocumentAnswer =
  | { readonly is: 'intake'; readonly intake: { source: Source; sections: Section[]; passages: Passage[] } }
  | { readonly is: 'member'; readonly name: string }
  | ({ readonly is: 'refused' } & MemberRefused)
  | { readonly is: 'end' }
  | { readonly is: 'fault'; readonly code: ErrorCode; readonly message: string };
