import type { ObjectKey } from '../../kube/apply/index.ts';
import type { GatewayMove, OwnerRestart } from '../upgrade-plan.ts';

export const namespaceKey = (name: string): ObjectKey => ({ apiVersion: 'v1', kind: 'Namespace', name });

export const ownerKey = ({
  kind,
  namespace,
  name,
}: Pick<OwnerRestart, 'kind' | 'namespace' | 'name'>): ObjectKey => ({
  apiVersion: 'apps/v1',
  kind,
  namespace,
  name,
});

/** A Gateway of the Gateway API. */
export const gatewayKey = ({ namespace, name }: GatewayMove): ObjectKey => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  namespace,
  name,
});
