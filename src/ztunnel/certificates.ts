import { X509Certificate } from 'node:crypto';
import type { ChainElement, ZtunnelCertificate, ZtunnelDump } from './dump.ts';

/** A line of the table of certificates: one certificate, or an identity that has none. */
export interface CertificateRow {
  readonly identity: string;
  readonly type: 'Leaf' | 'Intermediate' | 'Root' | 'NA';
  /** `Available`, `Initializing`, `Unavailable`, or what else a ztunnel says. */
  readonly status: string;
  /** What a ztunnel adds to the status, such as why there is no certificate. */
  readonly reason: string | undefined;
  /** Whether the moment in question lies within its validity. */
  readonly valid: boolean;
  /** Hexadecimal; `NA` when unknown, and so for the times. */
  readonly serialNumber: string;
  /** RFC 3339. */
  readonly notAfter: string;
  readonly notBefore: string;
}

/** The lines of the table, in the order of the dump; `now` is the moment to judge validity by. */
export function certificateRows(dump: ZtunnelDump, now: Date): readonly CertificateRow[] {
  return dump.certificates.flatMap((certificate): readonly CertificateRow[] => {
    const { identity, chain, roots } = certificate;
    const common = { identity, ...stateOf(certificate) };
    if (chain.length === 0) return [{ ...common, type: 'NA', valid: false, ...unknown }];
    const rootIsLast = roots.length === 0;
    return [
      ...chain.map((element, index) => ({
        ...common,
        type: typeOf(index, rootIsLast && index === chain.length - 1),
        ...described(element, now),
      })),
      ...roots.map((element) => ({ ...common, type: 'Root' as const, ...described(element, now) })),
    ];
  });
}

const unknown = { serialNumber: 'NA', notAfter: 'NA', notBefore: 'NA' };

function stateOf({ state }: ZtunnelCertificate): Pick<CertificateRow, 'status' | 'reason'> {
  if (!state.includes('Unavailable')) return { status: state, reason: undefined };
  const reason = state.replace(/^.*?Unavailable(?::\s*)?/s, '').trim();
  return { status: 'Unavailable', reason: reason === '' ? undefined : reason };
}

function typeOf(index: number, isLast: boolean): 'Leaf' | 'Intermediate' | 'Root' {
  if (index === 0) return 'Leaf';
  return isLast ? 'Root' : 'Intermediate';
}

type Description = Pick<CertificateRow, 'valid' | 'serialNumber' | 'notAfter' | 'notBefore'>;

function described(element: ChainElement, now: Date): Description {
  const { serialNumber, validFrom, expirationTime } = completed(element);
  const [from, to] = [Date.parse(validFrom), Date.parse(expirationTime)];
  return {
    valid: from < now.getTime() && now.getTime() < to,
    serialNumber: hexOf(serialNumber) ?? 'NA',
    notAfter: expirationTime || 'NA',
    notBefore: validFrom || 'NA',
  };
}

/** What ztunnel says of a certificate counts; what it does not say is read from the certificate. */
function completed(element: ChainElement): ChainElement {
  const { pem, serialNumber, validFrom, expirationTime } = element;
  if (serialNumber !== '' && validFrom !== '' && expirationTime !== '') return element;
  const read = certificateIn(pem);
  if (!read) return element;
  return {
    pem,
    serialNumber: serialNumber || BigInt(`0x${read.serialNumber}`).toString(),
    validFrom: validFrom || timeOf(read.validFrom),
    expirationTime: expirationTime || timeOf(read.validTo),
  };
}

function certificateIn(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

/** Of `Mar 22 13:04:57 2033 GMT`, as OpenSSL writes it. */
const timeOf = (text: string): string => new Date(text).toISOString().replace('.000Z', 'Z');

const hexOf = (decimal: string): string | undefined =>
  /^\d{1,1000}$/.test(decimal) ? BigInt(decimal).toString(16) : undefined;
