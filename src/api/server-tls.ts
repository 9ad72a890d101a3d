import { bool, list, message, oneOf, string } from './schema/fields.ts';
import {
  credentialNameOrNames,
  credentialNamesOrTlsCertificates,
  tlsCertificatesOrCredentialNames,
} from './cel-rules.ts';

export const ServerTLSSettingsTLSCertificate = message('One set of certificate files for a server.', {
  serverCertificate: string("Path in the gateway of this entry's PEM certificate chain."),
  privateKey: string("Path in the gateway of the PEM key matching this entry's certificate."),
  caCertificates: string(
    'Path of the PEM CA bundle for verifying clients, as part of this certificate entry.',
  ),
});

export const ServerTLSSettings = message(
  "TLS settings of a listening port on a gateway, or of a sidecar's inbound listener.",
  {
    httpsRedirect: bool(
      'Answers every plain HTTP request on this port with a 301 to `https`. Default: false.',
    ),
    mode: oneOf(
      ['PASSTHROUGH', 'SIMPLE', 'MUTUAL', 'AUTO_PASSTHROUGH', 'ISTIO_MUTUAL', 'OPTIONAL_MUTUAL'],
      "Terminates TLS one-way, mutual or optionally mutual, uses Istio's certificates, or passes it through by SNI. Default: PASSTHROUGH.",
    ),
    serverCertificate: string(
      'Path in the gateway of the PEM certificate to present; needed for SIMPLE and MUTUAL without a credential.',
    ),
    privateKey: string('Path in the gateway of the PEM key of the server certificate.'),
    caCertificates: string(
      'Path of the PEM CA bundle that client certificates are verified against; needed for MUTUAL without a credential.',
    ),
    caCrl: string('Path of a PEM revocation list for client certificates; not with SIMPLE.'),
    credentialName: string(
      "Secret in the gateway's namespace with key and certificate; MUTUAL also reads the CA from it or from `NAME-cacert`.",
    ),
    credentialNames: list(
      string(),
      'Like `credentialName`, but several Secrets, for instance one RSA and one ECDSA certificate. Excludes other certificate sources.',
      { maxItems: 2, minItems: 1 },
    ),
    caCertCredentialName: string(
      'Secret or ConfigMap with the CA for client certificates, in place of the one inside the server credential.',
    ),
    tlsCertificates: list(
      ServerTLSSettingsTLSCertificate,
      'Several certificate files, for instance one RSA and one ECDSA pair; more than two give a warning. Excludes other certificate sources.',
      { maxItems: 2, minItems: 1 },
    ),
    subjectAltNames: list(
      string(),
      'Names of which a client certificate must carry at least one. Default: any verified client is accepted.',
    ),
    verifyCertificateSpki: list(
      string(),
      'Base64 SHA-256 hashes of allowed client public keys; one hit suffices, also together with `verifyCertificateHash`.',
    ),
    verifyCertificateHash: list(
      string(),
      'Hex SHA-256 fingerprints of allowed client certificates, with or without colons; one hit suffices.',
    ),
    minProtocolVersion: oneOf(
      ['TLS_AUTO', 'TLSV1_0', 'TLSV1_1', 'TLSV1_2', 'TLSV1_3'],
      'Oldest TLS version accepted; 1.0 and 1.1 also need explicit `cipherSuites`. Default: TLS 1.2.',
    ),
    maxProtocolVersion: oneOf(
      ['TLS_AUTO', 'TLSV1_0', 'TLSV1_1', 'TLSV1_2', 'TLSV1_3'],
      'Newest TLS version offered. Default: TLS 1.3.',
    ),
    cipherSuites: list(
      string(),
      "Allowed ciphers by OpenSSL name, for TLS 1.2 and older; unknown names are ignored. Default: Envoy's list.",
    ),
    insecureSkipVerify: bool(
      'Skips the verification of client certificates in MUTUAL and OPTIONAL_MUTUAL; for tests only. Default: false.',
      { nullable: true },
    ),
  },
  { cel: [tlsCertificatesOrCredentialNames, credentialNameOrNames, credentialNamesOrTlsCertificates] },
);
