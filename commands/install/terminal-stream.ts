import { clearLine, cursorTo, moveCursor } from 'node:readline';
import { Writable } from 'node:stream';
import type { Io } from '../io.ts';

/** Standard error as a terminal for programs that draw: it writes through `io`, and can move the cursor. */
export function terminalStream({ err, columns = 80 }: Pick<Io, 'err' | 'columns'>): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk: unknown, _, done) => {
      err(String(chunk));
      done();
    },
  });
  const terminal = Object.assign(stream, {
    ...{ isTTY: true, columns, rows: 24, fd: 2 },
    clearLine: (direction: -1 | 0 | 1) => clearLine(stream, direction),
    cursorTo: (x: number, y?: number) => (y === undefined ? cursorTo(stream, x) : cursorTo(stream, x, y)),
    moveCursor: (dx: number, dy: number) => moveCursor(stream, dx, dy),
    getColorDepth: () => 4,
    hasColors: () => true,
    getWindowSize: () => [columns, 24],
  });
  return terminal as unknown as NodeJS.WriteStream;
}
