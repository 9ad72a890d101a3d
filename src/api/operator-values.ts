import {
  anyObject,
  anyValue,
  as,
  bool,
  double,
  duration,
  int32,
  int64,
  list,
  map,
  message,
  oneOf,
  string,
  uint32,
} from './schema/fields.ts';

export const Agentgateway = message('', {
  image: string(),
});

export const ArchConfig = message('', {
  amd64: uint32(),
  ppc64le: uint32(),
  s390x: uint32(),
  arm64: uint32(),
});

export const BaseConfig = message('', {
  enableCRDTemplates: bool('', { protoName: 'enableCRDTemplates' }),
  excludedCRDs: list(string(), '', { protoName: 'excludedCRDs' }),
  validationURL: string('', { protoName: 'validationURL' }),
  enableIstioConfigCRDs: bool('', { protoName: 'enableIstioConfigCRDs' }),
  validateGateway: bool('', { protoName: 'validateGateway' }),
  validationCABundle: string('', { protoName: 'validationCABundle' }),
});

export const CNIAmbientConfig = message('', {
  enabled: bool(),
  configDir: string('', { protoName: 'configDir' }),
  dnsCapture: bool('', { protoName: 'dnsCapture' }),
  ipv6: bool(),
  reconcileIptablesOnStartup: bool('', { protoName: 'reconcileIptablesOnStartup' }),
});

export const GlobalLoggingConfig = message('', {
  level: string(),
});

export const CNIRepairConfig = message('', {
  enabled: bool(),
  hub: string(),
  tag: anyValue(),
  image: string(),
  labelPods: bool('', { protoName: 'labelPods' }),
  repairPods: bool('', { protoName: 'repairPods' }),
  createEvents: string('', { protoName: 'createEvents', deprecated: '' }),
  deletePods: bool('', { protoName: 'deletePods' }),
  brokenPodLabelKey: string('', { protoName: 'brokenPodLabelKey' }),
  brokenPodLabelValue: string('', { protoName: 'brokenPodLabelValue' }),
  initContainerName: string('', { protoName: 'initContainerName' }),
});

export const ResourceQuotas = message('', {
  enabled: bool(),
  pods: int64(),
});

export const Resources = message('', {
  limits: map(string(), ''),
  requests: map(string(), ''),
});

export const ValuesIntOrString = message('', {
  type: int64(),
  intVal: int32('', { protoName: 'intVal' }),
  strVal: string('', { protoName: 'strVal' }),
});

export const CNIConfig = message('', {
  enabled: bool(),
  hub: string(),
  tag: anyValue(),
  variant: string(),
  image: string(),
  pullPolicy: string('', { protoName: 'pullPolicy' }),
  cniBinDir: string('', { protoName: 'cniBinDir' }),
  cniConfDir: string('', { protoName: 'cniConfDir' }),
  cniConfFileName: string('', { protoName: 'cniConfFileName' }),
  cniNetnsDir: string('', { protoName: 'cniNetnsDir' }),
  excludeNamespaces: list(string(), '', { protoName: 'excludeNamespaces' }),
  affinity: anyObject(),
  env: anyObject(),
  daemonSetLabels: anyObject('', { protoName: 'daemonSetLabels' }),
  podAnnotations: anyObject('', { protoName: 'podAnnotations', deprecated: '' }),
  podLabels: anyObject('', { protoName: 'podLabels' }),
  pspClusterRole: string(),
  logLevel: string('', { protoName: 'logLevel', deprecated: '' }),
  logging: as(GlobalLoggingConfig, ''),
  repair: as(CNIRepairConfig, ''),
  chained: bool(),
  resourceQuotas: as(ResourceQuotas, ''),
  resources: as(Resources, ''),
  privileged: bool('', { deprecated: '' }),
  seccompProfile: anyObject('', { protoName: 'seccompProfile' }),
  ambient: as(CNIAmbientConfig, ''),
  provider: string(),
  rollingMaxUnavailable: as(ValuesIntOrString, '', { protoName: 'rollingMaxUnavailable' }),
  istioOwnedCNIConfig: bool('', { protoName: 'istioOwnedCNIConfig' }),
  istioOwnedCNIConfigFileName: string('', { protoName: 'istioOwnedCNIConfigFileName' }),
  useAppArmorAnnotation: bool('', { protoName: 'useAppArmorAnnotation' }),
});

