export { carryOut, type CarryOutOptions } from './carry-out.ts';
export type { ClusterChange } from './cluster-change.ts';
export { confirmChange } from './confirm-change.ts';
export { planChange, type PlannedObject } from './plan-change.ts';
export { mergePatch } from './merge-patch.ts';
export { planDeletion, type PlannedDeletion } from './plan-deletion.ts';
export { withoutServerFields } from './settled-object.ts';
