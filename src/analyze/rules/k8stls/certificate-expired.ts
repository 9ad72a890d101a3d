import { defineRule } from '../../rule.ts';
import { listenerCredentials } from './credentials.ts';

/** Clients refuse a certificate outside of its time. */
export const certificateExpired = defineRule<{ secret: string; reason: string }>({
  slug: 'k8stls/certificate-expired',
  code: 'MSH0233',
  severity: 'error',
  summary: 'The certificates of listeners are valid now.',
  kinds: ['KubernetesGateway', 'ListenerSet', 'Secret'],
  message: ({ secret, reason }) => `clients refuse Secret ${secret}: ${reason}`,
  hint: 'Renew the certificate.',
  check(mesh, report) {
    for (const { listener, path, secret, credential } of mesh.derive(listenerCredentials)) {
      const { certificate, fault } = credential;
      if (certificate === undefined || fault === undefined) continue;
      const related = [{ object: secret, path: [], message: 'the Secret' }];
      const name = `${secret.namespace}/${secret.name}`;
      report(listener.owner, path, { secret: name, reason: fault }, { related });
    }
  },
});
