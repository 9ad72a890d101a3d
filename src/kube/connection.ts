import type { ConnectOptions } from './connect-options.ts';
import { deadlineOf } from './deadline.ts';
import { chooseContext, type ChosenContext } from './kubeconfig/choose-context.ts';
import { loadKubeconfig } from './kubeconfig/load-kubeconfig.ts';
import { proxyFor } from './kubeconfig/proxy-for.ts';
import type { RequestStage } from './request.ts';
import type { Clock } from './session/retry.ts';
import type { Session } from './session/session.ts';

/** A cluster that was found and logged in to: what reading and writing share. */
export interface Connection {
  /** Name of the context. */
  readonly context: string;
  readonly server: string;
  readonly namespace: string;
  readonly options: ConnectOptions;
  /** Ends everything. */
  readonly deadline: AbortSignal;
  readonly stage: RequestStage;
}

/** Finds the cluster and logs in. Nothing is sent to it yet. */
export async function openConnection(clock: Clock, options: ConnectOptions): Promise<Connection> {
  const context = chooseContext(await loadKubeconfig(options), options.context);
  const { name, server, namespace } = context;
  const deadline = deadlineOf(server, options);
  const proxy = proxyFor(server, context.cluster, options.env ?? process.env);
  const stage: RequestStage = {
    asked: { server, context: name, ...(proxy !== undefined && { proxy }) },
    clock,
    session: await sessions(context, proxy, { ...options, signal: deadline }),
    answered: false,
    clockOffset: undefined,
  };
  return { context: name, server, namespace, options, deadline, stage };
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
