import { objectIn, objectsIn, type JsonObject } from '../../json.ts';

/** What a plan needs of an object: a cluster may have tens of thousands of Pods and ReplicaSets. */
export function trimmed(object: JsonObject): JsonObject {
  switch (object.kind) {
    case 'Pod':
      return trimmedPod(object);
    case 'ReplicaSet':
      return { ...identityOf(object), metadata: only(objectIn(object, 'metadata'), setMetadata) };
    case 'CustomResourceDefinition':
      return trimmedDefinition(object);
    default:
      return object;
  }
}

const setMetadata = ['name', 'namespace', 'ownerReferences'];
const podMetadata = [...setMetadata, 'labels', 'annotations'];

function trimmedPod(pod: JsonObject): JsonObject {
  const { nodeName, initContainers, containers } = objectIn(pod, 'spec');
  return {
    ...identityOf(pod),
    metadata: only(objectIn(pod, 'metadata'), podMetadata),
    spec: {
      ...(nodeName !== undefined && { nodeName }),
      initContainers: images(initContainers),
      containers: images(containers),
    },
    status: only(objectIn(pod, 'status'), ['phase', 'conditions']),
  };
}

const images = (containers: JsonObject[string] | undefined): JsonObject[] =>
  objectsIn(containers).map((container) => {
    const { requests } = objectIn(container, 'resources');
    const kept = only(container, ['name', 'image', 'restartPolicy']);
    return requests === undefined ? kept : { ...kept, resources: { requests } };
  });

/** The schemas of definitions are most of them. */
const trimmedDefinition = (definition: JsonObject): JsonObject => ({
  ...definition,
  spec: {
    ...objectIn(definition, 'spec'),
    versions: objectsIn(definition, 'spec', 'versions').map((version) =>
      only(version, ['name', 'served', 'storage']),
    ),
  },
});

const identityOf = ({ apiVersion = '', kind = '' }: JsonObject): JsonObject => ({ apiVersion, kind });

const only = (object: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)));
