import { type Block, collectBlocks } from './collect-blocks.ts';

/** The readable text of HTML, a block a paragraph, rows and list items a line. */
export function htmlText(html: string): string {
  return joinBlocks(collectBlocks(html).blocks).text;
}

/** Blocks joined to one text, with where each begins. Rows and list items follow each other line by line. */
export function joinBlocks(blocks: readonly Block[]): { text: string; starts: readonly number[] } {
  const parts: string[] = [];
  const starts: number[] = [];
  let at = 0;
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    const close =
      before !== undefined && before.kind === block.kind && (block.kind === 'row' || block.kind === 'item');
    const gap = before === undefined ? '' : close ? '\n' : '\n\n';
    starts.push(at + gap.length);
    parts.push(gap, block.text);
    at += gap.length + block.text.length;
  });
  parts.push(blocks.length > 0 ? '\n' : '');
  return { text: parts.join(''), starts };
}
