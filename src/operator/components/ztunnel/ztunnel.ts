import type { ComponentDefinition } from '../../component-definition.ts';
import type { ComponentContext, KubeObject } from '../../component-context.ts';
import type { Json } from '../../../json.ts';
import { clusterRole, clusterRoleBinding, privilegedUse, serviceAccount } from '../../access.ts';
import { chartLabels, ownerLabels } from '../../labels.ts';
import { nodeCriticalQuota } from '../../node-critical-quota.ts';
import { isClusterWide, isNamespaced } from '../../resource-scope.ts';
import { daemonSet } from './daemon-set.ts';
import { ztunnelDefaults } from './defaults.ts';

/** The node proxy of ambient mode. */
export const ztunnel: ComponentDefinition = { defaults: { values: ztunnelDefaults, globals: true }, render };

function render(context: ComponentContext): readonly KubeObject[] {
  const { part, values, revision } = context;
  const name = values.text('resourceName') || 'ztunnel';
  const labels = { ...chartLabels('ztunnel', 'ztunnel'), ...values.map('labels') };
  const annotations = { ...values.map('annotations'), ...(revision !== '' && { 'istio.io/rev': revision }) };
  const metadata = { name, namespace: part.namespace, labels, annotations };
  return [
    ...(isNamespaced(values, 'resourceScope') ? namespacedObjects(context, metadata) : []),
    ...(isClusterWide(values, 'resourceScope') ? clusterAccess(context, metadata) : []),
  ];
}

type Metadata = KubeObject['metadata'] & {
  readonly namespace: string;
  readonly labels: Record<string, Json>;
};

function namespacedObjects(context: ComponentContext, metadata: Metadata): readonly KubeObject[] {
  const { values } = context;
  const { name, namespace, labels } = metadata;
  return [
    {
      ...serviceAccount({
        name,
        namespace,
        labels: chartLabels('ztunnel', 'ztunnel'),
        pullSecrets: values.list('imagePullSecrets'),
      }),
      metadata,
    },
    daemonSet(context, metadata),
    ...(values.is('resourceQuotas.enabled')
      ? [nodeCriticalQuota({ name, namespace, labels }, values.text('resourceQuotas.pods'))]
      : []),
    ...networkPolicy(context),
  ];
}

/** OpenShift asks for leave to run as what a node proxy is. */
function clusterAccess(
  { values }: ComponentContext,
  { name, namespace, labels: common, annotations = {} }: Metadata,
): readonly KubeObject[] {
  if (values.text('platform') !== 'openshift') return [];
  const labels = { app: 'ztunnel', release: name, ...common } as Record<string, string>;
  const objects = [
    clusterRole({ name, labels }, [privilegedUse]),
    clusterRoleBinding({ name, labels }, name, { name, namespace }),
  ];
  return objects.map((object) => ({ ...object, metadata: { ...object.metadata, annotations } }));
}

/** Lets in probes, who looks at metrics and state, and traffic; only with `global.networkPolicy.enabled`. */
function networkPolicy({ part, values, revision }: ComponentContext): readonly KubeObject[] {
  if (!values.is('global.networkPolicy.enabled')) return [];
  const tcp = (port: number) => ({ port, protocol: 'TCP' });
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name: 'ztunnel',
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
