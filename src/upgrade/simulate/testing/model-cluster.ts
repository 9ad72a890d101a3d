import { plainText, objectIn, type JsonObject } from '../../../json.ts';
import { planTagSet } from '../../../revision/index.ts';
import { applyChange } from './apply-change.ts';
import { desiredOf, installInModel, operatorOf } from './control-planes.ts';
import { settle } from './model-controllers.ts';
import { ModelMesh } from './model-mesh.ts';
import type { RandomCluster } from './random-cluster.ts';

const bases = new Map<string, Promise<readonly JsonObject[]>>();

/** The objects of a cluster whose control plane and tags are there, and whose workloads run. */
export async function modelCluster({
  from,
  fromVersion,
  tags,
  objects,
}: RandomCluster): Promise<readonly JsonObject[]> {
  const key = JSON.stringify([from, fromVersion, tags]);
  const base = bases.get(key) ?? controlPlane(from, fromVersion, tags);
  bases.set(key, base);
  const mesh = new ModelMesh([...(await base), ...objects]);
  settle(mesh);
  return mesh.objects;
}

async function controlPlane(
  revision: string,
  version: string,
  tags: readonly string[],
): Promise<readonly JsonObject[]> {
  const system = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'istio-system' } };
  const mesh = new ModelMesh([system]);
  installInModel(mesh, await desiredOf(operatorOf(revision, version)));
  for (const tag of tags) {
    const namespace = plainText(objectIn(system, 'metadata').name);
    const wish = { tag, revision, namespace, overwrite: true, everywhere: false };
    for (const change of planTagSet({ ...wish, objects: mesh.objects }).changes) applyChange(mesh, change);
  }
  settle(mesh);
  return mesh.objects;
}
