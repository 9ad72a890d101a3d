import { bool, list, message, oneOf, string } from './schema/fields.ts';
import {
  credentialNameOrNames,
  credentialNamesOrTlsCertificates,
  tlsCertificatesOrCredentialNames,
} from './cel-rules.ts';

export const ServerTLSSettingsTLSCertificate = message('', {
  serverCertificate: string(),
  privateKey: string(),
  caCertificates: string(),
});

export const ServerTLSSettings = message(
  '',
  {
    httpsRedirect: bool(),
    mode: oneOf(['PASSTHROUGH', 'SIMPLE', 'MUTUAL', 'AUTO_PASSTHROUGH', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL']),
    serverCertificate: string(),
    privateKey: string(),
    caCertificates: string(),
    caCrl: string(),
    credentialName: string(),
    credentialNames: list(string(), '', { maxItems: 2, minItems: 1 }),
    caCertCredentialName: string(),
    tlsCertificates: list(ServerTLSSettingsTLSCertificate, '', { maxItems: 2, minItems: 1 }),
    subjectAltNames: list(string(), ''),
    verifyCertificateSpki: list(string(), ''),
    verifyCertificateHash: list(string(), ''),
    minProtocolVersion: oneOf(['TLS_AUTO', 'TLSV1_0', 'TLSV1_1', 'TLSV1_2', 'TLSV1_3']),
    maxProtocolVersion: oneOf(['TLS_AUTO', 'TLSV1_0', 'TLSV1_1', 'TLSV1_2', 'TLSV1_3']),
    cipherSuites: list(string(), ''),
    insecureSkipVerify: bool('', { nullable: true }),
  },
  { cel: [tlsCertificatesOrCredentialNames, credentialNameOrNames, credentialNamesOrTlsCertificates] },
);
