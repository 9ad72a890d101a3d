import { isUtf8 } from 'node:buffer';

/** The text of bytes, a byte order mark included; undefined when writing it again would not give the same bytes. */
export const utf8Text = (bytes: Buffer): string | undefined =>
  isUtf8(bytes) ? bytes.toString('utf8') : undefined;
