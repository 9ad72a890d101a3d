export { ApiError } from './api-error.ts';
export type { ClusterClient, GetOptions } from './client.ts';
export type { ConnectOptions } from './connect-options.ts';
export { connect } from './connect.ts';
export { discover } from './discovery/discover.ts';
export type { Discovery, KindRef, ServedKind } from './discovery/served-kind.ts';
export { listKinds, type KindList, type ListKindsOptions } from './list/list-kinds.ts';
export { overlay, type OverlayOptions } from './read/overlay.ts';
export { isLive, readCluster, type ClusterRead, type MissingKind } from './read/read-cluster.ts';
