import { gzipSync } from 'node:zlib';

/** An entry of a tar archive; a folder when its name ends with `/`. */
export interface Entry {
  readonly name: string;
  readonly text?: string | Uint8Array;
  /** The letter of the kind of entry. Default: `0`, a file. */
  readonly type?: string;
  /** What the header says about the size, if that is not true. */
  readonly size?: number;
}

/** A `.tgz` of entries. */
export const packed = (entries: readonly Entry[]): Uint8Array => gzipSync(writeTar(entries));

/** A tar archive of entries. */
export function writeTar(entries: readonly Entry[]): Uint8Array {
  const end = Buffer.alloc(1024);
  return Buffer.concat([...entries.map(blocksOf), end]);
}

function blocksOf({ name, text = '', type = '0', size }: Entry): Buffer {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write(octal(0o644, 7), 100);
  header.write(octal(size ?? bytes.length, 11), 124);
  header.write(' '.repeat(8), 148);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  header.write(
    octal(
      header.reduce((sum, byte) => sum + byte, 0),
      6,
    ),
    148,
  );
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

/** A record of pax, with its own length in front. */
export function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  const length = Buffer.byteLength(rest);
  const digits = String(length + String(length).length).length;
  return `${length + digits}${rest}`;
}
