import { as, bool, duration, int32, list, map, message, oneOf, string } from './schema/fields.ts';
import { MeshConfigExtensionProvider } from './extension-provider.ts';
import { HTTPRetry } from './http-retry.ts';
import { MeshProxyConfig } from './mesh-proxy-config.ts';
import {
  ClientTLSSettings,
  ConnectionPoolSettings,
  ConnectionPoolSettingsTCPSettingsTcpKeepalive,
  LocalityLoadBalancerSetting,
  OutlierDetection,
  ZoneAwareLoadBalancerSetting,
} from './traffic-policy.ts';

export const Certificate = message('', {
  secretName: string(),
  dnsNames: list(string(), ''),
});

export const ConfigSource = message('', {
  address: string(),
  tlsSettings: as(ClientTLSSettings, ''),
  subscribedResources: list(oneOf(['SERVICE_REGISTRY']), ''),
});

export const LabelSelectorRequirement = message('', {
  key: string(),
  operator: string(),
  values: list(string(), ''),
});

export const LabelSelector = message('', {
  matchLabels: map(string(), '', { protoName: 'matchLabels' }),
  matchExpressions: list(LabelSelectorRequirement, '', { protoName: 'matchExpressions' }),
});

export const MeshConfigOutboundTrafficPolicy = message('', {
  mode: oneOf(['REGISTRY_ONLY', 'ALLOW_ANY', 'ALLOW_ANY_DYNAMIC_DNS'], '', {
    numbers: { '3': 'ALLOW_ANY_DYNAMIC_DNS' },
  }),
  tls: as(ClientTLSSettings, ''),
});

export const MeshConfigInboundTrafficPolicy = message('', {
  mode: oneOf(['PASSTHROUGH', 'LOCALHOST']),
});

export const MeshConfigCertificateData = message('', {
  pem: string(),
  spiffeBundleUrl: string(),
  certSigners: list(string(), ''),
  trustDomains: list(string(), ''),
});

export const MeshConfigServiceSettingsSettings = message('', {
  clusterLocal: bool(),
});

export const MeshConfigServiceSettings = message('', {
  settings: as(MeshConfigServiceSettingsSettings, ''),
  hosts: list(string(), ''),
});

export const MeshConfigServiceScopeConfigs = message('', {
  namespaceSelector: as(LabelSelector, ''),
  servicesSelector: as(LabelSelector, ''),
  scope: oneOf(['LOCAL', 'GLOBAL']),
});

export const MeshConfigCA = message('', {
  address: string(),
  tlsSettings: as(ClientTLSSettings, ''),
  requestTimeout: duration(),
  istiodSide: bool(),
});

export const MeshConfigDefaultProviders = message('', {
  tracing: list(string(), ''),
  metrics: list(string(), ''),
  accessLogging: list(string(), ''),
});

export const MeshConfigProxyPathNormalization = message('', {
  normalization: oneOf(['DEFAULT', 'NONE', 'BASE', 'MERGE_SLASHES', 'DECODE_AND_MERGE_SLASHES']),
});

export const MeshConfigTLSConfig = message('', {
  minProtocolVersion: oneOf(['TLS_AUTO', 'TLSV1_2', 'TLSV1_3']),
  ecdhCurves: list(string(), ''),
  cipherSuites: list(string(), ''),
});

export const MeshConfigDefaultTrafficPolicy = message('', {
  connectionPool: as(ConnectionPoolSettings, ''),
  outlierDetection: as(OutlierDetection, ''),
});

export const ServiceEntryVisibilityMatchRule = message('', {
  namespaceSelector: as(LabelSelector, ''),
});

export const ServiceEntryVisibilityPolicy = message('', {
  visibility: oneOf(['VISIBILITY_UNSPECIFIED', 'NONE', 'NAMESPACE', 'PUBLIC']),
  matchingRules: list(ServiceEntryVisibilityMatchRule, ''),
});

export const ServiceEntryVisibility = message('', {
  defaultVisibility: oneOf(['VISIBILITY_UNSPECIFIED', 'NONE', 'NAMESPACE', 'PUBLIC']),
  applyToSidecars: bool(),
  policies: list(ServiceEntryVisibilityPolicy, ''),
});

export const MeshConfig = message('', {
  proxyListenPort: int32(),
  proxyInboundListenPort: int32(),
  proxyHttpPort: int32(),
  connectTimeout: duration(),
  hboneIdleTimeout: duration(),
  protocolDetectionTimeout: duration(),
  tcpKeepalive: as(ConnectionPoolSettingsTCPSettingsTcpKeepalive, ''),
  ingressClass: string(),
  ingressService: string(),
  ingressControllerMode: oneOf(['UNSPECIFIED', 'OFF', 'DEFAULT', 'STRICT']),
  ingressSelector: string(),
  enableTracing: bool(),
  accessLogFile: string(),
  accessLogFormat: string(),
  accessLogEncoding: oneOf(['TEXT', 'JSON']),
  enableEnvoyAccessLogService: bool(),
  disableEnvoyListenerLog: bool(),
  defaultConfig: as(MeshProxyConfig, ''),
  outboundTrafficPolicy: as(MeshConfigOutboundTrafficPolicy, ''),
  inboundTrafficPolicy: as(MeshConfigInboundTrafficPolicy, ''),
  configSources: list(ConfigSource, ''),
  enableAutoMtls: bool(),
  trustDomain: string(),
  trustDomainAliases: list(string(), ''),
  caCertificates: list(MeshConfigCertificateData, ''),
  defaultServiceExportTo: list(string(), ''),
  defaultVirtualServiceExportTo: list(string(), ''),
  defaultDestinationRuleExportTo: list(string(), ''),
  rootNamespace: string(),
  localityLbSetting: as(LocalityLoadBalancerSetting, ''),
  zoneAwareLbSetting: as(ZoneAwareLoadBalancerSetting, ''),
  dnsRefreshRate: duration(),
  h2UpgradePolicy: oneOf(['DO_NOT_UPGRADE', 'UPGRADE']),
  inboundClusterStatName: string(),
  outboundClusterStatName: string(),
  certificates: list(Certificate, '', { deprecated: '' }),
  serviceSettings: list(MeshConfigServiceSettings, ''),
  serviceScopeConfigs: list(MeshConfigServiceScopeConfigs, ''),
  enablePrometheusMerge: bool(),
  verifyCertificateAtClient: bool('', { deprecated: '' }),
  ca: as(MeshConfigCA, ''),
  extensionProviders: list(MeshConfigExtensionProvider, ''),
  defaultProviders: as(MeshConfigDefaultProviders, ''),
  discoverySelectors: list(LabelSelector, ''),
  pathNormalization: as(MeshConfigProxyPathNormalization, ''),
  defaultHttpRetryPolicy: as(HTTPRetry, ''),
  meshMTLS: as(MeshConfigTLSConfig, '', { protoName: 'mesh_mTLS' }),
  tlsDefaults: as(MeshConfigTLSConfig, ''),
  defaultTrafficPolicy: as(MeshConfigDefaultTrafficPolicy, ''),
  serviceEntryVisibility: as(ServiceEntryVisibility, ''),
});
