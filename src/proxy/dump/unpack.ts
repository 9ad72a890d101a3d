import { gunzipSync } from 'node:zlib';
import { MeshctlError, messageOf } from '../../errors.ts';
import { mostBytes } from './byte-sink.ts';

/** The text of a dump: uncompressed, without byte order mark. */
export function unpack(bytes: Buffer, name: string): Buffer {
  const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(bytes, name) : bytes;
  if ((text[0] === 0xff && text[1] === 0xfe) || (text[0] === 0xfe && text[1] === 0xff))
    throw new MeshctlError('input', `${name} is in UTF-16`, { hint: 'save it as UTF-8' });
  const marked = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
  return marked ? text.subarray(3) : text;
}

function gunzip(bytes: Buffer, name: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    const reason = messageOf(error);
    throw new MeshctlError('input', `${name} cannot be unpacked with gzip`, { reason, cause: error });
  }
}
