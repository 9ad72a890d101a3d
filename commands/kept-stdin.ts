import { Readable } from 'node:stream';
import type { Io } from './io.ts';
import { utf8Text } from './utf8-text.ts';

/** Standard input that can be asked for its text once it has been read. */
export interface KeptStdin {
  readonly stdin: Io['stdin'];
  /** Whether anybody read it. */
  readonly wasRead: () => boolean;
  /** Undefined for what is not UTF-8. */
  readonly text: () => string | undefined;
}

/** Keeps what is read of standard input. */
export function keptStdin(io: Pick<Io, 'stdin'>): KeptStdin {
  const pieces: Buffer[] = [];
  let wasRead = false;
  async function* kept(): AsyncGenerator<Buffer> {
    wasRead = true;
    for await (const piece of io.stdin()) {
      const bytes = Buffer.from(piece);
      pieces.push(bytes);
      yield bytes;
    }
  }
  return {
    stdin: () => Readable.from(kept()),
    wasRead: () => wasRead,
    text: () => utf8Text(Buffer.concat(pieces)),
  };
}
