import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A server that answers with its name: in a header to HTTP, in a line to all else. Port 0 is any. */
export async function echoServer(name: string, port = 0, address = '127.0.0.1'): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      reply(socket, name, bytes);
    });
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, address, done);
  });
  return server;
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function reply(socket: Socket, name: string, bytes: Buffer): void {
  const isHttp = / HTTP\/1\.[01]\r\n/.test(bytes.toString('latin1'));
  socket.end(isHttp ? `HTTP/1.1 200 OK\r\nx-echo: ${name}\r\ncontent-length: 0\r\n\r\n` : `${name}\n`);
}
