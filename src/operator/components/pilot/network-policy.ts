import type { KubeObject } from '../../component-context.ts';
import type { Plane } from './plane.ts';

const ports = (...numbers: readonly number[]) => ({
  ports: numbers.map((port) => ({ port, protocol: 'TCP' })),
});

/** Lets in webhooks, proxies and who looks at metrics; only with `global.networkPolicy.enabled`. */
export function networkPolicy({
  name,
  namespace,
  revision,
  rev,
  values,
  labels,
}: Plane): readonly KubeObject[] {
  if (!values.is('global.networkPolicy.enabled')) return [];
  const istio = revision === '' ? 'pilot' : 'istiod';
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, namespace, labels: { app: 'istiod', ...labels.chart, ...labels.owner, istio } },
      spec: {
        podSelector: { matchLabels: { app: 'istiod', 'istio.io/rev': rev } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [ports(15017), ports(15010, 15011, 15012, 8080, 15014)],
        egress: [{}],
      },
    },
  ];
}
