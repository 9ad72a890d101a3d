import { X509Certificate } from 'node:crypto';

/** The certificates in a PEM text, in its order; those that cannot be read are left out. */
export function certificatesIn(pem: string): X509Certificate[] {
  return (pem.match(block) ?? []).flatMap((text) => {
    try {
      return [new X509Certificate(text)];
    } catch {
      return [];
    }
  });
}

const block = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g;
