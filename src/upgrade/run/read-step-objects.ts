import { readUninstallState } from '../../install/uninstall/index.ts';
import type { JsonObject } from '../../json.ts';
import { idOf, idOfObject, type ClusterWriter, type ObjectKey } from '../../kube/apply/index.ts';
import { limit } from '../../kube/index.ts';
import { readTagState } from '../../revision/index.ts';
import type { UpgradePlan, UpgradeStep } from '../upgrade-plan.ts';
import { actionsOf } from './actions-of.ts';
import { ownerKey } from './object-keys.ts';

/**
 * Reads what `actionsOf`, `stepProblems` and `beforeValues` need for a step.
 *
 * @throws {MeshctlError} when it cannot be read.
 */
export async function readStepObjects(
  writer: ClusterWriter,
  step: UpgradeStep,
  { istioNamespace: namespace }: Pick<UpgradePlan, 'istioNamespace'>,
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  if (step.kind === 'remove-revision') return removable(writer, step.revision, namespace, signal);
  const tag = step.kind === 'set-tag' ? { tag: step.tag } : {};
  const planes = await readTagState(writer, { namespace, ...tag, signal });
  const touched = step.kind === 'set-tag' ? [] : actionsOf(step, [], { istioNamespace: namespace });
  const keys = touched.flatMap((action): readonly ObjectKey[] => {
    if (action.type === 'patch') return [action.object];
    if (action.type === 'label' && action.object.kind !== 'Namespace') return [action.object];
    return action.type === 'restart' ? [ownerKey(action.owner)] : [];
  });
  const wanted = new Map(keys.map((key) => [idOf(key), key]));
  const read = await limit(
    8,
    [...wanted.values()].map((key) => () => writer.get(key, { signal })),
  );
  return [...planes, ...read.filter((object) => object !== undefined)];
}

async function removable(
  writer: ClusterWriter,
  revision: string,
  istioNamespace: string,
  signal: AbortSignal,
): Promise<readonly JsonObject[]> {
  const target = { type: 'revision', revision, namespace: istioNamespace } as const;
  const state = await readUninstallState(writer.client, target, { istioNamespace, signal });
  const { installed, injectors, validators, tagServices, namespaces, pods } = state;
  const lists = [...installed, ...injectors, ...validators, ...tagServices, ...namespaces, ...pods];
  return [...new Map(lists.map((object) => [idOfObject(object), object])).values()];
}
