import { STATUS_CODES, type IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { debugPort } from '../mesh/debug-port.ts';
import { badRequest, noSuchPath, Refusal } from '../refusal.ts';
import { liveOf } from './answer-object.ts';
import { placeOf } from './place.ts';

const protocol = 'v4.channel.k8s.io';
const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => protocol });

/** Opens a tunnel to a port of a pod over WebSocket: `GET pods/NAME/portforward?ports=8080`. */
export function answerUpgrade(
  cluster: Cluster,
  allowed: boolean,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  try {
    if (!allowed) throw new Refusal(401, 'Unauthorized', 'Unauthorized');
    const { pod, port } = targetOf(cluster, incoming);
    sockets.handleUpgrade(incoming, socket, head, (client) => {
      connect(cluster, pod, port, client);
    });
  } catch (error) {
    const refusal = error instanceof Refusal ? error : badRequest('the connection cannot be upgraded');
    refuse(socket, refusal);
  }
}

interface Target {
  readonly pod: JsonObject;
  readonly port: number;
}

function targetOf(cluster: Cluster, { url = '/', headers }: IncomingMessage): Target {
  const { pathname, searchParams } = new URL(url, 'http://sandbox');
  const place = placeOf(pathname, cluster.catalogue);
  if (place?.kind.resource !== 'pods' || place.subresource !== 'portforward') throw noSuchPath();
  const pod = liveOf(cluster, place);
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',');
  if (!offered.map((one) => one.trim()).includes(protocol))
    throw badRequest(`the sandbox forwards ports over WebSocket with the protocol ${protocol} alone`);
  return { pod, port: Number(searchParams.get('ports')) };
}

function refuse(socket: Duplex, { code, status }: Refusal): void {
  const body = JSON.stringify(status);
  socket.end(
    [
      `HTTP/1.1 ${code} ${STATUS_CODES[code] ?? ''}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

/** Each channel starts with the number of the port; 0 is for data, 1 for errors. */
function connect(cluster: Cluster, pod: JsonObject, port: number, client: WebSocket): void {
  const number = Buffer.alloc(2);
  number.writeUInt16LE(port);
  for (const channel of [0, 1]) client.send(Buffer.concat([Buffer.of(channel), number]));
  const server = debugPort(cluster, pod, port);
  if (server === undefined) {
    const text = `failed to connect to localhost:${port} inside the pod: connection refused`;
    client.send(Buffer.concat([Buffer.of(1), Buffer.from(text)]));
    client.close();
    return;
  }
  server.emit('connection', tunnel(client));
}

function tunnel(client: WebSocket): Duplex {
  const stream = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _, done) => {
      client.send(Buffer.concat([Buffer.of(0), chunk]), done);
    },
    final: (done) => {
      client.close();
      done();
    },
    destroy: (error, done) => {
      client.close();
      done(error);
    },
  });
  client.on('message', (message: Buffer) => {
    if (message[0] === 0) stream.push(message.subarray(1));
  });
  client.on('close', () => {
    if (!stream.destroyed) stream.push(null);
  });
  return stream;
}
