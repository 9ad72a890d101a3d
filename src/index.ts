/**
 * The library of meshctl: what the commands do, for programs. Everything exported here is documented, and changes
 * only with a new major version; `docs/library.md` shows it at work.
 *
 * @packageDocumentation
 */
export * from './clusters.ts';
export { MeshctlError, type ErrorCode, type ErrorDetails } from './errors.ts';
export { expandHost } from './expand-host.ts';
export { findingReport } from './finding-report.ts';
export type { Args, Edit, Finding, Fix, Refuser, Related, ResourceRef, Severity } from './finding.ts';
export type { Json, JsonObject } from './json.ts';
export { formatPath, parsePath, type Path } from './path.ts';
export {
  readBatches,
  readResources,
  readText,
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
  type Visit,
} from './validate/index.ts';
export {
  applyEdits,
  fixDiff,
  planFixes,
  withTexts,
  type Checked,
  type FixedFile,
  type FixPlan,
  type FixSource,
  type LeftFix,
  type MadeFix,
} from './analyze/fix/index.ts';
export {
  allRules,
  analyze,
  applyBaseline,
  baselineOf,
  baselineText,
  defineRule,
  loadRules,
  policyOf,
  prunedBaseline,
  readBaseline,
  RuleNames,
  workloadKinds,
  type Analysis,
  type AnalysisInput,
  type AnalysisRule,
  type AnalyzeOptions,
  type Baseline,
  type BaselineEntry,
  type BaselineOptions,
  type BaselinePlace,
  type BaselineResult,
  type FindingDetails,
  type Host,
  type HostPort,
  type Hosts,
  type KindName,
  type KindSpecs,
  type KindToRead,
  type Level,
  type Mesh,
  type MeshObject,
  type MeshSettings,
  type NamedRule,
  type Policy,
  type PolicyContext,
  type PolicyResult,
  type PolicySettings,
  type RelatedPlace,
  type Report,
  type RuleDefinition,
  type RuleModule,
  type RuleTiming,
  type RunScope,
  type ScanOptions,
  type Undecided,
  type Workload,
  type Workloads,
} from './analyze/index.ts';
export { ruleCatalogue, rulePageText, type CataloguedRule } from './rule-catalogue.ts';
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
  findPods,
  isLive,
  listKinds,
  overlay,
  parsePodTarget,
  readCluster,
  type ClusterClient,
  type ClusterRead,
  type ConnectOptions,
  type Discovery,
  type FindPodsOptions,
  type FoundPods,
  type GetOptions,
  type KindList,
  type KindRef,
  type ListKindsOptions,
  type MissingKind,
  type OverlayOptions,
  type Pod,
  type PodName,
  type PodSelector,
  type PodTarget,
  type ServedKind,
  type TargetType,
} from './kube/index.ts';
/** Changes clusters, and waits for what comes of it: `connectWriter`, `waitReady`, `waitGone`. */
export * as clusterWriting from './kube/apply/index.ts';
export {
  compareRoots,
  readDump,
  selectAssignments,
  selectBootstrap,
  selectClusters,
  selectClusterStatuses,
  selectEcds,
  selectListeners,
  selectRoutes,
  selectSecrets,
  summarizeAssignments,
  summarizeBootstrap,
  summarizeClusters,
  summarizeEcds,
  summarizeEndpoints,
  summarizeListeners,
  summarizeRoutes,
  summarizeSecrets,
  type AssignmentRow,
  type BootstrapSummary,
  type ChainSummary,
  type ClusterFilter,
  type ClusterRow,
  type DumpItem,
  type DumpSection,
  type EcdsRow,
  type EndpointFilter,
  type EndpointRow,
  type ItemState,
  type ListenerFilter,
  type ListenerRow,
  type ListenerType,
  type ProxyDump,
  type ReadDumpOptions,
  type RouteFilter,
  type RouteLine,
  type RouteRow,
  type SecretRow,
  type SectionKind,
  type Shape,
  type StateOptions,
  type TrustedRoot,
  type UpdateFailure,
  type Validity,
} from './proxy/index.ts';
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
export {
  describePod,
  describeService,
  formatPod,
  formatService,
  type ContainerView,
  type DescribeOptions,
  type DestinationRuleView,
  type DestinationView,
  type Difference,
  type Dumps,
  type Exposure,
  type Membership,
  type MutualTlsView,
  type Note,
  type ObjectRef,
  type Origin,
  type PodDescription,
  type PolicyView,
  type RouteView,
  type ServiceDescription,
  type ServicePortView,
  type ServiceView,
  type ServiceWorkload,
  type SubsetView,
  type Target,
  type TokenPolicyView,
  type VirtualRouteView,
  type VirtualServiceView,
} from './describe/index.ts';
export {
  adminSource,
  saveDump,
  type AdminTarget,
  type ProxySource,
  type SavedDump,
  type SaveDumpOptions,
} from './proxy/source/index.ts';
/** What the loggers of a live proxy say: `readLogLevels`, `setLogLevels`, `parseLevels`. */
export * as proxyLog from './proxy/log/index.ts';
/** What is different between two dumps: `diffDumps`, `formatDiff`, `patchText`. */
export * as proxyDiff from './proxy/diff/index.ts';
/** How far proxies are with what their control plane sends: `readStatus`, `selectProxies`, `compareSync`. */
export * as proxySync from './proxy/status/index.ts';
export {
  expectedDump,
  proxyStatus,
  proxyStatusAt,
  type ClientCertificate,
  type IstiodOptions,
  type LiveStatus,
  type MissingIstiod,
  type XdsTarget,
} from './istiod/index.ts';
export {
  injectResources,
  readInjectorConfig,
  type Injection,
  type InjectionSettings,
  type InjectorConfig,
  type NotInjected,
} from './inject/index.ts';
export {
  injectionSettings,
  loadOperatorSpec,
  renderManifests,
  type ComponentName,
  type KubeObject,
  type Manifests,
  type OperatorSpec,
  type RenderedObject,
  type RenderOptions,
  type SpecFile,
  type SpecInputs,
} from './operator/index.ts';
export {
  diffManifests,
  type ChangedObject,
  type ManifestChange,
  type ManifestDiff,
  type ManifestDiffOptions,
  type ObjectName,
} from './operator/diff/index.ts';
/** The authorization policies that a proxy enforces: `summarizePolicies`. */
export * as proxyPolicies from './proxy/authz/index.ts';
/** The way of a request through a proxy, and why: `traceRequest`, `parseRequest`. */
export * as proxyTrace from './proxy/trace/index.ts';
/** What a proxy runs as a graph, and as a page: `viewModel`, `renderView`. */
export * as proxyView from './proxy/view/index.ts';
/** What a ztunnel knows: `readZtunnelDump` and the rows of its tables. */
export * as ztunnel from './ztunnel/index.ts';
/** What is known against the releases that run in a mesh: `scan`, `findHardening`, `cycloneDx`. */
export * as meshScan from './scan/index.ts';
export { istioVersion, kubernetesRange, version } from './version.ts';

export type * from './kind-types.ts';
