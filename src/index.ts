/**
 * The library of meshctl: what the commands do, for programs. Everything exported here is documented, and changes
 * only with a new major version; `docs/library.md` shows it at work.
 *
 * @packageDocumentation
 */
export { MeshctlError, type ErrorCode, type ErrorDetails } from './errors.ts';
export { findingReport } from './finding-report.ts';
export type { Args, Edit, Finding, Fix, Refuser, Related, ResourceRef, Severity } from './finding.ts';
export { formatPath, parsePath, type Path } from './path.ts';
export {
  readBatches,
  readResources,
  readText,
  type Json,
  type JsonObject,
  type Location,
  type Position,
  type Range,
  type ReadOptions,
  type ReadProblem,
  type ReadResult,
  type Resource,
  type SourceDocument,
} from './resources/index.ts';
export {
  ruleInfos,
  validate,
  type DocumentedRule,
  type ValidateOptions,
  type Validation,
} from './validate/index.ts';
export {
  crdOf,
  editorSchema,
  editorSchemaOfAll,
  explainField,
  findDefinitions,
  kinds,
  type Channel,
  type FieldInfo,
  type KindDefinition,
  type KindEntry,
  type KindVersion,
  type PrinterColumn,
} from './api/index.ts';
export {
  ApiError,
  connect,
  contextNames,
  discover,
  isLive,
  listKinds,
  overlay,
  readCluster,
  type ClusterClient,
  type ClusterRead,
  type ConnectOptions,
  type Discovery,
  type GetOptions,
  type KindList,
  type KindRef,
  type ListKindsOptions,
  type MissingKind,
  type OverlayOptions,
  type ServedKind,
} from './kube/index.ts';
export {
  fails,
  findingFormats,
  githubSummary,
  paint,
  summaryLine,
  undecidedLines,
  type FailOn,
  type FindingFormat,
  type FindingFormatter,
  type FindingReport,
  type FormatOptions,
  type Paint,
  type RuleInfo,
  type Summary,
  type Tool,
  type UndecidedRule,
} from './output/index.ts';
export { istioVersion, kubernetesRange, version } from './version.ts';

// The kinds as types, from the same schemas that check them.
export type {
  AuthorizationPolicy,
  BackendTLSPolicy,
  DestinationRule,
  EnvoyFilter,
  GRPCRoute,
  Gateway,
  GatewayClass,
  HTTPRoute,
  InferenceModelRewrite,
  InferenceObjective,
  InferencePool,
  IstioOperator,
  KubernetesGateway,
  KubernetesObject,
  ListenerSet,
  MeshConfig,
  MeshNetworks,
  MeshProxyConfig,
  ObjectMeta,
  OperatorValues,
  PeerAuthentication,
  ProxyConfig,
  ReferenceGrant,
  RequestAuthentication,
  ServiceEntry,
  Sidecar,
  TCPRoute,
  TLSRoute,
  Telemetry,
  TrafficExtension,
  UDPRoute,
  VirtualService,
  WasmPlugin,
  WorkloadEntry,
  WorkloadGroup,
  XBackend,
  XBackendTrafficPolicy,
  XMesh,
} from './api/index.ts';
