import { schemaRules } from '../api/index.ts';
import { authorizationPolicyRules } from './authorization-policy/authorization-policy.ts';
import { destinationRuleRules } from './destination-rule.ts';
import { envoyFilterRules } from './envoy-filter.ts';
import { gatewayHostRules } from './gateway-hosts.ts';
import { gatewayRules } from './gateway.ts';
import { istioOperatorRules } from './istio-operator/istio-operator.ts';
import { kubernetesDeploymentRules } from './kubernetes/kubernetes-deployment.ts';
import { kubernetesServiceRules } from './kubernetes/kubernetes-service.ts';
import { listenerRules } from './listener.ts';
import { meshConfigRules } from './mesh-config.ts';
import { meshNetworksRules } from './mesh-networks.ts';
import { annotationRules } from './metadata-annotations.ts';
import { peerAuthenticationRules } from './peer-authentication.ts';
import { proxyConfigRules } from './proxy-config.ts';
import { missingKindRule } from './nameless.ts';
import { readRules } from './read-rules.ts';
import { requestAuthenticationRules } from './request-authentication/request-authentication.ts';
import type { RuleInfo } from './rule.ts';
import { serverTlsRules } from './server-tls.ts';
import { serviceEntryRules } from './service-entry.ts';
import { sidecarRules } from './sidecar.ts';
import { telemetryRules } from './telemetry/telemetry.ts';
import { trafficExtensionRules } from './wasm/traffic-extension.ts';
import { unknownKindRule } from './unknown-kind.ts';
import { valueRules } from './values/rules.ts';
import { virtualServiceRules } from './virtual-service.ts';
import { wasmPluginRules } from './wasm/wasm-plugin.ts';
import { workloadEntryRules } from './workload-entry.ts';
import { workloadGroupRules } from './workload-group.ts';

/** Every rule of `validate`; a rule that several kinds share may occur several times. */
export const allRules: readonly RuleInfo[] = [
  ...readRules,
  ...schemaRules,
  unknownKindRule,
  missingKindRule,
  ...annotationRules,
  ...valueRules,
  ...authorizationPolicyRules,
  ...destinationRuleRules,
  ...envoyFilterRules,
  ...gatewayHostRules,
  ...gatewayRules,
  ...istioOperatorRules,
  ...kubernetesDeploymentRules,
  ...kubernetesServiceRules,
  ...listenerRules,
  ...meshConfigRules,
  ...meshNetworksRules,
  ...peerAuthenticationRules,
  ...proxyConfigRules,
  ...requestAuthenticationRules,
  ...serverTlsRules,
  ...serviceEntryRules,
  ...sidecarRules,
  ...telemetryRules,
  ...trafficExtensionRules,
  ...virtualServiceRules,
  ...wasmPluginRules,
  ...workloadEntryRules,
  ...workloadGroupRules,
];
