import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';
import type { Issued } from '../../../../kube/testing/certificate.ts';
import type { TraceRequest } from '../../trace.ts';
import { httpText, proxyHeader } from '../wire-text.ts';

/**
 * Sends a request as its client would, with TLS where the request has TLS: whether Envoy decrypts it or an echo server
 * behind it sees the first bytes is seen from the answer. `identity` is the certificate of the client. Gives what came
 * back; empty when the connection was closed without any answer.
 */
export async function deliver(
  entry: number,
  request: TraceRequest,
  identity: Issued | undefined,
): Promise<string> {
  const socket = connect(entry, '127.0.0.1');
  socket.write(proxyHeader(request));
  const bytes = request.http === undefined ? 'hello\n' : httpText(request.http);
  const answer = request.tls
    ? await encrypted(socket, request, { bytes, identity })
    : await plain(socket, bytes);
  socket.destroy();
  return answer;
}

function plain(stream: Duplex, bytes: string): Promise<string> {
  stream.write(bytes);
  return answerOf(stream);
}

/** Neither bodies nor the time that Envoy takes to close matter. */
function answerOf(stream: Duplex): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const end = (): void => {
      resolve(received);
    };
    const timer = setTimeout(end, 10_000);
    stream.on('data', (more: Buffer) => {
      received += more.toString('latin1');
      if (received.includes(received.startsWith('HTTP/') ? '\r\n\r\n' : '\n')) end();
    });
    stream.once('close', end).once('end', end).once('error', end);
    stream.once('close', () => {
      clearTimeout(timer);
    });
  });
}

async function encrypted(
  socket: Socket,
  { sni, alpn }: TraceRequest,
  { bytes, identity }: { bytes: string; identity: Issued | undefined },
): Promise<string> {
  const tunnel = new Tunnel(socket);
  const secure = connectTls({
    ...{ socket: tunnel, rejectUnauthorized: false, maxVersion: 'TLSv1.2' },
    ...(sni !== '' && { servername: sni }),
    ...(alpn.length > 0 && { ALPNProtocols: [...alpn] }),
    ...(identity !== undefined && { cert: identity.certificate, key: identity.key }),
  });
  const answer = await Promise.race([tunnel.plainAnswer, plain(secure, bytes)]);
  secure.destroy();
  return answer;
}

/** Carries TLS, as long as TLS comes back. */
class Tunnel extends Duplex {
  readonly plainAnswer: Promise<string>;
  readonly #socket: Socket;

  constructor(socket: Socket) {
    super();
    this.#socket = socket;
    this.plainAnswer = new Promise((resolve) => {
      let first = true;
      socket.on('data', (bytes) => {
        // Types of TLS records: 20 to 23.
        const isTls = !first || ((bytes[0] ?? 0) >= 20 && (bytes[0] ?? 0) <= 23);
        first = false;
        if (isTls) this.push(bytes);
        else resolve(bytes.toString('latin1'));
      });
    });
    socket.once('close', () => this.push(null));
    socket.once('error', () => this.destroy());
  }

  override _read(): void {
    // Bytes are pushed as they come.
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(bytes, done);
  }
}
