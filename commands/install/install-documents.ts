import type { ClusterChange } from '../../src/changes/index.ts';
import { messageOf } from '../../src/errors.ts';
import type { InstallPlan, InstallProgress } from '../../src/install/index.ts';
import type { Body } from '../../src/output/index.ts';
import { changesOf, countsOf } from './plan-counts.ts';

/** A plan for programs: `InstallPlan`. */
export function planDocument(plan: InstallPlan, dryRun: 'client' | 'server'): Body {
  return {
    ...headOf(plan),
    dryRun,
    summary: { ...countsOf(changesOf(plan)) },
    stages: plan.stages.map(({ name, after, changes }) => ({
      name,
      after: [...after],
      changes: changes.map(shown),
    })),
    prune: plan.prune.map(shown),
    notices: [...plan.notices],
  };
}

/** What came of a plan, for programs: `InstallResult`. */
export function resultDocument(
  plan: InstallPlan,
  outcome: 'installed' | 'unchanged' | 'failed',
  progress: InstallProgress,
): Body {
  return {
    ...headOf(plan),
    outcome,
    summary: { ...countsOf(changesOf(plan)) },
    done: [...progress.done],
    failed: progress.failed.map(({ stage, error }) => ({ stage, message: messageOf(error) })),
    open: [...progress.open],
    notices: [...plan.notices],
  };
}

const headOf = ({ revision, version, namespace }: InstallPlan) => ({ revision, version, namespace });

/** Without the objects themselves. */
function shown({ action, object, changes, conflicts, adopts, reason }: ClusterChange) {
  return {
    action,
    object: { ...object },
    changes: changes.map((change) => ({ ...change })),
    conflicts: conflicts.map((conflict) => ({ ...conflict })),
    adopts: [...adopts],
    ...(reason !== undefined && { reason }),
  };
}
