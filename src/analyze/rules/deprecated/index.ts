import { gatewayNameLabel } from './gateway-name-label.ts';
import { imageRegistry } from './image-registry.ts';
import { istioApi } from './istio-api.ts';
import { kubernetesApi } from './kubernetes-api.ts';

export const deprecatedRules = [kubernetesApi, istioApi, gatewayNameLabel, imageRegistry];
