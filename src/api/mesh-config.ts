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

export const Certificate = message(
  'A DNS certificate istiod used to issue itself; superseded by external issuers.',
  {
    secretName: string('Secret the generated key and certificate were written to.'),
    dnsNames: list(string(), 'Names the certificate is valid for, one or more.'),
  },
);

export const ConfigSource = message('One place istiod reads its configuration from.', {
  address: string(
    'Source as a URL: `k8s://` for the cluster, `fs:///path` for local files, `xds://host:port` for an MCP-over-xDS server.',
  ),
  tlsSettings: as(ClientTLSSettings, 'TLS used towards an xDS source; ignored by the other kinds of source.'),
  subscribedResources: list(
    oneOf(['SERVICE_REGISTRY']),
    'Restricts what is taken from the source; `SERVICE_REGISTRY` asks for service discovery data only. Empty means all configuration.',
  ),
});

export const LabelSelectorRequirement = message(
  'One condition on a label, made of key, operator and values.',
  {
    key: string('Label the condition looks at.'),
    operator: string('Comparison to make: `In`, `NotIn`, `Exists` or `DoesNotExist`.'),
    values: list(
      string(),
      'Candidates for `In` and `NotIn`, at least one; must be empty for the existence operators.',
    ),
  },
);

export const LabelSelector = message(
  'Kubernetes-style label selector; all its conditions must hold, and an empty one selects everything.',
  {
    matchLabels: map(string(), 'Labels that must be present with exactly these values.', {
      protoName: 'matchLabels',
    }),
    matchExpressions: list(
      LabelSelectorRequirement,
      'Further label conditions with set operators, combined by AND.',
      { protoName: 'matchExpressions' },
    ),
  },
);

export const MeshConfigOutboundTrafficPolicy = message(
  'What happens to outbound calls whose destination is not in the registry.',
  {
    mode: oneOf(
      ['REGISTRY_ONLY', 'ALLOW_ANY', 'ALLOW_ANY_DYNAMIC_DNS'],
      'Whether unknown destinations are blocked (`REGISTRY_ONLY`), passed through (`ALLOW_ANY`), or for plain HTTP resolved from the Host header (`ALLOW_ANY_DYNAMIC_DNS`). Default: ALLOW_ANY.',
      { numbers: { '3': 'ALLOW_ANY_DYNAMIC_DNS' } },
    ),
    tls: as(
      ClientTLSSettings,
      'TLS to originate towards hosts resolved in mode `ALLOW_ANY_DYNAMIC_DNS`; of no use in the other modes.',
    ),
  },
);

export const MeshConfigInboundTrafficPolicy = message(
  'How sidecars hand inbound traffic to the application.',
  {
    mode: oneOf(
      ['PASSTHROUGH', 'LOCALHOST'],
      "Whether inbound traffic reaches the application on the pod's IP (`PASSTHROUGH`) or on the loopback address (`LOCALHOST`). Default: PASSTHROUGH.",
    ),
  },
);

export const MeshConfigCertificateData = message(
  'A root certificate given directly or through a SPIFFE bundle endpoint, with the signers and domains it belongs to.',
  {
    pem: string('The root certificate itself in PEM form. Excludes `spiffeBundleUrl`.'),
    spiffeBundleUrl: string(
      'HTTPS address of a SPIFFE bundle endpoint that serves the roots. Excludes `pem`.',
    ),
    certSigners: list(
      string(),
      'Kubernetes certificate signers whose workload certificates chain to this root.',
    ),
    trustDomains: list(
      string(),
      "Trust domains this root is valid for. Empty means the mesh's own domain and its aliases.",
    ),
  },
);

export const MeshConfigServiceSettingsSettings = message('Options of a service in a multicluster mesh.', {
  clusterLocal: bool(
    "Keeps a service's traffic within the client's own cluster. Default: false, except for services of `kube-system` and the API server.",
  ),
});

export const MeshConfigServiceSettings = message('Options for the services whose hosts match.', {
  settings: as(MeshConfigServiceSettingsSettings, 'Options given to the matching services.'),
  hosts: list(
    string(),
    'Hosts the options are for, in full or with a leading wildcard, such as `*.myns.svc.cluster.local`; the most specific match wins.',
  ),
});

