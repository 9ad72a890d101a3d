import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { listed, reportWeakMtls, type WeakMtlsArgs } from './report-weak-mtls.ts';

/** With DISABLE not even clients of the mesh encrypt. */
export const mtlsDisabled = defineRule<WeakMtlsArgs>({
  slug: 'hardening/mtls-disabled',
  code: 'MSH0401',
  severity: 'warning',
  summary: 'No workload of the mesh goes without mutual TLS.',
  hint: 'Set the mode STRICT, or PERMISSIVE while clients outside of the mesh are left.',
  kinds: [
    ...(['PeerAuthentication', 'AuthorizationPolicy', 'Service', 'Namespace', 'KubernetesGateway'] as const),
    ...workloadKinds,
  ],
  optIn: true,
  message: ({ workloads, count }) =>
    `requests to ${listed(workloads, count)} are plain text: mutual TLS is disabled`,
  check(mesh, report) {
    reportWeakMtls(mesh, 'DISABLE', report);
  },
});
