import type { Static } from 'typebox';
import type { ServerTLSSettings } from '../api/server-tls.ts';
import type { Path } from '../path.ts';
import type { Loose } from './loose.ts';
import { errorRule, warningRule, type Report, type RuleInfo } from './rule.ts';
import { isCipherSuite } from './values/cipher-suites.ts';

type Tls = Loose<Static<typeof ServerTLSSettings>>;

interface FieldsArgs extends Record<string, unknown> {
  readonly mode: string;
  readonly fields: readonly string[];
}

const listed = (fields: readonly string[]): string => fields.map((field) => `\`${field}\``).join(', ');

const istioMutualFiles = errorRule<FieldsArgs>({
  slug: 'servertls/istio-mutual-with-files',
  summary: 'With mode ISTIO_MUTUAL, TLS settings name no certificates.',
  message: ({ fields }) => `mode ISTIO_MUTUAL uses the certificates of the mesh: drop ${listed(fields)}`,
});

const passthroughCerts = warningRule<FieldsArgs>({
  slug: 'servertls/passthrough-certs',
  summary: 'Settings that pass TLS through name no certificates.',
  message: ({ mode, fields }) => `mode ${mode} does not end TLS, so ${listed(fields)} is not used`,
});

const multipleCerts = errorRule<FieldsArgs>({
  slug: 'servertls/multiple-certs',
  summary: 'The certificates of a server come from one source.',
  message: ({ fields }) => `${listed(fields)} each name a certificate; only one of them can be set`,
});

const filesRequired = errorRule<FieldsArgs>({
  slug: 'servertls/files-required',
  summary: 'TLS settings that end TLS name a certificate and a key, and for mutual TLS CA certificates.',
  message: ({ mode, fields }) => `mode ${mode} needs ${listed(fields)}`,
  hint: 'Name the files, or a secret with `credentialName`.',
});

const crl = errorRule({
  slug: 'servertls/crl',
  summary: '`caCrl` goes with certificate files and mutual TLS.',
  message: ({ mode }: { mode: string }) =>
    mode === 'SIMPLE'
      ? 'mode SIMPLE asks for no client certificates, so there are none to revoke with `caCrl`'
      : 'with `credentialName` the revocation list belongs into the secret, not into `caCrl`',
});

const moreThanTwo = warningRule({
  slug: 'servertls/more-than-two-certs',
  summary: 'A server has at most two certificates.',
  message: ({ count }: { count: number }) => `a server can have two certificates, here are ${count}`,
});

const oldVersion = warningRule({
  slug: 'servertls/old-version-needs-ciphers',
  summary: 'A server that allows TLS before version 1.2 names cipher suites.',
  message: ({ version }: { version: string }) =>
    `${version} is allowed, but none of the default cipher suites works with it`,
  hint: 'List old suites in `cipherSuites`, or require TLSV1_2.',
});

const cipher = warningRule({
  slug: 'servertls/cipher',
  summary: 'Cipher suites are known by their OpenSSL names, and each is listed once.',
  message: ({ suite, known }: { suite: string; known: boolean }) =>
    known
      ? `cipher suite ${JSON.stringify(suite)} is already listed`
      : `cipher suite ${JSON.stringify(suite)} is unknown and left out`,
  hint: 'Use OpenSSL names such as ECDHE-RSA-AES128-GCM-SHA256; suites of TLS 1.3 cannot be chosen.',
});

export const serverTlsRules: readonly RuleInfo[] = [
  ...[istioMutualFiles, passthroughCerts, multipleCerts, filesRequired],
  ...[crl, moreThanTwo, oldVersion, cipher],
];

/** Checks the TLS settings of a server, of a gateway or a sidecar. */
export function checkServerTls(tls: Tls, path: Path, report: Report): void {
  const { mode = 'PASSTHROUGH' } = tls;
  checkCiphers(tls, path, report);
  if (mode === 'ISTIO_MUTUAL') {
    reportFields(istioMutualFiles, tls, mode, certificateFields, path, report);
    return;
  }
  checkSources(tls, mode, path, report);
  if (terminating.has(mode)) {
    if (isSet(tls.credentialName) || isSet(tls.credentialNames)) return;
    checkFiles(tls, mode, path, report);
  } else if (passing.has(mode)) {
    reportFields(passthroughCerts, tls, mode, [...certificateFields, 'caCrl'], path, report);
  }
  if (isSet(tls.caCrl) && (mode === 'SIMPLE' || isSet(tls.credentialName)))
    report(crl, path, { mode }, [...path, 'caCrl']);
}

const terminating: ReadonlySet<string> = new Set(['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL']);
const passing: ReadonlySet<string> = new Set(['PASSTHROUGH', 'AUTO_PASSTHROUGH']);

const certificateFields = [
  'serverCertificate',
  'privateKey',
  'caCertificates',
  'tlsCertificates',
  'credentialName',
  'credentialNames',
] as const;

const isSet = (value: { readonly length: number } | undefined): boolean =>
  value !== undefined && value.length > 0;

function checkCiphers(tls: Tls, path: Path, report: Report): void {
  const { cipherSuites = [], minProtocolVersion: version } = tls;
  if ((version === 'TLSV1_0' || version === 'TLSV1_1') && cipherSuites.length === 0)
    report(oldVersion, path, { version }, [...path, 'minProtocolVersion']);
  const seen = new Set<string>();
  for (const [index, suite] of cipherSuites.entries()) {
    const known = isCipherSuite(suite);
    if (!known || seen.has(suite)) report(cipher, [...path, 'cipherSuites', index], { suite, known });
    seen.add(suite);
  }
}

function reportFields(
  rule: typeof istioMutualFiles,
  tls: Tls,
  mode: string,
  candidates: readonly ((keyof Tls & (typeof certificateFields)[number]) | 'caCrl')[],
  path: Path,
  report: Report,
): void {
  const fields = candidates.filter((field) => isSet(tls[field]));
  if (fields[0] !== undefined) report(rule, path, { mode, fields }, [...path, fields[0]]);
}

function checkSources(tls: Tls, mode: string, path: Path, report: Report): void {
  const sources = (['credentialName', 'credentialNames', 'tlsCertificates'] as const).filter((field) =>
    isSet(tls[field]),
  );
  const fields: string[] = [...sources];
  if (isSet(tls.serverCertificate) && isSet(tls.privateKey)) fields.unshift('serverCertificate');
  if (fields.length > 1) report(multipleCerts, path, { mode, fields });
}

function checkFiles(tls: Tls, mode: string, path: Path, report: Report): void {
  const { tlsCertificates = [] } = tls;
  const certificates = tlsCertificates.length > 0;
  const missing = certificates ? [] : missingFiles(tls);
  if (mode !== 'SIMPLE' && !isSet(tls.caCertificates)) missing.push('caCertificates');
  if (missing.length > 0) report(filesRequired, path, { mode, fields: missing }, [...path, 'mode']);
  for (const [index, certificate] of tlsCertificates.entries()) {
    const fields = missingFiles(certificate);
    if (fields.length > 0) report(filesRequired, [...path, 'tlsCertificates', index], { mode, fields });
  }
  if (tlsCertificates.length > 2)
    report(moreThanTwo, [...path, 'tlsCertificates'], { count: tlsCertificates.length });
}

const missingFiles = (files: Pick<Tls, 'serverCertificate' | 'privateKey'>): string[] =>
  (['serverCertificate', 'privateKey'] as const).filter((field) => !isSet(files[field]));
