import type { ClusterClient } from './client.ts';
import type { ConnectOptions } from './connect-options.ts';
import { deadlineOf } from './deadline.ts';
import { chooseContext, type ChosenContext } from './kubeconfig/choose-context.ts';
import type { ForwardOptions } from './forward/forward.ts';
import { loadKubeconfig } from './kubeconfig/load-kubeconfig.ts';
import { proxyFor } from './kubeconfig/proxy-for.ts';
import { request, type RequestStage } from './request.ts';
import { realClock, type Clock } from './session/retry.ts';
import type { Session } from './session/session.ts';

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
  const context = chooseContext(await loadKubeconfig(options), options.context);
  const { name, server, namespace } = context;
  const deadline = deadlineOf(server, options);
  const proxy = proxyFor(server, context.cluster, options.env ?? process.env);
  const stage: RequestStage = {
    asked: { server, context: name, ...(proxy !== undefined && { proxy }) },
    clock,
    session: await sessions(context, proxy, { ...options, signal: deadline }),
  };
  return {
    context: name,
    server,
    namespace,
    get: (path, { query, accept, signal } = {}) => {
      const ends = signal ? AbortSignal.any([deadline, signal]) : deadline;
      const asked = {
        method: 'GET',
        path,
        ...(query && { query }),
        ...(accept !== undefined && { accept }),
      } as const;
      return request(asked, ends, stage);
    },
    forward: async (pod, port, signal) => {
      const { forward } = await import('./forward/forward.ts');
      const ends = [options.signal, signal].filter((one) => one !== undefined);
      const signals = { opening: deadlineOf(server, options), always: AbortSignal.any(ends) };
      return forward({ pod, port }, signals, stage, how);
    },
  };
}

/** Logs in, and again when a session is refused; requests that fail together share the new one. */
async function sessions(
  context: ChosenContext,
  proxy: string | undefined,
  options: ConnectOptions,
): Promise<RequestStage['session']> {
  const { openSession } = await import('./session/open-session.ts');
  const open = (): Promise<Session> => openSession(context, proxy, options);
  let current = await open();
  let renewal: Promise<Session> | undefined;
  const renew = async (): Promise<Session> => {
    try {
      return (current = await open());
    } finally {
      renewal = undefined;
    }
  };
  return async (refused) => (refused === current ? (renewal ??= renew()) : current);
}
