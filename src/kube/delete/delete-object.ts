import { isObject } from '../../json.ts';
import type { JsonObject } from '../../resources/index.ts';
import { rulesFor } from '../apply/apply-object.ts';
import { getObject } from '../apply/get-object.ts';
import type { ObjectKey } from '../apply/object-key.ts';
import { endOf, targetIfServed, type Target, type WriteStage } from '../apply/target.ts';
import { mostWriteAttempts } from '../apply/write-attempts.ts';
import { requestOnce } from '../request.ts';
import { attempts, type Attempt } from '../session/attempts.ts';
import { textOf } from '../text-of.ts';
import type { DeleteOptions, DeleteOutcome } from './delete-options.ts';

/** `ClusterWriter.delete`. */
export async function deleteObject(
  stage: WriteStage,
  key: ObjectKey,
  options: DeleteOptions,
): Promise<DeleteOutcome> {
  const signal = endOf(stage, options.signal);
  const target = await targetIfServed(stage, key, signal);
  if (target === undefined) return 'gone';
  const { clock } = stage.connection.stage;
  return attempts(() => attempt(stage, target, options, signal), signal, clock, mostWriteAttempts);
}

async function attempt(
  stage: WriteStage,
  target: Target,
  options: DeleteOptions,
  signal: AbortSignal,
): Promise<Attempt<DeleteOutcome>> {
  const asked = deletion(target, options);
  const sent = await requestOnce(asked, signal, stage.connection.stage, rulesFor('delete', target, stage));
  if (sent.failure === undefined) return { value: outcomeOf(sent.value) };
  const status = sent.answer?.status;
  if (status === 404) return { value: 'gone' };
  if (status !== 409) return sent;
  // Another object has the name; or its end had begun before; or something was written at the same moment.
  const there = await getObject(stage, target, signal);
  if (there === undefined || uidOf(there) !== options.uid) return { value: 'gone' };
  return outcomeOf(there) === 'ending' ? { value: 'ending' } : { ...sent, again: true };
}

function deletion({ path }: Target, { uid, propagation = 'Foreground', dryRun }: DeleteOptions) {
  const value = {
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    preconditions: { uid },
    propagationPolicy: propagation,
    ...(dryRun && { dryRun: ['All'] }),
  };
  return { method: 'DELETE', path, body: { type: 'application/json', value } } as const;
}

/** An object that is gone at once is answered with as it was, or with a `Status`. */
function outcomeOf({ metadata }: JsonObject): DeleteOutcome {
  const ends = isObject(metadata) ? textOf(metadata.deletionTimestamp) : undefined;
  return ends === undefined ? 'gone' : 'ending';
}

function uidOf({ metadata }: JsonObject): string | undefined {
  return isObject(metadata) ? textOf(metadata.uid) : undefined;
}
