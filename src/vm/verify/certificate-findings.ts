import {
  inspectCertificate,
  type CertificateToCheck,
  type InspectedCertificate,
} from '../identity/inspect-certificate.ts';
import { finding, type BundleFinding } from './bundle-finding.ts';
import { identityIn, type Variables } from './bundle-variables.ts';
import { readRoots } from './read-roots.ts';

/** Findings about the certificate: the clock, the identity that the VM claims, its key and its root. */
export function certificateFindings(
  certificate: CertificateToCheck,
  variables: Variables,
  now: Date,
): BundleFinding[] {
  const inspected = inspectCertificate(certificate, now);
  if (inspected === undefined)
    return [finding('certificate-malformed', 'cert-chain.pem holds no certificate in PEM form')];
  const hasRoots = readRoots(certificate.roots).certificates.length > 0;
  return [
    ...timeFindings(inspected),
    ...identityFindings(inspected, variables),
    ...keyFindings(inspected),
    ...(hasRoots ? chainFindings(inspected) : []),
  ];
}

function timeFindings({ timeFault, begins, expires }: InspectedCertificate): BundleFinding[] {
  if (timeFault === 'expired')
    return [finding('certificate-expired', `the certificate expired at ${expires}`)];
  return timeFault === undefined
    ? []
    : [finding('certificate-not-yet-valid', `the certificate is valid from ${begins} on`)];
}

/** Which trust domain it is, istiod decides. */
function identityFindings({ names }: InspectedCertificate, variables: Variables): BundleFinding[] {
  const { namespace, serviceAccount } = identityIn(variables);
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

function keyFindings({ keyFault }: InspectedCertificate): BundleFinding[] {
  if (keyFault === undefined) return [];
  return [
    finding(
      'certificate-key',
      keyFault === 'unreadable'
        ? 'key.pem holds no key that can be read'
        : 'key.pem is not the key of the certificate',
    ),
  ];
}

function chainFindings({ chainFault }: InspectedCertificate): BundleFinding[] {
  if (chainFault === undefined) return [];
  return [
    finding(
      'certificate-root',
      chainFault === 'no-root'
        ? 'the certificate does not lead to a certificate in root-cert.pem'
        : `certificate ${chainFault} of cert-chain.pem is not signed by the next one`,
    ),
  ];
}
