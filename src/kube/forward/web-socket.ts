import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { userAgent, type ApiAnswer } from '../session/send.ts';
import type { Session } from '../session/session.ts';
import { answerIn } from './answer-in.ts';
import type { TunnelFaults } from './tunnel-faults.ts';
import { webSocketStream } from './web-socket-stream.ts';

/**
 * Opens a tunnel over WebSocket, or gives the answer of a server that does not want to, whatever its status.
 *
 * Rejects with what Node says when no answer comes back, and with the reason of the signal, which ends the opening only.
 */
export function openWebSocket(
  session: Session,
  path: string,
  faults: TunnelFaults,
  signal: AbortSignal,
): Promise<Duplex | ApiAnswer> {
  signal.throwIfAborted();
  const socket = new WebSocket(session.server + path, 'v4.channel.k8s.io', {
    ...session.options,
    headers: { ...session.headers, 'user-agent': userAgent },
    perMessageDeflate: false,
  });
  let stop = (): void => undefined;
  const opened = new Promise<Duplex | ApiAnswer>((resolve, reject) => {
    stop = () => {
      reject(signal.reason as Error);
      socket.terminate();
    };
    socket.on('open', () => {
      resolve(webSocketStream(socket, faults));
    });
    socket.on('unexpected-response', (request, response: IncomingMessage) => {
      resolve(answerIn(response).finally(() => request.destroy()));
    });
    socket.on('error', (error) => {
      if ('code' in error) reject(error);
      // The server switches protocols, but to none that we know.
      else resolve({ status: 101, headers: {}, text: error.message });
    });
  });
  signal.addEventListener('abort', stop);
  return opened.finally(() => {
    signal.removeEventListener('abort', stop);
  });
}
