import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { defineRule } from '../../rule.ts';
import { serviceWorkloads } from '../../service-workloads.ts';
import { podKinds } from '../../workloads.ts';
import { adminPorts, istiodPorts, proxyOnlyPorts } from './admin-ports.ts';
import { isPublic } from './is-reachable-outside.ts';

/** Metrics are scraped inside of the cluster; the rest is for the proxy itself. */
export const adminPortInService = defineRule<{ port: number; what: string; isOutside: boolean }>({
  slug: 'hardening/admin-port-in-service',
  code: 'MSH0417',
  severity: 'warning',
  summary:
    'No Service offers the admin, debug and metrics ports of Istio to those who have no business there.',
  hint: 'Take the port out of the Service; what has to read it can have a Service of type ClusterIP, or ask the Pod.',
  kinds: ['Service', ...podKinds],
  optIn: true,
  message: ({ port, what, isOutside }) =>
    isOutside ? `port ${port} shows ${what} to clients outside of the cluster` : `port ${port} shows ${what}`,
  check(mesh, report) {
    for (const service of mesh.of('Service')) {
      const isOutside = isPublic(service);
      const known = isIstiod(mesh, service) ? istiodPorts : adminPorts;
      for (const [index, { port = 0, targetPort }] of (service.spec.ports ?? []).entries()) {
        const target = targetOf(port, targetPort);
        const what = known.get(target);
        if (what === undefined || (!isOutside && !proxyOnlyPorts.has(target))) continue;
        const place = targetPort === undefined ? 'port' : 'targetPort';
        report(service, ['spec', 'ports', index, place], { port, what, isOutside });
      }
    }
  },
});

function targetOf(port: number, target: string | number = port): number {
  if (target === 'http-envoy-prom') return 15090;
  if (target === '' || target === 0) return port;
  return Number(target);
}

const isIstiod = (mesh: Mesh, service: MeshObject<'Service'>): boolean =>
  service.spec.selector?.app === 'istiod' ||
  (serviceWorkloads(mesh).selectedBy.get(service) ?? []).some(({ labels }) => labels.app === 'istiod');
