/** Bits of a UTF-16 code unit; `inner` is what stands within words but after no joint: marks and `_`. */
export const LETTER_IS = {
  letter: 1,
  inner: 2,
  digit: 4,
  space: 8,
  joint: 16,
  numberJoint: 32,
  surrogate: 64,
} as const;

const PAGE = 256;
const pages: (Uint8Array | undefined)[] = Array.from({ length: 65_536 / PAGE }, () => undefined);

/** What a code unit is, as bits of `LETTER_IS`. Worked out by pages of 256 when first asked for. */
export function classOfCode(code: number): number {
  const page = pages[code >>> 8] ?? openPage(code >>> 8);
  return page[code & (PAGE - 1)] as number;
}

function openPage(number: number): Uint8Array {
  const page = Uint8Array.from({ length: PAGE }, (_, low) => find(number * PAGE + low));
  pages[number] = page;
  return page;
}

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER_IS.letter],
  [/[\p{M}_]/u, LETTER_IS.inner],
  [/\p{Nd}/u, LETTER_IS.digit],
  [/\s/u, LETTER_IS.space],
  [/['’.\-‑]/u, LETTER_IS.joint],
  [/[.,:/٫٬'’ \u202f-]/u, LETTER_IS.numberJoint],
];

function find(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return LETTER_IS.surrogate;
  const letter = String.fromCharCode(code);
  return CLASSES.reduce((bits, [pattern, bit]) => (pattern.test(letter) ? bits | bit : bits), 0);
}