export const CNIUsageConfig = message('', {
  enabled: bool(),
  chained: bool('', { deprecated: '' }),
  provider: string(),
});

export const DefaultPodDisruptionBudgetConfig = message('', {
  enabled: bool(),
});

export const ResourcesRequestsConfig = message('', {
  cpu: string(),
  memory: string(),
});

export const DefaultResourcesConfig = message('', {
  requests: as(ResourcesRequestsConfig, ''),
});

export const TargetUtilizationConfig = message('', {
  targetAverageUtilization: int32('', { protoName: 'targetAverageUtilization' }),
});

export const PortsConfig = message('', {
  name: string(),
  port: int32(),
  nodePort: int32('', { protoName: 'nodePort' }),
  targetPort: int32('', { protoName: 'targetPort' }),
  protocol: string(),
});

export const SecretVolume = message('', {
  mountPath: string('', { protoName: 'mountPath' }),
  name: string(),
  secretName: string('', { protoName: 'secretName' }),
});

export const ServiceAccount = message('', {
  annotations: anyObject(),
});

export const EgressGatewayConfig = message('', {
  autoscaleEnabled: bool('', { protoName: 'autoscaleEnabled' }),
  autoscaleMax: uint32('', { protoName: 'autoscaleMax' }),
  autoscaleMin: uint32('', { protoName: 'autoscaleMin' }),
  memory: as(TargetUtilizationConfig, '', { deprecated: '' }),
  cpu: as(TargetUtilizationConfig, '', { deprecated: '' }),
  customService: bool('', { protoName: 'customService' }),
  enabled: bool(),
  env: anyObject(),
  labels: map(string(), ''),
  name: string(),
  nodeSelector: anyObject('', { protoName: 'nodeSelector', deprecated: '' }),
  podAnnotations: anyObject('', { protoName: 'podAnnotations', deprecated: '' }),
  podAntiAffinityLabelSelector: list(anyObject(), '', {
    protoName: 'podAntiAffinityLabelSelector',
    deprecated: '',
  }),
  podAntiAffinityTermLabelSelector: list(anyObject(), '', {
    protoName: 'podAntiAffinityTermLabelSelector',
    deprecated: '',
  }),
  ports: list(PortsConfig, ''),
  resources: as(Resources, '', { deprecated: '' }),
  secretVolumes: list(SecretVolume, '', { protoName: 'secretVolumes' }),
  serviceAnnotations: anyObject('', { protoName: 'serviceAnnotations' }),
  type: string(),
  tolerations: list(anyObject(), '', { deprecated: '' }),
  rollingMaxSurge: as(ValuesIntOrString, '', { protoName: 'rollingMaxSurge', deprecated: '' }),
  rollingMaxUnavailable: as(ValuesIntOrString, '', { protoName: 'rollingMaxUnavailable', deprecated: '' }),
  configVolumes: list(anyObject(), '', { protoName: 'configVolumes' }),
  additionalContainers: list(anyObject(), '', { protoName: 'additionalContainers' }),
  runAsRoot: bool('', { protoName: 'runAsRoot' }),
  injectionTemplate: string('', { protoName: 'injectionTemplate' }),
  serviceAccount: as(ServiceAccount, '', { protoName: 'serviceAccount' }),
  ipFamilies: list(string(), '', { protoName: 'ipFamilies' }),
  ipFamilyPolicy: string('', { protoName: 'ipFamilyPolicy' }),
});

export const ExperimentalConfig = message('', {
  stableValidationPolicy: bool('', { protoName: 'stableValidationPolicy' }),
});

