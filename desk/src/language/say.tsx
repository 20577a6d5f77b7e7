import { Fragment, type ReactNode } from 'react';
import { t } from './language.ts';

type Key = Parameters<typeof t>[0];
/** With any values: which ones a sentence has, the catalogs' test holds. */
type Fill = (key: Key, values: Readonly<Record<string, string>>) => string;

interface SayProps {
  readonly of: Key;
  /** What stands for `{{name}}` in the sentence: an element, or plain words. */
  readonly with: Readonly<Record<string, ReactNode>>;
}

// Of the private use area: they stand in no catalog.
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const MARK = new RegExp(`${OPEN}(\\w+)${CLOSE}`, 'u');

/**
 * A sentence with elements in it, each where its language has it. Nothing is read as markup, so
 * that a name may hold what it likes.
 */
export function Say({ of, with: parts }: SayProps) {
  const marks = Object.fromEntries(Object.keys(parts).map((name) => [name, `${OPEN}${name}${CLOSE}`]));
  const pieces = (t as Fill)(of, marks).split(MARK);
  return pieces.map((piece, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's pieces never move
    <Fragment key={place}>{place % 2 ? parts[piece] : piece}</Fragment>
  ));
}
