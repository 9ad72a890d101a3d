import { defineRule } from '../../rule.ts';
import { conflictDetails, protocolsOf } from './conflict-details.ts';
import { haveOnePort, haveOneTarget, portConflictsOf } from './port-conflicts.ts';

/** One port of a container, reached by a name and by its number. */
export const portProtocolConflict = defineRule<{
  containerPort: string;
  services: readonly string[];
  protocols: readonly string[];
}>({
  slug: 'service/port-protocol-conflict',
  code: 'MSH0140',
  severity: 'warning',
  summary: 'Services that reach the same port of a container agree on its protocol.',
  kinds: ['Service', 'Namespace', 'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Rollout'],
  scope: 'unit',
  message: ({ containerPort, protocols }) =>
    `its port ${containerPort} is given the protocols ${protocols.join(' and ')}`,
  check(mesh, report) {
    for (const conflict of portConflictsOf(mesh)) {
      // Those are IST0116 and IST0137.
      if (haveOneTarget(conflict) || haveOnePort(conflict)) continue;
      const { workload, containerPort, ports } = conflict;
      const services = [
        ...new Set(ports.map(({ service }) => `${service.namespace}/${service.name}`)),
      ].sort();
      const args = { containerPort, services, protocols: protocolsOf(ports) };
      report(workload.object, ['metadata', 'name'], args, conflictDetails(conflict));
    }
  },
});
