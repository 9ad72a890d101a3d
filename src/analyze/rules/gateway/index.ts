import { certificateExpiring } from './certificate-expiring.ts';
import { certificateMismatch } from './certificate-mismatch.ts';
import { conflictingHosts } from './conflicting-hosts.ts';
import { credentialInvalid } from './credential-invalid.ts';
import { credentialNotFound } from './credential-not-found.ts';
import { duplicateCertificate } from './duplicate-certificate.ts';
import { portNotInService } from './port-not-in-service.ts';
import { portsConflict } from './ports-conflict.ts';
import { selectorNotFound } from './selector-not-found.ts';
import { unusedHost } from './unused-host.ts';

export const gatewayRules = [
  selectorNotFound,
  portNotInService,
  conflictingHosts,
  portsConflict,
  duplicateCertificate,
  credentialNotFound,
  credentialInvalid,
  certificateMismatch,
  certificateExpiring,
  unusedHost,
];
