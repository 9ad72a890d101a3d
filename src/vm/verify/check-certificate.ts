import { createPrivateKey, createPublicKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { finding, type BundleFinding } from './bundle-finding.ts';
import { identityIn, type Variables } from './bundle-variables.ts';
import { readRoots } from './read-roots.ts';

/** A certificate by which a VM proves who it is, and what it is judged by. */
export interface CertificateToCheck {
  /** PEM: the certificate, and after it those between it and the root. */
  readonly chain: string;
  /** PEM: what the VM trusts. */
  readonly roots: string;
  /** PEM, private or public; undefined where it is not known. */
  readonly key?: string;
}

/** Checks the certificate against the clock, the identity that the VM claims, its key and its root. */
export function checkCertificate(
  { chain, roots, key }: CertificateToCheck,
  variables: Variables,
  now: Date,
): BundleFinding[] {
  const { certificates } = readRoots(chain);
  const [leaf] = certificates;
  if (leaf === undefined)
    return [finding('certificate-malformed', 'cert-chain.pem holds no certificate in PEM form')];
  return [
    ...timeFindings(leaf, now),
    ...identityFindings(leaf, variables),
    ...(key === undefined ? [] : keyFindings(leaf, key)),
    ...chainFindings(certificates, readRoots(roots).certificates),
  ];
}

function timeFindings({ validFrom, validTo }: X509Certificate, now: Date): BundleFinding[] {
  const at = (date: string): string => new Date(date).toISOString();
  if (Date.parse(validTo) <= now.getTime())
    return [finding('certificate-expired', `the certificate expired at ${at(validTo)}`)];
  return Date.parse(validFrom) > now.getTime()
    ? [finding('certificate-not-yet-valid', `the certificate is valid from ${at(validFrom)} on`)]
    : [];
}

/** Names of workloads in a certificate: `spiffe://<trust domain>/ns/<namespace>/sa/<service account>`. */
const spiffeNames = ({ subjectAltName }: X509Certificate): readonly string[] =>
  [...(subjectAltName ?? '').matchAll(/URI:(spiffe:\/\/[^,\s"]+)/g)].map(([, name = '']) => name);

/** Which trust domain it is, istiod decides. */
function identityFindings(leaf: X509Certificate, variables: Variables): BundleFinding[] {
  const { namespace, serviceAccount } = identityIn(variables);
  const names = spiffeNames(leaf);
  if (names.length === 0) return [finding('certificate-identity', 'the certificate names no identity')];
  const wanted = `/ns/${namespace ?? ''}/sa/${serviceAccount ?? ''}`;
  const isUnknown = namespace === undefined || serviceAccount === undefined;
  return isUnknown || names.some((name) => name.endsWith(wanted))
    ? []
    : [
        finding(
          'certificate-identity',
          `the certificate is of ${names.join(', ')}, and cluster.env says ${wanted}`,
        ),
      ];
}

function keyFindings(leaf: X509Certificate, key: string): BundleFinding[] {
  const publicKey = publicKeyOf(key);
  if (publicKey === undefined) return [finding('certificate-key', 'key.pem holds no key that can be read')];
  return publicKey.equals(leaf.publicKey)
    ? []
    : [finding('certificate-key', 'key.pem is not the key of the certificate')];
}

function publicKeyOf(text: string): KeyObject | undefined {
  try {
    return text.includes('PRIVATE KEY') ? createPublicKey(createPrivateKey(text)) : createPublicKey(text);
  } catch {
    return undefined;
  }
}

function chainFindings(
  chain: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): BundleFinding[] {
  if (roots.length === 0) return [];
  const broken = chain.findIndex(
    (certificate, index) => index > 0 && !isSignedBy(chain[index - 1], certificate),
  );
  if (broken > 0)
    return [
      finding('certificate-root', `certificate ${broken} of cert-chain.pem is not signed by the next one`),
    ];
  const last = chain.at(-1);
  return roots.some((root) => last?.raw.equals(root.raw) === true || isSignedBy(last, root))
    ? []
    : [finding('certificate-root', 'the certificate does not lead to a certificate in root-cert.pem')];
}

const isSignedBy = (certificate: X509Certificate | undefined, issuer: X509Certificate): boolean =>
  certificate !== undefined && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
