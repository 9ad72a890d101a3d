import { createServer, type Server } from 'node:http';
import { objectsIn, plainText, type Json, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { labelsOf } from '../store/metadata.ts';
import { connectedProxies, type ConnectedProxy } from './connected-proxies.ts';
import { isReady } from './find-injector.ts';
import { tagOf } from './image-tag.ts';

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

const answers: Readonly<Record<string, (cluster: Cluster, pod: JsonObject) => Json>> = {
  '/ready': () => '',
  '/version': (_, pod) => `${tagOf(firstImage(pod))}-simulated-Clean`,
  '/debug/syncz': (cluster, pod) => connectedProxies(cluster, pod).map(syncState),
  '/debug/adsz': (cluster, pod) => {
    const clients = connectedProxies(cluster, pod).map(client);
    return { totalClients: clients.length, clients };
  },
};

const firstImage = (pod: JsonObject): string => plainText(objectsIn(pod, 'spec', 'containers')[0]?.image);

/** As istiod 1.31 writes it. */
function syncState({ name, namespace, version, nonce }: ConnectedProxy): JsonObject {
  const types = ['cluster', 'listener', 'route', 'endpoint'];
  return {
    cluster_id: 'Kubernetes',
    proxy: `${name}.${namespace}`,
    proxy_type: 'sidecar',
    istio_version: version,
    ...Object.fromEntries(
      types.flatMap((type) => [`${type}_sent`, `${type}_acked`].map((key) => [key, nonce])),
    ),
  };
}

/** The number at the end of a connection counts those of the istiod. */
function client({ name, namespace, version, addresses }: ConnectedProxy, index: number): JsonObject {
  return {
    connectionId: `${name}.${namespace}-${index + 1}`,
    metadata: {
      CLUSTER_ID: 'Kubernetes',
      ISTIO_VERSION: version,
      NAMESPACE: namespace,
      INSTANCE_IPS: addresses.join(','),
    },
  };
}
