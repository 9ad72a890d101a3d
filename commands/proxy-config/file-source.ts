import { readDumpPieces } from '../../src/proxy/index.ts';
import type { ProxySource } from '../../src/proxy/source/index.ts';
import type { CommandIo } from '../command-io.ts';
import { openDump } from '../dump-pieces.ts';

/** A saved dump, or standard input for `-`. Of a large one only the section that is asked for is kept. */
export function fileSource(io: CommandIo, file: string): ProxySource {
  return {
    ...{ name: file, live: false },
    read: async (section) => {
      const { name, size, pieces } = await openDump(io, file);
      return readDumpPieces(pieces, { name, section, size });
    },
  };
}
