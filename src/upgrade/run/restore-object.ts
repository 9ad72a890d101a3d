import { isDeepStrictEqual } from 'node:util';
import { mergePatch, withoutServerFields } from '../../changes/index.ts';
import { objectIn, plainText, withoutKey, type JsonObject } from '../../json.ts';
import { waitGone, type ClusterWriter, type ObjectKey } from '../../kube/apply/index.ts';
import { ApiError } from '../../kube/index.ts';
import { patchAsRead } from './patch-as-read.ts';
import type { StepContext } from './run-context.ts';
import type { RestoreObject } from './step-action.ts';
import { StepFailure } from './step-failure.ts';
import type { ActionOutcome } from './upgrade-event.ts';

type RestoreContext = Pick<StepContext, 'writer' | 'timeout' | 'signal'>;

/** Makes an object what it was: all of it but its status, and what the server gives each object anew. */
export async function restoreObject(
  context: RestoreContext,
  { object, before }: Pick<RestoreObject, 'object' | 'before'>,
): Promise<ActionOutcome> {
  const { writer, signal } = context;
  const live = await writer.get(object, { signal });
  if (before === null) return removed(context, object, live);
  const values = withoutServerFields(before);
  const outcome =
    live === undefined
      ? await madeAgain(writer, values, signal)
      : await patchAsRead(writer, object, (now) => difference(now, values), signal);
  const given = await patchAsRead(writer, object, (now) => otherManagers(now, before), signal);
  return given === 'done' ? given : outcome;
}

function difference(now: JsonObject, before: JsonObject): JsonObject | undefined {
  const patch = mergePatch(withoutServerFields(now), before);
  return Object.keys(patch).length === 0 ? undefined : patch;
}

/** Fields that were written here would be in the way of whoever applies them next. */
function otherManagers(now: JsonObject, before: JsonObject): JsonObject | undefined {
  const { managedFields } = objectIn(before, 'metadata');
  if (managedFields === undefined) return undefined;
  const isSame = isDeepStrictEqual(objectIn(now, 'metadata').managedFields, managedFields);
  return isSame ? undefined : { metadata: { managedFields } };
}

async function removed(
  { writer, timeout, signal }: RestoreContext,
  object: ObjectKey,
  live: JsonObject | undefined,
): Promise<ActionOutcome> {
  if (live === undefined) return 'unchanged';
  const uid = plainText(objectIn(live, 'metadata').uid);
  if ((await writer.delete(object, { uid, signal })) === 'gone') return 'done';
  const state = await waitGone(writer, object, uid, { timeout, signal });
  if (!state.ready)
    throw new StepFailure('ill', [`${object.kind} ${object.name} is not gone in time: ${state.reason}`]);
  return 'done';
}

/** The address that a Service had may have been given to another one. */
async function madeAgain(
  writer: ClusterWriter,
  before: JsonObject,
  signal: AbortSignal,
): Promise<ActionOutcome> {
  try {
    await writer.create(before, { signal });
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 422) || before.kind !== 'Service') throw error;
    const spec = ['clusterIP', 'clusterIPs'].reduce(withoutKey, objectIn(before, 'spec'));
    await writer.create({ ...before, spec }, { signal });
  }
  return 'done';
}
