import { plainText, valueIn, type JsonObject } from '../../json.ts';
import { afterOf, isMoved, requireKnown } from './label-object.ts';
import { ownerKey } from './object-keys.ts';
import { patchAsRead } from './patch-as-read.ts';
import type { StepContext } from './run-context.ts';
import type { RestartOwner } from './step-action.ts';
import type { ActionOutcome } from './upgrade-event.ts';

/**
 * Restarts an owner as kubectl does, by an annotation of its template, together with labels of it. One that bears the
 * mark of this very restart is left alone, and one that is gone has nothing to restart.
 *
 * @throws {StepFailure} when somebody else has changed the labels.
 */
export function restartOwner(
  { writer, stamp, signal }: StepContext,
  { owner }: RestartOwner,
): Promise<ActionOutcome> {
  const key = ownerKey(owner);
  const labels = owner.templateLabels ?? {};
  const patchOf = (live: JsonObject): JsonObject | undefined => {
    requireKnown(key, live, 'template-labels', labels);
    if (restartedAt(live) === stamp && isMoved(live, 'template-labels', labels)) return undefined;
    const metadata = { annotations: { [mark]: stamp }, labels: afterOf(labels) };
    return { spec: { template: { metadata } } };
  };
  return patchAsRead(writer, key, patchOf, signal);
}

const mark = 'kubectl.kubernetes.io/restartedAt';

const restartedAt = (owner: JsonObject): string =>
  plainText(valueIn(owner, 'spec', 'template', 'metadata', 'annotations', mark));
