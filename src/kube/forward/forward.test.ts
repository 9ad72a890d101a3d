import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { connectTo } from '../testing/connect-to.ts';
import { listen } from '../testing/fake-api.ts';
import { controlFrame, dataHead } from './spdy/frames.ts';

const pod = { namespace: 'shop', name: 'web-1' };

/** What a server does with the wish to switch to another protocol. */
type Answer = (socket: Duplex, request: IncomingMessage) => void;

interface Upgrades {
  readonly webSocket: Answer;
  readonly spdy?: Answer;
}

/** A server of the API that is asked for connections alone; tells what it was asked for. */
async function serverWith({ webSocket, spdy }: Upgrades): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ kind: 'Pod', status: { phase: 'Pending' } }));
  });
  server.on('upgrade', (request, socket: Duplex) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.upgrade ?? ''}`);
    socket.on('error', () => undefined);
    (request.headers.upgrade === 'websocket' ? webSocket : (spdy ?? refuse(500)))(socket, request);
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, asked };
}

const refuse =
  (status: number, body: string | object = ''): Answer =>
  (socket) =>
    socket.end(`HTTP/1.1 ${status} No\r\nconnection: close\r\n\r\n${JSON.stringify(body)}`);

const status = (code: number, message: string) => refuse(code, { kind: 'Status', message });

const webSocketHead = (request: IncomingMessage, protocol = 'v4.channel.k8s.io'): string => {
  const key = `${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  const lines = ['upgrade: websocket', 'connection: Upgrade', `sec-websocket-accept: ${accept}`];
  if (protocol !== '') lines.push(`sec-websocket-protocol: ${protocol}`);
  return `HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`;
};

const message = (...bytes: readonly (number | string)[]): Buffer => {
  const content = Buffer.concat(
    bytes.map((part) => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))),
  );
  return Buffer.concat([Buffer.of(0x82, content.length), content]);
};
const begun = Buffer.concat([message(0, 0x98, 0x3a), message(1, 0x98, 0x3a)]);
const normalEnd = Buffer.of(0x88, 2, 0x03, 0xe8);

/** A server that opens a WebSocket and sends these bytes. */
const overWebSocket =
  (...parts: readonly Buffer[]): Answer =>
  (socket, request) => {
    socket.write(webSocketHead(request));
    socket.end(Buffer.concat(parts));
  };

const spdyHead = 'HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: SPDY/3.1\r\n\r\n';
const overSpdy =
  (...parts: readonly (Buffer | string)[]): Answer =>
  (socket) =>
    socket.end(Buffer.concat([spdyHead, ...parts].map((part) => Buffer.from(part))));
const hello = Buffer.concat([dataHead(3, 5, true), Buffer.from('hello')]);

const read = async (upgrades: Upgrades): Promise<string> => {
  const client = await connectTo(await serverWith(upgrades));
  return text(await client.forward(pod, 15_000));
};

const path = '/api/v1/namespaces/shop/pods/web-1/portforward';

describe('SPDY is taken where WebSocket is refused', () => {
  test.each<[string, Answer]>([
    ['by a server that is too old', refuse(400)],
    ['by RBAC, which asks for another verb', status(403, 'cannot get')],
    ['by a proxy that wants an upgrade to something else', refuse(426)],
    ['by a proxy that does not pass it on', refuse(503)],
    ['with a page', refuse(200, '<html>')],
    ['by the choice of no protocol', (socket, request) => socket.end(webSocketHead(request, ''))],
  ])('%s', async (_, webSocket) => {
    const server = await serverWith({ webSocket, spdy: overSpdy(hello) });
    const client = await connectTo(server);
    expect(await text(await client.forward(pod, 15_000))).toBe('hello');
    expect(server.asked).toEqual([`GET ${path}?ports=15000 websocket`, `POST ${path} SPDY/3.1`]);
  });

  test.each<[string, Answer, Answer, object]>([
    [
      'neither is passed on',
      refuse(502),
      refuse(502, 'no'),
      { status: 502, hint: expect.stringContaining('a proxy on the way') as string },
    ],
    [
      'neither is permitted',
      status(403, 'cannot get'),
      status(403, 'cannot create'),
      { status: 403, reason: 'cannot get' },
    ],
    ['what is permitted is not passed on', status(403, 'cannot get'), refuse(502), { status: 403 }],
    [
      'the pod is missing',
      status(404, 'no'),
      refuse(500),
      { message: 'there is no pod web-1 in the namespace shop' },
    ],
    [
      'the path is missing',
      refuse(404),
      refuse(404),
      { message: expect.stringContaining('404 Not Found') as string },
    ],
  ])('it fails when %s', async (_, webSocket, spdy, error) => {
    await expect(read({ webSocket, spdy })).rejects.toMatchObject({ code: 'environment', ...error });
  });
});

describe('over WebSocket', () => {
  test('data come without the channel and the port', async () => {
    const webSocket = overWebSocket(begun, message(0, 'he'), message(0, 'llo'), normalEnd);
    expect(await read({ webSocket })).toBe('hello');
  });

  test.each<[string, Answer, object]>([
    [
      'ends without a word',
      overWebSocket(begun, message(0, 'he')),
      { message: 'the connection to port 15000 of the pod web-1 in the namespace shop broke' },
    ],
    [
      'is no WebSocket',
      overWebSocket(Buffer.from('HTTP/1.1 200 OK\r\n\r\n')),
      { message: expect.stringContaining('broke') as string },
    ],
    [
      'tells an error of a pod that is not running',
      overWebSocket(begun, message(1, 'connection refused'), normalEnd),
      { message: expect.stringContaining('which is not running') as string, reason: 'it is Pending' },
    ],
  ])('it fails when the other side %s', async (_, webSocket, error) => {
    await expect(read({ webSocket })).rejects.toMatchObject({ code: 'environment', ...error });
  });
});

describe('over SPDY', () => {
  const spdy = (...parts: readonly (Buffer | string)[]) =>
    read({ webSocket: refuse(400), spdy: overSpdy(...parts) });

  test('frames that mean nothing here are passed over', async () => {
    const settings = controlFrame(4, Buffer.alloc(4));
    const reply = controlFrame(2, Buffer.from('00000003', 'hex'));
    expect(await spdy(settings, reply, dataHead(1, 0, true), hello)).toBe('hello');
  });

  test.each<[string, Buffer | string, RegExp]>([
    ['ends without a word', dataHead(3, 5, true), /closed without a word/],
    ['resets the stream', controlFrame(3, Buffer.from('0000000300000005', 'hex')), /ends the stream/],
    ['goes away', controlFrame(7, Buffer.alloc(8)), /ends the connection/],
    ['speaks another language', 'HTTP/1.1 200 OK', /not SPDY|closed/],
    ['tells an error', Buffer.concat([dataHead(1, 7, false), Buffer.from('refused')]), /it is Pending/],
  ])('it fails when the other side %s', async (_, bytes, reason) => {
    await expect(spdy(bytes)).rejects.toMatchObject({
      code: 'environment',
      reason: expect.stringMatching(reason) as string,
    });
  });
});
