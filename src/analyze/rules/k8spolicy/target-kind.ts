import { defineRule } from '../../rule.ts';
import { backendTargets } from './targets.ts';

/** Policies for backends are for Services; those about TLS for ServiceEntries too. */
export const targetKind = defineRule<{ kind: string; policy: string }>({
  slug: 'k8spolicy/target-kind',
  code: 'MSH0254',
  severity: 'error',
  summary: 'Policies for backends are for kinds that Istio applies them to.',
  kinds: ['BackendTLSPolicy', 'XBackendTrafficPolicy'],
  message: ({ kind, policy }) => `Istio applies a ${policy} to no ${kind}`,
  hint: 'Targets are Services (group ""); of a BackendTLSPolicy also ServiceEntries (group networking.istio.io).',
  check(mesh, report) {
    for (const { policy, path, group, kind } of mesh.derive(backendTargets)) {
      if (group === '' && kind === 'Service') continue;
      const isEntry = group === 'networking.istio.io' && kind === 'ServiceEntry';
      if (isEntry && policy.kind === 'BackendTLSPolicy') continue;
      report(policy, path, { kind, policy: policy.kind });
    }
  },
});
