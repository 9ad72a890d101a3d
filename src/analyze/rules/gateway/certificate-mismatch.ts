import { coversHost } from '../../certificates.ts';
import { defineRule } from '../../rule.ts';
import { workloadKinds } from '../../workloads.ts';
import { credentialsOf, type NamedCredential } from './credentials.ts';
import { hostOf } from './servers.ts';

/** A certificate is of use only with its key, and for the hosts that it is made out to. */
export const certificateMismatch = defineRule<{ secret: string; fault: string; hosts: readonly string[] }>({
  slug: 'gateway/certificate-mismatch',
  code: 'MSH0120',
  severity: 'error',
  summary: 'The certificate of a server belongs to its key and is made out to its hosts.',
  kinds: ['Gateway', 'Secret', ...workloadKinds],
  message: ({ secret, fault }) => `the Secret ${secret} does not fit this server: ${fault}`,
  check(mesh, report) {
    const all = mesh.derive(credentialsOf);
    for (const named of all) {
      const { server, path, name, secret, credential } = named;
      if (secret === undefined || credential?.certificate === undefined) continue;
      const related = [{ object: secret, path: ['data'], message: 'the Secret' }];
      if (credential.keyFault !== undefined) {
        const args = { secret: name, fault: credential.keyFault, hosts: [] };
        report(server.gateway, path, args, { related, hint: 'Replace certificate and key together.' });
        continue;
      }
      const hosts = uncovered(named);
      if (hosts.length === 0) continue;
      const fault = `its certificate is not made out to ${hosts.join(', ')}`;
      const hint = 'Order a certificate with these names, or give the hosts a server of their own.';
      report(server.gateway, path, { secret: name, fault, hosts }, { severity: 'warning', related, hint });
    }
  },
});

/** The hosts of the server that the certificate is no good for; none for one that is expired, say. */
function uncovered({ server, credential }: NamedCredential): string[] {
  const { certificate, fault } = credential ?? {};
  if (certificate === undefined || fault !== undefined) return [];
  return [...new Set(server.hosts.map(hostOf))].filter((host) => !coversHost(certificate, host));
}
