const escape =
  /\\(?:([abfnrtv\\"'])|([0-7]{3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))|[^\\]+/y;
const controls: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * The text of a literal of Go in double or single quotes; undefined if it is not well formed. Bytes (`\xc3\xa9`) are read as
 * UTF-8. Source: https://go.dev/ref/spec#String_literals
 */
export function unquote(literal: string): string | undefined {
  const quote = literal.charAt(0);
  const body = literal.slice(1, -1);
  if (!body.includes('\\')) return body;
  const bytes: Buffer[] = [];
  for (escape.lastIndex = 0; escape.lastIndex < body.length;) {
    const match = escape.exec(body);
    const piece = match === null ? undefined : pieceOf(match, quote);
    if (piece === undefined) return undefined;
    bytes.push(piece);
  }
  return Buffer.concat(bytes).toString('utf8');
}

function pieceOf(match: RegExpExecArray, quote: string): Buffer | undefined {
  const [whole, control, octal, byte, short, long] = match;
  if (control !== undefined) {
    const foreign = (control === '"' || control === "'") && control !== quote;
    return foreign ? undefined : Buffer.from(controls[control] ?? control);
  }
  if (octal !== undefined) return byteOf(parseInt(octal, 8));
  if (byte !== undefined) return byteOf(parseInt(byte, 16));
  const code = short ?? long;
  return code === undefined ? Buffer.from(whole) : characterOf(parseInt(code, 16));
}

const byteOf = (value: number): Buffer | undefined => (value > 255 ? undefined : Buffer.of(value));

function characterOf(point: number): Buffer | undefined {
  const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return valid ? Buffer.from(String.fromCodePoint(point)) : undefined;
}
