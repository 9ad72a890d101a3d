import type { X509Certificate } from 'node:crypto';
import { MeshctlError } from '../../errors.ts';
import { plainText } from '../../json.ts';
import type { VmFacts } from '../facts/vm-facts.ts';
import type { VmGroup } from '../group/vm-group.ts';
import { inspectCertificate, type InspectedCertificate } from './inspect-certificate.ts';
import type { WorkloadCertificate } from './workload-certificate.ts';

/** A certificate that is of use to a VM. */
export interface CheckedCertificate extends WorkloadCertificate {
  /** `spiffe://<trust domain>/ns/<namespace>/sa/<service account>`. */
  readonly identity: string;
  /** RFC 3339. */
  readonly expires: string;
}

export interface CertificateUse {
  readonly group: Pick<VmGroup, 'namespace' | 'serviceAccount'>;
  readonly facts: Pick<VmFacts, 'meshConfig' | 'rootCertificate'>;
  readonly now: Date;
}

/**
 * Checks that a VM of the group can join with a certificate that was made elsewhere: the key is its own, it names the
 * identity of the group, it is valid, and it leads to the root of the mesh.
 *
 * @throws {MeshctlError} `input` with what is wrong. No part of the key is in it.
 */
export function checkCertificate(certificate: WorkloadCertificate, use: CertificateUse): CheckedCertificate {
  const { chain, key } = certificate;
  const inspected = inspectCertificate({ chain, key, roots: use.facts.rootCertificate }, use.now);
  if (inspected === undefined) throw faulty('cert-chain.pem holds no certificate in PEM form', hints.files);
  checkKey(inspected, key);
  checkTimes(inspected, use.now);
  checkPurpose(inspected.leaf);
  checkChain(inspected, use.now);
  return { chain, key, identity: identityOf(inspected, use), expires: inspected.expires };
}

const hints = {
  files:
    'the folder of --certificate needs key.pem and cert-chain.pem, in PEM form, the certificate of the VM first',
  anew: 'have a certificate made by the authority of the mesh, or leave --identity away and take a token',
};

const faulty = (reason: string, hint: string): MeshctlError =>
  new MeshctlError('input', 'the certificate cannot be the identity of this VM', { reason, hint });

/** The agent asks nobody for a passphrase. */
function checkKey({ keyFault }: InspectedCertificate, key: string): void {
  if (key.includes('ENCRYPTED'))
    throw faulty('key.pem is encrypted, and the agent has no passphrase', 'store it without a passphrase');
  if (keyFault === 'unreadable' || !key.includes('PRIVATE KEY'))
    throw faulty('key.pem holds no private key in PEM form', hints.files);
  if (keyFault === 'of-another')
    throw faulty('key.pem is not the key of the first certificate in cert-chain.pem', hints.files);
}

function checkTimes({ timeFault, begins, expires }: InspectedCertificate, now: Date): void {
  if (timeFault === 'expired') throw faulty(`it expired at ${expires}`, hints.anew);
  if (timeFault === 'not-yet-valid')
    throw faulty(
      `it is valid from ${begins} on, and here it is ${now.toISOString()}`,
      'wait, or set the clock of this machine',
    );
}

/** Object identifiers of RFC 5280, section 4.2.1.12. */
const clientUse = '1.3.6.1.5.5.7.3.2';
const anyUse = '2.5.29.37.0';

/** Without the extension, which Node.js calls `keyUsage`, any use is allowed. */
function checkPurpose({ ca, keyUsage }: X509Certificate): void {
  if (ca) throw faulty('it is the certificate of an authority, not of a workload', hints.anew);
  const uses = keyUsage as readonly string[] | undefined;
  if (uses !== undefined && !uses.includes(clientUse) && !uses.includes(anyUse))
    throw faulty('it may not be used by clients (extended key usage)', hints.anew);
}

function identityOf({ names }: InspectedCertificate, { group, facts }: CertificateUse): string {
  const { namespace, serviceAccount } = group;
  const wanted = trustDomains(facts).map(
    (domain) => `spiffe://${domain}/ns/${namespace}/sa/${serviceAccount}`,
  );
  const found = names.find((name) => wanted.includes(name));
  if (found !== undefined) return found;
  throw faulty(
    names.length === 0 ? 'it names no SPIFFE identity' : `it is of ${names.join(' and ')}`,
    `a VM of this group needs ${wanted.join(' or ')}`,
  );
}

function trustDomains({ meshConfig }: CertificateUse['facts']): readonly string[] {
  const { trustDomain, trustDomainAliases } = meshConfig;
  const aliases = Array.isArray(trustDomainAliases) ? trustDomainAliases.map(plainText) : [];
  return [plainText(trustDomain) || 'cluster.local', ...aliases];
}

function checkChain({ issuers, chainFault }: InspectedCertificate, now: Date): void {
  if (typeof chainFault === 'number')
    throw faulty(
      `certificate ${chainFault} of cert-chain.pem is not signed by the one after it`,
      hints.files,
    );
  if (issuers.some(({ validTo }) => Date.parse(validTo) <= now.getTime()))
    throw faulty('a certificate between it and the root has expired', hints.anew);
  if (chainFault === 'no-root')
    throw faulty(
      'it does not lead to the root certificate of the mesh (ConfigMap istio-ca-root-cert)',
      `add what is missing in between to cert-chain.pem; if it is of another authority: ${hints.anew}`,
    );
}
