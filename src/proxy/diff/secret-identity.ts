import { X509Certificate } from 'node:crypto';
import type { Json, JsonObject } from '../../resources/index.ts';
import { asObject, asText } from '../message/index.ts';

/**
 * What stays the same when a certificate is issued again: whom it names, who issued it, and which authorities are
 * trusted. A secret that holds no readable certificate is compared as a whole.
 */
export function secretIdentity(secret: JsonObject): Json {
  const own = certificatesOf(asObject(secret.tls_certificate).certificate_chain);
  const trusted = certificatesOf(asObject(secret.validation_context).trusted_ca);
  if (own === undefined && trusted === undefined) return secret;
  const [leaf, ...issuers] = own ?? [];
  return {
    name: asText(secret.name),
    ...(leaf !== undefined && {
      subject_alt_names: leaf.subjectAltName ?? '',
      issuer: leaf.issuer,
      issuers: issuers.map(fingerprint),
    }),
    ...(trusted !== undefined && { trusted: trusted.map(fingerprint).sort() }),
  };
}

const fingerprint = ({ fingerprint256 }: X509Certificate): string => fingerprint256;

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** The certificates of a data source; undefined where there are none that can be read. */
function certificatesOf(source: Json | undefined): readonly X509Certificate[] | undefined {
  const { inline_bytes: bytes, inline_string: text } = asObject(source);
  const pem = asText(text) || Buffer.from(asText(bytes), 'base64').toString('latin1');
  const blocks = pem.match(block) ?? [];
  try {
    return blocks.length === 0 ? undefined : blocks.map((one) => new X509Certificate(one));
  } catch {
    // What is no certificate has no identity: the secret is compared as a whole.
    return undefined;
  }
}
