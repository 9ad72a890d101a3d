import { plainText, type Json } from '../../../json.ts';
import { dump } from 'js-yaml';
import type { KubeObject } from '../../component-context.ts';
import { taggedVariant } from '../../image.ts';
import type { Plugin } from './plugin.ts';

/** The settings of the agents, as their environment. */
export function configMap({ namespace, values, labels }: Plugin): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'istio-cni-config',
      namespace,
      labels: { app: 'istio-cni', ...labels.chart, ...labels.owner },
    },
    data: {
      CURRENT_AGENT_VERSION: taggedVariant(values.text('tag') || values.text('global.tag'), ''),
      ...ambientSettings(values),
      ...fileSettings(values),
      CHAINED_CNI_PLUGIN: flag(values.is('chained')),
      EXCLUDE_NAMESPACES: values.list('excludeNamespaces').map(plainText).join(','),
      ...repairSettings(values),
      NATIVE_NFTABLES: flag(values.is('global.nativeNftables')),
      ...Object.fromEntries(
        Object.entries(values.map('env')).map(([name, value]) => [name, plainText(value)]),
      ),
    },
  };
}

const flag = (value: boolean): string => String(value);

function ambientSettings(values: Plugin['values']): Record<string, string> {
  const selectors = values.list('ambient.enablementSelectors');
  return {
    AMBIENT_ENABLED: flag(values.is('ambient.enabled')),
    AMBIENT_ENABLEMENT_SELECTOR: dump(selectors.length > 0 ? selectors : enablement),
    AMBIENT_DNS_CAPTURE: flag(values.is('ambient.dnsCapture')),
    AMBIENT_IPV6: flag(values.is('ambient.ipv6')),
    AMBIENT_RECONCILE_POD_RULES_ON_STARTUP: flag(values.is('ambient.reconcileIptablesOnStartup')),
    ENABLE_AMBIENT_DETECTION_RETRY: flag(values.is('ambient.enableAmbientDetectionRetry')),
  };
}

const mode = 'istio.io/dataplane-mode';

/** Pods that ask for ambient mode, and those of a namespace that does, unless they refuse. */
const enablement: Json = [
  { podSelector: { matchLabels: { [mode]: 'ambient' } } },
  {
    podSelector: { matchExpressions: [{ key: mode, operator: 'NotIn', values: ['none'] }] },
    namespaceSelector: { matchLabels: { [mode]: 'ambient' } },
  },
];

function fileSettings(values: Plugin['values']): Record<string, string> {
  const name = values.text('cniConfFileName');
  const owned = values.text('istioOwnedCNIConfigFileName');
  return {
    ...(name !== '' && { CNI_CONF_NAME: name }),
    ISTIO_OWNED_CNI_CONFIG: flag(values.is('istioOwnedCNIConfig')),
    ...(values.is('istioOwnedCNIConfig') && owned !== '' && { ISTIO_OWNED_CNI_CONFIG_FILENAME: owned }),
  };
}

function repairSettings(values: Plugin['values']): Record<string, string> {
  return {
    REPAIR_ENABLED: flag(values.is('repair.enabled')),
    REPAIR_LABEL_PODS: flag(values.is('repair.labelPods')),
    REPAIR_DELETE_PODS: flag(values.is('repair.deletePods')),
    REPAIR_REPAIR_PODS: flag(values.is('repair.repairPods')),
    REPAIR_INIT_CONTAINER_NAME: values.text('repair.initContainerName'),
    REPAIR_BROKEN_POD_LABEL_KEY: values.text('repair.brokenPodLabelKey'),
    REPAIR_BROKEN_POD_LABEL_VALUE: values.text('repair.brokenPodLabelValue'),
  };
}
