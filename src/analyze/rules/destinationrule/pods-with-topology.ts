import type { Mesh } from '../../mesh.ts';
import { Workloads, type Labels, type Workload } from '../../workloads.ts';

/** Workloads with the labels that istiod takes from their Nodes: `mesh.derive(podsWithTopology)`. */
export const podsWithTopology = (mesh: Mesh): Workloads =>
  new Workloads(
    mesh.workloads.all.map((workload) => ({
      ...workload,
      labels: { ...workload.labels, ...topologyOf(mesh, workload) },
    })),
  );

function topologyOf(mesh: Mesh, { pod }: Workload): Labels {
  const { nodeName = '' } = pod ?? {};
  if (nodeName === '') return {};
  const { labels = {} } = mesh.find('Node', '', nodeName) ?? {};
  const taken = (labels['topology.kubernetes.io/zone'] ?? '') === '' ? [region] : [region, zone, subzone];
  const given = taken.map((name): [string, string] => [name, labels[name] ?? '']);
  return {
    ...Object.fromEntries(given.filter(([, value]) => value !== '')),
    'kubernetes.io/hostname': nodeName,
  };
}

const region = 'topology.kubernetes.io/region';
const zone = 'topology.kubernetes.io/zone';
/** Counts only where there is a zone. */
const subzone = 'topology.istio.io/subzone';
