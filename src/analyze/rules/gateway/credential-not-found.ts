import { defineRule, type FindingDetails } from '../../rule.ts';
import { isMadeSecret } from '../../made-secrets.ts';
import type { Mesh } from '../../mesh.ts';
import { workloadKinds } from '../../workloads.ts';
import { credentialsOf, findSecret, type NamedCredential } from './credentials.ts';
import { workloadsOfGateway } from './gateway-workloads.ts';

/** A gateway reads its certificates from Secrets of the namespace it runs in, not that of the Gateway object. */
export const credentialNotFound = defineRule<{ reftype: 'credentialName'; refval: string }>({
  slug: 'gateway/credential-not-found',
  code: 'IST0101',
  severity: 'error',
  summary: 'The Secrets that a Gateway names are in the namespace of its proxies.',
  kinds: ['Gateway', 'Secret', 'ConfigMap', ...workloadKinds],
  message: ({ refval }) => `there is no Secret ${refval} where the proxies of the gateway run`,
  check(mesh, report) {
    for (const named of mesh.derive(credentialsOf)) {
      for (const refval of missingOf(mesh, named)) {
        const args = { reftype: 'credentialName', refval } as const;
        report(named.server.gateway, named.path, args, detailsOf(mesh, named, refval));
      }
    }
    if (mesh.settings.compat) return;
    for (const gateway of mesh.of('Gateway')) {
      const asks = (gateway.spec.servers ?? []).some(({ tls }) => (tls?.credentialName ?? '') !== '');
      if (asks && workloadsOfGateway(mesh, gateway).length === 0)
        report.undecided(
          gateway,
          'its proxies are not in the input, and Secrets are looked up where they run',
        );
    }
  },
});

/** The Secret itself, or the one with the CA that mutual TLS needs. */
function missingOf(mesh: Mesh, named: NamedCredential): string[] {
  if (named.secret === undefined) return isMade(mesh, named) ? [] : [named.name];
  const ca = mesh.settings.compat ? undefined : caOf(named);
  return ca === undefined ? [] : missingCa(mesh, named.secretNamespace, ca);
}

const isMade = (mesh: Mesh, { name, secretNamespace }: NamedCredential): boolean =>
  !mesh.settings.compat && isMadeSecret(mesh, secretNamespace, name);

/** The name of what holds the CA; undefined when none is needed besides the Secret. */
function caOf({ name, credential, server }: NamedCredential): string | undefined {
  const { mode, caCertCredentialName = '', insecureSkipVerify } = server.server.tls ?? {};
  if (mode !== 'MUTUAL' && mode !== 'OPTIONAL_MUTUAL') return undefined;
  if (caCertCredentialName !== '') return caCertCredentialName;
  return credential?.hasCa === true || insecureSkipVerify === true ? undefined : `${name}-cacert`;
}

const missingCa = (mesh: Mesh, namespace: string, name: string): string[] =>
  name.includes('://') ||
  findSecret(mesh, namespace, name) !== undefined ||
  mesh.find('ConfigMap', namespace, name) !== undefined
    ? []
    : [name];

/** Secrets are seldom kept with the configuration; something else in the input may make them, too. */
function detailsOf(
  { settings }: Mesh,
  { secretNamespace, server: { gateway } }: NamedCredential,
  refval: string,
): FindingDetails {
  const cause = `Secret ${secretNamespace}/${refval}`;
  const other =
    gateway.namespace === secretNamespace ? '' : `, not in ${gateway.namespace}, where the Gateway object is`;
  const hint = `The Secret belongs in the namespace ${secretNamespace}${other}.`;
  return settings.assume === 'complete'
    ? { cause, hint }
    : { cause, hint, severity: 'info', group: `${secretNamespace}/${refval}` };
}
