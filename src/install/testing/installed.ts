import { objectIn, type JsonObject } from '../../json.ts';
import { loadOperatorSpec, renderManifests } from '../../operator/index.ts';
import { applyTo, updateTo } from '../../server-side-apply/index.ts';
import { desiredObjects, type DesiredInstall } from '../desired-objects.ts';
import type { InstallState } from '../install-state.ts';
import { planInstall, type PlanOptions } from '../plan-install.ts';
import { idOfObject } from '../../kube/apply/index.ts';

/** What a spec wants. */
export async function wanted(...sets: readonly string[]): Promise<DesiredInstall> {
  const spec = await loadOperatorSpec({ sets });
  return desiredObjects(spec, await renderManifests(spec));
}

export const emptyState: InstallState = { namespaces: [], objects: new Map(), unserved: [], unseen: [] };

/** A cluster with these objects. */
export const stateWith = (objects: readonly JsonObject[]): InstallState => ({
  ...emptyState,
  namespaces: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } }],
  objects: new Map(objects.map((object) => [idOfObject(object), object])),
});

/** The cluster after plans for these were carried out, one after the other, and istiod did its part. */
export function stateAfter(
  installs: readonly DesiredInstall[],
  { manager = 'meshctl', ...options }: PlanOptions & { readonly manager?: string } = {},
): InstallState {
  return installs.reduce((before, desired) => {
    const plan = planInstall(desired, before, options);
    const objects = new Map(before.objects);
    for (const { object } of plan.prune) objects.delete(idOfObject({ ...object, metadata: { ...object } }));
    for (const change of plan.stages.flatMap(({ changes }) => changes)) {
      if (change.desired === undefined) continue;
      const applied = applyTo(change.live, change.desired, { manager }).object;
      objects.set(idOfObject(applied), asIstiodLeavesIt(applied));
    }
    return { ...stateWith([...objects.values()]) };
  }, emptyState);
}

/** With the certificate in its webhooks. */
function asIstiodLeavesIt(object: JsonObject): JsonObject {
  if (!Array.isArray(object.webhooks)) return object;
  const webhooks = object.webhooks.map((webhook) => ({
    ...(webhook as JsonObject),
    clientConfig: { ...objectIn(webhook, 'clientConfig'), caBundle: 'Q0E=' },
  }));
  return updateTo(object, { ...object, webhooks }, { manager: 'pilot-discovery' });
}
