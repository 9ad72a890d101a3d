import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';

/** Something that listens where an admin interface should. */
export interface FakeAdmin {
  readonly address: string;
  /** The requests so far: `GET /clusters`. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

/** An HTTP server that answers as `answer` says. */
export async function fakeAdmin(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<FakeAdmin> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  });
  const address = await listen(server);
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await closed(server);
  };
  return { address, asked, close };
}

/** A server that does with each connection what `answer` does. */
export async function fakeSocket(answer: (socket: Socket) => void): Promise<FakeAdmin> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    answer(socket);
  });
  const address = await listen(server);
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await closed(server);
  };
  return { address, asked: [], close };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
