import { needsCertificate, servedListeners } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A listener that ends TLS presents a certificate. */
export const certificateMissing = defineRule<{ listener: string }>({
  slug: 'k8stls/certificate-missing',
  code: 'MSH0228',
  severity: 'error',
  summary: 'A listener that ends TLS names a certificate.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  message: ({ listener }) => `listener ${listener} ends TLS, but names no certificate`,
  hint: 'Add `certificateRefs`; only the TLS modes ISTIO_SIMPLE and ISTIO_MUTUAL need none.',
  check(mesh, report) {
    for (const listener of mesh.derive(servedListeners)) {
      if (!needsCertificate(listener)) continue;
      const { certificateRefs = [], options = {} } = listener.spec.tls ?? {};
      // Without options the API server itself asks for certificates.
      if (certificateRefs.length > 0 || Object.keys(options).length === 0) continue;
      report(listener.owner, [...listener.path, 'tls'], { listener: listener.name });
    }
  },
});
