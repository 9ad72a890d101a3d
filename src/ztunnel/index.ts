export { readZtunnelDump } from './read-dump.ts';
export type {
  ChainElement,
  Connection,
  WorkloadState,
  ZtunnelCertificate,
  ZtunnelDump,
  ZtunnelPolicy,
  ZtunnelService,
  ZtunnelWorkload,
} from './dump.ts';
export { selectWorkloads, workloadRows, type WorkloadFilter, type WorkloadRow } from './workloads.ts';
export { selectServices, serviceRows, type ServiceFilter, type ServiceRow } from './services.ts';
export { narrowDump, type WorkloadName } from './narrow-dump.ts';
export { selectPolicies, type PolicyFilter } from './policies.ts';
export { certificateRows, type CertificateRow } from './certificates.ts';
export {
  connectionRows,
  selectConnections,
  type ConnectionFilter,
  type ConnectionRow,
} from './connections.ts';
export { shown } from './shown.ts';
