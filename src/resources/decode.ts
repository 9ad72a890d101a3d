import { isAscii, isUtf8 } from 'node:buffer';
import { ReadFault } from './read-fault.ts';

/** Text from bytes, without a byte order mark. A fault when the bytes are not UTF-8; its `text` is what comes before. */
export function decode(bytes: Buffer): { text: string; fault?: ReadFault } {
  if (isAscii(bytes)) return { text: bytes.toString('latin1') };
  if (isUtf8(bytes)) return { text: withoutMark(bytes.toString('utf8')) };
  const text = validStart(bytes);
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const message = wide ? 'the file is UTF-16' : 'the file is not UTF-8 text from here on';
  const hint = wide
    ? 'Save it as UTF-8.'
    : 'Save it as UTF-8, or check that it is a YAML or JSON file at all.';
  return {
    text,
    fault: new ReadFault('yaml/encoding', message, { start: text.length, end: text.length, hint }),
  };
}

/** The text without a byte order mark at its start. */
export function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const replacement = Buffer.from('\uFFFD');

/** What decodes before the first wrong byte: a replacement character that was not in the bytes marks it. */
function validStart(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (!bytes.subarray(offset, offset + replacement.length).equals(replacement))
      return withoutMark(text.slice(0, at));
    offset += replacement.length;
    from = at + 1;
  }
  return withoutMark(text);
}
