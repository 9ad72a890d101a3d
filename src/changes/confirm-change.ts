import type { JsonObject } from '../json.ts';
import { ApplyConflict, KindNotServed, type ClusterWriter } from '../kube/apply/index.ts';
import { ApiError } from '../kube/index.ts';
import { carryOut, type CarryOutOptions } from './carry-out.ts';
import type { ClusterChange } from './cluster-change.ts';
import { isCovered } from './is-covered.ts';
import { shownChanges } from './shown-changes.ts';

/**
 * A change as the server says it will be, by a dry run: `unchanged` when the object would come out the same. What is
 * made is checked by the server, unless its namespace or its kind is made by the same plan.
 *
 * @throws {MeshctlError} when the server refuses the object.
 */
export async function confirmChange(
  writer: ClusterWriter,
  change: ClusterChange,
  options: Omit<CarryOutOptions, 'dryRun'> = {},
): Promise<ClusterChange> {
  const { action, live, desired } = change;
  if (action === 'create') return confirmCreation(writer, change, options);
  if (action !== 'change' || live === undefined || desired === undefined) return change;
  const { result = live, conflicts } = await tried(writer, change, options);
  const changes = shownChanges(live, result);
  const isSame = changes.length === 0 && change.adopts.length === 0 && isOwned(live, desired, options);
  return isSame
    ? { ...change, action: 'unchanged', changes, conflicts: [] }
    : { ...change, changes, conflicts };
}

function isOwned(live: JsonObject, desired: JsonObject, options: CarryOutOptions): boolean {
  const { manager = 'meshctl', definitions = [] } = options;
  return isCovered(live, desired, { manager, definitions });
}

async function confirmCreation(
  writer: ClusterWriter,
  change: ClusterChange,
  options: CarryOutOptions,
): Promise<ClusterChange> {
  try {
    await carryOut(writer, change, { ...options, dryRun: 'server' });
  } catch (error) {
    const isLater = error instanceof KindNotServed || (error instanceof ApiError && error.status === 404);
    if (!isLater) throw error;
  }
  return change;
}

interface Tried {
  readonly result: JsonObject | undefined;
  readonly conflicts: ClusterChange['conflicts'];
}

/** What would come out by force tells of conflicts, too. */
async function tried(writer: ClusterWriter, change: ClusterChange, options: CarryOutOptions): Promise<Tried> {
  const attempt = (forceConflicts: boolean): Promise<JsonObject | undefined> =>
    carryOut(writer, change, { ...options, dryRun: 'server', forceConflicts });
  try {
    return { result: await attempt(false), conflicts: [] };
  } catch (error) {
    if (!(error instanceof ApplyConflict)) throw error;
    return { result: await attempt(true), conflicts: error.conflicts };
  }
}
