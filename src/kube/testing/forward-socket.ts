import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';

/** Where on this machine a port of a pod leads; undefined for a port at which nothing listens. */
export type Forwards = (pod: string, port: number) => number | undefined;

/** Opens a connection to a pod over WebSocket, as an API server does; any other wish to switch protocols is refused. */
export function forwardSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  forwards: Forwards,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://fake');
  const pod = /\/pods\/([^/]+)\/portforward$/.exec(pathname)?.[1] ?? '';
  if (request.headers.upgrade !== 'websocket' || pod === '') {
    socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    return;
  }
  const port = Number(searchParams.get('ports'));
  const server = new WebSocketServer({ noServer: true, handleProtocols: () => 'v4.channel.k8s.io' });
  server.handleUpgrade(request, socket, head, (opened) => {
    const start = Buffer.alloc(3);
    start.writeUInt16LE(port, 1);
    for (const channel of [0, 1]) opened.send(Buffer.concat([Buffer.of(channel), start.subarray(1)]));
    const local = forwards(pod, port);
    if (local === undefined) {
      opened.send(Buffer.concat([Buffer.of(1), Buffer.from('connection refused')]));
      return;
    }
    const there = connect(local, '127.0.0.1');
    there.on('data', (piece) => {
      opened.send(Buffer.concat([Buffer.of(0), piece]));
    });
    there.on('close', () => {
      opened.close();
    });
    there.on('error', () => {
      opened.terminate();
    });
    opened.on('message', (message: Buffer) => there.write(message.subarray(1)));
    opened.on('close', () => there.destroy());
  });
}
