import { objectIn, type JsonObject } from '../../../json.ts';
import { idOfObject } from '../../../kube/apply/index.ts';
import {
  desiredObjects,
  planInstall,
  type DesiredInstall,
  type InstallPlan,
} from '../../../install/index.ts';
import type { InstallState } from '../../../install/install-state.ts';
import { loadOperatorSpec, renderManifests } from '../../../operator/index.ts';
import { applyChange } from './apply-change.ts';
import { settle } from './model-controllers.ts';
import type { ModelMesh } from './model-mesh.ts';

const rendered = new Map<string, Promise<DesiredInstall>>();

/** What an IstioOperator installs, but for definitions of kinds; each is rendered once. */
export function desiredOf(spec: JsonObject): Promise<DesiredInstall> {
  const text = JSON.stringify(spec);
  const known = rendered.get(text) ?? render(text);
  rendered.set(text, known);
  return known;
}

async function render(text: string): Promise<DesiredInstall> {
  const spec = await loadOperatorSpec({ files: [{ name: 'spec.yaml', text }] });
  const desired = desiredObjects(spec, await renderManifests(spec));
  return {
    ...desired,
    objects: desired.objects.filter(({ object }) => object.kind !== 'CustomResourceDefinition'),
  };
}

/** A control plane without gateways. */
export const operatorOf = (revision: string, version: string): JsonObject => ({
  ...{ apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator' },
  spec: {
    ...{ profile: 'minimal', hub: 'docker.io/istio', tag: version },
    ...(revision !== 'default' && { revision }),
  },
});

/** Installs what is desired, stage by stage, as `install` does. */
export function installInModel(mesh: ModelMesh, desired: DesiredInstall): void {
  for (const { changes } of installPlan(mesh, desired).stages) {
    for (const change of changes) applyChange(mesh, change);
    settle(mesh);
  }
}

interface KnownPlan {
  readonly state: InstallState;
  readonly plan: InstallPlan;
}
const plans = new WeakMap<DesiredInstall, KnownPlan[]>();

/** The plan of an installation; for the same objects it is made once. */
export function installPlan(mesh: ModelMesh, desired: DesiredInstall): InstallPlan {
  const state = stateOf(mesh);
  const known = plans.get(desired) ?? [];
  plans.set(desired, known);
  const same = known.find((one) => isSame(one.state, state));
  if (same !== undefined) return same.plan;
  const plan = planInstall(desired, state);
  known.push({ state, plan });
  return plan;
}

const isSame = (a: InstallState, b: InstallState): boolean =>
  a.objects.size === b.objects.size && [...a.objects].every(([id, object]) => b.objects.get(id) === object);

/** The cluster as an installation reads it; namespaces need no change. */
const stateOf = (mesh: ModelMesh): InstallState => ({
  namespaces: mesh.ofKind('Namespace'),
  objects: new Map(mesh.objects.filter(hasManagers).map((object) => [idOfObject(object), object])),
  ...{ unserved: [], unseen: [] },
});

const hasManagers = (object: JsonObject): boolean => objectIn(object, 'metadata').managedFields !== undefined;
