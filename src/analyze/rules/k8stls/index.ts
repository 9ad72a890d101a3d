import { caReference } from './ca-reference.ts';
import { certificateExpired } from './certificate-expired.ts';
import { certificateHosts } from './certificate-hosts.ts';
import { certificateInvalid } from './certificate-invalid.ts';
import { certificateKind } from './certificate-kind.ts';
import { certificateMissing } from './certificate-missing.ts';
import { certificateNotFound } from './certificate-not-found.ts';
import { notServed } from './not-served.ts';
import { optionUnknown } from './option-unknown.ts';
import { tooManyCertificates } from './too-many-certificates.ts';

export const kubernetesTlsRules = [
  certificateMissing,
  notServed,
  certificateNotFound,
  certificateInvalid,
  certificateKind,
  certificateExpired,
  certificateHosts,
  tooManyCertificates,
  caReference,
  optionUnknown,
];
