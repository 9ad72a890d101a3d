import { expandHost } from '../../../expand-host.ts';
import { serviceOf } from '../../hosts.ts';
import { fullName, type MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';

/** Two registries with one name: which of them answers depends on who asks. */
export const shadowsService = defineRule<{ host: string; service: string; seenBy: string }>({
  slug: 'serviceentry/shadows-service',
  code: 'MSH0106',
  severity: 'warning',
  summary: 'No ServiceEntry has the host of a Service of the cluster.',
  hint: 'Give the ServiceEntry a host of its own; to add VMs to a Service, let a WorkloadEntry carry its labels.',
  kinds: ['ServiceEntry', 'Service'],
  message: ({ host, service, seenBy }) =>
    `${host} is also the host of Service ${service}: in ${seenBy} the two get into each other's way`,
  check(mesh, report) {
    if (mesh.settings.compat) return;
    for (const entry of mesh.of('ServiceEntry')) {
      for (const [index, host] of (entry.spec.hosts ?? []).entries()) {
        const full = expandHost(entry.namespace, host);
        if (!full.endsWith('.svc.cluster.local')) continue;
        const { namespace, name } = serviceOf(entry.namespace, full);
        const service = mesh.find('Service', namespace, name);
        if (service === undefined || addsEndpoints(entry, service)) continue;
        report(
          entry,
          ['spec', 'hosts', index],
          { host, service: fullName(service), seenBy: seenBy(entry) },
          { related: [{ object: service, path: ['metadata', 'name'], message: 'the Service' }] },
        );
      }
    }
  },
});

/** Within a namespace, istiod joins the endpoints of both: VMs beside Pods. */
const addsEndpoints = (
  { namespace, spec: { location, endpoints = [], workloadSelector } }: MeshObject<'ServiceEntry'>,
  service: MeshObject<'Service'>,
): boolean =>
  namespace === service.namespace &&
  location === 'MESH_INTERNAL' &&
  (endpoints.length > 0 || workloadSelector !== undefined);

function seenBy({ namespace, spec: { exportTo = [] } }: MeshObject<'ServiceEntry'>): string {
  if (exportTo.length === 0 || exportTo.includes('*')) return 'all namespaces';
  return exportTo.map((to) => (to === '.' ? namespace : to)).join(', ');
}
