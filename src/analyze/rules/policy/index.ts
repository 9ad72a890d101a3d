import { ignoredOnKubernetesGateway } from './ignored-on-kubernetes-gateway.ts';

export const policyRules = [ignoredOnKubernetesGateway];
