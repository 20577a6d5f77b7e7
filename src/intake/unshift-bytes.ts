const SHIFT_OUT = 0x0e;
const SHIFT_IN = 0x0f;
const ESCAPE = 0x1b;

/**
 * Seven-bit ISO 2022 text with its shifts undone: bytes between SO and SI get their eighth bit,
 * designations (`ESC $ ) C`) are dropped. What comes out is EUC. (RFC 1557, RFC 1922)
 */
export function unshiftBytes(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  let shifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE) at += 3;
    else if (byte === SHIFT_OUT) shifted = true;
    else if (byte === SHIFT_IN) shifted = false;
    else {
      if (byte === 0x0a) shifted = false;
      plain[length++] = shifted && byte > 0x20 ? byte | 0x80 : byte;
    }
  }
  return plain.subarray(0, length);
}
