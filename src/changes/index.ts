export type { ClusterChange } from './cluster-change.ts';
