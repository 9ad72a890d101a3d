import { objectIn, plainText, type JsonObject } from '../../json.ts';
import type { ClusterWriter, ObjectKey } from '../../kube/apply/index.ts';
import { ApiError } from '../../kube/index.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Patches an object as it was read, and reads it again when somebody else was faster. `patchOf` gives nothing when
 * nothing is to do; an object that is gone has nothing to patch.
 */
export async function patchAsRead(
  writer: ClusterWriter,
  key: ObjectKey,
  patchOf: (live: JsonObject) => JsonObject | undefined,
  signal: AbortSignal,
): Promise<ActionOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const live = await writer.get(key, { signal });
    const patch = live && patchOf(live);
    if (live === undefined || patch === undefined) return 'unchanged';
    const metadata = { ...objectIn(patch, 'metadata'), ...identityOf(live) };
    try {
      await writer.patch(key, { ...patch, metadata }, { type: 'merge', signal });
      return 'done';
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409) || attempt === mostAttempts) throw error;
    }
  }
}

/** Controllers write the status of an object at any time. */
const mostAttempts = 10;

/** Nothing else is written than what was looked at. */
function identityOf(live: JsonObject): JsonObject {
  const { uid, resourceVersion } = objectIn(live, 'metadata');
  return { uid: plainText(uid), resourceVersion: plainText(resourceVersion) };
}
