import { MeshctlError } from '../../errors.ts';
import type { ProxyDump } from '../dump/dump.ts';
import { requiredSection } from '../dump/required-section.ts';
import { secretCertificates } from './secret-certificates.ts';

/** A certificate that a proxy trusts workloads by. */
export interface TrustedRoot {
  readonly subject: string;
  /** Hexadecimal, in lower case. */
  readonly serialNumber: string;
  /** RFC 3339. */
  readonly notAfter: string;
  /** SHA-256 of the certificate: `AB:CD:...`. */
  readonly fingerprint: string;
  /** Which of the two proxies trusts it. */
  readonly trustedBy: 'both' | 'first' | 'second';
}

/**
 * Compares the roots of the secret `ROOTCA` that two proxies have. Their workloads can trust each other when there is
 * one in common: then one is trusted by both.
 *
 * @throws {MeshctlError} `input` for a proxy without such a secret.
 */
export function compareRoots(first: ProxyDump, second: ProxyDump): TrustedRoot[] {
  const [ofFirst, ofSecond] = [rootsOf(first), rootsOf(second)];
  return [
    ...[...ofFirst].map(([key, root]) => ({
      ...root,
      trustedBy: ofSecond.has(key) ? ('both' as const) : ('first' as const),
    })),
    ...[...ofSecond]
      .filter(([key]) => !ofFirst.has(key))
      .map(([, root]) => ({ ...root, trustedBy: 'second' as const })),
  ];
}

function rootsOf(dump: ProxyDump): ReadonlyMap<string, Omit<TrustedRoot, 'trustedBy'>> {
  const certificates = [...requiredSection(dump, 'secrets').items()]
    .filter(({ name }) => name === 'ROOTCA')
    .flatMap(({ message }) => secretCertificates(message))
    .flatMap((content) => content.certificates);
  if (certificates.length > 0) {
    return new Map(
      certificates.map(({ subject, serialNumber, validTo, fingerprint256: fingerprint }) => [
        fingerprint,
        {
          subject: subject.replace(/\n/g, ', '),
          serialNumber: serialNumber.toLowerCase(),
          notAfter: new Date(validTo).toISOString().replace('.000', ''),
          fingerprint,
        },
      ]),
    );
  }
  throw new MeshctlError('input', `the proxy of ${dump.name} has no root certificate`, {
    reason: 'there is no secret ROOTCA that holds one',
    hint: '`meshctl proxy-config secret` shows which secrets it has, and which it waits for',
  });
}
