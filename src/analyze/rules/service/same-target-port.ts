import type { Mesh } from '../../mesh.ts';
import { fullName } from '../../mesh-object.ts';
import { defineRule, type Report } from '../../rule.ts';
import { conflictDetails } from './conflict-details.ts';
import { deploymentsWithServices, type DeploymentServices } from './deployment-ports.ts';
import { haveOnePort, haveOneTarget, portConflictsOf } from './port-conflicts.ts';

interface SameTargetPort {
  readonly [name: string]: unknown;
  readonly deployment: string;
  readonly services: readonly string[];
  readonly targetPort: string;
  readonly ports: readonly number[];
}

/** Ports with the same target are one listener of the sidecar. */
export const sameTargetPort = defineRule<SameTargetPort>({
  slug: 'service/same-target-port',
  code: 'IST0137',
  severity: 'warning',
  summary: 'Ports with the same target agree on its protocol.',
  kinds: ['Service', 'Namespace', 'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'],
  scope: 'unit',
  message: ({ services, targetPort, ports }) =>
    `ports ${ports.join(' and ')} of ${services.join(', ')} lead to the same port ${targetPort} in different ways`,
  check(mesh, report) {
    if (mesh.settings.compat) checkAsIstioctl(mesh, report);
    else checkProtocols(mesh, report);
  },
});

const ascending = (a: number, b: number): number => a - b;

function checkProtocols(mesh: Mesh, report: Report<SameTargetPort>): void {
  for (const conflict of portConflictsOf(mesh)) {
    if (!haveOneTarget(conflict) || haveOnePort(conflict)) continue;
    const { workload, ports } = conflict;
    const args = {
      deployment: workload.object.name,
      services: [...new Set(ports.map(({ service }) => fullName(service)))].sort(),
      targetPort: ports[0]?.target ?? '',
      ports: [...new Set(ports.map(({ port }) => port))].sort(ascending),
    };
    report(workload.object, ['metadata', 'name'], args, conflictDetails(conflict));
  }
}

/** It takes any two ports with the same target for a conflict. */
function checkAsIstioctl(mesh: Mesh, report: Report<SameTargetPort>): void {
  for (const { workload, services } of deploymentsWithServices(mesh)) {
    for (const [targetPort, byPort] of servicesByTarget(services)) {
      if (byPort.size < 2) continue;
      const named = [...byPort.values()].sort();
      const ports = [...byPort.keys()].sort(ascending);
      const args = { deployment: workload.object.name, services: named, targetPort, ports };
      report(workload.object, ['metadata', 'name'], args);
    }
  }
}

/** For each target its ports, each with the last Service that has it. */
function servicesByTarget(services: DeploymentServices['services']): Map<string, Map<number, string>> {
  const byTarget = new Map<string, Map<number, string>>();
  for (const service of services) {
    for (const { port = 0, targetPort = 0 } of service.spec.ports ?? []) {
      const target = String(targetPort === 0 || targetPort === '' ? port : targetPort);
      const byPort = byTarget.get(target) ?? new Map<number, string>();
      byTarget.set(target, byPort.set(port, fullName(service)));
    }
  }
  return byTarget;
}
