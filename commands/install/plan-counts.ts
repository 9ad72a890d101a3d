import type { ClusterChange } from '../../src/changes/index.ts';
import type { InstallPlan } from '../../src/install/index.ts';

/** How many objects a plan does what to. */
export type PlanCounts = Readonly<Record<ClusterChange['action'], number>>;

/** Counts changes by what is done. */
export function countsOf(changes: readonly ClusterChange[]): PlanCounts {
  const count = (action: ClusterChange['action']): number =>
    changes.filter((change) => change.action === action).length;
  return {
    create: count('create'),
    change: count('change'),
    unchanged: count('unchanged'),
    delete: count('delete'),
  };
}

/** All changes of a plan, in its order. */
export const changesOf = ({ stages, prune }: InstallPlan): readonly ClusterChange[] => [
  ...stages.flatMap(({ changes }) => changes),
  ...prune,
];

/** `2 to create, 14 unchanged`. */
export function countsText(counts: PlanCounts): string {
  const parts = [
    [counts.create, 'to create'],
    [counts.change, 'to change'],
    [counts.delete, 'to delete'],
    [counts.unchanged, 'unchanged'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? 'nothing' : said.join(', ');
}
