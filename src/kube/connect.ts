import type { ClusterClient } from './client.ts';
import type { ConnectOptions } from './connect-options.ts';
import { openConnection, type Connection } from './connection.ts';
import { deadlineOf } from './deadline.ts';
import type { ForwardOptions } from './forward/forward.ts';
import { request, requestText } from './request.ts';
import { realClock, type Clock } from './session/retry.ts';

/**
 * Finds the cluster as kubectl does (kubeconfig files, context, the service account of a pod), logs in, and gives a
 * client that reads. Nothing is sent to the cluster yet.
 *
 * @throws {MeshctlError} `environment` when there is no kubeconfig, no such context or no credential, `input` when a
 * kubeconfig cannot be understood.
 */
export async function connect(options: ConnectOptions = {}): Promise<ClusterClient> {
  return connectWith(realClock, options);
}

/** `connect` with a clock and a protocol for connections to pods, for tests. */
export async function connectWith(
  clock: Clock,
  options: ConnectOptions,
  how: ForwardOptions = {},
): Promise<ClusterClient> {
  return clientOf(await openConnection(clock, options), how);
}

/** The reading half of a connection. */
export function clientOf(connection: Connection, how: ForwardOptions = {}): ClusterClient {
  const { context, server, namespace, deadline, stage, options } = connection;
  const endOf = (signal: AbortSignal | undefined): AbortSignal =>
    signal ? AbortSignal.any([deadline, signal]) : deadline;
  return {
    context,
    server,
    namespace,
    get: (path, { query, accept, signal } = {}) => {
      const asked = {
        method: 'GET',
        path,
        ...(query && { query }),
        ...(accept !== undefined && { accept }),
      } as const;
      return request(asked, endOf(signal), stage);
    },
    text: (path, { query, signal } = {}) =>
      requestText({ method: 'GET', path, accept: '*/*', ...(query && { query }) }, endOf(signal), stage),
    forward: async (pod, port, signal) => {
      const { forward } = await import('./forward/forward.ts');
      const ends = [options.signal, signal].filter((one) => one !== undefined);
      const signals = { opening: deadlineOf(server, options), always: AbortSignal.any(ends) };
      return forward({ pod, port }, signals, stage, how);
    },
    clockOffset: () => stage.clockOffset,
  };
}
