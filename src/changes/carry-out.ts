import { isDeepStrictEqual } from 'node:util';
import { MeshctlError } from '../errors.ts';
import { objectIn, plainText, type JsonObject } from '../json.ts';
import { ApplyConflict, type ClusterWriter } from '../kube/apply/index.ts';
import { ApiError } from '../kube/index.ts';
import { titleOf } from '../operator/diff/index.ts';
import type { ClusterChange } from './cluster-change.ts';
import { withoutInstallers } from './installers.ts';
import { mergePatch } from './merge-patch.ts';
import { planChange } from './plan-change.ts';
import { predict } from './predict.ts';
import { withoutServerFields } from './settled-object.ts';

/** How a change is carried out. */
export interface CarryOutOptions {
  /** Takes over what others manage. Default: that is an `ApplyConflict`, and nothing is written. */
  readonly forceConflicts?: boolean;
  /** `server`: the server does all but store it. */
  readonly dryRun?: 'server';
  readonly signal?: AbortSignal;
  /** As for `planChange`. Default: `meshctl`. */
  readonly manager?: string;
  readonly definitions?: readonly JsonObject[];
}

/**
 * Does to the cluster what was planned, and gives the object as it is then; undefined for one that was deleted. What is
 * unchanged costs no request. An object that is not any more as it was when planned is written only if the plan would
 * still be the same.
 *
 * @throws {ApplyConflict} when others manage fields that would change.
 * @throws {MeshctlError} when something else would happen than was planned, and as the methods of the writer do.
 */
export async function carryOut(
  writer: ClusterWriter,
  change: ClusterChange,
  options: CarryOutOptions = {},
): Promise<JsonObject | undefined> {
  const { action, desired, live } = change;
  const { signal, dryRun } = options;
  const how = { ...(signal && { signal }), ...(dryRun && { dryRun }) };
  if (action === 'unchanged') return live;
  if (action === 'delete') {
    await writer.delete(change.object, { uid: metadataText(live, 'uid'), ...how });
    return undefined;
  }
  if (desired === undefined) throw new TypeError(`nothing to apply to ${titleOf(change.object)}`);
  if (live === undefined) return writer.apply(desired, applyOptions(options));
  return changeObject({ writer, options, change, desired, live });
}

function applyOptions({ manager = 'meshctl', forceConflicts = false, dryRun, signal }: CarryOutOptions) {
  return {
    fieldManager: manager,
    ...(forceConflicts && { force: true }),
    ...(dryRun && { dryRun }),
    ...(signal && { signal }),
  };
}

/** A change of an object that is there, on its way. */
interface Step {
  readonly writer: ClusterWriter;
  readonly options: CarryOutOptions;
  readonly change: ClusterChange;
  readonly desired: JsonObject;
  readonly live: JsonObject;
}

/** Status and others' fields change at any time: so often an object may change under our hands. */
const mostAttempts = 10;

async function changeObject(first: Step): Promise<JsonObject> {
  let step = first;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptChange(step);
    } catch (error) {
      if (!hasMoved(error) || attempt === mostAttempts) throw error;
    }
    step = await lookedAgain(step);
    if (step.change.action === 'unchanged') return step.live;
  }
}

/** The resourceVersion was not the one that was sent; nothing was written. */
const hasMoved = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 409 && !(error instanceof ApplyConflict);

async function attemptChange(step: Step): Promise<JsonObject> {
  const { writer, options, change, desired } = step;
  if (change.adopts.length === 0) return writer.apply(pinned(desired, step.live), applyOptions(options));
  if (change.conflicts.length > 0 && options.forceConflicts !== true)
    throw new ApplyConflict(change.object, change.conflicts);
  if (options.dryRun) return tryAdoption(step);
  return writer.apply(pinned(desired, await adopt(step)), applyOptions(options));
}

/** Makes the fields of the installers ours, so that what we do not apply goes; no value changes yet. */
async function adopt({ writer, options, change, live }: Step): Promise<JsonObject> {
  const { manager = 'meshctl', signal } = options;
  const metadata = {
    managedFields: withoutInstallers(live, manager),
    uid: metadataText(live, 'uid'),
    resourceVersion: metadataText(live, 'resourceVersion'),
  };
  const how = { type: 'merge', fieldManager: manager, ...(signal && { signal }) } as const;
  return writer.patch(change.object, { metadata }, how);
}

/** Both steps of an adoption at once: the server fills in and checks what is predicted. */
async function tryAdoption({ writer, options, change, desired, live }: Step): Promise<JsonObject> {
  const { manager = 'meshctl', definitions = [], signal } = options;
  const { object } = predict(live, desired, { manager, definitions });
  const patch = mergePatch(withoutServerFields(live), withoutServerFields(object));
  const how = { type: 'merge', fieldManager: manager, dryRun: 'server', ...(signal && { signal }) } as const;
  return writer.patch(change.object, patch, how);
}

/** The object only if it is still the one that was read. */
function pinned(desired: JsonObject, live: JsonObject): JsonObject {
  const uid = metadataText(live, 'uid');
  const resourceVersion = metadataText(live, 'resourceVersion');
  return { ...desired, metadata: { ...objectIn(desired, 'metadata'), uid, resourceVersion } };
}

/** The step from where the object is now, if what was planned still holds. */
async function lookedAgain(step: Step): Promise<Step> {
  const { writer, options, change, desired } = step;
  const { manager = 'meshctl', definitions = [], signal } = options;
  const live = await writer.get(change.object, { ...(signal && { signal }) });
  if (live === undefined || metadataText(live, 'uid') !== metadataText(step.live, 'uid'))
    throw isAnother(change, 'is not the object any more that the plan was made for');
  const now = planChange({ group: change.group, desired, live, manager, definitions });
  const isAsPlanned =
    now.action === 'unchanged' ||
    (isDeepStrictEqual(now.changes, change.changes) && isDeepStrictEqual(now.conflicts, change.conflicts));
  if (!isAsPlanned) throw isAnother(change, 'changed since the plan was made');
  return { ...step, change: { ...change, action: now.action, adopts: now.adopts }, live };
}

function isAnother({ object }: ClusterChange, what: string): MeshctlError {
  return new MeshctlError('environment', `${titleOf(object)} ${what}`, {
    hint: 'nothing was written to it; run the command again to see what it would do now',
  });
}

const metadataText = (object: JsonObject | undefined, name: string): string =>
  plainText(objectIn(object, 'metadata')[name]);
