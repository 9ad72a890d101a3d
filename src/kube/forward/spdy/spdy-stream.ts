import { Duplex } from 'node:stream';
import type { TunnelFaults } from '../tunnel-faults.ts';
import { frameReader } from './frame-reader.ts';
import { controlFrame, dataHead, frameTypes, synStream, windowUpdate } from './frames.ts';

/** Streams that a client opens have odd numbers. */
const errorStream = 1;
const dataStream = 3;

/**
 * The data of a connection of SPDY/3.1 to one port of a pod: a stream for errors, of which only the pod makes use, and
 * one for data. Either side of the data can end by itself.
 *
 * What is sent heeds no window: API servers never enlarge the one that the protocol starts with. The socket itself
 * slows down who is too fast, as it serves but one port.
 */
export function spdyStream(socket: Duplex, port: number, faults: TunnelFaults): Duplex {
  const state: State = { refused: false, ended: false, taken: 0 };
  const stream = new Duplex({
    read: () => {
      socket.resume();
    },
    write: (chunk: Buffer, _, done) => {
      for (let at = 0; at < chunk.length; at += longestData) {
        const piece = chunk.subarray(at, at + longestData);
        socket.write(dataHead(dataStream, piece.length, false));
        socket.write(piece, at + longestData < chunk.length ? undefined : done);
      }
      if (chunk.length === 0) done();
    },
    final: (done) => {
      socket.write(dataHead(dataStream, 0, true), done);
    },
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  const open = (id: number, streamtype: string): Buffer =>
    synStream(id, { port: String(port), requestid: '0', streamtype }, id === errorStream);
  socket.write(open(errorStream, 'error'));
  socket.write(dataHead(errorStream, 0, true));
  socket.write(open(dataStream, 'data'));
  listen(socket, stream, faults, state);
  return stream;
}

const longestData = 1 << 20;

interface State {
  refused: boolean;
  /** The pod has said its last. */
  ended: boolean;
  /** Bytes that the window was not enlarged by yet. */
  taken: number;
}

function listen(socket: Duplex, stream: Duplex, faults: TunnelFaults, state: State): void {
  const broken = (cause?: unknown): void => {
    if (!state.refused && !state.ended) stream.destroy(faults.broken(cause));
  };
  const end = (): void => {
    state.ended = true;
    stream.push(null);
  };
  const read = frameReader({
    data: (id, piece, last) => {
      if (state.refused) return;
      if (id === errorStream && piece.length > 0) {
        state.refused = true;
        void faults.refused(piece.toString('utf8')).then((error) => stream.destroy(error));
      }
      if (id !== dataStream) return;
      if (piece.length > 0 && !stream.push(piece)) socket.pause();
      if (piece.length > 0) enlarge(socket, state, piece.length);
      if (last) end();
    },
    control: (type, flags, payload) => {
      if (type === frameTypes.ping) socket.write(controlFrame(frameTypes.ping, payload));
      if (type === frameTypes.goAway) broken(new Error('the API server ends the connection'));
      const isOfData = payload.length >= 4 && payload.readUInt32BE(0) === dataStream;
      if (type === frameTypes.rstStream && isOfData) broken(new Error('the API server ends the stream'));
      if (type === frameTypes.synReply && isOfData && (flags & 1) === 1) end();
    },
    malformed: (what) => {
      broken(new Error(`the API server sends ${what}, which is not SPDY/3.1`));
    },
  });
  socket.on('data', read);
  socket.on('error', broken);
  socket.on('close', () => {
    broken();
  });
  // Nothing is taken before somebody reads.
  socket.pause();
}

/** Half of the window that the protocol starts with. */
const step = 32_768;

function enlarge(socket: Duplex, state: State, bytes: number): void {
  state.taken += bytes;
  if (state.taken < step) return;
  socket.write(windowUpdate(dataStream, state.taken));
  state.taken = 0;
}
