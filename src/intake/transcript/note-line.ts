import { headerKey } from './header-key.ts';

const RULE = /^[^\p{L}\p{N}]{3,}$/u;
const DASHED = /^[-–—*=_#]{2,}\s*[\p{L}\p{N}].*[-–—*=_#]{2,}$/u;
const META = /^(?:_\p{L}\w*\s*:|[#%]\s+\p{L})/u;
const KEYED = /^[*_]{0,2}(\p{L}[\p{L}\p{M}.'’/ ]{0,30}?(?:\s\p{Nd}{1,4})?)\s*[*_]{0,2}[:=]/u;
const END =
  /^(?:END|FIN|ENDE|SON|FIM|FINE|КОНЕЦ|[Ee]nds|(?:END|End|end) (?:OF|of) .{2,40}|FIN DE .{2,40}|KAYIT SONU|نهاية.{0,30}|انتهى.{0,30})[\s.*]*$/u;
const PAIRS: Record<string, string> = { '[': ']', '(': ')', '{': '}', '<': '>' };

/** A line of marks alone: `-----`, `* * *`. */
export function isRule(head: string): boolean {
  return RULE.test(head) && !/["'“”«»…]{2,}/.test(head);
}

/** Whether a line is a bracket from end to end (closed, or left open at its end). */
export function bracketOf(head: string): 'closed' | 'open' | null {
  const close = PAIRS[head.charAt(0)];
  if (close === undefined) return null;
  const first = head.indexOf(close);
  if (first < 0) return 'open';
  if (!/[\])}>][.,;]?$/.test(head)) return null;
  return first >= head.length - 2 || depthHolds(head, head.charAt(0), close) ? 'closed' : null;
}

function depthHolds(head: string, open: string, close: string): boolean {
  let depth = 0;
  for (let at = 0; at < head.length; at++) {
    const mark = head.charAt(at);
    if (mark === open) depth++;
    if (mark === close && --depth === 0 && at < head.length - 2) return false;
  }
  return true;
}

/** The close of a bracket that was left open above. */
export function closesBracket(tail: string): boolean {
  return /[\])}>][.,;]?\s*$/.test(tail);
}

/** Whether a line is a note by its key or its dashes: `T.N.: ...`, `ملاحظة: ...`, `-- END OF RECORD --`. */
export function isNoteLine(head: string): boolean {
  if (META.test(head) || DASHED.test(head)) return true;
  if (END.test(head)) return true;
  const key = KEYED.exec(head)?.[1];
  if (key === undefined) return false;
  return (
    headerKey(key) === 'note' ||
    /^(?:op|t\.?n|n\.?b|c\.?n)\.?(?:\s*(?:note|\p{Nd}+))?$|^(?:notes?|notas?) (?:\p{L}+ ){0,2}\p{L}{2,12}\.?$|^(?:\p{L}+ ){1,2}(?:notu|note|nota|notiz)(?:\s*\/.*)?$/iu.test(
      key,
    )
  );
}
