import { isDeepStrictEqual } from 'node:util';
import { compareText } from '../../../compare-text.ts';
import type { Mesh } from '../../mesh.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

type Service = MeshObject<'Service'>;

/** Istio merges Services of the same name from all clusters into one. */
export const serviceDiffers = defineRule<{
  serviceName: string;
  namespace: string;
  clusters: readonly string[];
  error: string;
}>({
  slug: 'multicluster/service-differs',
  code: 'IST0170',
  severity: 'warning',
  summary: 'A Service is the same in every cluster of the mesh.',
  hint: 'Make them equal: requests from one cluster go to the workloads of all.',
  kinds: ['Service'],
  message: ({ clusters, error }) => `this Service is not the same in ${clusters.join(', ')}: ${error}`,
  checkClusters(meshes, report) {
    for (const held of servicesByName(meshes).values()) {
      const [first, ...others] = held;
      if (first === undefined || others.length === 0) continue;
      const differences = held.flatMap((one) => differenceOf(first, one) ?? []);
      if (differences.length === 0) continue;
      const { name: serviceName, namespace } = first.service;
      report(
        first.service,
        ['metadata', 'name'],
        {
          ...{ serviceName, namespace, clusters: held.map(({ cluster }) => cluster) },
          error: [...new Set(differences)].join(', '),
        },
        {
          related: others.map(({ service, cluster }) => ({
            ...{ object: service, path: ['metadata', 'name'], message: `in the cluster ${cluster}` },
          })),
        },
      );
    }
  },
});

interface InCluster {
  readonly service: Service;
  readonly cluster: string;
  readonly compat: boolean;
}

function servicesByName(meshes: readonly Mesh[]): ReadonlyMap<string, readonly InCluster[]> {
  const services = new Map<string, InCluster[]>();
  for (const mesh of meshes) {
    const { cluster = '', compat } = mesh.settings;
    for (const service of mesh.of('Service')) {
      const known = services.get(fullName(service)) ?? [];
      services.set(fullName(service), known);
      if (known.every((one) => one.cluster !== cluster)) known.push({ service, cluster, compat });
    }
  }
  return services;
}

function differenceOf(first: InCluster, { service, compat }: InCluster): string | undefined {
  const [one, other] = [first.service.spec, service.spec];
  if ((one.clusterIP === 'None') !== (other.clusterIP === 'None')) return 'it is headless in some of them';
  const [typeOf, portOf] = compat ? [asWritten, samePort] : [completeType, completePort];
  if (typeOf(one) !== typeOf(other)) return 'its type differs';
  return isDeepStrictEqual(sorted(one, portOf), sorted(other, portOf)) ? undefined : 'its ports differ';
}

type Spec = Service['spec'];
type Port = NonNullable<Spec['ports']>[number];

const sorted = ({ ports = [] }: Spec, portOf: (port: Port) => Port): readonly Port[] =>
  ports.map(portOf).sort(({ name: a = '' }, { name: b = '' }) => compareText(a, b));

/** istioctl compares what the cluster holds, to the letter. */
const asWritten = ({ type = '' }: Spec): string => type;
const samePort = (port: Port): Port => port;

/** With what the API server would fill in. */
const completeType = ({ type = '' }: Spec): string => (type === '' ? 'ClusterIP' : type);

/** Without the node port, which a cluster chooses for itself. */
const completePort = ({
  name = '',
  port = 0,
  protocol = 'TCP',
  targetPort = port,
  appProtocol = '',
}: Port): Port => ({
  ...{ name, port, protocol, targetPort, appProtocol },
});
