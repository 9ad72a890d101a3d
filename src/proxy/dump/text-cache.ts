const slots = 4096;
const longest = 40;

/**
 * Reads short texts, most of which come again and again in a dump: hosts, addresses, states. One that was read before is
 * not made anew, which takes less time and memory.
 */
export class TextCache {
  readonly #texts = new Array<string>(slots).fill('');

  /** The text of the bytes from `start` to `end`; undefined for what is long, or more than plain ASCII. */
  read(bytes: Buffer, start: number, end: number): string | undefined {
    if (end - start > longest) return undefined;
    let hash = end - start;
    for (let i = start; i < end; i++) {
      const byte = bytes[i] ?? 0;
      if (byte >= 0x80 || byte === 0x5c) return undefined;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    const known = this.#texts[slot] ?? '';
    if (isText(known, bytes, start, end)) return known;
    const text = bytes.toString('latin1', start, end);
    this.#texts[slot] = text;
    return text;
  }
}

function isText(text: string, bytes: Buffer, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
