import { allChanges } from './all-changes.ts';
import type { UpgradeChange } from './upgrade-change.ts';
import { endOf, isAtLeast, stepOf, type StepEnd } from './version-step.ts';

/**
 * What is different between two versions, oldest first. Nothing is told of changes before 1.24. Of minor versions
 * (`1.28`) the first release is left and the newest patch is reached; of patches, it matters which of them have a
 * change early.
 *
 * @throws {MeshctlError} `usage` when one is no version of Istio 1, or the second is older.
 */
export function upgradeChanges(step: {
  readonly from: string;
  readonly to: string;
}): readonly UpgradeChange[] {
  const { from, to } = stepOf(step.from, step.to);
  return allChanges.filter((change) => isIn(change, to) && !hasCome(change, from));
}

const isIn = (change: UpgradeChange, version: StepEnd): boolean =>
  hasCome(change, version) && !(change.endsIn !== undefined && isAtLeast(version, endOf(change.endsIn, 0)));

/** Whether a version has a change, or had it before it ended. */
function hasCome({ to, firstIn = to, backports = [] }: UpgradeChange, version: StepEnd): boolean {
  if (isAtLeast(version, endOf(firstIn, 0))) return true;
  return backports
    .map((backport) => endOf(backport, 0))
    .some(({ minor, patch }) => minor === version.minor && version.patch >= patch);
}
