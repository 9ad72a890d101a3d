import type { JsonObject } from '../../json.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { createObject } from '../write/create-object.ts';

const by = { manager: 'kube-apiserver' };

/** Makes what every cluster has: namespaces, nodes, the service of the API. */
export function furnish(cluster: Cluster): void {
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease'])
    createObject(cluster, builtIn('Namespace'), { metadata: { name } }, by);
  createObject(cluster, builtIn('Service'), kubernetesService, by);
  for (let number = 1; number <= cluster.settings.nodes; number += 1)
    createObject(cluster, builtIn('Node'), nodeOf(number, cluster.settings.kubernetesVersion), by);
}

const kubernetesService: JsonObject = {
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    labels: { component: 'apiserver', provider: 'kubernetes' },
  },
  spec: { ports: [{ name: 'https', port: 443, targetPort: 6443, protocol: 'TCP' }] },
};

function nodeOf(number: number, kubeletVersion: string): JsonObject {
  const name = `node-${number}`;
  const room = { cpu: '8', memory: '32Gi', pods: '110' };
  const now = timestamp();
  return {
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
      },
    },
    spec: {},
    status: {
      capacity: room,
      allocatable: room,
      addresses: [{ type: 'InternalIP', address: `192.0.2.${number}` }],
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          lastHeartbeatTime: now,
          lastTransitionTime: now,
        },
      ],
      nodeInfo: { kubeletVersion, operatingSystem: 'linux', architecture: 'amd64' },
    },
  };
}
