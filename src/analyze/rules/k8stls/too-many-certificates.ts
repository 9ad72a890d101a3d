import { needsCertificate, servedListeners } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A listener presents at most two certificates: one for RSA, one for ECDSA. */
export const tooManyCertificates = defineRule<{ count: number }>({
  slug: 'k8stls/too-many-certificates',
  code: 'MSH0235',
  severity: 'error',
  summary: 'A listener names at most two certificates.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  message: ({ count }) => `a listener has at most two certificates; this one names ${count}`,
  hint: 'Make a listener of its own for each hostname.',
  check(mesh, report) {
    for (const listener of mesh.derive(servedListeners)) {
      const count = listener.spec.tls?.certificateRefs?.length ?? 0;
      if (count > 2 && needsCertificate(listener))
        report(listener.owner, [...listener.path, 'tls', 'certificateRefs', 2], { count });
    }
  },
});
