import type { ProxyDump } from '../dump/dump.ts';
import { chooseListener } from './listener-choice.ts';
import { mergeVerdicts } from './merge-verdicts.ts';
import { passListener } from './pass-listener.ts';
import type { Trace, TraceRequest, Verdict } from './trace.ts';
import type { Walk } from './walk.ts';

/**
 * Follows a request through the configuration of a proxy as Envoy would: listener, listener filters, filter chain,
 * network filters, HTTP filters, route, cluster, endpoints. `dump` is a whole `/config_dump`; with
 * `?include_eds=true` it has the endpoints as well. Tokens are judged by the moment `now`; without one their times count
 * as good.
 *
 * What the dump cannot tell (random choices, filters that run programs or ask others) is said, not guessed: it is
 * among the `assumptions`, or the verdict is `unknown` with all `possibilities`.
 */
export function traceRequest(dump: ProxyDump, request: TraceRequest, now?: Date): Trace {
  const walk: Walk = { dump, request, now, steps: [], assumptions: new Set(), branches: [] };
  const end = start(walk);
  const verdicts = [...walk.branches.map(({ verdict }) => verdict), end];
  const verdict = mergeVerdicts(
    verdicts,
    walk.branches.map(({ because }) => because),
  );
  return { request, steps: walk.steps, verdict, assumptions: [...walk.assumptions] };
}

function start(walk: Walk): Verdict {
  const choice = chooseListener(walk);
  if (choice === undefined) {
    const { address = '*', port } = walk.request.destination;
    return { kind: 'closed', why: `the proxy has no listener for ${address}:${port}` };
  }
  return passListener({ ...walk, request: choice.request }, choice.listener);
}
