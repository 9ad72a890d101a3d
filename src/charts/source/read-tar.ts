import { MeshctlError } from '../../errors.ts';

/** What a tar archive holds at a name. */
export interface TarEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** A part of the archive; empty for what is no file. */
  readonly bytes: Uint8Array;
}

/**
 * The entries of a tar archive: ustar with the extensions of pax and GNU for long names.
 * Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 *
 * @throws {MeshctlError} `input` for what is no tar archive, or only a part of one.
 */
export function readTar(archive: Uint8Array, place: string): TarEntry[] {
  const entries: TarEntry[] = [];
  let next: Extension = {};
  let at = 0;
  while (at < archive.length) {
    const header = headerAt(archive, at, place);
    if (header === undefined) break;
    const type = typeOf(header);
    const isExtension = extensions.has(type);
    const size = isExtension ? sizeOf(header) : (next.size ?? sizeOf(header));
    const bytes = archive.subarray(at + block, at + block + size);
    if (bytes.length !== size) throw tooShort(place);
    at += block + Math.ceil(size / block) * block;
    if (!isExtension)
      entries.push({ name: next.name ?? nameOf(header), kind: kinds[type] ?? 'other', bytes });
    next = isExtension ? { ...next, ...extensionOf(type, bytes) } : {};
  }
  return entries;
}

const tooShort = (place: string): MeshctlError =>
  new MeshctlError('input', `${place} ends in the middle of a file`);

/** Undefined at the end, which is a block of zeros. */
function headerAt(archive: Uint8Array, at: number, place: string): Uint8Array | undefined {
  const header = archive.subarray(at, at + block);
  if (header.every((byte) => byte === 0)) return undefined;
  if (!isHeader(header)) throw new MeshctlError('input', `${place} is no tar archive, or a damaged one`);
  return header;
}

const block = 512;
const kinds: Readonly<Record<string, TarEntry['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'link',
  '5': 'folder',
};
/** Entries that say something about the next one: of pax, of pax for all, long names and long links of GNU. */
const extensions = new Set(['x', 'g', 'L', 'K']);

interface Extension {
  readonly name?: string;
  readonly size?: number;
}

const checksumAt = 148;

/** The sum of all bytes, those of the sum itself counted as blanks. */
function isHeader(header: Uint8Array): boolean {
  if (header.length < block) return false;
  const sum = header.reduce((all, byte, i) => all + (i >= checksumAt && i < checksumAt + 8 ? 32 : byte), 0);
  return sum === numberAt(header, checksumAt, 8);
}

const typeOf = (header: Uint8Array): string => String.fromCharCode(header[156] ?? 0);

const sizeOf = (header: Uint8Array): number => numberAt(header, 124, 12);

/** Octal digits; or, where the first bit is set, a number of bytes. */
function numberAt(header: Uint8Array, at: number, length: number): number {
  const field = header.subarray(at, at + length);
  const [first = 0, ...rest] = field;
  if ((first & 0x80) !== 0) return rest.reduce((all, byte) => all * 256 + byte, first & 0x7f);
  return Number.parseInt(textOf(field).trim() || '0', 8);
}

function nameOf(header: Uint8Array): string {
  const isUstar = textOf(header.subarray(257, 262)) === 'ustar';
  const prefix = isUstar ? textOf(header.subarray(345, 500)) : '';
  const name = textOf(header.subarray(0, 100));
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** The text before the first zero byte. */
function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString('utf8');
}

function extensionOf(type: string, bytes: Uint8Array): Extension {
  if (type === 'L') return { name: textOf(bytes) };
  if (type !== 'x') return {};
  const records = paxRecords(Buffer.from(bytes));
  const [name, size] = [records.get('path'), records.get('size')];
  return { ...(name !== undefined && { name }), ...(size !== undefined && { size: Number(size) }) };
}

/** `27 path=a/long/name\n`: each with its own length in front. */
function paxRecords(bytes: Buffer): Map<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  while (at < bytes.length) {
    const blank = bytes.indexOf(' ', at);
    const length = Number.parseInt(bytes.toString('latin1', at, blank), 10);
    if (blank === -1 || !(length > 0)) break;
    const record = bytes.toString('utf8', blank + 1, at + length - 1);
    const equals = record.indexOf('=');
    if (equals !== -1) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}
