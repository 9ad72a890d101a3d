import type { BootstrapSummary } from '../../src/proxy/index.ts';
import { printable } from '../../src/output/index.ts';

/** What a proxy is, a line for each fact that it tells; `wide` tells more than versions. */
export function bootstrapLines(summary: BootstrapSummary, wide: boolean): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Istio Version:', summary.istioVersion],
    ['Istio Proxy Version:', summary.proxyVersion],
    ['Envoy Version:', summary.envoyVersion],
    ...(wide ? identity(summary) : []),
  ];
  const known = facts.filter(([, value]) => value !== '');
  const width = Math.max(...known.map(([title]) => title.length));
  return known.map(([title, value]) => `${title.padEnd(width)} ${printable(value)}\n`).join('');
}

function identity(summary: BootstrapSummary): readonly (readonly [string, string])[] {
  return [
    ['Node:', summary.nodeId],
    ['Workload:', summary.workload],
    ['Namespace:', summary.namespace],
    ['Cluster:', summary.cluster],
    ['Mesh:', summary.mesh],
    ['Control Plane:', summary.discovery],
  ];
}
