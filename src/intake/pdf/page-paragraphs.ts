import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Hidden, PageBox } from '../../statement/source.ts';
import type { LaidOut } from '../laid-out-text.ts';
import { type Cover, findHidden } from './find-hidden.ts';

/** A run of text as pdf.js gives it; `transform` is its matrix on the page, in points from the bottom left. */
interface Item {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

interface Line {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  size: number;
  readonly hidden: Hidden | undefined;
}

/** A gap of more than this many line heights starts a paragraph. */
const PARAGRAPH_GAP = 0.75;
/** A gap of more than this many letter heights within a line is a blank. */
const BLANK_GAP = 0.15;
/** Share of a run's width under a filled box from which it is not seen as it is. */
const COVERED = 0.25;
/** Letters lower than this many points are not seen. */
const TINY = 2;

/** The paragraphs of a page in the order in which the file draws them, hidden ones apart. */
export async function paragraphsOfPage(page: PDFPageProxy, number: number): Promise<LaidOut[]> {
  const content = await page.getTextContent({ includeMarkedContent: false });
  const items = content.items.filter((item): item is Item & typeof item => 'str' in item);
  const { covers: hiding, unseen } = await findHidden(
    page,
    items.map(({ str }) => str),
  );
  const view = page.view as [number, number, number, number];
  const lines = linesOf(items, (item, index) => hiddenBy(item, view, hiding[index]));
  const beyond = unseen.map((text): LaidOut => ({ text, hidden: 'off-page', box: nowhereOn(number) }));
  return [...joinLines(lines, number, view), ...beyond];
}

/** Where it stands outside the page is not known: only which page it was drawn for. */
function nowhereOn(page: number): PageBox {
  return { page, x: 0, y: 0, width: 0, height: 0 };
}

function hiddenBy(item: Item, view: readonly number[], cover: Cover | undefined): Hidden | undefined {
  const box = boxOf(item);
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  if (box.right < left || box.left > right || box.top < bottom || box.bottom > top) return 'off-page';
  if (cover?.kind !== undefined) return cover.kind;
  if (cover?.boxes.some((over) => covers(over, box)) === true) return 'under-box';
  return item.str.trim() !== '' && sizeOf(item) < TINY ? 'tiny' : undefined;
}

/** A box over a name hides part of its line: a quarter of a run's width, at its whole height, is enough. */
function covers(over: readonly number[], box: ReturnType<typeof boxOf>): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = over;
  const middle = (box.top + box.bottom) / 2;
  const width = Math.min(right, box.right) - Math.max(left, box.left);
  const slack = 0.3 * (box.top - box.bottom);
  return (
    middle > bottom &&
    middle < top &&
    bottom <= box.bottom + slack &&
    top >= box.top - slack &&
    width >= COVERED * (box.right - box.left)
  );
}

function sizeOf({ transform, height }: Item): number {
  return Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || height;
}

function boxOf(item: Item) {
  const [, , , , x = 0, y = 0] = item.transform;
  const size = sizeOf(item);
  return { left: x, right: x + item.width, bottom: y - 0.2 * size, top: y + 0.8 * size };
}

function linesOf(
  items: readonly Item[],
  hiddenOf: (item: Item, index: number) => Hidden | undefined,
): Line[] {
  const lines: Line[] = [];
  let current: Line | null = null;
  for (const [index, item] of items.entries()) {
    const hidden = hiddenOf(item, index);
    if (item.str !== '') {
      if (current === null || !continues(current, item, hidden)) {
        current = startLine(item, hidden);
        lines.push(current);
      } else extend(current, item);
    }
    if (item.hasEOL) current = null;
  }
  return lines.filter((line) => line.text.trim() !== '');
}

function continues(line: Line, item: Item, hidden: Hidden | undefined): boolean {
  const box = boxOf(item);
  const middle = (box.top + box.bottom) / 2;
  return line.hidden === hidden && middle <= line.top && middle >= line.bottom;
}

function startLine(item: Item, hidden: Hidden | undefined): Line {
  return { text: item.str, ...boxOf(item), size: sizeOf(item), hidden };
}

function extend(line: Line, item: Item): void {
  const box = boxOf(item);
  const gap = Math.max(box.left - line.right, line.left - box.right);
  const parted = gap > BLANK_GAP * line.size && !/\s$/.test(line.text) && !/^\s/.test(item.str);
  line.text += `${parted ? ' ' : ''}${item.str}`;
  line.left = Math.min(line.left, box.left);
  line.right = Math.max(line.right, box.right);
  line.top = Math.max(line.top, box.top);
  line.bottom = Math.min(line.bottom, box.bottom);
}

function joinLines(lines: readonly Line[], page: number, view: readonly number[]): LaidOut[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || startsParagraph(last, line)) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => paragraphOf(group, page, view));
}

function startsParagraph(last: Line, line: Line): boolean {
  const gap = last.bottom - line.top;
  const taller = Math.max(last.size, line.size);
  return last.hidden !== line.hidden || gap > PARAGRAPH_GAP * taller || gap < -2 * taller;
}

function paragraphOf(group: readonly Line[], page: number, view: readonly number[]): LaidOut {
  const [left = 0, , , top = 0] = view;
  const round = (points: number) => Math.round(points * 10) / 10;
  const box: PageBox = {
    page,
    x: round(Math.min(...group.map((line) => line.left)) - left),
    y: round(top - Math.max(...group.map((line) => line.top))),
    width: round(Math.max(...group.map((line) => line.right)) - Math.min(...group.map((line) => line.left))),
    height: round(Math.max(...group.map((line) => line.top)) - Math.min(...group.map((line) => line.bottom))),
  };
  const hidden = group[0]?.hidden;
  const text = group.map((line) => line.text.trim()).join('\n');
  return { text, box, ...(hidden === undefined ? {} : { hidden }) };
}
