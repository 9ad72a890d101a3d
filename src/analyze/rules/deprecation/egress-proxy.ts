import { defineRule } from '../../rule.ts';

/** Unknown traffic can be sent through a proxy of the mesh, but not for much longer. */
export const egressProxy = defineRule<{ subject: 'OutboundTrafficPolicy.EgressProxy' }>({
  slug: 'deprecation/egress-proxy',
  code: 'IST0002',
  severity: 'warning',
  summary: 'No Sidecar sends unknown traffic through an egress proxy.',
  hint: 'Route to the egress gateway with a ServiceEntry and a VirtualService for each host.',
  kinds: ['Sidecar'],
  message: () => '`egressProxy` is deprecated',
  check(mesh, report) {
    for (const sidecar of mesh.of('Sidecar')) {
      if (sidecar.spec.outboundTrafficPolicy?.egressProxy === undefined) continue;
      const path = ['spec', 'outboundTrafficPolicy', 'egressProxy'];
      report(sidecar, path, { subject: 'OutboundTrafficPolicy.EgressProxy' }, { at: 'key' });
    }
  },
});
