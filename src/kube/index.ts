export { ApiError } from './api-error.ts';
export type { ClusterClient, GetOptions, PodName } from './client.ts';
export type { ConnectOptions } from './connect-options.ts';
export { connect } from './connect.ts';
export { discover } from './discovery/discover.ts';
export {
  findServed,
  pathOf,
  type Discovery,
  type KindRef,
  type ServedKind,
} from './discovery/served-kind.ts';
export { contextNames } from './kubeconfig/context-names.ts';
export { forwardPort } from './forward/forward-port.ts';
export { listKinds, type KindList, type KindToList, type ListKindsOptions } from './list/list-kinds.ts';
export { listMetadata } from './list/list-metadata.ts';
export { limit } from './list/limit.ts';
export { overlay, type OverlayOptions } from './read/overlay.ts';
export { isLive, readCluster, type ClusterRead, type MissingKind } from './read/read-cluster.ts';
export { findPods, type FindPodsOptions, type FoundPods, type PodSelector } from './pods/find-pods.ts';
export type { Pod } from './pods/pod.ts';
export { parsePodTarget, type PodTarget, type TargetType } from './pods/pod-target.ts';
export { podNames } from './pods/pod-names.ts';