export const MeshConfigServiceScopeConfigs = message(
  'A rule that assigns a scope to the services it selects; used in multicluster ambient mode.',
  {
    namespaceSelector: as(LabelSelector, 'Labels of the namespaces whose services the rule covers.'),
    servicesSelector: as(
      LabelSelector,
      'Labels of the services the rule covers; must hold together with the namespace condition.',
    ),
    scope: oneOf(
      ['LOCAL', 'GLOBAL'],
      'Whether selected services stay inside their cluster (`LOCAL`) or are shared with all clusters (`GLOBAL`). Default: LOCAL.',
    ),
  },
);

export const MeshConfigCA = message(
  "Connection to an external certificate authority that speaks Istio's signing API.",
  {
    address: string('Host and port of the authority, such as `ca.example.com:8932`.'),
    tlsSettings: as(ClientTLSSettings, 'TLS used when calling the authority. Unset means plain text.'),
    requestTimeout: duration('Longest wait for a signing request. Default: 10s.'),
    istiodSide: bool(
      'True makes istiod call the authority on behalf of proxies; false lets the agents call it themselves.',
    ),
  },
);

export const MeshConfigDefaultProviders = message(
  'Names of the extension providers used when no Telemetry resource chooses any.',
  {
    tracing: list(string(), 'Providers that spans go to by default.'),
    metrics: list(string(), 'Providers that metrics go to by default; the charts set `prometheus`.'),
    accessLogging: list(string(), 'Providers that access logs go to by default.'),
  },
);

export const MeshConfigProxyPathNormalization = message('Cleaning of request paths in all proxies.', {
  normalization: oneOf(
    ['DEFAULT', 'NONE', 'BASE', 'MERGE_SLASHES', 'DECODE_AND_MERGE_SLASHES'],
    'How thoroughly paths are cleaned: not at all, RFC 3986 basics (`BASE`), also merging slashes, or also decoding escaped ones. Default: BASE.',
  ),
});

export const MeshConfigTLSConfig = message('Bounds for negotiated TLS parameters.', {
  minProtocolVersion: oneOf(
    ['TLS_AUTO', 'TLSV1_2', 'TLSV1_3'],
    'Lowest TLS version accepted, 1.2 or 1.3; `TLS_AUTO` means 1.2.',
  ),
  ecdhCurves: list(
    string(),
    'Key exchange curves offered, such as `P-256` or `X25519MLKEM768`. Only for `tlsDefaults`; unset leaves the choice to Envoy.',
  ),
  cipherSuites: list(
    string(),
    "Cipher suites allowed up to TLS 1.2, such as `ECDHE-RSA-AES256-GCM-SHA384`. Default: Istio's own list.",
  ),
});

export const MeshConfigDefaultTrafficPolicy = message(
  'Mesh-wide base values for outbound clusters, below any DestinationRule.',
  {
    connectionPool: as(
      ConnectionPoolSettings,
      'Base connection limits and timeouts; also used for inbound clusters and the passthrough cluster.',
    ),
    outlierDetection: as(
      OutlierDetection,
      'Base rule for ejecting failing endpoints from load balancing; unset means no ejection.',
    ),
  },
);

export const ServiceEntryVisibilityMatchRule = message(
  'One condition a ServiceEntry must meet for a visibility policy.',
  {
    namespaceSelector: as(LabelSelector, 'Labels of the namespace in which the ServiceEntry is defined.'),
  },
);

export const ServiceEntryVisibilityPolicy = message(
  'Assigns a visibility to the ServiceEntries that meet its rules.',
  {
    visibility: oneOf(
      ['VISIBILITY_UNSPECIFIED', 'NONE', 'NAMESPACE', 'PUBLIC'],
      'Who sees matching ServiceEntries: nobody (`NONE`), the own `NAMESPACE`, or everyone (`PUBLIC`).',
    ),
    matchingRules: list(
      ServiceEntryVisibilityMatchRule,
      'Conditions that must all hold for the policy to apply.',
    ),
  },
);

export const ServiceEntryVisibility = message(
  'Limits, set by the mesh administrator, on who sees a ServiceEntry; ambient proxies always obey them.',
  {
    defaultVisibility: oneOf(
      ['VISIBILITY_UNSPECIFIED', 'NONE', 'NAMESPACE', 'PUBLIC'],
      'Visibility where no policy fits: nobody (`NONE`), the own `NAMESPACE`, or everyone (`PUBLIC`). Default: PUBLIC.',
    ),
    applyToSidecars: bool(
      'Makes sidecars and gateways obey the limits too, as an upper bound on `exportTo`. Default: false.',
    ),
    policies: list(
      ServiceEntryVisibilityPolicy,
      'Exceptions from the default, tried in order; the first that matches decides.',
    ),
  },
);

