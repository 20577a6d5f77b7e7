/** One piece of an RTF file. `binary` bytes are passed over where they stand. */
export type RtfToken =
  | { readonly is: 'open' | 'close' | 'cut-off' }
  | { readonly is: 'word'; readonly word: string; readonly value: number | null }
  | { readonly is: 'byte'; readonly byte: number };

const WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const HEX = /'([\da-fA-F]{2})/y;

/**
 * The pieces of an RTF file (Rich Text Format 1.9.1), read once from start to end; line ends are
 * layout. A file that ends within a group gives `cut-off` last.
 */
export function* rtfTokens(text: string): Generator<RtfToken> {
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    at += 1;
    if (character === '{') {
      depth += 1;
      yield { is: 'open' };
    } else if (character === '}') {
      depth -= 1;
      yield { is: 'close' };
      // What stands behind the document's last bracket is no part of it.
      if (depth <= 0) return;
    } else if (character === '\\') {
      const [token, length] = escaped(text, at);
      const skipped = token.is === 'word' && token.word === 'bin' ? Math.max(0, token.value ?? 0) : 0;
      at += length + skipped;
      yield token;
    } else if (character !== '\n' && character !== '\r' && character !== '\0')
      yield { is: 'byte', byte: character.charCodeAt(0) };
  }
  if (depth > 0) yield { is: 'cut-off' };
}

function escaped(text: string, at: number): [RtfToken, number] {
  HEX.lastIndex = at;
  const hex = HEX.exec(text)?.[1];
  if (hex !== undefined) return [{ is: 'byte', byte: Number.parseInt(hex, 16) }, 3];
  WORD.lastIndex = at;
  const [all, word, value] = WORD.exec(text) ?? [];
  if (all !== undefined && word !== undefined)
    return [{ is: 'word', word, value: value === undefined ? null : Number(value) }, all.length];
  const symbol = text.charAt(at);
  if (symbol === '\n' || symbol === '\r') return [{ is: 'word', word: 'par', value: null }, 1];
  if ('\\{}'.includes(symbol) && symbol !== '') return [{ is: 'byte', byte: symbol.charCodeAt(0) }, 1];
  return [{ is: 'word', word: symbol, value: null }, 1];
}
