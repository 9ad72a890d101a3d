import type { KubeObject } from '../../component-context.ts';
import { nodeCriticalQuota } from '../../node-critical-quota.ts';
import type { Plugin } from './plugin.ts';

/** Lets agents run as node-critical in clusters that allow that by quota only. */
export function resourceQuota({ namespace, values, labels }: Plugin): readonly KubeObject[] {
  if (!values.is('resourceQuotas.enabled')) return [];
  const metadata = { name: 'istio-cni-resource-quota', namespace, labels: labels.plain };
  return [nodeCriticalQuota(metadata, values.text('resourceQuotas.pods'))];
}

/** By which Multus runs the plugin for pods of any namespace. */
export function attachment({ values, labels }: Plugin): readonly KubeObject[] {
  if (values.text('provider') !== 'multus') return [];
  return [
    {
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: {
        name: 'istio-cni',
        namespace: 'default',
        labels: { 'operator.istio.io/component': 'Cni', ...labels.plain },
      },
    },
  ];
}

/** Lets in probes and who looks at metrics; only with `global.networkPolicy.enabled`. */
export function networkPolicy({ namespace, suffix, values, labels }: Plugin): readonly KubeObject[] {
  if (!values.is('global.networkPolicy.enabled')) return [];
  const selector = { 'k8s-app': 'istio-cni-node' };
  const port = (number: number) => ({ ports: [{ port: number, protocol: 'TCP' }] });
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: {
        name: `istio-cni${suffix}`,
        namespace,
        labels: { ...selector, ...labels.chart, ...labels.owner },
      },
      spec: {
        podSelector: { matchLabels: selector },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [port(15014), port(8000)],
        egress: [{}],
      },
    },
  ];
}
