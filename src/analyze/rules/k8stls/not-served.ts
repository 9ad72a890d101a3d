import { servedListeners } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** An HTTPS listener without `tls` is accepted, and then not served. */
export const notServed = defineRule<{ listener: string }>({
  slug: 'k8stls/not-served',
  code: 'MSH0229',
  severity: 'error',
  summary: 'HTTPS listeners say how they end TLS.',
  kinds: ['KubernetesGateway', 'ListenerSet'],
  message: ({ listener }) => `listener ${listener} has no \`tls\`, so it is not served`,
  hint: 'Add `tls` with `certificateRefs`.',
  check(mesh, report) {
    for (const { owner, path, spec, name, protocol } of mesh.derive(servedListeners)) {
      // The API server itself asks for `tls` of TLS listeners.
      if (protocol === 'HTTPS' && spec.tls === undefined) report(owner, path, { listener: name });
    }
  },
});
