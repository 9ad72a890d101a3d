const plain = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

/** A text as a literal of Go, as `strconv.Quote` writes it; with `ascii` all other characters are escaped. */
export function quoteText(text: string, quote: '"' | "'" = '"', ascii = false): string {
  if (quote === '"' && /^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  let quoted: string = quote;
  for (const character of text) quoted += character === quote ? `\\${quote}` : escapeOf(character, ascii);
  return quoted + quote;
}

function escapeOf(character: string, ascii: boolean): string {
  const short = escapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f ? code >= 0x20 : !ascii && plain.test(character)) return character;
  const hex = code.toString(16);
  if (code < 0x80) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
