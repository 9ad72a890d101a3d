import { objectIn, objectsIn, plainText, valueIn, type JsonObject } from '../../json.ts';
import type { Kind } from '../kinds/kind.ts';
import { metadataOf } from '../store/metadata.ts';

interface Column {
  readonly name: string;
  readonly cell: (object: JsonObject) => string;
}

/** The columns of a kind, its name first. */
export const columnsOf = (kind: Kind): JsonObject[] =>
  ['Name', ...columns(kind).map(({ name }) => name)].map((name) => ({
    name,
    type: 'string',
    format: name === 'Name' ? 'name' : '',
    description: '',
    priority: 0,
  }));

/** What stands in them, but for the name. */
export const cellsOf = (kind: Kind, object: JsonObject): string[] =>
  columns(kind).map(({ cell }) => cell(object));

const at = (...path: readonly string[]) => {
  return (object: JsonObject): string => plainText(valueIn(object, ...path)) || '0';
};

const age: Column = { name: 'Age', cell: ageOf };

const columns = (kind: Kind): readonly Column[] => [...(own[kind.kind] ?? []), age];

const replicas: Column = {
  name: 'Ready',
  cell: (object) => `${at('status', 'readyReplicas')(object)}/${at('spec', 'replicas')(object)}`,
};

/** The columns that kubectl shows for kinds that people look at most. */
const own: Readonly<Record<string, readonly Column[]>> = {
  Pod: [
    { name: 'Ready', cell: readyContainers },
    { name: 'Status', cell: at('status', 'phase') },
    { name: 'Restarts', cell: () => '0' },
  ],
  Deployment: [
    replicas,
    { name: 'Up-to-date', cell: at('status', 'updatedReplicas') },
    { name: 'Available', cell: at('status', 'availableReplicas') },
  ],
  StatefulSet: [replicas],
  ReplicaSet: [
    { name: 'Desired', cell: at('spec', 'replicas') },
    { name: 'Current', cell: at('status', 'replicas') },
    { name: 'Ready', cell: at('status', 'readyReplicas') },
  ],
  DaemonSet: [
    { name: 'Desired', cell: at('status', 'desiredNumberScheduled') },
    { name: 'Ready', cell: at('status', 'numberReady') },
  ],
  Namespace: [{ name: 'Status', cell: at('status', 'phase') }],
  Service: [
    { name: 'Type', cell: at('spec', 'type') },
    { name: 'Cluster-IP', cell: (service) => plainText(valueIn(service, 'spec', 'clusterIP')) || '<none>' },
    { name: 'External-IP', cell: externalAddress },
    { name: 'Port(s)', cell: portList },
  ],
};

function readyContainers(pod: JsonObject): string {
  const { initContainers, containers } = objectIn(pod, 'spec');
  const sidecars = objectsIn(initContainers).filter(({ restartPolicy }) => restartPolicy === 'Always');
  const all = objectsIn(containers).length + sidecars.length;
  return `${valueIn(pod, 'status', 'phase') === 'Running' ? all : 0}/${all}`;
}

function externalAddress(service: JsonObject): string {
  const [first] = objectsIn(service, 'status', 'loadBalancer', 'ingress');
  return plainText(first?.ip) || '<none>';
}

function portList(service: JsonObject): string {
  const ports = objectsIn(service, 'spec', 'ports').map(({ port, nodePort, protocol }) => {
    const open = nodePort === undefined ? '' : `:${plainText(nodePort)}`;
    return `${plainText(port)}${open}/${plainText(protocol)}`;
  });
  return ports.join(',') || '<none>';
}

function ageOf(object: JsonObject): string {
  const created = Date.parse(plainText(metadataOf(object).creationTimestamp));
  const seconds = Math.max(0, Math.floor((Date.now() - created) / 1000));
  if (Number.isNaN(created)) return '<unknown>';
  if (seconds < 120) return `${seconds}s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)}m`;
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)}d`;
}
