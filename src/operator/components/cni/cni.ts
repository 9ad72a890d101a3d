import type { ComponentDefinition } from '../../component-definition.ts';
import type { ComponentContext, KubeObject } from '../../component-context.ts';
import { serviceAccount } from '../../access.ts';
import { isClusterWide, isNamespaced } from '../../resource-scope.ts';
import { clusterAccess } from './access.ts';
import { configMap } from './config-map.ts';
import { daemonSet } from './daemon-set.ts';
import { cniDefaults } from './defaults.ts';
import { attachment, networkPolicy, resourceQuota } from './extras.ts';
import { pluginOf } from './plugin.ts';

/** The network plugin: an agent on every node that leads the traffic of pods into the mesh. */
export const cni: ComponentDefinition = { defaults: { values: cniDefaults, own: 'cni' }, render };

function render(context: ComponentContext): readonly KubeObject[] {
  const plugin = pluginOf(context);
  const { namespace, values, labels } = plugin;
  const account = {
    name: 'istio-cni',
    namespace,
    labels: { app: 'istio-cni', ...labels.chart, ...labels.owner },
    pullSecrets: values.list('global.imagePullSecrets'),
  };
  return [
    ...(isNamespaced(values)
      ? [
          serviceAccount(account),
          configMap(plugin),
          daemonSet(plugin),
          ...resourceQuota(plugin),
          ...attachment(plugin),
          ...networkPolicy(plugin),
        ]
      : []),
    ...(isClusterWide(values) ? clusterAccess(plugin) : []),
  ];
}
