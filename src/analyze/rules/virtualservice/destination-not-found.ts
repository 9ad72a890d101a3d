import { workloadKinds } from '../../workloads.ts';
import { defineRule } from '../../rule.ts';
import { reportMissingHosts } from './missing-host.ts';

/** Routes go to hosts that a Service or a ServiceEntry has. */
export const destinationNotFound = defineRule<{ reftype: 'host'; refval: string }>({
  slug: 'virtualservice/destination-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'Every host that a VirtualService routes to exists.',
  hint: 'Name a Service, or add a ServiceEntry for a host outside of the mesh.',
  kinds: ['VirtualService', 'Service', 'ServiceEntry', 'Gateway', ...workloadKinds],
  message: ({ refval }) => `no Service or ServiceEntry has the host ${JSON.stringify(refval)}`,
  check(mesh, report) {
    reportMissingHosts(mesh, report, 'host');
  },
});
