import { objectIn, type JsonObject } from '../../../json.ts';
import { idOfObject } from '../../../kube/apply/index.ts';
import { desiredObjects, planInstall, type DesiredInstall } from '../../../install/index.ts';
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
  for (const { changes } of planInstall(desired, stateOf(mesh)).stages) {
    for (const change of changes) applyChange(mesh, change);
    settle(mesh);
  }
}

const stateOf = (mesh: ModelMesh): InstallState => ({
  namespaces: mesh.ofKind('Namespace'),
  objects: new Map(mesh.objects.filter(hasManagers).map((object) => [idOfObject(object), object])),
  ...{ unserved: [], unseen: [] },
});

const hasManagers = (object: JsonObject): boolean => objectIn(object, 'metadata').managedFields !== undefined;
