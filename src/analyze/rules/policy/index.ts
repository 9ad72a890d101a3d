import { ignoredOnKubernetesGateway } from './ignored-on-kubernetes-gateway.ts';
import { selectorNotFound } from './selector-not-found.ts';

export const policyRules = [ignoredOnKubernetesGateway, selectorNotFound];
