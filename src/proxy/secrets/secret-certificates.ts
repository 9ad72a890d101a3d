import type { X509Certificate } from 'node:crypto';
import type { JsonObject } from '../../resources/index.ts';
import { asList, asText, valueAt, type Maybe } from '../message/index.ts';
import { certificatesIn } from './certificates-in.ts';

/** What a secret holds that is public. */
export interface SecretContent {
  /** A chain by which the proxy shows who it is, roots that it trusts, or the roots of one trust domain. */
  readonly kind: 'chain' | 'roots' | 'bundle' | 'none';
  readonly trustDomain: string;
  /** The leaf of a chain first. */
  readonly certificates: readonly X509Certificate[];
}

/** The certificates of a secret (`envoy.extensions.transport_sockets.tls.v3.Secret`), one entry for each trust domain. */
export function secretCertificates(secret: JsonObject): SecretContent[] {
  const chain = valueAt(secret, 'tls_certificate', 'certificate_chain');
  if (textOf(chain) !== '') return [content('chain', chain)];
  const roots = valueAt(secret, 'validation_context', 'trusted_ca');
  if (textOf(roots) !== '') return [content('roots', roots)];
  const validator = valueAt(secret, 'validation_context', 'custom_validator_config', 'typed_config');
  const domains = asList(valueAt(validator, 'trust_domains'));
  if (domains.length === 0) return [{ kind: 'none', trustDomain: '', certificates: [] }];
  return domains.map((domain) =>
    content('bundle', valueAt(domain, 'trust_bundle'), asText(valueAt(domain, 'name'))),
  );
}

function content(kind: SecretContent['kind'], source: Maybe, trustDomain = ''): SecretContent {
  return { kind, trustDomain, certificates: certificatesIn(textOf(source)) };
}

/** The text of a DataSource that holds its data itself. */
function textOf(source: Maybe): string {
  const bytes = asText(valueAt(source, 'inline_bytes'));
  return bytes === '' ? asText(valueAt(source, 'inline_string')) : Buffer.from(bytes, 'base64').toString();
}
