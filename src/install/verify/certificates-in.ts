import { X509Certificate } from 'node:crypto';

/** The certificates of a PEM text, in its order; what is no certificate is left out. */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    try {
      return [new X509Certificate(block)];
    } catch {
      return [];
    }
  });
}

/** Whether two PEM texts have a certificate in common. */
export function shareCertificate(one: string, other: string): boolean {
  const known = new Set(certificatesIn(one).map(({ fingerprint256 }) => fingerprint256));
  return certificatesIn(other).some(({ fingerprint256 }) => known.has(fingerprint256));
}
