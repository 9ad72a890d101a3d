import type { JsonObject } from '../json.ts';
import type { ObjectKey } from '../kube/apply/index.ts';

/** What moves workloads from one control plane to another, in order. Nothing in it is secret. */
export interface UpgradePlan {
  readonly kind: 'UpgradePlan';
  readonly schemaVersion: 1;
  /** Of the control planes. */
  readonly istioNamespace: string;
  readonly from: ControlPlane;
  readonly to: ControlPlane;
  /** False when a fact stops it: then it is for reading, and cannot be carried out. */
  readonly feasible: boolean;
  readonly facts: readonly UpgradeFact[];
  readonly steps: readonly UpgradeStep[];
}

/** A control plane, as it is or is to be. */
export interface ControlPlane {
  /** `default` for the one without a name. */
  readonly revision: string;
  readonly version: string;
  readonly hub: string;
}

/** Something that was looked at, and what it means for the upgrade. */
export interface UpgradeFact {
  /** One word for programs, such as `injector-overlap`. */
  readonly code: string;
  readonly verdict: 'stop' | 'warn' | 'plan' | 'fine';
  readonly message: string;
  readonly hint?: string;
  readonly objects: readonly ObjectKey[];
}

interface StepBase {
  /** Unique in the plan, such as `wave-1`. */
  readonly id: string;
  readonly title: string;
  /** What must hold before it begins, what shows that it is done, and what takes it back, each in words. */
  readonly before: readonly string[];
  readonly check: readonly string[];
  readonly undo: string;
}

/** One step of a plan; `kind` tells which. */
export type UpgradeStep =
  | InstallRevision
  | SetTag
  | MoveWave
  | Watch
  | RestoreLabels
  | RestartOwners
  | MoveGateways
  | UpgradeNodeAgents
  | RemoveRevision;

/** Installs the new control plane beside the old one, and waits until it can inject and validate. */
export interface InstallRevision extends StepBase {
  readonly kind: 'install-revision';
  /** An IstioOperator. */
  readonly spec: JsonObject;
}

/** Makes a tag, or points it to another control plane; `default` moves the validator, too. */
export interface SetTag extends StepBase {
  readonly kind: 'set-tag';
  readonly tag: string;
  /** Where it points before; absent for a new one. */
  readonly from?: string;
  readonly to: string;
}

/** Relabels namespaces, each with one patch, and restarts what runs there. */
export interface MoveWave extends StepBase {
  readonly kind: 'wave';
  readonly namespaces: readonly NamespaceMove[];
}

export interface NamespaceMove {
  readonly name: string;
  /** Labels that decide who injects; null for one that is not there. */
  readonly labels: Readonly<Record<string, LabelChange>>;
  readonly owners: readonly OwnerRestart[];
  /** Pods that nobody makes anew: somebody has to delete them. */
  readonly loosePods: readonly string[];
}

export interface LabelChange {
  readonly before: string | null;
  readonly after: string | null;
}

export interface OwnerRestart {
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet';
  readonly namespace: string;
  readonly name: string;
  readonly pods: number;
  /** `evict` for those that make no new Pods by themselves when their template changes. */
  readonly by: 'rollout' | 'evict';
  /** Labels of the template that name the old control plane. */
  readonly templateLabels?: Readonly<Record<string, LabelChange>>;
  /** PodDisruptionBudgets that cover its Pods. */
  readonly budgets: readonly string[];
}

/** Looks at the health of what has moved for a while. */
export interface Watch extends StepBase {
  readonly kind: 'watch';
  readonly seconds: number;
}

/** Gives namespaces the labels back that they had before their wave: they lead to the new control plane now. */
export interface RestoreLabels extends StepBase {
  readonly kind: 'restore-labels';
  readonly namespaces: readonly Omit<NamespaceMove, 'owners' | 'loosePods'>[];
}

/** Restarts what follows the default by the labels of its Pods alone. */
export interface RestartOwners extends StepBase {
  readonly kind: 'restart';
  readonly owners: readonly OwnerRestart[];
}

/** Moves gateways: Deployments by their templates, objects of the Gateway API by their label. */
export interface MoveGateways extends StepBase {
  readonly kind: 'gateways';
  readonly owners: readonly OwnerRestart[];
  readonly gateways: readonly GatewayMove[];
  /**
   * What an installation made for its gateways, written before anything is restarted: no injector fills those in, so their
   * images, addresses and labels lead to the new control plane only when they are changed here.
   */
  readonly patches?: readonly ObjectPatch[];
}

/** Fields of an object that change together, in one patch that demands the values of before. */
export interface ObjectPatch {
  readonly object: ObjectKey;
  readonly changes: readonly FieldChange[];
}

export interface FieldChange {
  /** JSON pointer (RFC 6901) to a field that is there before and after. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface GatewayMove {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, LabelChange>>;
}

/** Upgrades what every node has one of, in place. */
export interface UpgradeNodeAgents extends StepBase {
  readonly kind: 'node-agents';
  readonly components: readonly ('cni' | 'ztunnel')[];
  /** The IstioOperator of the new control plane with these components besides, so that they belong to it. */
  readonly spec: JsonObject;
}

/** Removes the old control plane, which nobody uses any more; what is deleted is kept for the way back. */
export interface RemoveRevision extends StepBase {
  readonly kind: 'remove-revision';
  readonly revision: string;
}
