import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEnvoy } from '../../../testing/real-envoy.ts';
import { envoyBootstrap } from './envoy-config.ts';

/** A running Envoy with echo servers behind it. */
export interface Rig {
  /** Where it takes connections. */
  readonly entry: number;
  /** Port of each echo server, by the name it answers with. */
  readonly echoes: Readonly<Record<string, number>>;
  /** What Envoy says of itself, endpoints included. */
  readonly dump: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts the echo servers and Envoy, all at 127.0.0.1. */
export async function startRig(program: string): Promise<Rig> {
  const servers = await Promise.all(['a', 'b', 'c', 'raw'].map(echoServer));
  const echoes = Object.fromEntries(servers.map(({ name, server }) => [name, portOf(server)]));
  const entry = await freePort();
  const envoy = await startEnvoy(program, envoyBootstrap(entry, echoes));
  await ready(envoy.address);
  return {
    ...{ entry, echoes },
    dump: async () => (await fetch(`${envoy.address}/config_dump?include_eds=true`)).text(),
    stop: async () => {
      await envoy.stop();
      for (const { server } of servers) server.close();
    },
  };
}

async function ready(address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${address}/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error('Envoy did not get ready');
}

/** Answers with its name: in a header to HTTP, in a line to all else. */
async function echoServer(name: string): Promise<{ name: string; server: Server }> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (bytes) => {
      reply(socket, name, bytes);
    });
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return { name, server };
}

function reply(socket: Socket, name: string, bytes: Buffer): void {
  const isHttp = / HTTP\/1\.[01]\r\n/.test(bytes.toString('latin1'));
  socket.end(isHttp ? `HTTP/1.1 200 OK\r\nx-echo: ${name}\r\ncontent-length: 0\r\n\r\n` : `${name}\n`);
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const { server } = await echoServer('');
  const port = portOf(server);
  server.close();
  return port;
}
