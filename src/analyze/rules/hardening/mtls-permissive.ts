import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { listed, reportWeakMtls, type WeakMtlsArgs } from './report-weak-mtls.ts';

/** PERMISSIVE is made for the time in which clients move into the mesh. */
export const mtlsPermissive = defineRule<WeakMtlsArgs>({
  slug: 'hardening/mtls-permissive',
  code: 'MSH0400',
  severity: 'warning',
  summary: 'Workloads take requests with mutual TLS only.',
  hint: 'Set the mode STRICT once all clients are in the mesh; a port that must stay open can have a mode of its own.',
  kinds: [
    ...(['PeerAuthentication', 'AuthorizationPolicy', 'Service', 'Namespace', 'KubernetesGateway'] as const),
    ...workloadKinds,
  ],
  optIn: true,
  message: ({ workloads, count, set }) =>
    set
      ? `clients without a certificate reach ${listed(workloads, count)}: the mode is PERMISSIVE`
      : `clients without a certificate reach ${listed(workloads, count)}: no PeerAuthentication says otherwise`,
  check(mesh, report) {
    reportWeakMtls(mesh, 'PERMISSIVE', report);
  },
});
