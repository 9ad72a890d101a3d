import { certificateRefsOf } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** Istio takes certificates from Secrets alone. */
export const certificateKind = defineRule<{ kind: string }>({
  slug: 'k8stls/certificate-kind',
  code: 'MSH0232',
  severity: 'error',
  summary: 'The certificates of listeners are in Secrets.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  message: ({ kind }) => `certificates are read from Secrets of the core group, not from ${kind}`,
  check(mesh, report) {
    for (const { listener, path, kind, fault } of mesh.derive(certificateRefsOf))
      if (fault === 'kind') report(listener.owner, path, { kind });
  },
});
