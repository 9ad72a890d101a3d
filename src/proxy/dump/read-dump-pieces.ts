import type { ProxyDump, SectionKind } from './dump.ts';
import { ByteSink } from './byte-sink.ts';
import { dumpIn } from './read-dump.ts';
import { sectionLayouts } from './section-layout.ts';
import { SectionSieve, type Sieved } from './section-sieve.ts';
import { unpack } from './unpack.ts';

export interface ReadPiecesOptions {
  /** How to call the dump in messages. */
  readonly name: string;
  /** The section that is asked for: others are not kept, and a bare list holds resources of this kind. */
  readonly section?: SectionKind | undefined;
  /** How many bytes there may be, where that is known. */
  readonly size?: number | undefined;
}

/**
 * Reads a dump that comes in pieces, not compressed, such as from a large file. The pieces may be overwritten once the
 * next one is asked for. Throws MeshctlError (input) as `readDump` does.
 */
export async function readDumpPieces(
  pieces: AsyncIterable<Buffer>,
  { name, section, size }: ReadPiecesOptions,
): Promise<ProxyDump> {
  if (section === undefined) {
    const whole = new ByteSink(size);
    for await (const piece of pieces) whole.add(piece);
    return dumpIn(unpack(whole.bytes(), name), { name });
  }
  const { bytes, placeOf } = await sieved(pieces, section, size);
  return dumpIn(unpack(bytes, name), { name, placeOf, list: section });
}

async function sieved(pieces: AsyncIterable<Buffer>, section: SectionKind, size?: number): Promise<Sieved> {
  const unwanted = new Set(
    sectionLayouts.filter(({ kind }) => kind !== section).map(({ message }) => message),
  );
  const sieve = new SectionSieve((type) => !unwanted.has(type), size);
  for await (const piece of pieces) sieve.push(piece);
  return sieve.end();
}
