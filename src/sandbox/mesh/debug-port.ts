import { createServer, type Server } from 'node:http';
import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import { annotationOf } from '../../label-of.ts';
import { label } from '../../label.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { labelsOf, nameOf, namespaceOf, uidOf } from '../store/metadata.ts';
import { isReady } from './find-injector.ts';
import { statusAnnotation } from './names.ts';

/** The debug port of a simulated istiod, as an HTTP server that listens nowhere; undefined for any other port. */
export function debugPort(cluster: Cluster, pod: JsonObject, port: number): Server | undefined {
  const isIstiod = labelsOf(pod).app === 'istiod' && isReady(pod);
  if (!isIstiod || (port !== 15_014 && port !== 8080)) return undefined;
  return createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const answer = answers[path]?.(cluster, pod);
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string')
      response.writeHead(200, { 'content-type': 'text/plain' }).end(answer);
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
}

const answers: Readonly<Record<string, (cluster: Cluster, pod: JsonObject) => string | JsonObject[]>> = {
  '/ready': () => '',
  '/version': (_, pod) => `${tagOf(firstImage(pod))}-simulated-Clean`,
  '/debug/syncz': syncStates,
};

const tagOf = (image: string): string => image.slice(image.lastIndexOf(':') + 1);

const firstImage = (pod: JsonObject): string => plainText(objectsIn(pod, 'spec', 'containers')[0]?.image);

const pods = builtIn('Pod');

/** The proxies of this pod: those of its revision, shared out among the ready pods of that istiod. */
function syncStates({ store }: Cluster, self: JsonObject): JsonObject[] {
  const all = store.list(pods);
  const revision = plainText(labelsOf(self)[label.revision]);
  const peers = all.filter(
    (pod) =>
      namespaceOf(pod) === namespaceOf(self) &&
      labelsOf(pod).app === 'istiod' &&
      labelsOf(pod)[label.revision] === revision &&
      isReady(pod),
  );
  const turn = peers.findIndex((pod) => uidOf(pod) === uidOf(self));
  return all
    .filter((pod) => isReady(pod) && injectedBy(pod) === revision)
    .filter((_, index) => index % peers.length === turn)
    .map(syncState);
}

function injectedBy(pod: JsonObject): string | undefined {
  const text = annotationOf(pod, statusAnnotation);
  try {
    return text === '' ? undefined : plainText(valueIn(JSON.parse(text) as JsonObject, 'revision'));
  } catch {
    return undefined;
  }
}

/** As istiod 1.31 writes it. */
function syncState(pod: JsonObject): JsonObject {
  const { initContainers, containers } = objectIn(pod, 'spec');
  const proxy = [...objectsIn(initContainers), ...objectsIn(containers)].find(
    ({ name }) => name === 'istio-proxy',
  );
  const nonce = uidOf(pod);
  const types = ['cluster', 'listener', 'route', 'endpoint'];
  return {
    cluster_id: 'Kubernetes',
    proxy: `${nameOf(pod)}.${namespaceOf(pod)}`,
    proxy_type: 'sidecar',
    istio_version: tagOf(plainText(proxy?.image)),
    ...Object.fromEntries(
      types.flatMap((type) => [`${type}_sent`, `${type}_acked`].map((key) => [key, nonce])),
    ),
  };
}
