import { isObject } from '../../json.ts';
import type { Json, JsonObject } from '../../resources/index.ts';

/** The keys under which certificates stand: of TLS Secrets, and of those that gateways read. */
const certificateKeys = ['tls.crt', 'cert', 'ca.crt', 'cacert'];
/** The private keys of such certificates. */
const privateKeys = ['tls.key', 'key'];

/** What Secrets of other sorts hold is never needed: they are not even asked for. */
export const secretSelector = [
  'helm.sh/release.v1',
  'kubernetes.io/service-account-token',
  'kubernetes.io/dockerconfigjson',
  'bootstrap.kubernetes.io/token',
]
  .map((type) => `type!=${type}`)
  .join(',');

/** A Secret with its certificates and their private keys; of one without a certificate, only type and metadata. */
export function keptSecret({ apiVersion, kind, metadata, type, data }: JsonObject): JsonObject {
  const certificates = picked(data, certificateKeys);
  const kept =
    Object.keys(certificates).length === 0 ? {} : { ...certificates, ...picked(data, privateKeys) };
  return withoutUndefined({ apiVersion, kind, metadata, type, data: kept });
}

/** A Secret as it may be shown: private keys are replaced. */
export function redactedSecret(secret: JsonObject): JsonObject {
  const hidden = Object.fromEntries(
    Object.keys(picked(secret.data, privateKeys)).map((key) => [key, '<redacted>']),
  );
  return isObject(secret.data) ? { ...secret, data: { ...secret.data, ...hidden } } : secret;
}

function picked(data: Json | undefined, keys: readonly string[]): JsonObject {
  if (!isObject(data)) return {};
  return withoutUndefined(Object.fromEntries(keys.map((key) => [key, data[key]])));
}

function withoutUndefined(object: Readonly<Record<string, Json | undefined>>): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(object)) if (value !== undefined) result[key] = value;
  return result;
}
