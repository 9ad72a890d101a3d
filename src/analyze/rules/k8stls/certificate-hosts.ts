import { groupBy } from '../../../group-by.ts';
import { coversHost } from '../../certificates.ts';
import type { Listener } from '../../gateway-api/index.ts';
import { defineRule } from '../../rule.ts';
import { listenerCredentials, type ListenerCredential } from './credentials.ts';

/** Clients compare the hostname they asked for with the names in the certificate. */
export const certificateHosts = defineRule<{ hostname: string; secrets: readonly string[] }>({
  slug: 'k8stls/certificate-hosts',
  code: 'MSH0234',
  severity: 'warning',
  summary: 'A certificate of a listener is made out for its hostname.',
  kinds: ['KubernetesGateway', 'ListenerSet', 'Secret'],
  message: ({ hostname, secrets }) =>
    `no certificate of the listener is for ${hostname}: ${secrets.join(', ')}`,
  hint: 'Name a Secret with a certificate for the hostname, or change the hostname.',
  check(mesh, report) {
    for (const [listener, held] of groupBy(mesh.derive(listenerCredentials), byListener)) {
      const { certificateRefs = [] } = listener.spec.tls ?? {};
      const certificates = held.flatMap(({ credential }) => credential.certificate ?? []);
      if (certificates.length < certificateRefs.length) continue;
      if (certificates.some((certificate) => coversHost(certificate, listener.hostname))) continue;
      const secrets = held.map(({ secret }) => `Secret ${secret.namespace}/${secret.name}`);
      const related = held.map(({ secret }) => ({ object: secret, path: [], message: 'the Secret' }));
      const path = [...listener.path, 'hostname'];
      report(listener.owner, path, { hostname: listener.hostname, secrets }, { related });
    }
  },
});

const byListener = ({ listener }: ListenerCredential): Listener => listener;
