import { certificateRefsOf, mayExist } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';

/** A listener without its Secret ends every handshake with an error. */
export const certificateNotFound = defineRule<{ secret: string }>({
  slug: 'k8stls/certificate-not-found',
  code: 'MSH0230',
  severity: 'error',
  summary: 'The Secrets that listeners name exist.',
  hint: 'The Secret is looked up in the namespace of the Gateway, unless `namespace` is given.',
  kinds: ['KubernetesGateway', 'ListenerSet', 'Secret'],
  message: ({ secret }) => `there is no ${secret}`,
  check(mesh, report) {
    for (const { listener, path, namespace, name, fault } of mesh.derive(certificateRefsOf)) {
      if (fault !== 'not-found' && fault !== 'undecided') continue;
      const secret = `Secret ${namespace}/${name}`;
      report(listener.owner, path, { secret }, fault === 'undecided' ? mayExist(secret) : {});
    }
  },
});
