import { createServer, type Server, type Socket } from 'node:net';
import { codeOf, MeshctlError, messageOf } from '../../errors.ts';
import type { ClusterClient, PodName } from '../client.ts';

/** A port of this machine that leads to a port of a pod. */
export interface ForwardedPort {
  /** The address that was bound. */
  readonly address: string;
  /** The port that was bound. */
  readonly port: number;
  /** Stops to listen and ends all connections. */
  readonly close: () => void;
}

export interface ForwardPortOptions {
  /** Port of the pod. */
  readonly remotePort: number;
  /** Port of this machine; 0 is that of the pod where it is free, and any other one where it is not. */
  readonly localPort?: number;
  /** Default: 127.0.0.1. */
  readonly address?: string;
  /** Ends everything. */
  readonly signal?: AbortSignal;
  /** Takes why a connection could not be made, or broke; the port is listened at all the same. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Listens at a port of this machine; each connection to it leads through the API server to a pod. `findPod` says to
 * which one: it is asked again when a pod cannot be reached, which may have been replaced.
 *
 * @throws {MeshctlError} `environment` when the port cannot be listened at.
 */
export async function forwardPort(
  client: Pick<ClusterClient, 'forward'>,
  findPod: () => Promise<PodName>,
  options: ForwardPortOptions,
): Promise<ForwardedPort> {
  const { address = '127.0.0.1', remotePort, localPort = 0, signal } = options;
  const stage: Stage = { client, findPod, options, sockets: new Set() };
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    void serve(socket, stage);
  });
  const port = await bind(server, address, localPort === 0 ? [remotePort, 0] : [localPort]);
  const close = (): void => {
    server.close();
    for (const socket of stage.sockets) socket.destroy();
  };
  signal?.addEventListener('abort', close, { once: true });
  if (signal?.aborted === true) close();
  return { address, port, close };
}

interface Stage {
  readonly client: Pick<ClusterClient, 'forward'>;
  readonly findPod: () => Promise<PodName>;
  readonly options: ForwardPortOptions;
  readonly sockets: Set<Socket>;
  /** The pod that the last connection led to. */
  pod?: PodName;
}

/** Tries the ports in their order; the first one that is free is taken. */
async function bind(server: Server, address: string, ports: readonly number[]): Promise<number> {
  for (const [index, port] of ports.entries()) {
    try {
      return await listen(server, address, port);
    } catch (error) {
      if (index === ports.length - 1) throw cannotListen(address, port, error);
    }
  }
  throw new TypeError('no port was given');
}

function listen(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

function cannotListen(address: string, port: number, cause: unknown): MeshctlError {
  const taken = codeOf(cause) === 'EADDRINUSE';
  return new MeshctlError('environment', `cannot listen at ${address}:${port}`, {
    reason: taken ? 'the port is taken' : messageOf(cause),
    hint: taken ? 'name another one with --port; 0 takes any' : 'give --address an address of this machine',
    cause,
  });
}

async function serve(socket: Socket, stage: Stage): Promise<void> {
  const { sockets, options } = stage;
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  socket.on('error', () => socket.destroy());
  try {
    await join(socket, stage);
  } catch (error) {
    socket.destroy();
    if (options.signal?.aborted !== true) options.onFailure?.(error);
  }
}

/** A pod that cannot be reached may have been replaced: then the one of now is asked, once. */
async function join(socket: Socket, stage: Stage): Promise<void> {
  const known = stage.pod;
  try {
    await joinTo(socket, (stage.pod ??= await stage.findPod()), stage);
  } catch (error) {
    delete stage.pod;
    if (known === undefined || stage.options.signal?.aborted === true) throw error;
    await joinTo(socket, (stage.pod = await stage.findPod()), stage);
  }
}

async function joinTo(socket: Socket, pod: PodName, stage: Stage): Promise<void> {
  const { remotePort, signal, onFailure } = stage.options;
  const tunnel = await stage.client.forward(pod, remotePort, signal);
  tunnel.once('error', (error) => {
    // The next connection asks anew where the pod is.
    delete stage.pod;
    socket.destroy();
    if (signal?.aborted !== true) onFailure?.(error);
  });
  socket.once('close', () => tunnel.destroy());
  tunnel.once('close', () => socket.end());
  socket.pipe(tunnel).pipe(socket);
}
