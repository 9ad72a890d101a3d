import type { X509Certificate } from 'node:crypto';

/** How a certificate stands to the clock. `expires soon` is due for renewal: see `validityOf`. */
export type Validity = 'valid' | 'expires soon' | 'expired' | 'not yet valid';

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * How a certificate stands to the clock. It expires soon when less than a fifth of its life is left, or a month of a
 * long one: Istio renews certificates of workloads at the half.
 */
export function validityOf(certificate: X509Certificate, now: Date): Validity {
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  if (now.getTime() <= from) return 'not yet valid';
  if (now.getTime() >= to) return 'expired';
  return to - now.getTime() < Math.min(month, (to - from) / 5) ? 'expires soon' : 'valid';
}
