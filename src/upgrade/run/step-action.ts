import type { ClusterChange } from '../../changes/index.ts';
import type { JsonObject } from '../../json.ts';
import type { ObjectKey } from '../../kube/apply/index.ts';
import type { LabelChange, ObjectPatch, OwnerRestart } from '../upgrade-plan.ts';

/**
 * One thing that a step does to the cluster, or waits for. Doing it a second time changes nothing; what must hold before
 * it is part of it.
 */
export type StepAction =
  | LabelObject
  | PatchObject
  | WriteObject
  | RestoreObject
  | Install
  | AwaitBudgets
  | RestartOwner
  | ReplacePods
  | AwaitOwner
  | AwaitGateway
  | RequireUnused
  | Observe;

/** Sets labels of an object in one patch. Before, the object has either all of the old ones or all of the new ones. */
export interface LabelObject {
  readonly type: 'label';
  readonly object: ObjectKey;
  readonly labels: Readonly<Record<string, LabelChange>>;
}

/** Changes fields of an object in one patch. Before, the object has either all of the old values or all of the new ones. */
export interface PatchObject extends ObjectPatch {
  readonly type: 'patch';
}

/** Makes, changes or deletes an object. Before, it is as it was read: another version is written only if that comes to the same. */
export interface WriteObject {
  readonly type: 'write';
  readonly change: ClusterChange;
}

/** Applies all that an IstioOperator renders, and waits for it. Before, nothing there belongs to somebody else. */
export interface Install {
  readonly type: 'install';
  readonly spec: JsonObject;
}

/** Waits until every budget over the Pods of an owner allows a disruption; one that does not in time stops the step. */
export interface AwaitBudgets {
  readonly type: 'await-budgets';
  readonly owner: OwnerRestart;
}

/**
 * Changes the template of an owner in one patch: the time of the restart, and labels that name the control plane. Before,
 * the template has either all of the old labels or all of the new ones. Nothing is patched that has this very restart.
 */
export interface RestartOwner {
  readonly type: 'restart';
  readonly owner: OwnerRestart;
}

/** Evicts the Pods of an owner that have not its newest template, one after the other, each when all others are ready. */
export interface ReplacePods {
  readonly type: 'replace-pods';
  readonly owner: OwnerRestart;
}

/** Waits until all Pods of an owner have its newest template and are ready. */
export interface AwaitOwner {
  readonly type: 'await-owner';
  readonly owner: OwnerRestart;
}

/** Waits until the controller of the Gateway API has rendered a Gateway anew for a control plane, and its Pods are ready. */
export interface AwaitGateway {
  readonly type: 'await-gateway';
  readonly object: ObjectKey;
  readonly revision: string;
}

/** Stops the step while a proxy is connected to the control plane, or a namespace, Pod, tag or gateway names it. */
export interface RequireUnused {
  readonly type: 'require-unused';
  readonly revision: string;
}

/** Looks at the health of what has moved, again and again for that time. */
export interface Observe {
  readonly type: 'observe';
  readonly seconds: number;
}

/** Makes an object what it was before a step: makes it again, changes it back, or deletes what the step made. */
export interface RestoreObject {
  readonly type: 'restore';
  readonly object: ObjectKey;
  /** Null when it was not there. Status, and what the server gives each object anew, is no part of it. */
  readonly before: JsonObject | null;
}