export const IngressGatewayConfig = message('', {
  autoscaleEnabled: bool('', { protoName: 'autoscaleEnabled' }),
  autoscaleMax: uint32('', { protoName: 'autoscaleMax' }),
  autoscaleMin: uint32('', { protoName: 'autoscaleMin' }),
  memory: as(TargetUtilizationConfig, '', { deprecated: '' }),
  cpu: as(TargetUtilizationConfig, '', { deprecated: '' }),
  customService: bool('', { protoName: 'customService' }),
  enabled: bool(),
  env: anyObject(),
  labels: map(string(), ''),
  loadBalancerIP: string('', { protoName: 'loadBalancerIP' }),
  loadBalancerSourceRanges: list(string(), '', { protoName: 'loadBalancerSourceRanges' }),
  name: string(),
  nodeSelector: anyObject('', { protoName: 'nodeSelector', deprecated: '' }),
  podAnnotations: anyObject('', { protoName: 'podAnnotations', deprecated: '' }),
  podAntiAffinityLabelSelector: list(anyObject(), '', {
    protoName: 'podAntiAffinityLabelSelector',
    deprecated: '',
  }),
  podAntiAffinityTermLabelSelector: list(anyObject(), '', {
    protoName: 'podAntiAffinityTermLabelSelector',
    deprecated: '',
  }),
  ports: list(PortsConfig, ''),
  replicaCount: uint32('', { protoName: 'replicaCount', deprecated: '' }),
  resources: anyObject('', { deprecated: '' }),
  secretVolumes: list(SecretVolume, '', { protoName: 'secretVolumes' }),
  serviceAnnotations: anyObject('', { protoName: 'serviceAnnotations' }),
  type: string(),
  rollingMaxSurge: as(ValuesIntOrString, '', { protoName: 'rollingMaxSurge', deprecated: '' }),
  rollingMaxUnavailable: as(ValuesIntOrString, '', { protoName: 'rollingMaxUnavailable', deprecated: '' }),
  externalTrafficPolicy: string('', { protoName: 'externalTrafficPolicy' }),
  tolerations: list(anyObject(), '', { deprecated: '' }),
  ingressPorts: list(anyObject(), '', { protoName: 'ingressPorts' }),
  additionalContainers: list(anyObject(), '', { protoName: 'additionalContainers' }),
  configVolumes: list(anyObject(), '', { protoName: 'configVolumes' }),
  runAsRoot: bool('', { protoName: 'runAsRoot' }),
  injectionTemplate: string('', { protoName: 'injectionTemplate' }),
  serviceAccount: as(ServiceAccount, '', { protoName: 'serviceAccount' }),
  ipFamilies: list(string(), '', { protoName: 'ipFamilies' }),
  ipFamilyPolicy: string('', { protoName: 'ipFamilyPolicy' }),
});

export const GatewaysConfig = message('', {
  'istio-egressgateway': as(EgressGatewayConfig, '', { protoName: 'istio_egressgateway' }),
  enabled: bool(),
  'istio-ingressgateway': as(IngressGatewayConfig, '', { protoName: 'istio_ingressgateway' }),
  securityContext: anyValue('', { protoName: 'securityContext' }),
  seccompProfile: anyValue('', { protoName: 'seccompProfile' }),
});

export const MultiClusterConfig = message('', {
  enabled: bool(),
  clusterName: string('', { protoName: 'clusterName' }),
  globalDomainSuffix: string('', { protoName: 'globalDomainSuffix' }),
  includeEnvoyFilter: bool('', { protoName: 'includeEnvoyFilter' }),
});

export const StartupProbe = message('', {
  enabled: bool(),
  failureThreshold: uint32('', { protoName: 'failureThreshold' }),
});

export const ValuesProxyConfig = message('', {
  autoInject: string('', { protoName: 'autoInject' }),
  clusterDomain: string('', { protoName: 'clusterDomain' }),
  componentLogLevel: string('', { protoName: 'componentLogLevel' }),
  enableCoreDump: bool('', { protoName: 'enableCoreDump', deprecated: '' }),
  excludeInboundPorts: string('', { protoName: 'excludeInboundPorts' }),
  excludeIPRanges: string('', { protoName: 'excludeIPRanges' }),
  image: string(),
  includeIPRanges: string('', { protoName: 'includeIPRanges' }),
  logLevel: string('', { protoName: 'logLevel' }),
  outlierLogPath: string('', { protoName: 'outlierLogPath' }),
  privileged: bool(),
  readinessInitialDelaySeconds: uint32('', { protoName: 'readinessInitialDelaySeconds' }),
  readinessPeriodSeconds: uint32('', { protoName: 'readinessPeriodSeconds' }),
  readinessFailureThreshold: uint32('', { protoName: 'readinessFailureThreshold' }),
  seccompProfile: anyObject('', { protoName: 'seccompProfile' }),
  startupProbe: as(StartupProbe, '', { protoName: 'startupProbe' }),
  statusPort: uint32('', { protoName: 'statusPort' }),
  resources: as(Resources, '', { deprecated: '' }),
  tracer: oneOf(['zipkin', 'lightstep', 'datadog', 'stackdriver', 'openCensusAgent', 'none']),
  excludeOutboundPorts: string('', { protoName: 'excludeOutboundPorts' }),
  lifecycle: anyObject(),
  holdApplicationUntilProxyStarts: bool('', { protoName: 'holdApplicationUntilProxyStarts', deprecated: '' }),
  includeInboundPorts: string('', { protoName: 'includeInboundPorts' }),
  includeOutboundPorts: string('', { protoName: 'includeOutboundPorts' }),
});

