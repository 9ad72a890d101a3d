import type { Validity } from '../../proxy/index.ts';
import type { VmEntryStatus } from './entry-status.ts';
import type { Found } from './vm-problem.ts';
import type { VmCertificate } from './vm-snapshot.ts';

/** What is wrong with the certificates of a VM, by what its proxy says of itself. */
export function certificateProblems({ dump }: VmEntryStatus): readonly Found[] {
  if (dump === undefined) return [];
  const { certificate, root } = dump;
  const found = certificate === undefined ? certificateMissing : certificateFault(certificate);
  return [
    ...(found === undefined ? [] : [found]),
    ...(root?.validity === 'expired' ? [rootExpired(root.notAfter)] : []),
  ];
}

const certificateMissing: Found = {
  code: 'certificate-missing',
  message: 'its proxy has no certificate',
  hint: 'the log of its agent tells why it gets none; `meshctl vm verify` checks its files',
};

const certificateFaults: Readonly<
  Record<Exclude<Validity, 'valid'>, (times: VmCertificate) => Omit<Found, 'code'>>
> = {
  expired: ({ notAfter }) => ({
    message: `its certificate ended at ${notAfter}`,
    hint: 'its agent cannot renew it by itself any more: `meshctl vm renew`',
  }),
  'expires soon': ({ notAfter }) => ({
    message: `its certificate ends at ${notAfter}, and should have been renewed at half of its life`,
    hint: 'the log of its agent tells why it was not; after the end it takes `meshctl vm renew`',
  }),
  'not yet valid': ({ notBefore }) => ({
    message: `its certificate is valid from ${notBefore} on only`,
    hint: 'set the clock of the VM, and see to that of istiod',
  }),
};

function certificateFault(certificate: VmCertificate): Found | undefined {
  const { validity } = certificate;
  if (validity === 'valid') return undefined;
  return { code: certificateCodes[validity], ...certificateFaults[validity](certificate) };
}

const certificateCodes = {
  expired: 'certificate-expired',
  'expires soon': 'certificate-expires-soon',
  'not yet valid': 'certificate-not-yet-valid',
} as const;

const rootExpired = (notAfter: string): Found => ({
  code: 'root-expired',
  message: `the root certificate that its proxy trusts ended at ${notAfter}`,
  hint: 'give it the root of the mesh: `meshctl vm renew --root`',
});
