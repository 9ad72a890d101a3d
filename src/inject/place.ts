import { isObject, plainText } from '../json.ts';
import type { InjectionSettings } from './inject-settings.ts';
import { labelsOf, withLabels, type Pod } from './pod.ts';
import { withVariables } from './variables.ts';

/** The network and the cluster of the pod, for the proxy and as a label. */
export function withPlace(pod: Pod, { values, variables = {} }: InjectionSettings): Pod {
  const global = isObject(values.global) ? values.global : {};
  const multiCluster = isObject(global.multiCluster) ? global.multiCluster : {};
  const network =
    labelsOf(pod)['topology.istio.io/network'] ?? variables.ISTIO_META_NETWORK ?? plainText(global.network);
  const cluster = variables.ISTIO_META_CLUSTER_ID ?? plainText(multiCluster.clusterName);
  const placed = withVariables(pod, {
    ...variables,
    ...(network !== '' && { ISTIO_META_NETWORK: network }),
    ...(cluster !== '' && { ISTIO_META_CLUSTER_ID: cluster }),
  });
  return network === '' ? placed : withLabels(placed, { 'topology.istio.io/network': network });
}
