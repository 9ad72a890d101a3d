import { createPrivateKey, createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { readRoots } from '../verify/read-roots.ts';

/** A certificate by which a VM proves who it is, and what it is judged by. */
export interface CertificateToCheck {
  /** PEM: the certificate, and after it those between it and the root. */
  readonly chain: string;
  /** PEM: what the VM trusts. */
  readonly roots: string;
  /** PEM, private or public; undefined where it is not known. */
  readonly key?: string;
}

/** What a certificate is, whoever asks; each fault is absent when there is none. */
export interface InspectedCertificate {
  readonly leaf: X509Certificate;
  /** Certificates between it and the root. */
  readonly issuers: readonly X509Certificate[];
  /** RFC 3339. */
  readonly begins: string;
  readonly expires: string;
  /** Names of workloads: `spiffe://<trust domain>/ns/<namespace>/sa/<service account>`. */
  readonly names: readonly string[];
  readonly timeFault?: 'expired' | 'not-yet-valid';
  readonly keyFault?: 'unreadable' | 'of-another';
  /** The number, from 1, of a certificate that the next one has not signed; `no-root` for a chain that leads nowhere. */
  readonly chainFault?: number | 'no-root';
}

/** Looks at a certificate, its key and its way to the root; undefined when there is no certificate in the chain. */
export function inspectCertificate(
  { chain, roots, key }: CertificateToCheck,
  now: Date,
): InspectedCertificate | undefined {
  const { certificates } = readRoots(chain);
  const [leaf, ...issuers] = certificates;
  if (leaf === undefined) return undefined;
  const timeFault = timeFaultOf(leaf, now);
  const keyFault = key === undefined ? undefined : keyFaultOf(leaf, key);
  const chainFault = chainFaultOf(certificates, readRoots(roots).certificates);
  return {
    ...{ leaf, issuers, begins: iso(leaf.validFrom), expires: iso(leaf.validTo), names: spiffeNames(leaf) },
    ...(timeFault !== undefined && { timeFault }),
    ...(keyFault !== undefined && { keyFault }),
    ...(chainFault !== undefined && { chainFault }),
  };
}

const iso = (date: string): string => new Date(date).toISOString().replace('.000Z', 'Z');

const spiffeNames = ({ subjectAltName }: X509Certificate): readonly string[] =>
  [...(subjectAltName ?? '').matchAll(/URI:(spiffe:\/\/[^,\s"]+)/g)].map(([, name = '']) => name);

function timeFaultOf(
  { validFrom, validTo }: X509Certificate,
  now: Date,
): InspectedCertificate['timeFault'] | undefined {
  if (Date.parse(validTo) <= now.getTime()) return 'expired';
  return Date.parse(validFrom) > now.getTime() ? 'not-yet-valid' : undefined;
}

function keyFaultOf(leaf: X509Certificate, key: string): InspectedCertificate['keyFault'] | undefined {
  const publicKey = publicKeyOf(key);
  if (publicKey === undefined) return 'unreadable';
  return publicKey.equals(leaf.publicKey) ? undefined : 'of-another';
}

function publicKeyOf(text: string): KeyObject | undefined {
  try {
    return text.includes('PRIVATE KEY') ? createPublicKey(createPrivateKey(text)) : createPublicKey(text);
  } catch {
    return undefined;
  }
}

/** Each certificate is signed by the next one, and the last one by a root; the root itself may be there. */
function chainFaultOf(
  chain: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): InspectedCertificate['chainFault'] | undefined {
  const [, ...issuers] = chain;
  const broken = issuers.findIndex((issuer, index) => !isSignedBy(chain[index], issuer));
  if (broken !== -1) return broken + 1;
  const last = chain.at(-1);
  return roots.some((root) => last?.raw.equals(root.raw) === true || isSignedBy(last, root))
    ? undefined
    : 'no-root';
}

const isSignedBy = (certificate: X509Certificate | undefined, issuer: X509Certificate): boolean =>
  certificate !== undefined && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
