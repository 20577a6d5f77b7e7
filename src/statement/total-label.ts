import { foldStampWord } from './stamp-pieces.ts';
import words from './total-words.json' with { type: 'json' };

const TOTALS = new Set(words.total.map(foldLabel));
const SUBTOTALS = new Set(words.subtotal.map(foldLabel));
const FOLLOWERS = new Set(words.followers.map(foldLabel));
const MAX_LABEL = 60;
/** Labels of a long table recur; those read last are remembered. */
const LABELS_KEPT = 2_000;
const labels = new Map<string, 'total' | 'subtotal' | null>();

/**
 * What a cell's words call its row: a totals row, a subtotal, or null. Labels in two
 * languages ("المجموع / TOTAL") and a unit in brackets are allowed for. `loose` also takes
 * a label that goes on ("Total of all posts"), but not a name ("Total Motors").
 */
export function totalLabel(cell: string, loose = false): 'total' | 'subtotal' | null {
  if (cell.length > MAX_LABEL || cell.length === 0) return null;
  const key = loose ? `${cell}\n` : cell;
  const known = labels.get(key);
  if (known !== undefined) return known;
  if (labels.size >= LABELS_KEPT) labels.clear();
  const label = readLabel(cell, loose);
  labels.set(key, label);
  return label;
}

function readLabel(cell: string, loose: boolean): 'total' | 'subtotal' | null {
  const parts = cell.split(/[/|():;=]+/).map(foldLabel);
  if (parts.some((part) => SUBTOTALS.has(part))) return 'subtotal';
  if (parts.some((part) => TOTALS.has(part))) return 'total';
  return loose && (startsWithTotal(parts[0] ?? '') || shoutsTotal(cell)) ? 'total' : null;
}

/** "TOTAL used 7-11 Feb", "TOTAL HOLD": the word in capitals opens a label of few words. */
function shoutsTotal(cell: string): boolean {
  const [first = '', ...rest] = cell.trim().split(/\s+/u);
  const isShouted = first.length > 2 && first === first.toUpperCase() && first !== first.toLowerCase();
  return isShouted && rest.length <= 4 && TOTALS.has(foldLabel(first));
}

function startsWithTotal(label: string): boolean {
  const words = label.split(' ');
  if (words.length > 4) return false;
  return TOTALS.has(words[0] ?? '') && FOLLOWERS.has(words[1] ?? '');
}

function foldLabel(label: string): string {
  return (label.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldStampWord).join(' ');
}