export const ProxyInitConfig = message('', {
  image: string(),
  resources: as(Resources, '', { deprecated: '' }),
});

export const SDSConfig = message('', {
  token: anyObject('', { deprecated: '' }),
});

export const TracerDatadogConfig = message('', {
  address: string(),
});

export const TracerLightStepConfig = message('', {
  address: string(),
  accessToken: string('', { protoName: 'accessToken' }),
});

export const TracerZipkinConfig = message('', {
  address: string(),
});

export const TracerStackdriverConfig = message('', {
  debug: bool(),
  maxNumberOfAttributes: uint32('', { protoName: 'maxNumberOfAttributes' }),
  maxNumberOfAnnotations: uint32('', { protoName: 'maxNumberOfAnnotations' }),
  maxNumberOfMessageEvents: uint32('', { protoName: 'maxNumberOfMessageEvents' }),
});

export const TracerConfig = message('', {
  datadog: as(TracerDatadogConfig, ''),
  lightstep: as(TracerLightStepConfig, ''),
  zipkin: as(TracerZipkinConfig, ''),
  stackdriver: as(TracerStackdriverConfig, ''),
});

export const IstiodConfig = message('', {
  enableAnalysis: bool('', { protoName: 'enableAnalysis' }),
});

export const STSConfig = message('', {
  servicePort: uint32('', { protoName: 'servicePort' }),
});

export const WaypointConfig = message('', {
  resources: as(Resources, ''),
  affinity: anyObject(),
  topologySpreadConstraints: list(anyObject(), '', { protoName: 'topologySpreadConstraints' }),
  nodeSelector: anyObject('', { protoName: 'nodeSelector' }),
  toleration: list(anyObject(), ''),
});

export const NetworkPolicyConfig = message('', {
  enabled: bool(),
});

export const ReaderServiceAccount = message('', {
  name: string(),
  namespace: string(),
});

