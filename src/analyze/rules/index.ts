import type { AnalysisRule } from '../rule.ts';
import { regexRules } from './regex/index.ts';
import { envoyRules } from './envoy/index.ts';
import { kubernetesRouteRules } from './k8sroute/index.ts';
import { kubernetesBackendRules } from './k8sbackend/index.ts';
import { referenceGrantRules } from './referencegrant/index.ts';
import { kubernetesListenerRules } from './k8slistener/index.ts';
import { listenerSetRules } from './listenerset/index.ts';
import { kubernetesTlsRules } from './k8stls/index.ts';
import { kubernetesGatewayRules } from './k8sgateway/index.ts';
import { waypointRules } from './waypoint/index.ts';
import { kubernetesPolicyRules } from './k8spolicy/index.ts';
import { backendTlsRules } from './backendtls/index.ts';
import { serviceEntryRules } from './serviceentry/index.ts';
import { destinationRuleRules } from './destinationrule/index.ts';
import { deprecationRules } from './deprecation/index.ts';
import { conditionRules } from './condition/index.ts';
import { inputRules } from './input/index.ts';
import { virtualServiceRules } from './virtualservice/index.ts';
import { annotationRules } from './annotation/index.ts';
import { sidecarRules } from './sidecar/index.ts';
import { telemetryRules } from './telemetry/index.ts';
import { meshNetworksRules } from './meshnetworks/index.ts';
import { crdRules } from './crd/index.ts';
import { policyRules } from './policy/index.ts';
import { requestAuthenticationRules } from './requestauthentication/index.ts';
import { injectionRules } from './injection/index.ts';
import { webhookRules } from './webhook/index.ts';
import { envoyFilterRules } from './envoyfilter/index.ts';
import { serviceRules } from './service/index.ts';
import { multiclusterRules } from './multicluster/index.ts';
import { gatewayRules } from './gateway/index.ts';
import { workloadRules } from './workload/index.ts';
import { deprecatedRules } from './deprecated/index.ts';
import { authorizationPolicyRules } from './authorizationpolicy/index.ts';
import { hardeningRules } from './hardening/index.ts';
import { peerAuthenticationRules } from './peerauthentication/index.ts';

/** Every rule of `analyze` about objects together; each topic lists its own. */
export const allRules: readonly AnalysisRule[] = [
  ...envoyRules,
  ...regexRules,
  ...inputRules,
  ...virtualServiceRules,
  ...serviceEntryRules,
  ...destinationRuleRules,
  ...deprecationRules,
  ...conditionRules,
  ...annotationRules,
  ...sidecarRules,
  ...telemetryRules,
  ...meshNetworksRules,
  ...crdRules,
  ...policyRules,
  ...requestAuthenticationRules,
  ...injectionRules,
  ...webhookRules,
  ...envoyFilterRules,
  ...serviceRules,
  ...multiclusterRules,
  ...gatewayRules,
  ...kubernetesRouteRules,
  ...kubernetesBackendRules,
  ...referenceGrantRules,
  ...kubernetesListenerRules,
  ...listenerSetRules,
  ...kubernetesTlsRules,
  ...kubernetesGatewayRules,
  ...waypointRules,
  ...kubernetesPolicyRules,
  ...backendTlsRules,
  ...workloadRules,
  ...deprecatedRules,
  ...authorizationPolicyRules,
  ...peerAuthenticationRules,
  ...hardeningRules,
];
