import type { Json, JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import type { GatewayParts } from './gateway-parts.ts';
import { targetOf } from './target-port.ts';

const tcp = (...ports: readonly Json[]): JsonObject => ({
  ports: ports.map((port) => ({ port, protocol: 'TCP' })),
});

/** Lets in probes, who looks at metrics, and traffic; only with `global.networkPolicy.enabled`. */
export function networkPolicy(gateway: GatewayParts): readonly KubeObject[] {
  const { name, namespace, type, revision, own, values, labels, matched } = gateway;
  if (!values.is('global.networkPolicy.enabled')) return [];
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name: revision === '' ? name : `${name}-${revision}`,
        namespace,
        labels: { app: name, istio: `${type}gateway`, ...labels.chart, ...labels.owner },
      },
      spec: {
        podSelector: { matchLabels: { ...matched } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [tcp(15021), tcp(15020, 15090), ...own.list('ports').map(portRule)],
        egress: [{}],
      },
    },
  ];
}

function portRule(port: Json): JsonObject {
  const { number, protocol } = targetOf(port);
  return { ports: [{ port: number, protocol }] };
}
