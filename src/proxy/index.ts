export {
  selectBootstrap,
  summarizeBootstrap,
  type BootstrapSummary,
} from './bootstrap/summarize-bootstrap.ts';
export {
  selectClusters,
  summarizeClusters,
  type ClusterFilter,
  type ClusterRow,
} from './clusters/summarize-clusters.ts';
export type { DumpItem, DumpSection, ItemState, ProxyDump, SectionKind, UpdateFailure } from './dump/dump.ts';
export { readDumpPieces } from './dump/read-dump-pieces.ts';
export { readDump, type ReadDumpOptions } from './dump/read-dump.ts';
export type { StateOptions } from './dump/required-section.ts';
export type { Shape } from './dump/shape.ts';
export { selectEcds, summarizeEcds, type EcdsRow } from './ecds/summarize-ecds.ts';
export {
  selectAssignments,
  summarizeAssignments,
  type AssignmentRow,
} from './endpoints/summarize-assignments.ts';
export {
  selectClusterStatuses,
  summarizeEndpoints,
  type EndpointFilter,
  type EndpointRow,
} from './endpoints/summarize-endpoints.ts';
export type { ChainSummary, ListenerType } from './listeners/filter-chains.ts';
export {
  selectListeners,
  summarizeListeners,
  type ListenerFilter,
  type ListenerRow,
} from './listeners/summarize-listeners.ts';
export { summarizeWaypoint, type WaypointRow } from './listeners/summarize-waypoint.ts';
export {
  selectRoutes,
  summarizeRoutes,
  type RouteFilter,
  type RouteLine,
  type RouteRow,
} from './routes/summarize-routes.ts';
export { compareRoots, type TrustedRoot } from './secrets/compare-roots.ts';
export { selectSecrets, summarizeSecrets, type SecretRow } from './secrets/summarize-secrets.ts';
export type { Validity } from './secrets/validity.ts';
