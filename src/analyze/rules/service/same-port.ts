import type { Mesh } from '../../mesh.ts';
import { fullName } from '../../mesh-object.ts';
import { defineRule, type Report } from '../../rule.ts';
import { conflictDetails } from './conflict-details.ts';
import { deploymentsWithServices, type DeploymentServices } from './deployment-ports.ts';
import { haveOnePort, portConflictsOf } from './port-conflicts.ts';

interface SamePort {
  readonly [name: string]: unknown;
  readonly deployment: string;
  readonly port: number;
  readonly services: readonly string[];
}

/** Two Services with the same port for one workload are one listener. */
export const samePort = defineRule<SamePort>({
  slug: 'service/same-port',
  code: 'IST0116',
  severity: 'warning',
  summary: 'Services of one workload with the same port agree on its protocol.',
  kinds: ['Service', 'Namespace', 'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'],
  scope: 'unit',
  message: ({ port, services }) =>
    `its Services ${services.join(', ')} give port ${port} different protocols`,
  check(mesh, report) {
    if (mesh.settings.compat) checkAsIstioctl(mesh, report);
    else checkProtocols(mesh, report);
  },
});

function checkProtocols(mesh: Mesh, report: Report<SamePort>): void {
  for (const conflict of portConflictsOf(mesh)) {
    if (!haveOnePort(conflict)) continue;
    const { workload, ports } = conflict;
    const args = {
      deployment: workload.object.name,
      port: ports[0]?.port ?? 0,
      services: [...new Set(ports.map(({ service }) => fullName(service)))].sort(),
    };
    report(workload.object, ['metadata', 'name'], args, conflictDetails(conflict));
  }
}

/** It compares the transport protocol. */
function checkAsIstioctl(mesh: Mesh, report: Report<SamePort>): void {
  for (const { workload, services } of deploymentsWithServices(mesh)) {
    for (const [port, protocols] of protocolsByPort(services)) {
      if (protocols.size < 2) continue;
      const named = [...protocols.values()].flatMap((names) => [...names]);
      const args = { deployment: workload.object.name, port, services: [...new Set(named)].sort() };
      report(workload.object, ['metadata', 'name'], args);
    }
  }
}

function protocolsByPort(services: DeploymentServices['services']): Map<number, Map<string, Set<string>>> {
  const byPort = new Map<number, Map<string, Set<string>>>();
  for (const service of services) {
    for (const { port = 0, protocol = 'TCP' } of service.spec.ports ?? []) {
      const protocols = byPort.get(port) ?? new Map<string, Set<string>>();
      byPort.set(port, protocols);
      protocols.set(protocol, (protocols.get(protocol) ?? new Set<string>()).add(fullName(service)));
    }
  }
  return byPort;
}