export const MeshConfig = message(
  'Mesh-wide settings of the control plane and its proxies, kept in the `istio` ConfigMap.',
  {
    proxyListenPort: int32(
      'Port of the sidecar to which captured outbound traffic is redirected. Default: 15001.',
    ),
    proxyInboundListenPort: int32(
      'Port of the sidecar to which captured inbound traffic is redirected. Default: 15006.',
    ),
    proxyHttpPort: int32(
      'Opens an explicit HTTP proxy listener on this sidecar port. Default: 0, no such listener.',
    ),
    connectTimeout: duration(
      'How long a proxy waits for a TCP connection to an endpoint, 1ms to 1h. Default: 10s.',
    ),
    hboneIdleTimeout: duration(
      'How long an HBONE tunnel connection may stay unused before the proxy closes it.',
    ),
    protocolDetectionTimeout: duration(
      'How long a proxy waits for the first bytes when guessing the protocol before it treats the connection as plain TCP. Default: 0s, no limit.',
    ),
    tcpKeepalive: as(
      ConnectionPoolSettingsTCPSettingsTcpKeepalive,
      'TCP keepalive probes on connections to upstreams. Unset leaves them off.',
    ),
    ingressClass: string('Class of the Kubernetes Ingress objects that Istio serves. Default: `istio`.'),
    ingressService: string(
      'Service of the ingress gateway, whose address is written to Ingress status. Default: `istio-ingressgateway`.',
    ),
    ingressControllerMode: oneOf(
      ['UNSPECIFIED', 'OFF', 'DEFAULT', 'STRICT'],
      'Which Ingress objects Istio handles: none (`OFF`), also those without a class (`DEFAULT`), or only those of its own class (`STRICT`). Default: STRICT.',
    ),
    ingressSelector: string(
      'Value of the `istio` label that picks the gateway pods serving Ingress. Default: `ingressgateway`.',
    ),
    enableTracing: bool('Master switch for trace spans and request ids in all proxies. Default: true.'),
    accessLogFile: string(
      'Path that access log entries go to, such as `/dev/stdout`. Default: empty, access logging off.',
    ),
    accessLogFormat: string(
      "Template of an access log line, or a JSON object for JSON encoding, with Envoy `%...%` operators. Default: Istio's own format.",
    ),
    accessLogEncoding: oneOf(
      ['TEXT', 'JSON'],
      'Whether the access log file is written as plain lines (`TEXT`) or as `JSON`. Default: TEXT.',
    ),
    enableEnvoyAccessLogService: bool(
      'Sends access logs to the gRPC service set in `defaultConfig.envoyAccessLogService`. Default: false.',
    ),
    disableEnvoyListenerLog: bool(
      'Omits the log entries of listeners, written for connections no filter chain accepted. Default: false.',
    ),
    defaultConfig: as(
      MeshProxyConfig,
      'Proxy settings that every workload starts from; annotations and ProxyConfig resources override them.',
    ),
    outboundTrafficPolicy: as(
      MeshConfigOutboundTrafficPolicy,
      'What sidecars do with calls to hosts the mesh does not know. Default: let them through.',
    ),
    inboundTrafficPolicy: as(
      MeshConfigInboundTrafficPolicy,
      'How the sidecar forwards inbound connections to the application.',
    ),
    configSources: list(
      ConfigSource,
      'Replaces the cluster as the source of configuration by one or several others.',
    ),
    enableAutoMtls: bool(
      'Lets clients use mutual TLS automatically when the server side supports it and no DestinationRule says otherwise. Default: true.',
    ),
    trustDomain: string(
      'Root of all workload identities, the first part after `spiffe://`. Default: `cluster.local`.',
    ),
    trustDomainAliases: list(
      string(),
      'Other trust domains whose identities count as equal to the own one, as when migrating or joining meshes.',
    ),
    caCertificates: list(
      MeshConfigCertificateData,
      'Additional root certificates distributed to workloads for verifying mesh peers.',
    ),
    defaultServiceExportTo: list(
      string(),
      'Namespaces that see a service without `exportTo` of its own; `.` is its own one, `*` all. Default: all.',
    ),
    defaultVirtualServiceExportTo: list(
      string(),
      'Namespaces that see a VirtualService lacking `exportTo`; `.` is its own one, `*` all. Default: all.',
    ),
    defaultDestinationRuleExportTo: list(
      string(),
      'Namespaces that see a DestinationRule lacking `exportTo`; `.` is its own one, `*` all. Default: all.',
    ),
    rootNamespace: string(
      'Namespace whose selector-less policies and Sidecar apply to the whole mesh. Default: `istio-system`.',
    ),
    localityLbSetting: as(
      LocalityLoadBalancerSetting,
      'Mesh default for preferring nearby endpoints. Default: enabled, but without outlier detection it has no failover effect.',
    ),
    zoneAwareLbSetting: as(
      ZoneAwareLoadBalancerSetting,
      "Mesh default for Envoy's zone-aware balancing, which keeps traffic in the zone while capacity lasts. Needs self discovery; sidecars only.",
    ),
    dnsRefreshRate: duration(
      'How often proxies resolve DNS-based endpoints again when the answer carries no usable TTL. Default: 60s.',
    ),
    h2UpgradePolicy: oneOf(
      ['DO_NOT_UPGRADE', 'UPGRADE'],
      'Whether sidecars upgrade plain HTTP/1.1 calls to HTTP/2 (`UPGRADE`) or not. Default: DO_NOT_UPGRADE.',
    ),
    inboundClusterStatName: string(
      "Pattern for the statistics name of inbound clusters, with variables such as `%SERVICE%`. Default: Envoy's cluster name.",
    ),
    outboundClusterStatName: string(
      "Pattern for the statistics name of outbound clusters, with variables such as `%SERVICE_FQDN%`. Default: Envoy's cluster name.",
    ),
    certificates: list(
      Certificate,
      'DNS certificates for istiod to issue. Deprecated: use an external issuer such as cert-manager.',
      { deprecated: 'use an external issuer such as cert-manager' },
    ),
    serviceSettings: list(
      MeshConfigServiceSettings,
      'Per-host service options, today only whether a service stays within its cluster.',
    ),
    serviceScopeConfigs: list(
      MeshConfigServiceScopeConfigs,
      'Rules that make services of multicluster ambient meshes local to the cluster or reachable from all.',
    ),
    enablePrometheusMerge: bool(
      'Lets the agent publish application and proxy metrics on one scrape endpoint. Default: true.',
    ),
    verifyCertificateAtClient: bool(
      'Formerly checked server certificates against the system CAs by default. Deprecated: drop it, and set CA and names in DestinationRules.',
      { deprecated: 'drop it, and set CA and names in DestinationRules' },
    ),
    ca: as(
      MeshConfigCA,
      'External certificate authority that signs workload certificates instead of istiod.',
    ),
    extensionProviders: list(
      MeshConfigExtensionProvider,
      'Named backends for tracing, logging, metrics and external authorization that policies refer to.',
    ),
    defaultProviders: as(
      MeshConfigDefaultProviders,
      'Telemetry backends in effect where no Telemetry resource names one.',
    ),
    discoverySelectors: list(
      LabelSelector,
      'Limits istiod to namespaces matched by at least one selector. Default: empty, all namespaces.',
    ),
    pathNormalization: as(
      MeshConfigProxyPathNormalization,
      'How far request paths are cleaned before routing and authorization.',
    ),
    defaultHttpRetryPolicy: as(
      HTTPRetry,
      'Retries for HTTP routes without a retry setting. Default: 2 attempts on connection-level failures; attempts 0 turns them off.',
    ),
    meshMTLS: as(
      MeshConfigTLSConfig,
      'Minimum TLS version and cipher suites for mutual TLS inside the mesh; curves are not accepted here.',
      { protoName: 'mesh_mTLS' },
    ),
    tlsDefaults: as(
      MeshConfigTLSConfig,
      'TLS version, curves and cipher suites for connections outside mesh mutual TLS, such as at gateways.',
    ),
    defaultTrafficPolicy: as(
      MeshConfigDefaultTrafficPolicy,
      'Connection pool and outlier detection every outbound cluster inherits; a DestinationRule replaces each block it sets.',
    ),
    serviceEntryVisibility: as(
      ServiceEntryVisibility,
      'Lets the mesh administrator cap how far each ServiceEntry is visible. Unset changes nothing.',
    ),
  },
);
