import { X509Certificate } from 'node:crypto';

/** What a file of root certificates holds. */
export interface Roots {
  readonly certificates: readonly X509Certificate[];
  /** Blocks of PEM that are no certificates, by their labels; `CERTIFICATE` for one that cannot be read. */
  readonly others: readonly string[];
}

/** Reads certificates in PEM form (RFC 7468), as the agent does: what stands around the blocks does not count. */
export function readRoots(text: string): Roots {
  const certificates: X509Certificate[] = [];
  const others: string[] = [];
  for (const [block, label = ''] of text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g)) {
    const certificate = label === 'CERTIFICATE' ? certificateIn(block) : undefined;
    if (certificate === undefined) others.push(label);
    else certificates.push(certificate);
  }
  return { certificates, others };
}

function certificateIn(block: string): X509Certificate | undefined {
  try {
    return new X509Certificate(block);
  } catch {
    return undefined;
  }
}
