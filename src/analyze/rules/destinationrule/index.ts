import type { AnalysisRule } from '../../rule.ts';
import { duplicateSubset } from './duplicate-subset.ts';
import { destinationRuleHostNotFound } from './host-not-found.ts';
import { portTlsUnverified } from './port-tls-unverified.ts';
import { subsetWithoutWorkload } from './subset-without-workload.ts';
import { tlsAgainstMtls } from './tls-against-mtls.ts';
import { tlsUnverified } from './tls-unverified.ts';

export const destinationRuleRules: readonly AnalysisRule[] = [
  destinationRuleHostNotFound,
  subsetWithoutWorkload,
  tlsUnverified,
  portTlsUnverified,
  duplicateSubset,
  tlsAgainstMtls,
];
