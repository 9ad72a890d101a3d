import { isDeepStrictEqual } from 'node:util';
import { objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../../json.ts';
import type { Cluster } from '../cluster.ts';
import { builtIn } from '../kinds/catalogue.ts';
import { isReady } from '../mesh/find-injector.ts';
import { hashSuffix } from '../random-name.ts';
import { matchesLabels } from '../read/label-selector.ts';
import { isEnding, labelsOf, nameOf, namespaceOf, uidOf } from '../store/metadata.ts';
import { createObject } from '../write/create-object.ts';
import { updateObject } from '../write/update-object.ts';
import { containersOf } from './owned-pods.ts';
import { ownerReference } from './owner-reference.ts';
import type { Controller } from './pass.ts';
import { controllerManager, setStatus } from './set-status.ts';

const services = builtIn('Service');
const slices = builtIn('EndpointSlice');
const pods = builtIn('Pod');

/** Gives services of type LoadBalancer an address, and every service with a selector one EndpointSlice. */
export const serviceController: Controller = ({ cluster }) => {
  for (const service of cluster.store.list(services)) {
    if (isEnding(service)) continue;
    const { type, selector } = objectIn(service, 'spec');
    if (type === 'LoadBalancer') giveAddress(cluster, service);
    if (selector !== undefined) keepSlice(cluster, service);
  }
};

/** From a block of addresses for documentation (RFC 5737): nothing answers there. */
function giveAddress(cluster: Cluster, service: JsonObject): void {
  if (valueIn(service, 'status', 'loadBalancer', 'ingress') !== undefined) return;
  const ip = `203.0.113.${1 + (cluster.nextNumber('loadBalancer') % 250)}`;
  const status = { loadBalancer: { ingress: [{ ip, ipMode: 'VIP' }] } };
  setStatus(cluster, services, service, status, 'cloud-controller-manager');
}

function keepSlice(cluster: Cluster, service: JsonObject): void {
  const namespace = namespaceOf(service);
  const name = `${nameOf(service)}-${hashSuffix(uidOf(service), 5)}`;
  const wanted = contentOf(cluster, service);
  const there = cluster.store.get(slices, namespace, name);
  if (there === undefined) createObject(cluster, slices, newSlice(service, name, wanted), by);
  else if (!isDeepStrictEqual({ endpoints: there.endpoints, ports: there.ports }, wanted))
    updateObject(cluster, slices, there, { ...there, ...wanted }, by);
}

const by = { manager: controllerManager };

interface SliceContent extends JsonObject {
  readonly endpoints: Json;
  readonly ports: Json;
}

function newSlice(service: JsonObject, name: string, content: SliceContent): JsonObject {
  return {
    metadata: {
      name,
      namespace: namespaceOf(service),
      labels: {
        'kubernetes.io/service-name': nameOf(service),
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      },
      ownerReferences: [ownerReference(service)],
    },
    addressType: 'IPv4',
    ...content,
  };
}

function contentOf(cluster: Cluster, service: JsonObject): SliceContent {
  const matchLabels = objectIn(service, 'spec', 'selector');
  const selected = cluster.store
    .list(pods, namespaceOf(service))
    .filter((pod) => matchesLabels({ matchLabels }, labelsOf(pod)) && isReady(pod));
  return { endpoints: selected.map(endpointOf), ports: portsOf(service, selected[0]) };
}

function endpointOf(pod: JsonObject): JsonObject {
  return {
    addresses: [plainText(valueIn(pod, 'status', 'podIP'))],
    conditions: { ready: true, serving: true, terminating: false },
    nodeName: plainText(valueIn(pod, 'spec', 'nodeName')),
    targetRef: { kind: 'Pod', namespace: namespaceOf(pod), name: nameOf(pod), uid: uidOf(pod) },
  };
}

function portsOf(service: JsonObject, pod: JsonObject | undefined): JsonObject[] {
  return objectsIn(service, 'spec', 'ports').map(({ name, protocol, targetPort, appProtocol }) => ({
    name: plainText(name),
    protocol: plainText(protocol),
    port: portNumber(targetPort, pod),
    ...(appProtocol !== undefined && { appProtocol }),
  }));
}

/** A target port may be the name of a container's port. */
function portNumber(target: Json | undefined, pod: JsonObject | undefined): number {
  if (typeof target === 'number') return target;
  const ports = pod === undefined ? [] : containersOf(pod).flatMap((container) => objectsIn(container.ports));
  return Number(ports.find(({ name }) => name === target)?.containerPort ?? 0);
}
