import type { OwnerRestart, UpgradeStep } from '../upgrade-plan.ts';

/** The owners whose Pods a step moves to the new control plane. */
export function movedOwners(step: UpgradeStep): readonly OwnerRestart[] {
  switch (step.kind) {
    case 'wave':
      return step.namespaces.flatMap(({ owners }) => owners);
    case 'restart':
    case 'gateways':
      return step.owners;
    default:
      return [];
  }
}
