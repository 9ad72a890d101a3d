import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { credentialsOf } from './credentials.ts';

/** A gateway that cannot use the certificate of a Secret ends no TLS with it. */
export const credentialInvalid = defineRule<{
  gatewayName: string;
  gatewayNamespace: string;
  reason?: string;
}>({
  slug: 'gateway/credential-invalid',
  code: 'IST0161',
  severity: 'error',
  summary: 'The Secrets of a Gateway hold a valid certificate and its key.',
  hint: 'Put a certificate in PEM form that is valid today under `tls.crt`, and its key under `tls.key`.',
  kinds: ['Gateway', 'Secret', ...workloadKinds],
  message: ({ reason = 'its certificate cannot be used' }) =>
    `TLS fails on this server: the Secret is not usable, ${reason}`,
  check(mesh, report) {
    for (const { server, path, secret, credential, secretNamespace } of mesh.derive(credentialsOf)) {
      if (secret === undefined || credential?.fault === undefined) continue;
      const args = { gatewayName: server.gateway.name, gatewayNamespace: secretNamespace };
      report(
        server.gateway,
        path,
        { ...args, ...(!mesh.settings.compat && { reason: credential.fault }) },
        { related: [{ object: secret, path: ['data'], message: 'the Secret' }] },
      );
    }
  },
});
