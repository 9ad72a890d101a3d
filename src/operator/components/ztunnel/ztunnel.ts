import type { ComponentDefinition } from '../../component-definition.ts';
import type { ComponentContext, KubeObject } from '../../component-context.ts';
import { serviceAccount } from '../../access.ts';
import { chartLabels, ownerLabels } from '../../labels.ts';
import { nodeCriticalQuota } from '../../node-critical-quota.ts';
import { isNamespaced } from '../../resource-scope.ts';
import { daemonSet } from './daemon-set.ts';
import { ztunnelDefaults } from './defaults.ts';

/** The node proxy of ambient mode. */
export const ztunnel: ComponentDefinition = { defaults: { values: ztunnelDefaults }, render };

function render(context: ComponentContext): readonly KubeObject[] {
  const { part, values } = context;
  if (!isNamespaced(values)) return [];
  const name = values.text('resourceName') || 'ztunnel';
  const { namespace } = part;
  const labels = { ...chartLabels('ztunnel', 'ztunnel'), ...values.map('labels') };
  const metadata = { name, namespace, labels, annotations: values.map('annotations') };
  const secrets = values.list('imagePullSecrets').length > 0 ? 'imagePullSecrets' : 'global.imagePullSecrets';
  return [
    {
      ...serviceAccount({
        name,
        namespace,
        labels: chartLabels('ztunnel', 'ztunnel'),
        pullSecrets: values.list(secrets),
      }),
      metadata,
    },
    daemonSet(context, metadata),
    ...(values.is('resourceQuotas.enabled')
      ? [nodeCriticalQuota({ name, namespace, labels }, values.text('resourceQuotas.pods'))]
      : []),
    ...networkPolicy(context, name),
  ];
}

/** Lets in probes, who looks at metrics and state, and traffic; only with `global.networkPolicy.enabled`. */
function networkPolicy({ part, values, revision }: ComponentContext, name: string): readonly KubeObject[] {
  if (!values.is('global.networkPolicy.enabled')) return [];
  const tcp = (port: number) => ({ port, protocol: 'TCP' });
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name,
        namespace: part.namespace,
        labels: {
          app: 'ztunnel',
          ...chartLabels('ztunnel', 'ztunnel'),
          release: 'istio',
          ...ownerLabels('Ztunnel', revision, values.text('ownerName')),
        },
      },
      spec: {
        podSelector: { matchLabels: { app: 'ztunnel' } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          ...[15021, 15020, 15000, 15008, 15001, 15006].map((port) => ({ ports: [tcp(port)] })),
          { ports: [tcp(15053), { port: 15053, protocol: 'UDP' }] },
        ],
        egress: [{}],
      },
    },
  ];
}
