import { defineRule } from '../../rule.ts';
import { listenerCredentials } from './credentials.ts';

/** A Secret whose certificate or key cannot be read, or do not belong together. */
export const certificateInvalid = defineRule<{ secret: string; reason: string }>({
  slug: 'k8stls/certificate-invalid',
  code: 'MSH0231',
  severity: 'error',
  summary: 'The Secrets of listeners hold a certificate with its key.',
  kinds: ['KubernetesGateway', 'ListenerSet', 'Secret'],
  message: ({ secret, reason }) => `Secret ${secret} is of no use here: ${reason}`,
  hint: 'Put the certificate into `tls.crt` and its private key into `tls.key`, both in PEM form.',
  check(mesh, report) {
    for (const { listener, path, secret, credential } of mesh.derive(listenerCredentials)) {
      const { certificate, fault, keyFault } = credential;
      const reason = certificate === undefined ? fault : keyFault;
      if (reason === undefined) continue;
      const related = [{ object: secret, path: [], message: 'the Secret' }];
      const name = `${secret.namespace}/${secret.name}`;
      report(listener.owner, path, { secret: name, reason }, { related });
    }
  },
});
