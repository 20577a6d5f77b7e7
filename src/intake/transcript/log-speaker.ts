/** Who speaks in an entry of a log, as the entry itself says (`Base to us: "..."`). */
export interface LogSpeaker {
  /** Offsets within the entry's words. */
  readonly start: number;
  readonly end: number;
  /** Where the words that were spoken begin. */
  readonly body: number;
}

const TO =
  /^((?:\p{Lu}|\p{Lo}|\p{N})[^:"“\n]{0,40}?)\s+(?:to|→|->|>|an|a|à|para|→)\s+((?:\p{L}|\p{N})[^:"“\n]{0,30}?)\s*:\s*(?=\S)/u;
const ALONE = /^((?:\p{Lu}|\p{Lo}|\p{N})[^:"“\n]{0,30}?)\s*:\s*(?=\S)/u;
const OURSELVES = /^(?:we|us|i|own ship|this ship|biz|nosotros|nous|wir|мы|نحن)$/iu;

/** The speaker that a log's entry begins with, or null; who keeps the log (`We to ...`) is no speaker of its own. */
export function logSpeaker(words: string): LogSpeaker | null {
  const match = TO.exec(words) ?? ALONE.exec(words);
  const label = match?.[1];
  if (match === null || label === undefined || OURSELVES.test(label)) return null;
  if (label.split(/\s+/).length > 4 || !/\p{L}{2}/u.test(label)) return null;
  const known =
    match.length > 2 ||
    /^["“]/.test(words.slice(match[0].length)) ||
    /^\p{Lu}[\p{Lu}\p{N}/ .-]*$/u.test(label);
  return known ? { start: 0, end: label.length, body: match[0].length } : null;
}
