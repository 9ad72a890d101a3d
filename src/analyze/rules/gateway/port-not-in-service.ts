import { defineRule } from '../../rule.ts';
import type { Mesh } from '../../mesh.ts';
import type { MeshObject } from '../../mesh-object.ts';
import { selectorText, workloadKinds, type Workload } from '../../workloads.ts';
import { servicesBefore, workloadsOfGateway } from './gateway-workloads.ts';

/** Requests reach the proxies of a gateway through its Service, on the ports that this has. */
export const portNotInService = defineRule<{ port: number; selector: string }>({
  slug: 'gateway/port-not-in-service',
  code: 'IST0162',
  severity: 'warning',
  summary: 'The ports of a Gateway are ports of the Service before its proxies.',
  hint: 'Add the port to the Service of the gateway, or serve on one that it has.',
  kinds: ['Gateway', 'Service', ...workloadKinds],
  onePerObject: true,
  message: ({ port, selector }) => `no Service sends port ${port} to the proxies ${selector}`,
  check(mesh, report) {
    for (const gateway of mesh.of('Gateway')) {
      const workloads = workloadsOfGateway(mesh, gateway);
      if (workloads.length === 0) continue;
      const services = new Set(workloads.flatMap((workload) => servicesBefore(mesh, workload)));
      if (!mesh.settings.compat && isOpen(mesh, workloads, services)) {
        report.undecided(gateway, 'the input holds no Service before the proxies that it selects');
        continue;
      }
      const offered = portsOf(mesh, services);
      const selector = selectorText(gateway.spec.selector ?? {});
      for (const { number, path } of portsAsked(mesh, gateway)) {
        if (offered.has(number)) continue;
        const related = Array.from(services, (object) => ({
          ...{ object, path: ['spec', 'ports'], message: 'the ports of the Service' },
        }));
        report(gateway, path, { port: number, selector }, { related });
      }
    }
  },
});

/** Whether proxies may be reached otherwise: by a Service elsewhere, or on the ports of their node. */
const isOpen = (
  { settings: { assume } }: Mesh,
  workloads: readonly Workload[],
  services: ReadonlySet<MeshObject>,
): boolean =>
  (services.size === 0 && assume === 'partial') ||
  workloads.some(({ pod }) => pod === undefined || pod.hostNetwork === true);

interface AskedPort {
  readonly number: number;
  readonly path: readonly (string | number)[];
}

/** The ports of the servers; those on a Unix socket have none. */
const portsAsked = ({ settings: { compat } }: Mesh, { spec }: MeshObject<'Gateway'>): AskedPort[] =>
  (spec.servers ?? []).flatMap(({ port, bind = '' }, index) => {
    if (port === undefined || (!compat && (port.number === undefined || bind.startsWith('unix:')))) return [];
    return [{ number: port.number ?? 0, path: ['spec', 'servers', index, 'port', 'number'] }];
  });

/** Both the ports of Services and those that they lead to: a Gateway may name either. */
function portsOf({ settings: { compat } }: Mesh, services: Iterable<MeshObject<'Service'>>): Set<number> {
  const ports = new Set<number>();
  for (const { spec } of services) {
    for (const { port, targetPort, protocol = compat ? '' : 'TCP' } of spec.ports ?? []) {
      if (protocol !== 'TCP') continue;
      if (port !== undefined) ports.add(port);
      if (typeof targetPort === 'number') ports.add(targetPort);
    }
  }
  return ports;
}
