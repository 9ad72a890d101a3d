export { analyze, type Analysis, type AnalysisInput } from './analyze.ts';
export type { AnalyzeOptions } from './analysis-options.ts';
export {
  defineRule,
  type AnalysisRule,
  type FindingDetails,
  type RelatedPlace,
  type Report,
  type RuleDefinition,
} from './rule.ts';
export type { KindName, KindSpecs } from './kinds.ts';
export { kindsToRead, type KindToRead } from './kinds-to-read.ts';
export { Mesh, type MeshSettings } from './mesh.ts';
export type { MeshObject } from './mesh-object.ts';
export type { Host, HostPort, Hosts } from './hosts.ts';
export { workloadKinds, type Workload, type Workloads } from './workloads.ts';
export type { RuleTiming, Undecided } from './run-rules.ts';
export { allRules } from './rules/index.ts';
export { hardeningRules } from './rules/hardening/index.ts';
export { loadRules, type RuleModule } from './load-rules.ts';
export * from './policy/index.ts';

// For those who describe a mesh.
export { readMesh } from './read-mesh.ts';
export { acceptsHost, serverHost } from './gateway-hosts.ts';
export { membershipOf, namespaceInjection } from './injection.ts';
export { nameOf } from './known-hosts.ts';
export { fullName } from './mesh-object.ts';
export { gatewayName } from './names.ts';
export { effectiveMtls } from './peer-authentication.ts';
export { isHttp, portProtocol } from './port-protocol.ts';
export { rulesByHost } from './rules-by-host.ts';
export { serviceWorkloads } from './service-workloads.ts';
export { carries, selectorText, type Labels } from './workloads.ts';
