/** The part of the library that plans what happens to a cluster, and carries it out; `index.ts` exports all of it. */
export {
  gatherBugReport,
  planBugReport,
  type BugReportEvent,
  type BugReportOptions,
} from './bug-report/index.ts';
export {
  carryOut,
  confirmChange,
  planChange,
  planDeletion,
  type CarryOutOptions,
  type ClusterChange,
  type PlannedDeletion,
  type PlannedObject,
} from './changes/index.ts';
export {
  carryOutInstall,
  desiredObjects,
  InstallFailure,
  planInstall,
  readInstallState,
  type DesiredInstall,
  type InstallEvent,
  type InstallPlan,
  type InstallProgress,
} from './install/index.ts';
export {
  precheck,
  readPrecheckFacts,
  type Check,
  type PrecheckOptions,
  type PrecheckReport,
} from './install/precheck/index.ts';
export {
  carryOutUninstall,
  planUninstall,
  readUninstallState,
  type RevisionUser,
  type UninstallPlan,
  type UninstallTarget,
} from './install/uninstall/index.ts';
export {
  readVerifySnapshot,
  verifyInstall,
  type VerifyReport,
  type VerifySnapshot,
} from './install/verify/index.ts';
export {
  createRemoteSecret,
  remoteClusters,
  type CreatedSecret,
  type RemoteCluster,
  type RemoteClusters,
  type RemoteSecretOptions,
} from './remote-cluster/index.ts';
export {
  describeRevisions,
  gatherRevisions,
  planTagRemove,
  planTagSet,
  readTagState,
  revisionGraph,
  type GatherOptions,
  type MeshRevisions,
  type RevisionReport,
  type RevisionSources,
  type TagPlan,
  type TagRemoveInput,
  type TagReport,
  type TagSetInput,
} from './revision/index.ts';
export { startSandbox, type Sandbox, type SandboxOptions } from './sandbox/index.ts';
export {
  gatherUpgradeFacts,
  upgradeFactsFrom,
  type GatherUpgradeOptions,
  type UpgradeFacts,
} from './upgrade/facts/index.ts';
export {
  checkInvariants,
  type Injection,
  type Observed,
  type Violation,
} from './upgrade/invariants/index.ts';
export {
  planMarkdown,
  planUpgrade,
  stepManifests,
  type ManifestFile,
  type StepManifests,
  type UpgradeRequest,
  type WaveRequest,
} from './upgrade/plan/index.ts';
export {
  executePlan,
  readUpgradeState,
  rollback,
  type ExecuteOptions,
  type RollbackOptions,
  type UpgradeEvent,
  type UpgradeState,
} from './upgrade/run/index.ts';
export { simulateUpgrade, type SimulateOptions, type Simulation } from './upgrade/simulate/index.ts';
export type { ControlPlane, UpgradeFact, UpgradePlan, UpgradeStep } from './upgrade/index.ts';
export {
  judgeUpgrade,
  upgradeChanges,
  type JudgedChange,
  type UpgradeChange,
  type UpgradeJudgement,
} from './upgrade-changes/index.ts';
export {
  checkCertificate,
  liveObjects,
  makeGroup,
  readVmFacts,
  readVmGroup,
  renderVmBundle,
  savedObjects,
  summarizeGroups,
  verifyVmBundle,
  type BundleFinding,
  type BundleFiles,
  type CheckedCertificate,
  type FactsRequest,
  type GroupRequest,
  type GroupSummary,
  type SavedBundle,
  type VerifyOptions,
  type VmBundle,
  type VmBundleOptions,
  type VmFacts,
  type VmGroup,
  type VmIdentity,
  type WorkloadCertificate,
} from './vm/index.ts';
export {
  onboardVm,
  planVmOnboarding,
  readOnboardingFacts,
  type OnboardingEvent,
  type OnboardingOptions,
  type OnboardingTools,
  type VmOnboardingPlan,
} from './vm/onboard/index.ts';
export { planVmRenewal, type RenewalRequest, type RenewedFile, type VmRenewal } from './vm/renew/index.ts';
export {
  planVmRevocation,
  readRevocationState,
  type RevocationRequest,
  type VmRevocationPlan,
} from './vm/revoke/index.ts';
export { readMachine, verifyMachine, type MachineFinding, type MachineState } from './vm/verify/index.ts';
export {
  readVmDump,
  readVmSnapshot,
  vmStatus,
  type ReadSnapshot,
  type SnapshotOptions,
  type VmDump,
  type VmSnapshot,
  type VmStatus,
  type VmStatusFilter,
} from './vm/status/index.ts';
export {
  applyWaypoint,
  listWaypoints,
  planWaypoint,
  waitForWaypoint,
  waypointObject,
  type FoundWaypoint,
  type WaypointOptions,
  type WaypointPlan,
} from './waypoint/index.ts';