export const GlobalConfig = message('', {
  arch: as(ArchConfig, '', { deprecated: '' }),
  certSigners: list(string(), '', { protoName: 'certSigners' }),
  configValidation: bool('', { protoName: 'configValidation' }),
  defaultNodeSelector: anyObject('', { protoName: 'defaultNodeSelector', deprecated: '' }),
  defaultPodDisruptionBudget: as(DefaultPodDisruptionBudgetConfig, '', {
    protoName: 'defaultPodDisruptionBudget',
  }),
  defaultResources: as(DefaultResourcesConfig, '', { protoName: 'defaultResources', deprecated: '' }),
  defaultTolerations: list(anyObject(), '', { protoName: 'defaultTolerations', deprecated: '' }),
  hub: string(),
  imagePullPolicy: string('', { protoName: 'imagePullPolicy' }),
  imagePullSecrets: list(string(), '', { protoName: 'imagePullSecrets' }),
  istioNamespace: string('', { protoName: 'istioNamespace' }),
  logAsJson: bool('', { protoName: 'logAsJson' }),
  logging: as(GlobalLoggingConfig, ''),
  meshID: string('', { protoName: 'meshID' }),
  meshNetworks: anyObject('', { protoName: 'meshNetworks' }),
  multiCluster: as(MultiClusterConfig, '', { protoName: 'multiCluster' }),
  network: string(),
  podDNSSearchNamespaces: list(string(), '', { protoName: 'podDNSSearchNamespaces' }),
  omitSidecarInjectorConfigMap: bool('', { protoName: 'omitSidecarInjectorConfigMap' }),
  operatorManageWebhooks: bool('', { protoName: 'operatorManageWebhooks' }),
  priorityClassName: string('', { protoName: 'priorityClassName', deprecated: '' }),
  proxy: as(ValuesProxyConfig, ''),
  proxy_init: as(ProxyInitConfig, ''),
  sds: as(SDSConfig, ''),
  tag: anyValue(),
  variant: string(),
  tracer: as(TracerConfig, ''),
  remotePilotAddress: string('', { protoName: 'remotePilotAddress' }),
  istiod: as(IstiodConfig, ''),
  pilotCertProvider: string('', { protoName: 'pilotCertProvider' }),
  jwtPolicy: string('', { protoName: 'jwtPolicy', deprecated: '' }),
  sts: as(STSConfig, ''),
  revision: string(),
  mountMtlsCerts: bool('', { protoName: 'mountMtlsCerts' }),
  caAddress: string('', { protoName: 'caAddress' }),
  externalIstiod: bool('', { protoName: 'externalIstiod' }),
  configCluster: bool('', { protoName: 'configCluster' }),
  caName: string('', { protoName: 'caName' }),
  platform: string(),
  ipFamilies: list(string(), '', { protoName: 'ipFamilies' }),
  ipFamilyPolicy: string('', { protoName: 'ipFamilyPolicy' }),
  waypoint: as(WaypointConfig, ''),
  trustBundleName: string('', { protoName: 'trustBundleName' }),
  nativeNftables: bool('', { protoName: 'nativeNftables' }),
  networkPolicy: as(NetworkPolicyConfig, '', { protoName: 'networkPolicy' }),
  resourceScope: oneOf(['undefined', 'all', 'cluster', 'namespace'], '', { protoName: 'resourceScope' }),
  agentgateway: as(Agentgateway, ''),
  enableReaderRBAC: bool('', { protoName: 'enableReaderRBAC' }),
  readerServiceAccount: as(ReaderServiceAccount, '', { protoName: 'readerServiceAccount' }),
});

export const IstiodRemoteConfig = message('', {
  injectionURL: string('', { protoName: 'injectionURL' }),
  injectionPath: string('', { protoName: 'injectionPath' }),
  injectionCABundle: string('', { protoName: 'injectionCABundle' }),
  enabled: bool(),
  enabledLocalInjectorIstiod: bool('', { protoName: 'enabledLocalInjectorIstiod' }),
});

export const PilotTaintControllerConfig = message('', {
  enabled: bool(),
  namespace: string(),
  name: string(),
});

