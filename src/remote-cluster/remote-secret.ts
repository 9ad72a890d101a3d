import type { JsonObject } from '../json.ts';
import { kubeconfigOf, type RemoteAccess } from './kubeconfig.ts';

/** `remote`: for istiods of other clusters. `config`: for an istiod that runs outside of the cluster it serves. */
export type RemoteSecretType = 'remote' | 'config';

/** The Secret by which an istiod reaches a cluster; it finds it by its label. */
export function remoteSecret(type: RemoteSecretType, namespace: string, access: RemoteAccess): JsonObject {
  const { cluster } = access;
  const isConfig = type === 'config';
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      annotations: { 'networking.istio.io/cluster': cluster },
      labels: { [remoteSecretLabel]: 'true' },
      name: isConfig ? 'istio-kubeconfig' : `istio-remote-secret-${cluster}`,
      namespace,
    },
    stringData: { [isConfig ? 'config' : cluster]: kubeconfigOf(access) },
  };
}

/** Has the value `true` on all Secrets that istiod takes clusters from. */
export const remoteSecretLabel = 'istio/multiCluster';
