import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { TunnelFaults } from './tunnel-faults.ts';

/**
 * The data of an open WebSocket of the protocol `v4.channel.k8s.io` with one port. The first byte of each message is its
 * channel, 0 for data and 1 for errors; each channel starts with the number of the port. The protocol cannot tell that
 * one side has ended, but for the end of the whole.
 */
export function webSocketStream(socket: WebSocket, faults: TunnelFaults): Duplex {
  const begun = new Set<number>();
  let refused = false;
  const stream = new Duplex({
    read: () => {
      socket.resume();
    },
    write: (chunk: Buffer, _, done) => {
      // The reason why nobody takes it is on its way.
      if (refused) done();
      else socket.send(Buffer.concat([dataChannel, chunk]), done);
    },
    destroy: (error, done) => {
      socket.terminate();
      done(error);
    },
  });
  socket.on('message', (message: Buffer) => {
    const channel = message[0] ?? 0;
    const content = message.subarray(begun.has(channel) ? 1 : 1 + portBytes);
    begun.add(channel);
    if (content.length === 0 || refused) return;
    if (channel === 0) {
      if (!stream.push(content)) socket.pause();
      return;
    }
    refused = true;
    void faults.refused(content.toString('utf8')).then((error) => stream.destroy(error));
  });
  socket.on('error', (error) => stream.destroy(faults.broken(error)));
  socket.on('close', (code) => {
    if (refused) return;
    if (ordinary.has(code)) stream.push(null);
    else stream.destroy(faults.broken());
  });
  // Nothing is taken before somebody reads.
  socket.pause();
  return stream;
}

const dataChannel = Buffer.of(0);
const portBytes = 2;

/** Normal closure, going away, and no code at all: RFC 6455, section 7.4.1. */
const ordinary = new Set([1000, 1001, 1005]);
