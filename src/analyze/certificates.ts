import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { MeshObject } from './mesh-object.ts';
import type { MeshSettings } from './mesh.ts';

/** What a Secret offers a gateway that ends TLS. */
export interface Credential {
  /** The certificate that is presented, the first of its chain. */
  readonly certificate: X509Certificate | undefined;
  /** Why no gateway can use it; undefined when one can. */
  readonly fault: string | undefined;
  /** Why the private key does not go with the certificate; undefined when it does, or when there is a `fault`. */
  readonly keyFault: string | undefined;
  /** Whether it holds certificates to verify clients by. */
  readonly hasCa: boolean;
}

/**
 * Reads the certificate and the key of a Secret as Istio does: `cert` and `key`, else `tls.crt` and `tls.key`; a CA is
 * `cacert` or `ca.crt`. The certificate is judged at `now`.
 */
export function credentialOf(
  secret: MeshObject<'Secret'>,
  { compat, now }: Pick<MeshSettings, 'compat' | 'now'>,
): Credential {
  const data = dataOf(secret, compat);
  const hasCa = ['cacert', 'ca.crt'].some((name) => (data[name] ?? '') !== '');
  const pair = pairs.map(([crt, key]) => ({ crt: data[crt] ?? '', key: data[key] ?? '' }));
  const given = pair.find(({ crt, key }) => crt !== '' && key !== '');
  if (given === undefined)
    return unusable('it holds no certificate with its key: `tls.crt` and `tls.key`', hasCa);
  const certificate = parsed(given.crt);
  if (certificate === undefined)
    return unusable('its certificate is no X.509 certificate in PEM form', hasCa);
  const fault = validityFault(certificate, now);
  return {
    certificate,
    fault,
    hasCa,
    keyFault: fault === undefined ? keyFault(certificate, given.key) : undefined,
  };
}

/** How many days a certificate is still valid; negative after its end. */
export const daysLeft = ({ validTo }: X509Certificate, now: Date): number =>
  (Date.parse(validTo) - now.getTime()) / 86_400_000;

/**
 * Whether a certificate is good for a host of a gateway. For `*.shop.example` one name below it is enough, for `*` any.
 */
export function coversHost({ subjectAltName = '' }: X509Certificate, host: string): boolean {
  if (host === '*') return true;
  const wanted = host.toLowerCase();
  return Array.from(subjectAltName.matchAll(/(?:DNS|IP Address):([^,\s]+)/g), ([, name = '']) =>
    name.toLowerCase(),
  ).some(
    (name) =>
      name === wanted || (wanted.startsWith('*.') ? name.endsWith(wanted.slice(1)) : fits(name, wanted)),
  );
}

const pairs = [
  ['cert', 'key'],
  ['tls.crt', 'tls.key'],
] as const;

const unusable = (fault: string, hasCa: boolean): Credential => ({
  ...{ certificate: undefined, fault, keyFault: undefined, hasCa },
});

/** `data` decoded; the API server writes `stringData` over it, which istioctl does not know. */
function dataOf({ spec }: MeshObject<'Secret'>, compat: boolean): Readonly<Record<string, string>> {
  const decoded: Record<string, string> = {};
  for (const [name, value] of Object.entries(spec.data ?? {}))
    decoded[name] = Buffer.from(value, 'base64').toString('latin1');
  return compat ? decoded : { ...decoded, ...spec.stringData };
}

/** The first block of PEM text, whatever it calls itself. */
const block = /-----BEGIN ([^-\n]+)-----\s([\s\S]*?)-----END \1-----/;

function parsed(pem: string): X509Certificate | undefined {
  const [, , body] = block.exec(pem) ?? [];
  if (body === undefined) return undefined;
  try {
    return new X509Certificate(Buffer.from(body, 'base64'));
  } catch {
    return undefined;
  }
}

function validityFault({ validFrom, validTo }: X509Certificate, now: Date): string | undefined {
  if (now.getTime() > Date.parse(validTo)) return `its certificate expired on ${dayOf(validTo)}`;
  return now.getTime() < Date.parse(validFrom)
    ? `its certificate is not valid before ${dayOf(validFrom)}`
    : undefined;
}

const dayOf = (time: string): string => new Date(time).toISOString().slice(0, 10);

function keyFault(certificate: X509Certificate, pem: string): string | undefined {
  try {
    return certificate.checkPrivateKey(createPrivateKey(pem))
      ? undefined
      : 'the private key does not belong to the certificate';
  } catch {
    return 'the private key is no key in PEM form';
  }
}

/** `*` stands for one label at the start of the name in a certificate. */
const fits = (name: string, host: string): boolean =>
  name.startsWith('*.') && host.includes('.') && host.slice(host.indexOf('.')) === name.slice(1);
