import type { Static } from 'typebox';
import type { ClientTLSSettings } from '../api/traffic-policy.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, type Report, type RuleInfo } from './rule.ts';

type ClientTls = Loose<Static<typeof ClientTLSSettings>>;

const configMap = errorRule({
  slug: 'clienttls/configmap',
  summary: 'A credential in a ConfigMap is `configmap://NAMESPACE/NAME`, with the namespace of the object.',
  message: ({ credentialName, namespace }: { credentialName: string; namespace: string }) =>
    namespace === ''
      ? `${JSON.stringify(credentialName)} cannot be used here: mesh settings have no namespace`
      : `${JSON.stringify(credentialName)} does not name a ConfigMap of the namespace ${namespace}`,
  hint: 'Write `configmap://NAMESPACE/NAME`, the namespace being that of the object itself.',
});

const skipVerify = errorRule({
  slug: 'clienttls/skip-verify',
  summary: 'Where the server is not verified, nothing says how to verify it.',
  message: ({ field }: { field: string }) =>
    `\`insecureSkipVerify\` switches verification off, so \`${field}\` cannot be set`,
  hint: 'Drop `insecureSkipVerify` to have the server verified.',
});

const credentialAndFiles = errorRule({
  slug: 'clienttls/credential-and-files',
  summary: 'Certificates come from `credentialName` or from files, not both.',
  message: ({ field }: { field: string }) => `\`credentialName\` and \`${field}\` exclude each other`,
});

const mutualFiles = errorRule({
  slug: 'clienttls/mutual-files',
  summary: 'Mutual TLS has a client certificate and its key.',
  message: ({ field }: { field: string }) => `mode MUTUAL needs \`${field}\``,
  hint: 'Set `clientCertificate` and `privateKey`, or `credentialName`.',
});

export const clientTlsRules: readonly RuleInfo[] = [
  ...[configMap, skipVerify, credentialAndFiles, mutualFiles],
];

/**
 * Checks how a proxy connects with TLS. `namespace` is that of the object that holds the settings, empty for mesh
 * config.
 */
export function checkClientTls(tls: ClientTls, namespace: string, path: Path, report: Report): void {
  const { mode, credentialName = '' } = tls;
  checkConfigMap(credentialName, namespace, path, report);
  if (mode !== 'SIMPLE' && mode !== 'MUTUAL') return;
  if (tls.insecureSkipVerify === true) checkUnverified(tls, path, report);
  if (credentialName !== '') {
    const field = files.find((name) => isSet(tls[name]));
    if (field !== undefined) report(credentialAndFiles, path, { field }, [...path, field]);
    return;
  }
  if (mode === 'SIMPLE') return;
  for (const field of ['clientCertificate', 'privateKey'] as const)
    if (!isSet(tls[field])) report(mutualFiles, path, { field }, [...path, field]);
}

const files = ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl'] as const;
const verification = ['caCertificates', 'credentialName', 'subjectAltNames'] as const;

function checkUnverified(tls: ClientTls, path: Path, report: Report): void {
  // With mutual TLS the credential may hold the client certificate only.
  const field = verification.find(
    (name) => isSet(tls[name]) && (name !== 'credentialName' || tls.mode === 'SIMPLE'),
  );
  if (field !== undefined) report(skipVerify, path, { field }, [...path, field]);
}

const isSet = (value: string | readonly string[] | undefined): boolean =>
  value !== undefined && value.length > 0;

const scheme = 'configmap://';

function checkConfigMap(credentialName: string, namespace: string, path: Path, report: Report): void {
  if (!credentialName.startsWith(scheme)) return;
  const [owner = '', name = '', ...rest] = credentialName.slice(scheme.length).split('/');
  if (name !== '' && rest.length === 0 && namespace !== '' && owner === namespace) return;
  report(configMap, [...path, 'credentialName'], { credentialName, namespace });
}
