import type { ClusterChange } from '../../changes/index.ts';
import { formatChanges, titleOf } from '../../operator/diff/index.ts';
import type { InstallStage } from '../install-plan.ts';
import type { VerifyCheck } from './verify-report.ts';
import type { VerifySnapshot } from './verify-snapshot.ts';

/** Whether the cluster has what the spec renders; nothing without a spec. */
export function checkObjects({ plan }: VerifySnapshot): readonly VerifyCheck[] {
  if (plan === undefined) return [];
  return [...plan.stages.flatMap(checkStage), ...plan.prune.map(leftOver)];
}

function checkStage({ name, changes }: InstallStage): readonly VerifyCheck[] {
  const missing = changes.filter(({ action }) => action === 'create');
  const different = changes.filter((change) => change.changes.length > 0);
  const same = changes.length - missing.length - different.length;
  if (missing.length === changes.length && changes.length > 1) return [allMissing(name, changes)];
  return [
    ...(same > 0 ? [{ outcome: 'ok' as const, message: `${name}: ${asRendered(same)}` }] : []),
    ...missing.map(isMissing),
    ...different.map(differs),
  ];
}

const asRendered = (count: number): string =>
  count === 1 ? '1 object is as the spec renders it' : `${count} objects are as the spec renders them`;

const installs = '`meshctl install` with the same spec mends it';

function allMissing(name: string, changes: readonly ClusterChange[]): VerifyCheck {
  return {
    outcome: 'failed',
    message: `${name}: none of its ${changes.length} objects is there`,
    hint: installs,
  };
}

function isMissing({ object }: ClusterChange): VerifyCheck {
  return { outcome: 'failed', message: `${titleOf(object)} is missing`, object, hint: installs };
}

function differs({ object, changes }: ClusterChange): VerifyCheck {
  return {
    outcome: 'failed',
    message: `${titleOf(object)} differs from what the spec renders`,
    object,
    details: formatChanges(changes),
    hint: installs,
  };
}

function leftOver({ object, reason }: ClusterChange): VerifyCheck {
  return {
    outcome: 'warning',
    message: `${titleOf(object)} is left from an earlier installation`,
    object,
    ...(reason !== undefined && { details: [reason] }),
    hint: '`meshctl install` with the same spec removes it',
  };
}
