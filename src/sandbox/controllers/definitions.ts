import { objectIn, objectsIn, plainText, type JsonObject } from '../../json.ts';
import { timestamp, type Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { conditionOf } from '../store/condition.ts';
import { finalizersOf, isEnding, withMetadata } from '../store/metadata.ts';
import { deleteObject } from '../write/delete-object.ts';
import { updateObject } from '../write/update-object.ts';
import type { Controller } from './pass.ts';
import { controllerManager, setStatus } from './set-status.ts';

const definitions = builtIn('CustomResourceDefinition');
const cleanup = 'customresourcecleanup.apiextensions.k8s.io';

/** Establishes CustomResourceDefinitions; deletes the resources of one that ends, then the definition. */
export const definitionController: Controller = ({ cluster }) => {
  for (const definition of cluster.store.list(definitions)) {
    if (isEnding(definition)) finish(cluster, definition);
    else if (conditionOf(definition, 'Established') === undefined)
      setStatus(cluster, definitions, definition, establishedStatus(definition), apiServer);
  }
  cluster.catalogue.define(cluster.store.list(definitions));
};

const apiServer = 'kube-apiserver';

function establishedStatus(definition: JsonObject): JsonObject {
  const { names, versions } = objectIn(definition, 'spec');
  const lastTransitionTime = timestamp();
  const condition = (type: string, reason: string, message: string): JsonObject => ({
    ...{ type, reason, message, status: 'True', lastTransitionTime },
  });
  return {
    acceptedNames: names ?? {},
    conditions: [
      condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
      condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
    ],
    storedVersions: objectsIn(versions)
      .filter(({ storage }) => storage === true)
      .map(({ name }) => plainText(name)),
  };
}

function finish(cluster: Cluster, definition: JsonObject): void {
  const { group, names } = objectIn(definition, 'spec');
  const resource = plainText(objectIn(names).plural);
  const kind = cluster.catalogue.each().find((one) => one.resource === resource && one.group === group);
  const left = kind === undefined ? [] : cluster.store.list(kind);
  if (kind !== undefined) for (const one of left) if (!isEnding(one)) deleteObject(cluster, kind, one, {});
  if (kind !== undefined && cluster.store.list(kind).length > 0) return;
  const finalizers = finalizersOf(definition).filter((name) => name !== cleanup);
  if (finalizers.length === finalizersOf(definition).length) return;
  const next = withMetadata(definition, { finalizers: finalizers.length > 0 ? finalizers : undefined });
  updateObject(cluster, definitions, definition, next, { manager: controllerManager });
}
