import { compareText } from '../../src/compare-text.ts';
import { messageOf } from '../../src/errors.ts';
import { limit, type Pod } from '../../src/kube/index.ts';
import { fieldsOf } from '../../src/object-fields.ts';
import type { AdminTarget } from '../../src/proxy/source/index.ts';
import type { CommandIo } from '../command-io.ts';
import { findNamedPods, podTarget, type PodOptions } from '../pod-options.ts';
import { adminTarget } from './admin-source.ts';
import { expectOne } from './expect-one.ts';

/** A proxy that runs. */
export interface LiveProxy {
  readonly target: AdminTarget;
  /** Undefined for one that was named by its address. */
  readonly pod?: Pod;
}

/** How commands that ask several proxies at once are told of them. */
export interface LiveProxyOptions extends PodOptions {
  readonly admin?: string;
}

/** The proxy that a pod or an address names, or all those whose pods have the labels of the options, by name. */
export async function liveProxies(
  io: CommandIo,
  name: string | undefined,
  options: LiveProxyOptions,
): Promise<readonly LiveProxy[]> {
  const { selector, admin, requestTimeout, proxyAdminPort } = options;
  expectOne({ pod: name, '--selector': selector, '--admin': admin });
  if (admin !== undefined) return [{ target: adminTarget(io, { admin, requestTimeout }) }];
  const { client, pods } = await findNamedPods(io, name, options);
  const chosen = selector === undefined ? pods.slice(0, 1) : runningFirst(pods);
  return chosen.map((pod) => ({ pod, target: podTarget(io, options, client, pod, proxyAdminPort) }));
}

/** Pods that have ended, or not begun, have no proxy to ask; when all are so, asking tells why. */
function runningFirst(pods: readonly Pod[]): readonly Pod[] {
  const running = pods.filter(({ object }) => fieldsOf(object.status)?.text('phase') === 'Running');
  return [...(running.length > 0 ? running : pods)].sort((a, b) => compareText(a.name, b.name));
}

/** What several proxies said. */
export interface Answers<Answer> {
  readonly answers: readonly { readonly proxy: LiveProxy; readonly answer: Answer }[];
  /** Why others said nothing. */
  readonly failures: readonly unknown[];
}

/** Asks several proxies, some at a time; one that fails does not keep the others from answering. */
export async function askAll<Answer>(
  proxies: readonly LiveProxy[],
  ask: (proxy: LiveProxy) => Promise<Answer>,
): Promise<Answers<Answer>> {
  const results = await limit(
    atOnce,
    proxies.map((proxy) => async () => {
      const [result] = await Promise.allSettled([ask(proxy)]);
      return { proxy, result };
    }),
  );
  return {
    answers: results.flatMap(({ proxy, result }) =>
      result.status === 'fulfilled' ? [{ proxy, answer: result.value }] : [],
    ),
    failures: results.flatMap(({ result }): unknown[] =>
      result.status === 'rejected' ? [result.reason] : [],
    ),
  };
}

const atOnce = 8;

/** Says what kept proxies from answering, the last of them as the error of the command. */
export function failIfAny(io: CommandIo, failures: readonly unknown[]): void {
  const [last, ...others] = [...failures].reverse();
  for (const other of others.reverse()) io.err(`warning: ${messageOf(other)}\n`);
  if (last !== undefined) throw last as Error;
}
