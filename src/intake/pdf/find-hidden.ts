import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Hidden } from '../../statement/source.ts';

/** How the letters of a run are drawn: in a way that hides them, and the filled boxes drawn after them. */
export interface Cover {
  readonly kind: Hidden | undefined;
  /** Left, bottom, right, top, in points of the page. */
  readonly boxes: readonly (readonly number[])[];
}

type Matrix = readonly [number, number, number, number, number, number];

interface Pen {
  readonly matrix: Matrix;
  readonly white: boolean;
  readonly mode: number;
}

interface Drawn {
  readonly letter: string;
  readonly afterBlank: boolean;
  readonly kind: Hidden | undefined;
  readonly order: number;
}

/** Text rendering mode 3 draws nothing, 7 only clips: PDF 32000-1, table 106. */
const INVISIBLE = new Set([3, 7]);
const WHITE_FROM = 0xfa;

/** What a page's drawing tells of its runs, in their order, and text that is drawn and in no run. */
export interface HiddenText {
  readonly covers: readonly (Cover | undefined)[];
  readonly unseen: readonly string[];
}

/** Letters that are looked through for the start of a run. */
const LOOK_AHEAD = 4_000;
/** Fewer letters that stand in no run are a ligature or a sign that was read in another way. */
const FEWEST_UNSEEN = 4;

/**
 * What hides each run of text on a page, from the order in which the page is drawn. Runs are
 * matched with what is drawn letter by letter; of a run that matches nothing, nothing is said,
 * since a wrong label would be worse than none. pdf.js leaves text outside the page out of its
 * runs: what is drawn between two runs and belongs to none is given as `unseen`.
 */
export async function findHidden(page: PDFPageProxy, runs: readonly string[]): Promise<HiddenText> {
  const { letters, boxes } = walkDrawing(await page.getOperatorList());
  const unseen: string[] = [];
  let at = 0;
  const skipTo = (start: number) => {
    if (start - at >= FEWEST_UNSEEN) unseen.push(textOf(letters.slice(at, start)));
  };
  const covers = runs.map((run) => {
    const wanted = lettersOf(run);
    const start = wanted.length === 0 ? -1 : startOf(wanted, letters, at);
    if (start < 0) return undefined;
    skipTo(start);
    at = start + wanted.length;
    return coverOf(letters.slice(start, at), boxes);
  });
  skipTo(letters.length);
  // Where no run was matched, the page is read in a way that cannot be compared.
  return { covers, unseen: runs.length > 0 && covers.every((cover) => cover === undefined) ? [] : unseen };
}

function startOf(wanted: readonly string[], letters: readonly Drawn[], from: number): number {
  const last = Math.min(letters.length - wanted.length, from + LOOK_AHEAD);
  for (let start = from; start <= last; start += 1) {
    if (wanted.every((letter, index) => letters[start + index]?.letter === letter)) return start;
  }
  return -1;
}

function coverOf(drawn: readonly Drawn[], boxes: Drawing['boxes']): Cover {
  const [first] = drawn;
  const kind = drawn.every((each) => each.kind === first?.kind) ? first?.kind : undefined;
  const last = drawn.at(-1)?.order ?? 0;
  return { kind, boxes: boxes.filter((box) => box.order > last).map((box) => box.edges) };
}

function textOf(drawn: readonly Drawn[]): string {
  return drawn
    .map(({ letter, afterBlank }, index) => `${afterBlank && index > 0 ? ' ' : ''}${letter}`)
    .join('');
}

function lettersOf(text: string): string[] {
  return [...text.normalize('NFKC')].filter((letter) => letter.trim() !== '');
}

interface Drawing {
  readonly letters: Drawn[];
  readonly boxes: { readonly order: number; readonly edges: readonly number[] }[];
}

function walkDrawing({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] }): Drawing {
  const drawing: Drawing = { letters: [], boxes: [] };
  const kept: Pen[] = [];
  let pen: Pen = { matrix: [1, 0, 0, 1, 0, 0], white: false, mode: 0 };
  for (const [order, operation] of fnArray.entries()) {
    const args = argsArray[order] ?? [];
    if (operation === OPS.save) kept.push(pen);
    else if (operation === OPS.restore) pen = kept.pop() ?? pen;
    else if (operation === OPS.transform)
      pen = { ...pen, matrix: multiply(pen.matrix, args as unknown as Matrix) };
    else if (operation === OPS.setFillRGBColor) pen = { ...pen, white: isWhite(args[0]) };
    else if (operation === OPS.setTextRenderingMode) pen = { ...pen, mode: Number(args[0]) };
    else if (operation === OPS.showText) drawLetters(drawing, args[0], pen, order);
    else if (operation === OPS.constructPath) drawPath(drawing, args, pen, order);
  }
  return drawing;
}

/** pdf.js gives every fill colour as `#rrggbb`. */
function isWhite(colour: unknown): boolean {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(String(colour));
  return digits?.slice(1).every((part) => Number.parseInt(part, 16) >= WHITE_FROM) === true;
}

function drawLetters(drawing: Drawing, glyphs: unknown, pen: Pen, order: number): void {
  if (!Array.isArray(glyphs)) return;
  const kind = INVISIBLE.has(pen.mode)
    ? 'invisible'
    : pen.white && !onDark(drawing, order)
      ? 'white'
      : undefined;
  let afterBlank = true;
  for (const glyph of glyphs as { unicode?: string }[]) {
    const letters = lettersOf(glyph?.unicode ?? '');
    for (const letter of letters) {
      drawing.letters.push({ letter, afterBlank, kind, order });
      afterBlank = false;
    }
    if (letters.length === 0) afterBlank = true;
  }
}

// White letters on a dark bar are a table's head; only on a page without any box are they hidden.
function onDark(drawing: Drawing, order: number): boolean {
  return drawing.boxes.some((box) => box.order < order);
}

/** Paths that are filled and cover something: their bounding box. */
function drawPath(drawing: Drawing, args: readonly unknown[], { matrix, white }: Pen, order: number): void {
  const [operation, , edges] = args;
  const fills = operation === OPS.fill || operation === OPS.eoFill || operation === OPS.fillStroke;
  if (!fills || white || !(edges instanceof Float32Array || Array.isArray(edges))) return;
  const [left = 0, bottom = 0, right = 0, top = 0] = edges as ArrayLike<number> & Iterable<number>;
  const corners = [
    [left, bottom],
    [right, top],
  ].map(([x = 0, y = 0]) => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ]);
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  drawing.boxes.push({ order, edges: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] });
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}
