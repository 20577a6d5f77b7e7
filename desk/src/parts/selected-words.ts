/** Where words that were chosen with the mouse stand: the place of the passage, and offsets in the source. */
export interface SelectedWords {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The words that are selected on the page, as far as they lie in the passage where they begin; else null. */
export function selectedWords(): SelectedWords | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const { startContainer: from } = range;
  const row = (from instanceof Element ? from : from.parentElement)?.closest<HTMLElement>('.turn');
  // Each run of words carries where it starts in the source.
  const runs = [...(row?.querySelectorAll<HTMLElement>('[data-start]') ?? [])].filter((run) =>
    range.intersectsNode(run),
  );
  const [first, last] = [runs[0], runs.at(-1)];
  if (!row || !first || !last) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset, 0);
  const end = offsetIn(last, range.endContainer, range.endOffset, last.textContent.length);
  return start < end ? { index: Number(row.dataset['index']), start, end } : null;
}

/** Where a border of the selection stands in the source; `without` is for one that stands in no text of the run. */
function offsetIn(run: HTMLElement, node: Node, within: number, without: number): number {
  const inText = node.nodeType === Node.TEXT_NODE && run.contains(node);
  return Number(run.dataset['start']) + (inText ? within : without);
}
