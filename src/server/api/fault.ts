import { type Static, Type } from '@sinclair/typebox';

/** What every failed request gives: a code of docs/errors.md and a message fit to be shown. */
export const Fault = Type.Object({ code: Type.String(), message: Type.String() });
export type Fault = Static<typeof Fault>;
