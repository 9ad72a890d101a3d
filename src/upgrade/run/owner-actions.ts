import type { OwnerRestart } from '../upgrade-plan.ts';
import type { StepAction } from './step-action.ts';

/** Gives an owner new Pods. One that makes none when its template changes has them evicted, each when budgets allow it. */
export function ownerActions(owner: OwnerRestart): readonly StepAction[] {
  if (owner.by === 'evict')
    return [
      { type: 'restart', owner },
      { type: 'replace-pods', owner },
    ];
  return [
    { type: 'await-budgets', owner },
    { type: 'restart', owner },
    { type: 'await-owner', owner },
  ];
}
