import { objectsIn, plainText, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { labelOf } from '../../label-of.ts';
import { isDeactivated, planTagSet } from '../../revision/index.ts';
import type { SetTag } from '../upgrade-plan.ts';
import type { StepAction } from './step-action.ts';

/**
 * The writes that set a tag.
 *
 * @throws {MeshctlError} `input` as `planTagSet` does.
 */
export function tagWrites(
  { tag, to }: SetTag,
  objects: readonly JsonObject[],
  namespace: string,
): readonly StepAction[] {
  const everywhere = tag === 'default' && objects.some(injectsEverywhere);
  const { changes } = planTagSet({ tag, revision: to, namespace, overwrite: true, everywhere, objects });
  return changes.filter(({ action }) => action !== 'unchanged').map((change) => ({ type: 'write', change }));
}

/** Who has the default now injects Pods that no label speaks of, too: that moves with it. */
function injectsEverywhere(object: JsonObject): boolean {
  if (object.kind !== 'MutatingWebhookConfiguration') return false;
  const isDefault =
    labelOf(object, label.tag) === 'default' ||
    (labelOf(object, label.tag) === '' && labelOf(object, label.revision) === 'default');
  return (
    isDefault &&
    !isDeactivated(object) &&
    objectsIn(object, 'webhooks').some(({ name }) => plainText(name).startsWith('auto.'))
  );
}
