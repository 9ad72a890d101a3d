import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { TraceRequest } from '../../trace.ts';
import { httpText, proxyHeader } from '../wire-text.ts';

/** What came back: the text of the answer, empty when the connection was closed without any. */
export async function sendRequest(entry: number, request: TraceRequest): Promise<string> {
  const socket = connect(entry, '127.0.0.1');
  socket.write(proxyHeader(request));
  if (request.tls) return answer(socket, await clientHello(request));
  return answer(socket, request.http === undefined ? 'hello\n' : httpText(request.http));
}

function answer(socket: Socket, bytes: Buffer | string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const end = (): void => {
      socket.destroy();
      resolve(received);
    };
    socket.setTimeout(10_000, end);
    socket.on('data', (more) => {
      received += more.toString('latin1');
      // Neither bodies nor the time that Envoy takes to close matter.
      const last = received.startsWith('HTTP/') ? '\r\n\r\n' : '\n';
      if (received.includes(last)) end();
    });
    socket.on('close', end);
    socket.on('error', end);
    socket.write(bytes);
  });
}

/** The first bytes of TLS, which are all that Envoy looks at to choose a chain. */
function clientHello({ sni, alpn }: TraceRequest): Promise<Buffer> {
  return new Promise((resolve) => {
    const socket = new Duplex({
      read: () => undefined,
      write: (bytes: Buffer, _encoding, done) => {
        resolve(bytes);
        done();
      },
    });
    connectTls({
      ...{ socket, rejectUnauthorized: false },
      ...(sni !== '' && { servername: sni }),
      ...(alpn.length > 0 && { ALPNProtocols: [...alpn] }),
    });
  });
}
