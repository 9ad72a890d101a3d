import type { ClusterChange } from '../changes/index.ts';

/** One stretch of an installation: its objects are applied in their order, and ready before the next one starts. */
export interface InstallStage {
  /** `Namespace`, a component (`Base`, `Pilot` ...), or `DefaultRevision`. */
  readonly name: string;
  readonly changes: readonly ClusterChange[];
  /** Stages that must be ready before this one. */
  readonly after: readonly string[];
}

/** What `install` does to a cluster. Pure data: it can be printed, saved and compared. */
export interface InstallPlan {
  /** `default` for the control plane without a name. */
  readonly revision: string;
  readonly version: string;
  /** Namespace of the control plane. */
  readonly namespace: string;
  readonly stages: readonly InstallStage[];
  /** What this installation owned and no longer renders; deleted when everything new is ready. */
  readonly prune: readonly ClusterChange[];
  /** What the user should know before agreeing, in words. */
  readonly notices: readonly string[];
}

/** The changes of a plan that write something, in the order of the plan. */
export const writesOf = ({ stages, prune }: InstallPlan): readonly ClusterChange[] =>
  [...stages.flatMap(({ changes }) => changes), ...prune].filter(({ action }) => action !== 'unchanged');
