import { objectIn, objectsIn, valueIn, type JsonObject } from '../../json.ts';
import { label } from '../../label.ts';
import { labelsOf, metadataOf, namespaceOf, withMetadata } from '../store/metadata.ts';
import type { Injector } from './find-injector.ts';
import { statusAnnotation } from './names.ts';

/** A pod with a proxy: as a container of its own beside the others, or as the one that waits for its image. */
export function injected(pod: JsonObject, { revision, image }: Injector): JsonObject {
  if (!isWanted(pod)) return pod;
  const spec = objectIn(pod, 'spec');
  const containers = objectsIn(spec.containers);
  const isGateway = containers.some(({ name }) => name === proxy);
  const withProxy = isGateway
    ? { containers: containers.map((one) => (one.name === proxy ? { ...one, image } : one)) }
    : { initContainers: [...objectsIn(spec.initContainers), sidecar(image)] };
  const status = {
    initContainers: [proxy],
    containers: null,
    volumes: null,
    imagePullSecrets: null,
    revision,
  };
  return withMetadata(
    { ...pod, spec: { ...spec, ...withProxy } },
    {
      annotations: {
        ...objectIn(metadataOf(pod), 'annotations'),
        [statusAnnotation]: JSON.stringify(status),
        [label.revision]: revision,
      },
    },
  );
}

const proxy = 'istio-proxy';

const sidecar = (image: string): JsonObject => ({
  name: proxy,
  image,
  restartPolicy: 'Always',
  resources: {},
});

const without = new Set(['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage']);

function isWanted(pod: JsonObject): boolean {
  if (without.has(namespaceOf(pod)) || valueIn(pod, 'spec', 'hostNetwork') === true) return false;
  if (labelsOf(pod)['sidecar.istio.io/inject'] === 'false') return false;
  return valueIn(pod, 'metadata', 'annotations', statusAnnotation) === undefined;
}
