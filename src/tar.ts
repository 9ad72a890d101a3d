const blockSize = 512;

interface Entry {
  readonly path: string;
  readonly bytes: Buffer;
}

/**
 * Files as a tar archive (POSIX.1-2001, https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html), piece by
 * piece: in a folder, readable by their owner alone, all of one time. The same files give the same bytes.
 */
export async function* tar(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  folder: string,
  modified: Date,
): AsyncGenerator<Buffer, void, undefined> {
  const time = Math.floor(modified.getTime() / 1000);
  for await (const { path, bytes } of entries) {
    const name = `${folder}/${path}`;
    if (Buffer.byteLength(name) > 100) yield longName(name, time);
    yield Buffer.concat([header({ name, size: bytes.length, time, type: '0' }), padded(bytes)]);
  }
  yield Buffer.alloc(2 * blockSize);
}

/** A record that gives the next file a name of any length. */
function longName(name: string, time: number): Buffer {
  const text = ` path=${name}\n`;
  let length = Buffer.byteLength(text);
  length += String(length).length;
  // Its own length counts, which may need one more digit.
  if (String(length).length + Buffer.byteLength(text) > length) length += 1;
  const record = Buffer.from(`${length}${text}`);
  return Buffer.concat([header({ name: 'long-name', size: record.length, time, type: 'x' }), padded(record)]);
}

interface Header {
  readonly name: string;
  readonly size: number;
  readonly time: number;
  readonly type: '0' | 'x';
}

function header({ name, size, time, type }: Header): Buffer {
  const block = Buffer.alloc(blockSize);
  Buffer.from(name).copy(block, 0, 0, 100);
  block.write(octal(0o600, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(time, 11), 136);
  block.write(' '.repeat(8), 148);
  block.write(type, 156);
  block.write('ustar\u000000', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\u0000 `, 148);
  return block;
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

function padded(bytes: Buffer): Buffer {
  const rest = bytes.length % blockSize;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(blockSize - rest)]);
}
