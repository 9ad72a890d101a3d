import { gatewayClass } from './gateway-class.ts';
import { targetKind } from './target-kind.ts';
import { targetNotFound } from './target-not-found.ts';

export { backendTlsTargets, isPassedOver, type PolicyTarget } from './targets.ts';
export const kubernetesPolicyRules = [targetNotFound, targetKind, gatewayClass];
