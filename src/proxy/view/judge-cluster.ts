import type { Graph } from './graph.ts';
import type { Health } from './view.ts';

/** Tells how a cluster is by the health of its endpoints; `known` is whether the dump would tell of any. */
export function judgeCluster(
  graph: Graph,
  node: number,
  { health, known }: { readonly health: readonly Health[]; readonly known: boolean },
): void {
  const all = health.length;
  const well = health.filter((each) => each === 'healthy').length;
  const usable = health.filter((each) => each !== 'unhealthy').length;
  if (!known) {
    graph.judge(node, 'unknown', 'endpoints not in the dump');
  } else if (all === 0) {
    graph.judge(node, 'unhealthy', 'no endpoint');
    graph.blame(node, 'warning', 'it has no endpoint: requests are answered with 503');
  } else if (usable === 0) {
    graph.judge(node, 'unhealthy', `0 of ${all} healthy`);
    graph.blame(node, 'error', `none of its ${all} endpoints is healthy`);
  } else {
    graph.judge(node, well === all ? 'healthy' : 'degraded', `${well} of ${all} healthy`);
  }
}
