import iconv from 'iconv-lite';

/** One content line of a vCard (RFC 6350, 3.3), decoded as far as all its values are alike. */
export interface VcardLine {
  /** Upper case, without its group; empty where the line is none. */
  readonly name: string;
  /** `item1` of `item1.TEL`. */
  readonly group: string | null;
  /** Types and bare words ("CELL", "WORK"), lower case. */
  readonly types: readonly string[];
  /** As written, but decoded where it was quoted-printable; escapes still stand. */
  readonly value: string;
  readonly isBase64: boolean;
}

/**
 * The content lines of a text, of versions 2.1, 3 and 4: folded lines are joined, quoted-printable
 * is decoded in the character set that the line names. A line that is none is given as it stands,
 * without a name. We read them ourselves: the one library that is kept up (ical.js) knows no 2.1
 * and gives up a whole address book at the first line that it cannot read. Linear.
 */
export function* vcardLines(text: string): Generator<VcardLine> {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at] ?? '';
    const parts = [first];
    const more = continues(first);
    while (at + 1 < lines.length && more(parts.at(-1) ?? '', lines[at + 1] ?? '')) {
      at += 1;
      parts.push(lines[at] ?? '');
    }
    const line = isQuotedPrintable(first) ? joinSoft(parts) : joinFolded(parts);
    if (line.trim() !== '') yield contentLine(line);
  }
}

type Continues = (last: string, next: string) => boolean;

const FOLDED: Continues = (_, next) => /^[ \t]/.test(next);
const BASE64: Continues = (_, next) => /^[ \t]|^[A-Za-z0-9+/]+={0,2}$/.test(next);
const SOFT: Continues = (last, next) => last.endsWith('=') || FOLDED(last, next);

/** How the lines after this one go on with it: by a space; 2.1 also by a soft break, and in base64 by nothing at all. */
function continues(line: string): Continues {
  if (isQuotedPrintable(line)) return SOFT;
  return /^[^:]*;(?:ENCODING=)?(?:BASE64|B)[;:]/i.test(line) ? BASE64 : FOLDED;
}

function isQuotedPrintable(line: string): boolean {
  return /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);
}

function joinFolded(parts: readonly string[]): string {
  return parts.map((part, at) => (at === 0 ? part : part.replace(/^[ \t]/, ''))).join('');
}

function joinSoft(parts: readonly string[]): string {
  return parts.map((part, at) => (at < parts.length - 1 ? part.replace(/=$/, '') : part)).join('');
}

function contentLine(line: string): VcardLine {
  const colon = endOfHead(line);
  const [named = '', ...params] = colon < 0 ? [] : splitOutside(line.slice(0, colon), ';');
  const name = /^(?:([\w-]+)\.)?([\w-]+)$/.exec(named.trim());
  if (name === null) return { name: '', group: null, types: [], value: line.trim(), isBase64: false };
  const said = params.map(paramOf);
  const coding = paramNamed(said, 'encoding')?.toLowerCase() ?? '';
  const value = line.slice(colon + 1);
  return {
    name: (name[2] ?? '').toUpperCase(),
    group: name[1]?.toLowerCase() ?? null,
    types: said.filter(({ key }) => key === 'type').flatMap((param) => param.value.toLowerCase().split(',')),
    value: coding === 'quoted-printable' ? fromQuotedPrintable(value, paramNamed(said, 'charset')) : value,
    isBase64: coding === 'base64' || coding === 'b' || /^data:[^,]*;base64,/i.test(value),
  };
}

/** The colon that ends name and parameters: the first one outside quotation marks, -1 where there is none. */
function endOfHead(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ':' && !quoted) return at;
  }
  return line.indexOf(':');
}

function splitOutside(head: string, mark: string): string[] {
  const parts = [''];
  let quoted = false;
  for (const letter of head) {
    if (letter === '"') quoted = !quoted;
    if (letter === mark && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

interface Param {
  readonly key: string;
  readonly value: string;
}

const CODINGS = new Set(['quoted-printable', 'base64', '8bit', '7bit', 'b']);

/** `TYPE=cell`, or in 2.1 the bare `CELL` and `QUOTED-PRINTABLE`. */
function paramOf(written: string): Param {
  const equals = written.indexOf('=');
  const value = written
    .slice(equals + 1)
    .trim()
    .replace(/^"|"$/g, '');
  if (equals > 0) return { key: written.slice(0, equals).trim().toLowerCase(), value };
  return { key: CODINGS.has(value.toLowerCase()) ? 'encoding' : 'type', value };
}

function paramNamed(params: readonly Param[], key: string): string | null {
  return params.find((param) => param.key === key)?.value ?? null;
}

function fromQuotedPrintable(value: string, charset: string | null): string {
  const bytes = value.replace(
    /=([0-9A-Fa-f]{2})|([^\0-\x7f]+)/g,
    (_, hex: string | undefined, wide: string) =>
      hex === undefined
        ? Buffer.from(wide, 'utf8').toString('latin1')
        : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const name = charset !== null && iconv.encodingExists(charset) ? charset : 'utf-8';
  return iconv.decode(Buffer.from(bytes, 'latin1'), name);
}

/** The parts of a structured value, `\\`, `\,`, `\;` and `\n` undone; 2.1 has no escapes but `\;`, so others stay. */
export function vcardParts(value: string, mark: ';' | ','): string[] {
  const parts = [''];
  for (let at = 0; at < value.length; at += 1) {
    const letter = value[at] ?? '';
    const next = value[at + 1] ?? '';
    if (letter === mark) parts.push('');
    else if (letter === '\\' && /[\\,;:nN]/.test(next)) {
      parts[parts.length - 1] += next === 'n' || next === 'N' ? '\n' : next;
      at += 1;
    } else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}

/** A value that has no parts, its escapes undone. */
export function vcardText(value: string): string {
  return value.replace(/\\([\\,;:nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter)).trim();
}
