import { MeshctlError } from '../../errors.ts';
import type { JsonObject } from '../../json.ts';
import { labelOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import { noticesOf } from './notices-of.ts';
import { selectObjects } from './select-objects.ts';
import { revisionsIn } from './tag-targets.ts';
import type { UninstallPlan, UninstallTarget } from './uninstall-plan.ts';
import type { UninstallState } from './uninstall-state.ts';
import { usersOf } from './users-of.ts';

/**
 * Plans what goes from a cluster. Pure: nothing is asked of the cluster.
 *
 * @throws {MeshctlError} `usage` when the cluster has no such revision.
 */
export function planUninstall(state: UninstallState, target: UninstallTarget): UninstallPlan {
  if (target.type === 'revision') requireRevision(state, target.revision);
  const { deletions, kept } = selectObjects(state, target);
  const users = usersOf(state, target, deletions);
  return { target, deletions, users, kept, notices: noticesOf(state, { target, deletions, users }) };
}

/** What is left of a revision after an interrupted removal counts, so that the same command goes on. */
function requireRevision(state: UninstallState, revision: string): void {
  const known = [...revisionsIn(state)].sort();
  if (known.includes(revision) || state.installed.some((object) => isOf(object, revision))) return;
  throw new MeshctlError('usage', `the cluster has no revision ${JSON.stringify(revision)}`, {
    reason: known.length === 0 ? 'no control plane is installed' : `it has ${known.join(', ')}`,
    hint: known.length === 0 ? 'check --context' : 'name one of these with --revision',
  });
}

const isOf = (object: JsonObject, revision: string): boolean =>
  labelOf(object, label.component) !== 'Base' && labelOf(object, label.revision) === revision;
