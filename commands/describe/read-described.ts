import type { Target } from '../../src/describe/index.ts';
import {
  connect,
  readCluster,
  type ClusterClient,
  type ClusterRead,
  type KindRef,
} from '../../src/kube/index.ts';
import { fieldsOf } from '../../src/object-fields.ts';
import type { Resource } from '../../src/resources/index.ts';
import type { CommandIo } from '../command-io.ts';
import { connectOptions } from '../kube-options.ts';
import type { DescribeCommandOptions } from './describe-options.ts';

/** What of a cluster a description is about. */
export interface Described {
  readonly client: ClusterClient;
  readonly read: ClusterRead;
  readonly target: Target;
  readonly partial: boolean;
}

/**
 * Reads what a description needs: routes and policies of the whole mesh, but Pods only where the described ones are and
 * where gateways run.
 */
export async function readDescribed(
  io: CommandIo,
  targetIn: (namespace: string) => Target,
  options: DescribeCommandOptions,
): Promise<Described> {
  const client = await connect(connectOptions(io, options));
  const target = targetIn(options.namespace ?? client.namespace);
  const own = { namespaces: [target.namespace] };
  const parts = await Promise.all([
    readCluster(client, everywhere),
    readCluster(client, target.kind === undefined ? machines : [...machines, ...templates], own),
    readCluster(client, [{ group: '', kind: 'ConfigMap' }], { namespaces: [options.istioNamespace] }),
  ]);
  const homes = [...new Set([target.namespace, ...gatewayNamespaces(parts[0].resources)])];
  const pods = await readCluster(client, [{ group: '', kind: 'Pod' }], { namespaces: homes });
  const read = joined([...parts, pods]);
  return { client, read, target, partial: read.missing.some(({ outcome }) => outcome !== 'absent') };
}

const kinds = (group: string, ...names: readonly string[]): readonly KindRef[] =>
  names.map((kind) => ({ group, kind }));

const everywhere: readonly KindRef[] = [
  ...kinds('', 'Namespace', 'Service'),
  ...kinds('admissionregistration.k8s.io', 'MutatingWebhookConfiguration'),
  ...kinds('networking.istio.io', 'DestinationRule', 'Gateway', 'VirtualService'),
  ...kinds('security.istio.io', 'AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'),
  ...kinds('gateway.networking.k8s.io', 'Gateway', 'GatewayClass', 'ListenerSet', 'ReferenceGrant'),
  ...kinds('gateway.networking.k8s.io', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'),
];
const machines = kinds('networking.istio.io', 'WorkloadEntry', 'WorkloadGroup');
const templates = [
  ...kinds('apps', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'),
  ...kinds('batch', 'Job'),
];

/** Gateways run where a Service is in front of them; those of Gateway API in their own namespace. */
function gatewayNamespaces(resources: readonly Resource[]): readonly string[] {
  const gateways = resources.filter(({ kind }) => kind === 'Gateway');
  const selectors = gateways
    .filter(({ apiVersion }) => apiVersion.startsWith('networking.istio.io/'))
    .map((gateway) => selectorOf(gateway))
    .filter((selector) => selector.length > 0);
  const services = resources.filter(({ kind }) => kind === 'Service');
  const inFront = services.filter((service) => {
    const pairs = selectorOf(service);
    return selectors.some((selector) => selector.every((pair) => pairs.includes(pair)));
  });
  const ofGatewayApi = gateways.filter(({ apiVersion }) => !apiVersion.startsWith('networking.istio.io/'));
  return [...inFront, ...ofGatewayApi].flatMap(({ namespace }) => namespace ?? []);
}

/** `name=value` of each label. */
function selectorOf({ value }: Resource): readonly string[] {
  const selector = fieldsOf(value.spec)?.inner('selector');
  return Object.keys(selector?.raw ?? {}).map((name) => `${name}=${selector?.text(name) ?? ''}`);
}

const joined = (parts: readonly ClusterRead[]): ClusterRead => ({
  documents: parts.flatMap(({ documents }) => documents),
  resources: parts.flatMap(({ resources }) => resources),
  files: parts.reduce((sum, { files }) => sum + files, 0),
  notices: parts.flatMap(({ notices }) => notices),
  missing: parts.flatMap(({ missing }) => missing),
});
