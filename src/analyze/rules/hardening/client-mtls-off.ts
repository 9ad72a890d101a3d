import type { Path } from '../../../path.ts';
import { isAmbient, isInMesh } from '../../injection.ts';
import { nameOf } from '../../known-hosts.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { serviceWorkloads } from '../../service-workloads.ts';
import { workloadKinds } from '../../workloads.ts';
import { meshConfigPlace } from './mesh-config-place.ts';

/** Clients of the mesh, too, can be told to send plain text. */
export const clientMtlsOff = defineRule<{ host: string }>({
  slug: 'hardening/client-mtls-off',
  code: 'MSH0426',
  severity: 'warning',
  summary: 'Clients use mutual TLS with the workloads of the mesh.',
  hint: 'Remove the setting: clients find out by themselves which servers take mutual TLS.',
  kinds: ['DestinationRule', 'Service', 'Namespace', 'ConfigMap', 'IstioOperator', ...workloadKinds],
  optIn: true,
  message: ({ host }) => `clients send plain text to ${host}`,
  check(mesh, report) {
    const { meshConfig } = mesh;
    if (meshConfig.spec.enableAutoMtls === false)
      report(meshConfig, meshConfigPlace(meshConfig, ['enableAutoMtls']), {
        host: 'all workloads, unless a DestinationRule says otherwise',
      });
    for (const rule of mesh.of('DestinationRule')) {
      const { host = '' } = rule.spec;
      const modes = modesOf(rule).filter(({ mode }) => mode === 'DISABLE');
      if (modes.length === 0 || !isOfMesh(mesh, nameOf(rule.namespace, host))) continue;
      for (const { path } of modes) report(rule, path, { host });
    }
  },
});

interface Mode {
  readonly path: Path;
  readonly mode: string | undefined;
}

type TrafficPolicy = MeshObject<'DestinationRule'>['spec']['trafficPolicy'];

const modesOf = ({
  spec: { trafficPolicy, subsets = [] },
}: MeshObject<'DestinationRule'>): readonly Mode[] => [
  ...modesIn(trafficPolicy, ['spec', 'trafficPolicy']),
  ...subsets.flatMap((subset, index) =>
    modesIn(subset.trafficPolicy, ['spec', 'subsets', index, 'trafficPolicy']),
  ),
];

const modesIn = (policy: TrafficPolicy, path: Path): readonly Mode[] => [
  { path: [...path, 'tls', 'mode'], mode: policy?.tls?.mode },
  ...(policy?.portLevelSettings ?? []).map(({ tls }, index) => ({
    ...{ path: [...path, 'portLevelSettings', index, 'tls', 'mode'], mode: tls?.mode },
  })),
];

/** Whether a host is a Service of workloads that are in the mesh, or all of them. */
function isOfMesh(mesh: Mesh, host: string): boolean {
  if (host === '*' || host === '*.local') return true;
  const [, name = '', namespace = ''] = /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(host) ?? [];
  const service = mesh.find('Service', namespace, name);
  if (service === undefined) return false;
  const workloads = serviceWorkloads(mesh).selectedBy.get(service) ?? [];
  return workloads.some((workload) => isInMesh(mesh, workload) || isAmbient(mesh, workload));
}
