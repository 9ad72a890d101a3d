import { foreignTrustDomain } from './foreign-trust-domain.ts';
import { httpFieldsOnTcp } from './http-fields-on-tcp.ts';
import { namespaceNotFound } from './namespace-not-found.ts';
import { noWorkload } from './no-workload.ts';
import { unknownMethod } from './unknown-method.ts';
import { unknownServiceAccount } from './unknown-service-account.ts';

export const authorizationPolicyRules = [
  noWorkload,
  namespaceNotFound,
  unknownMethod,
  foreignTrustDomain,
  unknownServiceAccount,
  httpFieldsOnTcp,
];
