import type { AnalysisRule } from '../../rule.ts';
import { destinationNotFound } from './destination-not-found.ts';
import { gatewayNotFound } from './gateway-not-found.ts';
import { generatedGateway } from './generated-gateway.ts';
import { claimWithoutAuthentication } from './claim-without-authentication.ts';
import { hostConflict } from './host-conflict.ts';
import { hostNotInGateway } from './host-not-in-gateway.ts';
import { ingressIgnoresSubset } from './ingress-ignores-subset.ts';
import { mirrorNotFound } from './mirror-not-found.ts';
import { mirrorSubsetNotFound } from './mirror-subset-not-found.ts';
import { portNotFound } from './port-not-found.ts';
import { portRequired } from './port-required.ts';
import { subsetNotFound } from './subset-not-found.ts';
import { exportToHides } from './export-to-hides.ts';
import { shadowedRoute } from './shadowed-route.ts';
import { timeoutShorterThanRetries } from './timeout-shorter-than-retries.ts';
import { weightsOff100 } from './weights-off-100.ts';
import { zeroWeight } from './zero-weight.ts';
import { vsConflictingProtocols } from './conflicting-protocols.ts';

export const virtualServiceRules: readonly AnalysisRule[] = [
  gatewayNotFound,
  generatedGateway,
  destinationNotFound,
  mirrorNotFound,
  portNotFound,
  portRequired,
  subsetNotFound,
  mirrorSubsetNotFound,
  claimWithoutAuthentication,
  hostConflict,
  hostNotInGateway,
  ingressIgnoresSubset,
  exportToHides,
  shadowedRoute,
  timeoutShorterThanRetries,
  weightsOff100,
  zeroWeight,
  vsConflictingProtocols,
];
