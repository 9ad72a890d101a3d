import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { Duplex } from 'node:stream';
import { userAgent, type ApiAnswer } from '../../session/send.ts';
import type { Session } from '../../session/session.ts';
import { answerIn } from '../answer-in.ts';
import type { TunnelFaults } from '../tunnel-faults.ts';
import { spdyStream } from './spdy-stream.ts';

/**
 * Opens a tunnel to a port of a pod over SPDY/3.1, or gives the answer of a server that does not want to. Rejects as
 * `openWebSocket` does.
 */
export function openSpdy(
  session: Session,
  { path, port }: { readonly path: string; readonly port: number },
  faults: TunnelFaults,
  signal: AbortSignal,
): Promise<Duplex | ApiAnswer> {
  signal.throwIfAborted();
  const url = new URL(session.server + path);
  const open = url.protocol === 'http:' ? requestPlain : requestSecure;
  const sent = open(url, {
    ...session.options,
    method: 'POST',
    headers: {
      ...session.headers,
      ...{ 'user-agent': userAgent, connection: 'Upgrade', upgrade: 'SPDY/3.1', 'content-length': 0 },
      'x-stream-protocol-version': 'portforward.k8s.io',
    },
  });
  let stop = (): void => undefined;
  const opened = new Promise<Duplex | ApiAnswer>((resolve, reject) => {
    stop = () => {
      reject(signal.reason as Error);
      sent.destroy();
    };
    sent.on('upgrade', (_: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (head.length > 0) socket.unshift(head);
      resolve(spdyStream(socket, port, faults));
    });
    sent.on('response', (response: IncomingMessage) => {
      resolve(answerIn(response).finally(() => sent.destroy()));
    });
    sent.on('error', reject);
  });
  signal.addEventListener('abort', stop);
  sent.end();
  return opened.finally(() => {
    signal.removeEventListener('abort', stop);
  });
}
