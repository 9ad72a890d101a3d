import { objectIn, withoutKey, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { isEnding, nameOf } from '../store/metadata.ts';
import { createObject } from '../write/create-object.ts';
import { deleteObject } from '../write/delete-object.ts';
import { updateObject } from '../write/update-object.ts';
import type { Controller } from './pass.ts';
import { controllerManager } from './set-status.ts';

const namespaces = builtIn('Namespace');
const accounts = builtIn('ServiceAccount');
const configMaps = builtIn('ConfigMap');
const by = { manager: controllerManager };

/** Gives every namespace what all have, and empties those that end. */
export const namespaceController: Controller = ({ cluster }) => {
  for (const namespace of cluster.store.list(namespaces)) {
    if (isEnding(namespace)) empty(cluster, namespace);
    else furnish(cluster, nameOf(namespace));
  }
};

function furnish(cluster: Cluster, namespace: string): void {
  const { store, identity } = cluster;
  if (store.get(accounts, namespace, 'default') === undefined)
    createObject(cluster, accounts, { metadata: { name: 'default', namespace } }, by);
  const name = 'kube-root-ca.crt';
  if (store.get(configMaps, namespace, name) !== undefined) return;
  const data = { 'ca.crt': identity.server.certificate };
  createObject(cluster, configMaps, { metadata: { name, namespace }, data }, by);
}

function empty(cluster: Cluster, namespace: JsonObject): void {
  const kinds = cluster.catalogue.each().filter(({ namespaced }) => namespaced);
  const left = kinds.flatMap((kind) =>
    cluster.store.list(kind, nameOf(namespace)).map((object) => ({ kind, object })),
  );
  for (const { kind, object } of left) if (!isEnding(object)) deleteObject(cluster, kind, object, {});
  const remains = kinds.some((kind) => cluster.store.list(kind, nameOf(namespace)).length > 0);
  if (remains) return;
  const next = { ...namespace, spec: withoutKey(objectIn(namespace, 'spec'), 'finalizers') };
  updateObject(cluster, namespaces, namespace, next, { ...by, subresource: 'finalize' });
}
