import { workloadKinds } from '../../workloads.ts';
import { defineRule } from '../../rule.ts';
import { reportMissingHosts } from './missing-host.ts';

/** Copies of requests go to hosts that a Service or a ServiceEntry has. */
export const mirrorNotFound = defineRule<{ reftype: 'mirror host'; refval: string }>({
  slug: 'virtualservice/mirror-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'Every host that a VirtualService mirrors to exists.',
  hint: 'Name a Service, or add a ServiceEntry for a host outside of the mesh.',
  kinds: ['VirtualService', 'Service', 'ServiceEntry', 'Gateway', ...workloadKinds],
  message: ({ refval }) => `no Service or ServiceEntry has the host ${JSON.stringify(refval)} of the mirror`,
  check(mesh, report) {
    reportMissingHosts(mesh, report, 'mirror host');
  },
});