export const PilotConfig = message('', {
  enabled: bool(),
  autoscaleEnabled: bool('', { protoName: 'autoscaleEnabled' }),
  autoscaleMin: uint32('', { protoName: 'autoscaleMin' }),
  autoscaleMax: uint32('', { protoName: 'autoscaleMax' }),
  autoscaleBehavior: anyObject('', { protoName: 'autoscaleBehavior' }),
  replicaCount: uint32('', { protoName: 'replicaCount', deprecated: '' }),
  image: string(),
  traceSampling: double('', { protoName: 'traceSampling' }),
  resources: as(Resources, '', { deprecated: '' }),
  cpu: as(TargetUtilizationConfig, '', { deprecated: '' }),
  nodeSelector: anyObject('', { protoName: 'nodeSelector', deprecated: '' }),
  keepaliveMaxServerConnectionAge: duration('', { protoName: 'keepaliveMaxServerConnectionAge' }),
  deploymentLabels: anyObject('', { protoName: 'deploymentLabels' }),
  podLabels: anyObject('', { protoName: 'podLabels' }),
  configMap: bool('', { protoName: 'configMap' }),
  env: anyObject(),
  affinity: anyObject(),
  rollingMaxSurge: as(ValuesIntOrString, '', { protoName: 'rollingMaxSurge', deprecated: '' }),
  rollingMaxUnavailable: as(ValuesIntOrString, '', { protoName: 'rollingMaxUnavailable', deprecated: '' }),
  tolerations: list(anyObject(), '', { deprecated: '' }),
  podAnnotations: anyObject('', { protoName: 'podAnnotations', deprecated: '' }),
  serviceAnnotations: anyObject('', { protoName: 'serviceAnnotations' }),
  serviceAccountAnnotations: anyObject('', { protoName: 'serviceAccountAnnotations' }),
  jwksResolverExtraRootCA: string('', { protoName: 'jwksResolverExtraRootCA' }),
  hub: string(),
  tag: anyValue(),
  variant: string(),
  seccompProfile: anyObject('', { protoName: 'seccompProfile' }),
  topologySpreadConstraints: list(anyObject(), '', { protoName: 'topologySpreadConstraints' }),
  extraContainerArgs: list(anyObject(), '', { protoName: 'extraContainerArgs' }),
  volumeMounts: list(anyObject(), '', { protoName: 'volumeMounts' }),
  volumes: list(anyObject(), ''),
  ipFamilies: list(string(), '', { protoName: 'ipFamilies' }),
  ipFamilyPolicy: string('', { protoName: 'ipFamilyPolicy' }),
  memory: as(TargetUtilizationConfig, '', { deprecated: '' }),
  cni: as(CNIUsageConfig, ''),
  taint: as(PilotTaintControllerConfig, ''),
  trustedZtunnelNamespace: string('', { protoName: 'trustedZtunnelNamespace' }),
  istiodRemote: as(IstiodRemoteConfig, '', { protoName: 'istiodRemote' }),
  envVarFrom: list(anyObject(), '', { protoName: 'envVarFrom' }),
  crlConfigMapName: string('', { protoName: 'crlConfigMapName' }),
});

export const SidecarInjectorConfig = message('', {
  enableNamespacesByDefault: bool('', { protoName: 'enableNamespacesByDefault' }),
  reinvocationPolicy: string('', { protoName: 'reinvocationPolicy' }),
  neverInjectSelector: list(anyObject(), '', { protoName: 'neverInjectSelector' }),
  alwaysInjectSelector: list(anyObject(), '', { protoName: 'alwaysInjectSelector' }),
  rewriteAppHTTPProbe: bool('', { protoName: 'rewriteAppHTTPProbe' }),
  injectedAnnotations: anyObject('', { protoName: 'injectedAnnotations' }),
  injectionURL: string('', { protoName: 'injectionURL' }),
  templates: anyObject(),
  defaultTemplates: list(string(), '', { protoName: 'defaultTemplates' }),
});

export const TelemetryV2PrometheusConfig = message('', {
  enabled: bool(),
});

export const TelemetryV2StackDriverConfig = message('', {
  enabled: bool(),
});

export const TelemetryV2Config = message('', {
  enabled: bool(),
  prometheus: as(TelemetryV2PrometheusConfig, ''),
  stackdriver: as(TelemetryV2StackDriverConfig, ''),
});

export const TelemetryConfig = message('', {
  enabled: bool(),
  v2: as(TelemetryV2Config, ''),
});

export const OperatorValues = message('', {
  cni: as(CNIConfig, ''),
  gateways: as(GatewaysConfig, ''),
  global: as(GlobalConfig, ''),
  pilot: as(PilotConfig, ''),
  ztunnel: anyValue(),
  telemetry: as(TelemetryConfig, ''),
  sidecarInjectorWebhook: as(SidecarInjectorConfig, '', { protoName: 'sidecarInjectorWebhook' }),
  istioCni: as(CNIUsageConfig, '', { deprecated: '' }),
  revision: string(),
  ownerName: string('', { protoName: 'ownerName' }),
  meshConfig: anyValue('', { protoName: 'meshConfig' }),
  base: as(BaseConfig, ''),
  istiodRemote: as(IstiodRemoteConfig, '', { protoName: 'istiodRemote', deprecated: '' }),
  revisionTags: list(string(), '', { protoName: 'revisionTags' }),
  defaultRevision: string('', { protoName: 'defaultRevision' }),
  profile: string(),
  compatibilityVersion: string('', { protoName: 'compatibilityVersion' }),
  experimental: as(ExperimentalConfig, ''),
  gatewayClasses: anyValue('', { protoName: 'gatewayClasses' }),
});
