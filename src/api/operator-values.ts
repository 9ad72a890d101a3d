import {
  anyObject,
  anyValue,
  as,
  bool,
  double,
  duration,
  int32,
  intOrString,
  int64,
  list,
  map,
  message,
  oneOf,
  string,
  uint32,
} from './schema/fields.ts';

export const Agentgateway = message(
  'Settings for the agentgateway data plane, the alternative to Envoy for Gateway API gateways.',
  {
    image: string(
      'Container image deployed for Gateways of the agentgateway class; a value with `/` replaces hub and tag as well.',
    ),
  },
);

export const ArchConfig = message(
  'Scheduling weight per CPU architecture, from 0 (never) to 3 (most preferred); superseded by ordinary node affinity.',
  {
    amd64: uint32('Weight of x86-64 nodes: 0 excludes them, 3 prefers them most. Default: 2.'),
    ppc64le: uint32('Weight of POWER little-endian nodes: 0 excludes them, 3 prefers them most. Default: 2.'),
    s390x: uint32('Weight of IBM Z nodes: 0 excludes them, 3 prefers them most. Default: 2.'),
    arm64: uint32('Weight of 64-bit Arm nodes: 0 excludes them, 3 prefers them most. Default: 2.'),
  },
);

export const BaseConfig = message(
  'Cluster-wide pieces of the installation: CRDs and the default validation webhook.',
  {
    enableCRDTemplates: bool(
      'Ships the CRDs as regular templates, so that an upgrade also updates them. Default: true.',
      { protoName: 'enableCRDTemplates' },
    ),
    excludedCRDs: list(
      string(),
      'Full names of Istio CRDs to leave out, such as `wasmplugins.extensions.istio.io`.',
      { protoName: 'excludedCRDs' },
    ),
    validationURL: string(
      'URL of an istiod outside the cluster that the validating webhook should call; unset means the in-cluster service.',
      { protoName: 'validationURL' },
    ),
    enableIstioConfigCRDs: bool(
      'Former switch for the Istio configuration CRDs; it no longer removes any. Default: true.',
      { protoName: 'enableIstioConfigCRDs' },
    ),
    validateGateway: bool(
      'Formerly extended the validating webhook to Gateway API objects; current charts ignore it.',
      { protoName: 'validateGateway' },
    ),
    validationCABundle: string(
      "Base64 CA bundle for verifying the validation webhook's server; when set, the default validator fails closed.",
      { protoName: 'validationCABundle' },
    ),
  },
);

export const CNIAmbientConfig = message(
  'How the node agent redirects the traffic of ambient pods into ztunnel.',
  {
    enabled: bool(
      'Turns on redirection of ambient pods to ztunnel by the node agent. Default: false, but true in the ambient profile.',
    ),
    configDir: string(
      'Host directory holding the ambient settings of the node agent; leave it unset in normal installations.',
      { protoName: 'configDir' },
    ),
    dnsCapture: bool(
      'Sends DNS queries of ambient pods through ztunnel, which makes ServiceEntry hosts resolvable. Default: true.',
      { protoName: 'dnsCapture' },
    ),
    ipv6: bool('Programs redirection rules for IPv6 as well as IPv4 inside ambient pods. Default: true.'),
    reconcileIptablesOnStartup: bool(
      'Renews outdated redirection rules in pods already in the mesh whenever the node agent starts. Default: true.',
      { protoName: 'reconcileIptablesOnStartup' },
    ),
  },
);

export const GlobalLoggingConfig = message('Log verbosity of Istio components.', {
  level: string('Comma list of `scope:level` pairs, levels `none` to `debug`. Default: `default:info`.'),
});

export const CNIRepairConfig = message(
  'Handling of pods that came up without traffic redirection because the CNI plugin was not there yet.',
  {
    enabled: bool('Runs the controller that watches for pods broken by a missing CNI plugin. Default: true.'),
    hub: string(
      'Registry of a separate repair image; without effect now, since repair is part of the CNI agent.',
    ),
    tag: anyValue(
      'Version of a separate repair image; without effect now, since repair is part of the CNI agent.',
    ),
    image: string(
      'Name of a separate repair image; without effect now, since repair is part of the CNI agent.',
    ),
    labelPods: bool(
      'Only marks broken pods with the configured label and leaves the rest to you; use with `repairPods` off. Default: false.',
      { protoName: 'labelPods' },
    ),
    repairPods: bool(
      'Fixes broken pods in place by setting up their network rules afterwards. Default: true.',
      { protoName: 'repairPods' },
    ),
    createEvents: string(
      'Formerly chose whether events report broken pods. Deprecated: no replacement, it is ignored.',
      { protoName: 'createEvents', deprecated: 'no replacement, it is ignored' },
    ),
    deletePods: bool(
      'Deletes broken pods so that their controller recreates them; use with `repairPods` off. Default: false.',
      { protoName: 'deletePods' },
    ),
    brokenPodLabelKey: string(
      'Key of the label that marks a broken pod. Default: `cni.istio.io/uninitialized`.',
      { protoName: 'brokenPodLabelKey' },
    ),
    brokenPodLabelValue: string('Value of the label that marks a broken pod. Default: `true`.', {
      protoName: 'brokenPodLabelValue',
    }),
    initContainerName: string(
      'Init container whose failure reveals a pod without redirection. Default: `istio-validation`.',
      { protoName: 'initContainerName' },
    ),
  },
);

export const ResourceQuotas = message('A ResourceQuota for pods of node-critical priority.', {
  enabled: bool(
    'Creates the quota; required where such priorities are restricted, as on GKE. Default: false.',
  ),
  pods: int64('Upper limit of pods the quota grants. Default: 5000.'),
});

export const Resources = message('CPU and memory of a container.', {
  limits: map(string(), 'Ceilings by resource name, for example `cpu: 2` and `memory: 1Gi`.'),
  requests: map(
    string(),
    'Amounts reserved at scheduling by resource name, for example `cpu: 100m` and `memory: 128Mi`.',
  ),
});

export const ValuesIntOrString = intOrString('A whole number, or text such as a percentage.');

export const CNIConfig = message(
  'Settings of the `istio-cni-node` DaemonSet, which sets up traffic redirection instead of a privileged init container.',
  {
    enabled: bool(
      'Marks the CNI plugin as wanted; the DaemonSet itself is rendered only through `components.cni.enabled`.',
    ),
    hub: string('Image registry and path for the CNI agent alone. Default: `global.hub`.'),
    tag: anyValue('Image version for the CNI agent alone, text or number. Default: `global.tag`.'),
    variant: string(
      'Image flavor of the CNI agent, for example `distroless` or `debug`. Default: `global.variant`.',
    ),
    image: string(
      'Image name of the agent, or a complete reference if it contains `/`. Default: `install-cni`.',
    ),
    pullPolicy: string('When the kubelet pulls the CNI image: `Always`, `IfNotPresent` or `Never`.', {
      protoName: 'pullPolicy',
    }),
    cniBinDir: string(
      'Host directory into which the plugin executable is copied. Default: `/opt/cni/bin`, or what the platform setting chooses.',
      { protoName: 'cniBinDir' },
    ),
    cniConfDir: string(
      "Host directory where the container runtime looks for CNI configuration. Default: `/etc/cni/net.d`, or the platform's.",
      { protoName: 'cniConfDir' },
    ),
    cniConfFileName: string(
      'Configuration file to extend or create in `cniConfDir`. Unset: the first existing one is detected.',
      { protoName: 'cniConfFileName' },
    ),
    cniNetnsDir: string('Host directory with the network namespaces of pods. Default: `/var/run/netns`.', {
      protoName: 'cniNetnsDir',
    }),
    excludeNamespaces: list(
      string(),
      'Namespaces whose pods the plugin leaves untouched. Default: `kube-system`.',
      { protoName: 'excludeNamespaces' },
    ),
    affinity: anyObject('Node and pod affinity of the CNI agent pods, as in a pod spec.'),
    env: anyObject(
      'Additional environment variables for the agent container, written as a map from name to value.',
    ),
    daemonSetLabels: anyObject('Extra labels put on the DaemonSet object itself, not on its pods.', {
      protoName: 'daemonSetLabels',
    }),
    podAnnotations: anyObject(
      'Extra annotations on the CNI agent pods. Deprecated: use `components.cni.k8s.podAnnotations`.',
      { protoName: 'podAnnotations', deprecated: 'use `components.cni.k8s.podAnnotations`' },
    ),
    podLabels: anyObject('Extra labels on the CNI agent pods.', { protoName: 'podLabels' }),
    pspClusterRole: string(
      "ClusterRole that granted a PodSecurityPolicy; without effect on today's Kubernetes, which has no such policies.",
    ),
    logLevel: string("Verbosity of the CNI agent's log. Deprecated: use `logging.level`.", {
      protoName: 'logLevel',
      deprecated: 'use `logging.level`',
    }),
    logging: as(
      GlobalLoggingConfig,
      'Log verbosity of the CNI agent, overriding the one in `global.logging`.',
    ),
    repair: as(
      CNIRepairConfig,
      'What to do with pods that started on a node before the CNI plugin was ready.',
    ),
    chained: bool(
      "Appends Istio's plugin to the existing CNI configuration instead of writing a separate file. Default: true.",
    ),
    resourceQuotas: as(
      ResourceQuotas,
      'ResourceQuota allowing node-critical pods, which GKE demands outside `kube-system`.',
    ),
    resources: as(
      Resources,
      'CPU and memory of the install-cni container. Default: requests of 100m CPU and 100Mi.',
    ),
    privileged: bool(
      'Formerly ran the agent as a privileged container. Deprecated: no replacement needed; single capabilities are granted instead.',
      { deprecated: 'no replacement needed; single capabilities are granted instead' },
    ),
    seccompProfile: anyObject(
      'Seccomp profile applied to the agent container, in the Kubernetes form with `type` and `localhostProfile`.',
      { protoName: 'seccompProfile' },
    ),
    ambient: as(CNIAmbientConfig, 'Redirection of ambient mode pods, carried out by the same agent.'),
    provider: string(
      "How plugins are run: `default` for the runtime's own chain, `multus` for a NetworkAttachmentDefinition, as on OpenShift.",
    ),
    rollingMaxUnavailable: as(
      ValuesIntOrString,
      'How many nodes, as number or percentage, may lack a running agent during a DaemonSet update. Default: 1.',
      { protoName: 'rollingMaxUnavailable' },
    ),
    istioOwnedCNIConfig: bool(
      "Keeps Istio's CNI configuration in a file of its own that outlives changes to the primary one. Default: false.",
      { protoName: 'istioOwnedCNIConfig' },
    ),
    istioOwnedCNIConfigFileName: string(
      'Name of the separate file used with `istioOwnedCNIConfig`; it must sort before the primary configuration. Default: `02-istio-cni.conflist`.',
      { protoName: 'istioOwnedCNIConfigFileName' },
    ),
    useAppArmorAnnotation: bool(
      'Declares the agent unconfined for AppArmor by means of the legacy pod annotation. Default: true.',
      { protoName: 'useAppArmorAnnotation' },
    ),
  },
);

export const CNIUsageConfig = message("Tells istiod's injector that a CNI plugin prepares pod networking.", {
  enabled: bool(
    'Injects pods for use with CNI, without a privileged `istio-init`. Set automatically from `components.cni.enabled`.',
  ),
  chained: bool('Whether the plugin extends the primary CNI configuration. Deprecated: use `cni.chained`.', {
    deprecated: 'use `cni.chained`',
  }),
  provider: string(
    'CNI setup injected pods rely on: `default`, or `multus`, which adds a network annotation to each pod.',
  ),
});

export const DefaultPodDisruptionBudgetConfig = message(
  'Disruption protection for istiod and the gateways.',
  {
    enabled: bool(
      'Creates a PodDisruptionBudget for istiod and gateways that run at least two replicas. Default: true.',
    ),
  },
);

export const ResourcesRequestsConfig = message('CPU and memory a container asks for.', {
  cpu: string('Amount of CPU to reserve as a Kubernetes quantity, such as `10m`.'),
  memory: string('Amount of memory to reserve as a Kubernetes quantity, such as `128Mi`.'),
});

export const DefaultResourcesConfig = message(
  'Resource requests for control plane containers that define none themselves.',
  {
    requests: as(
      ResourcesRequestsConfig,
      'CPU and memory assumed for containers without resources of their own.',
    ),
  },
);

export const TargetUtilizationConfig = message('A utilization goal of an autoscaler.', {
  targetAverageUtilization: int32(
    'Average use over all pods in percent of the requested amount, above which replicas are added. Default for CPU: 80.',
    { protoName: 'targetAverageUtilization' },
  ),
});

export const PortsConfig = message("One port of a gateway's Service.", {
  name: string('Unique port name; its prefix, as in `http-` or `tls-`, hints at the protocol.'),
  port: int32('Number clients connect to on the Service.'),
  nodePort: int32(
    'Fixed port opened on every node, for types NodePort and LoadBalancer. Unset: Kubernetes picks one.',
    { protoName: 'nodePort' },
  ),
  targetPort: int32('Port in the gateway pod; below 1024 only with `runAsRoot`. Default: same as `port`.', {
    protoName: 'targetPort',
  }),
  protocol: string('Transport of the port: `TCP` or `UDP`. Default: `TCP`.'),
});

export const SecretVolume = message('A Secret made available as files in gateway pods.', {
  mountPath: string("Directory in the container where the Secret's keys appear.", { protoName: 'mountPath' }),
  name: string('Volume name, unique within the pod.'),
  secretName: string("Secret to mount, from the gateway's namespace; the pod starts even if it is missing.", {
    protoName: 'secretName',
  }),
});

export const ServiceAccount = message('The identity under which a gateway runs.', {
  annotations: anyObject('Annotations for the account, for example to link it with a cloud IAM role.'),
});

export const EgressGatewayConfig = message(
  'Settings shared by the egress gateways, through which traffic leaves the mesh.',
  {
    autoscaleEnabled: bool('Creates a HorizontalPodAutoscaler for the egress gateway. Default: true.', {
      protoName: 'autoscaleEnabled',
    }),
    autoscaleMax: uint32('Most replicas the autoscaler may run for the egress gateway. Default: 5.', {
      protoName: 'autoscaleMax',
    }),
    autoscaleMin: uint32(
      'Fewest replicas the autoscaler keeps for the egress gateway; above 1 also enables its disruption budget. Default: 1.',
      { protoName: 'autoscaleMin' },
    ),
    memory: as(
      TargetUtilizationConfig,
      "Memory utilization the autoscaler aims at for the egress gateway. Deprecated: use the component's `k8s.hpaSpec`.",
      { deprecated: "use the component's `k8s.hpaSpec`" },
    ),
    cpu: as(
      TargetUtilizationConfig,
      "CPU utilization the autoscaler aims at for the egress gateway. Default: 80 percent. Deprecated: use the component's `k8s.hpaSpec`.",
      { deprecated: "use the component's `k8s.hpaSpec`" },
    ),
    customService: bool('Leaves out the Service because you provide one yourself. Default: false.', {
      protoName: 'customService',
    }),
    enabled: bool(
      'When true, switches on every listed egress gateway, even ones disabled in `components.egressGateways`. Default: false.',
    ),
    env: anyObject('Additional environment variables of the egress proxy, as a map from name to value.'),
    labels: map(
      string(),
      "Labels on the egress gateway pods and Service that a Gateway's selector can match. Default: `istio: egressgateway` and the app name.",
    ),
    name: string('Name of the egress Deployment and Service. Default: `istio-egressgateway`.'),
    nodeSelector: anyObject(
      "Node labels required for egress gateway pods. Deprecated: use the component's `k8s.nodeSelector`.",
      { protoName: 'nodeSelector', deprecated: "use the component's `k8s.nodeSelector`" },
    ),
    podAnnotations: anyObject(
      "Extra annotations on egress gateway pods. Deprecated: use the component's `k8s.podAnnotations`.",
      { protoName: 'podAnnotations', deprecated: "use the component's `k8s.podAnnotations`" },
    ),
    podAntiAffinityLabelSelector: list(
      anyObject(),
      "Hard rules against placing egress pods next to matching pods. Deprecated: use the component's `k8s.affinity`.",
      { protoName: 'podAntiAffinityLabelSelector', deprecated: "use the component's `k8s.affinity`" },
    ),
    podAntiAffinityTermLabelSelector: list(
      anyObject(),
      "Soft preference against placing egress pods next to matching pods. Deprecated: use the component's `k8s.affinity`.",
      { protoName: 'podAntiAffinityTermLabelSelector', deprecated: "use the component's `k8s.affinity`" },
    ),
    ports: list(PortsConfig, 'Ports of the egress Service. Default: 80 and 443.'),
    resources: as(
      Resources,
      "CPU and memory of the egress proxy. Deprecated: use the component's `k8s.resources`.",
      { deprecated: "use the component's `k8s.resources`" },
    ),
    secretVolumes: list(
      SecretVolume,
      'Secrets mounted into the egress pods, such as client certificates for TLS origination.',
      { protoName: 'secretVolumes' },
    ),
    serviceAnnotations: anyObject("Extra annotations on the egress gateway's Service.", {
      protoName: 'serviceAnnotations',
    }),
    type: string('Kubernetes Service type of the egress gateway. Default: `ClusterIP`.'),
    tolerations: list(
      anyObject(),
      "Node taints egress gateway pods put up with. Deprecated: use the component's `k8s.tolerations`.",
      { deprecated: "use the component's `k8s.tolerations`" },
    ),
    rollingMaxSurge: as(
      ValuesIntOrString,
      "Extra egress pods allowed during an update. Default: 100%. Deprecated: use the component's `k8s.strategy`.",
      { protoName: 'rollingMaxSurge', deprecated: "use the component's `k8s.strategy`" },
    ),
    rollingMaxUnavailable: as(
      ValuesIntOrString,
      "Egress pods that may be missing during an update. Default: 25%. Deprecated: use the component's `k8s.strategy`.",
      { protoName: 'rollingMaxUnavailable', deprecated: "use the component's `k8s.strategy`" },
    ),
    configVolumes: list(
      anyObject(),
      'ConfigMaps mounted into the egress pods, each with `name`, `mountPath` and `configMapName`.',
      { protoName: 'configVolumes' },
    ),
    additionalContainers: list(
      anyObject(),
      'Complete container definitions run beside the proxy in egress pods.',
      { protoName: 'additionalContainers' },
    ),
    runAsRoot: bool('Runs the egress proxy as root, which permits target ports below 1024. Default: false.', {
      protoName: 'runAsRoot',
    }),
    injectionTemplate: string(
      'Injection template that fills in the egress pods at admission, for example `gateway`. Empty: the pod is rendered in full.',
      { protoName: 'injectionTemplate' },
    ),
    serviceAccount: as(ServiceAccount, 'Settings of the ServiceAccount the egress pods run under.', {
      protoName: 'serviceAccount',
    }),
    ipFamilies: list(string(), 'IP families of the egress Service in order of preference: `IPv4`, `IPv6`.', {
      protoName: 'ipFamilies',
    }),
    ipFamilyPolicy: string(
      'Dual-stack choice of the egress Service: `SingleStack`, `PreferDualStack` or `RequireDualStack`.',
      { protoName: 'ipFamilyPolicy' },
    ),
  },
);

export const ExperimentalConfig = message('Options that may change or vanish in any release.', {
  stableValidationPolicy: bool(
    'Installs a ValidatingAdmissionPolicy that rejects Istio features not yet considered stable. Default: false.',
    { protoName: 'stableValidationPolicy' },
  ),
});

export const IngressGatewayConfig = message(
  'Settings shared by the ingress gateways, through which traffic enters the mesh.',
  {
    autoscaleEnabled: bool('Creates a HorizontalPodAutoscaler for the ingress gateway. Default: true.', {
      protoName: 'autoscaleEnabled',
    }),
    autoscaleMax: uint32('Most replicas the autoscaler may run for the ingress gateway. Default: 5.', {
      protoName: 'autoscaleMax',
    }),
    autoscaleMin: uint32(
      'Fewest replicas the autoscaler keeps for the ingress gateway; above 1 also enables its disruption budget. Default: 1.',
      { protoName: 'autoscaleMin' },
    ),
    memory: as(
      TargetUtilizationConfig,
      "Memory utilization the autoscaler aims at for the ingress gateway. Deprecated: use the component's `k8s.hpaSpec`.",
      { deprecated: "use the component's `k8s.hpaSpec`" },
    ),
    cpu: as(
      TargetUtilizationConfig,
      "CPU utilization the autoscaler aims at for the ingress gateway. Default: 80 percent. Deprecated: use the component's `k8s.hpaSpec`.",
      { deprecated: "use the component's `k8s.hpaSpec`" },
    ),
    customService: bool('Leaves out the Service because you provide one yourself. Default: false.', {
      protoName: 'customService',
    }),
    enabled: bool(
      'When true, switches on every listed ingress gateway, even ones disabled in `components.ingressGateways`.',
    ),
    env: anyObject('Additional environment variables of the ingress proxy, as a map from name to value.'),
    labels: map(
      string(),
      "Labels on the ingress gateway pods and Service that a Gateway's selector can match. Default: `istio: ingressgateway` and the app name.",
    ),
    loadBalancerIP: string(
      'Fixed address to request from the cloud load balancer, where the provider supports that.',
      { protoName: 'loadBalancerIP' },
    ),
    loadBalancerSourceRanges: list(
      string(),
      'Client CIDR ranges the cloud load balancer lets through. Default: everyone.',
      { protoName: 'loadBalancerSourceRanges' },
    ),
    name: string('Name of the ingress Deployment and Service. Default: `istio-ingressgateway`.'),
    nodeSelector: anyObject(
      "Node labels required for ingress gateway pods. Deprecated: use the component's `k8s.nodeSelector`.",
      { protoName: 'nodeSelector', deprecated: "use the component's `k8s.nodeSelector`" },
    ),
    podAnnotations: anyObject(
      "Extra annotations on ingress gateway pods. Deprecated: use the component's `k8s.podAnnotations`.",
      { protoName: 'podAnnotations', deprecated: "use the component's `k8s.podAnnotations`" },
    ),
    podAntiAffinityLabelSelector: list(
      anyObject(),
      "Hard rules against placing ingress pods next to matching pods. Deprecated: use the component's `k8s.affinity`.",
      { protoName: 'podAntiAffinityLabelSelector', deprecated: "use the component's `k8s.affinity`" },
    ),
    podAntiAffinityTermLabelSelector: list(
      anyObject(),
      "Soft preference against placing ingress pods next to matching pods. Deprecated: use the component's `k8s.affinity`.",
      { protoName: 'podAntiAffinityTermLabelSelector', deprecated: "use the component's `k8s.affinity`" },
    ),
    ports: list(
      PortsConfig,
      'Ports of the ingress Service. Default: status port 15021, HTTP 80 and HTTPS 443.',
    ),
    replicaCount: uint32(
      "Fixed number of ingress pods when not autoscaled. Deprecated: use the component's `k8s.replicaCount`.",
      { protoName: 'replicaCount', deprecated: "use the component's `k8s.replicaCount`" },
    ),
    resources: anyObject(
      "CPU and memory of the ingress proxy. Deprecated: use the component's `k8s.resources`.",
      { deprecated: "use the component's `k8s.resources`" },
    ),
    secretVolumes: list(
      SecretVolume,
      'Secrets mounted into the ingress pods, such as server certificates read from files.',
      { protoName: 'secretVolumes' },
    ),
    serviceAnnotations: anyObject(
      'Extra annotations on the ingress Service, often needed to tune a cloud load balancer.',
      { protoName: 'serviceAnnotations' },
    ),
    type: string('Kubernetes Service type of the ingress gateway. Default: `LoadBalancer`.'),
    rollingMaxSurge: as(
      ValuesIntOrString,
      "Extra ingress pods allowed during an update. Default: 100%. Deprecated: use the component's `k8s.strategy`.",
      { protoName: 'rollingMaxSurge', deprecated: "use the component's `k8s.strategy`" },
    ),
    rollingMaxUnavailable: as(
      ValuesIntOrString,
      "Ingress pods that may be missing during an update. Default: 25%. Deprecated: use the component's `k8s.strategy`.",
      { protoName: 'rollingMaxUnavailable', deprecated: "use the component's `k8s.strategy`" },
    ),
    externalTrafficPolicy: string(
      '`Local` preserves the client address and avoids a second hop; `Cluster` spreads over all nodes. Kubernetes default: `Cluster`.',
      { protoName: 'externalTrafficPolicy' },
    ),
    tolerations: list(
      anyObject(),
      "Node taints ingress gateway pods put up with. Deprecated: use the component's `k8s.tolerations`.",
      { deprecated: "use the component's `k8s.tolerations`" },
    ),
    ingressPorts: list(
      anyObject(),
      'Further Service ports appended after `ports`, each given by number and name.',
      { protoName: 'ingressPorts' },
    ),
    additionalContainers: list(
      anyObject(),
      'Complete container definitions run beside the proxy in ingress pods.',
      { protoName: 'additionalContainers' },
    ),
    configVolumes: list(
      anyObject(),
      'ConfigMaps mounted into the ingress pods, each with `name`, `mountPath` and `configMapName`.',
      { protoName: 'configVolumes' },
    ),
    runAsRoot: bool(
      'Runs the ingress proxy as root, which permits target ports below 1024. Default: false.',
      { protoName: 'runAsRoot' },
    ),
    injectionTemplate: string(
      'Injection template that fills in the ingress pods at admission, for example `gateway`. Empty: the pod is rendered in full.',
      { protoName: 'injectionTemplate' },
    ),
    serviceAccount: as(ServiceAccount, 'Settings of the ServiceAccount the ingress pods run under.', {
      protoName: 'serviceAccount',
    }),
    ipFamilies: list(string(), 'IP families of the ingress Service in order of preference: `IPv4`, `IPv6`.', {
      protoName: 'ipFamilies',
    }),
    ipFamilyPolicy: string(
      'Dual-stack choice of the ingress Service: `SingleStack`, `PreferDualStack` or `RequireDualStack`.',
      { protoName: 'ipFamilyPolicy' },
    ),
  },
);

export const GatewaysConfig = message(
  'Values of the ingress and egress gateways installed along with the control plane.',
  {
    'istio-egressgateway': as(
      EgressGatewayConfig,
      'Settings common to all gateways listed under `components.egressGateways`.',
      { protoName: 'istio_egressgateway' },
    ),
    enabled: bool(
      'Old general switch for gateways; select them in `components.ingressGateways` and `components.egressGateways` instead.',
    ),
    'istio-ingressgateway': as(
      IngressGatewayConfig,
      'Settings common to all gateways listed under `components.ingressGateways`.',
      { protoName: 'istio_ingressgateway' },
    ),
    securityContext: anyValue(
      'Pod security context of injected gateways; replaces the generated one that lets non-root pods bind low ports.',
      { protoName: 'securityContext' },
    ),
    seccompProfile: anyValue(
      'Seccomp profile of the gateway pods, in the Kubernetes form with `type` and `localhostProfile`.',
      { protoName: 'seccompProfile' },
    ),
  },
);

export const MultiClusterConfig = message('How this cluster takes part in a multicluster mesh.', {
  enabled: bool('Marks the mesh as spanning several clusters joined by gateways. Default: false.'),
  clusterName: string('Identity of this cluster, which must be unique in the mesh. Default: `Kubernetes`.', {
    protoName: 'clusterName',
  }),
  globalDomainSuffix: string(
    'DNS suffix of hosts shared between clusters in old replicated setups; current charts ignore it.',
    { protoName: 'globalDomainSuffix' },
  ),
  includeEnvoyFilter: bool(
    'Formerly added the EnvoyFilter that cross-cluster gateways needed to map their host suffix; current charts ignore it.',
    { protoName: 'includeEnvoyFilter' },
  ),
});

export const StartupProbe = message('Startup check of the sidecar.', {
  enabled: bool('Adds the startup check, so slow starts do not count as readiness failures. Default: true.'),
  failureThreshold: uint32(
    'Failed attempts, one per second, before the container is restarted. Default: 600.',
    { protoName: 'failureThreshold' },
  ),
});

export const ValuesProxyConfig = message(
  'Defaults for proxy containers: image, logs, probes and traffic capture.',
  {
    autoInject: string(
      'Whether pods without their own label are injected in namespaces the webhook covers: `enabled` or `disabled`. Default: `enabled`.',
      { protoName: 'autoInject' },
    ),
    clusterDomain: string('DNS suffix of the Kubernetes cluster. Default: `cluster.local`.', {
      protoName: 'clusterDomain',
    }),
    componentLogLevel: string(
      'Envoy log levels per component, as a comma list of `component:level`. Default: `misc:error`.',
      { protoName: 'componentLogLevel' },
    ),
    enableCoreDump: bool(
      'Lets crashed proxies leave core dumps. Deprecated: no replacement, configure core dumps on the node.',
      { protoName: 'enableCoreDump', deprecated: 'no replacement, configure core dumps on the node' },
    ),
    excludeInboundPorts: string('Comma list of ports whose incoming traffic bypasses the proxy.', {
      protoName: 'excludeInboundPorts',
    }),
    excludeIPRanges: string(
      'Comma list of CIDRs to which outgoing traffic bypasses the proxy; useful with `includeIPRanges` left at `*`.',
      { protoName: 'excludeIPRanges' },
    ),
    image: string('Image name of the proxy, or a complete reference if it contains `/`. Default: `proxyv2`.'),
    includeIPRanges: string(
      'Destinations whose outgoing traffic the proxy captures: `*` or a comma list of CIDRs. Default: `*`.',
      { protoName: 'includeIPRanges' },
    ),
    logLevel: string(
      "Envoy's general log level: `trace`, `debug`, `info`, `warning`, `error`, `critical` or `off`. Default: `warning`.",
      { protoName: 'logLevel' },
    ),
    outlierLogPath: string(
      'File in the proxy container that records hosts ejected by outlier detection. Default: no such log.',
      { protoName: 'outlierLogPath' },
    ),
    privileged: bool('Runs the sidecar as a privileged container. Default: false.'),
    readinessInitialDelaySeconds: uint32(
      "Seconds after start before the sidecar's readiness is first checked. Default: 0.",
      { protoName: 'readinessInitialDelaySeconds' },
    ),
    readinessPeriodSeconds: uint32('Seconds between readiness checks of the sidecar. Default: 15.', {
      protoName: 'readinessPeriodSeconds',
    }),
    readinessFailureThreshold: uint32(
      'Consecutive failed checks after which the sidecar counts as not ready. Default: 4.',
      { protoName: 'readinessFailureThreshold' },
    ),
    seccompProfile: anyObject(
      'Seccomp profile of injected proxy containers, in the Kubernetes form with `type` and `localhostProfile`.',
      { protoName: 'seccompProfile' },
    ),
    startupProbe: as(StartupProbe, 'Startup check that holds back the other probes until the proxy is up.', {
      protoName: 'startupProbe',
    }),
    statusPort: uint32(
      'Port of the agent for health, rewritten probes and merged metrics; 0 disables it. Default: 15020.',
      { protoName: 'statusPort' },
    ),
    resources: as(
      Resources,
      'CPU and memory of sidecars. Default: requests 100m/128Mi, limits 2/1Gi. Deprecated: use pod annotations such as `sidecar.istio.io/proxyCPU`.',
      { deprecated: 'use pod annotations such as `sidecar.istio.io/proxyCPU`' },
    ),
    tracer: oneOf(
      ['zipkin', 'lightstep', 'datadog', 'stackdriver', 'openCensusAgent', 'none'],
      'Backend that receives trace spans, one of the listed systems or `none`; extension providers are the modern way. Default: `none`.',
    ),
    excludeOutboundPorts: string(
      'Comma list of destination ports whose outgoing traffic bypasses the proxy.',
      { protoName: 'excludeOutboundPorts' },
    ),
    lifecycle: anyObject(
      'Container hooks (`postStart`, `preStop`) that replace the generated ones on the sidecar.',
    ),
    holdApplicationUntilProxyStarts: bool(
      'Delays application containers until the sidecar is ready. Deprecated: use `meshConfig.defaultConfig.holdApplicationUntilProxyStarts`.',
      {
        protoName: 'holdApplicationUntilProxyStarts',
        deprecated: 'use `meshConfig.defaultConfig.holdApplicationUntilProxyStarts`',
      },
    ),
    includeInboundPorts: string(
      'Ports whose incoming traffic the proxy captures: `*`, a comma list, or empty for none. Default: `*`.',
      { protoName: 'includeInboundPorts' },
    ),
    includeOutboundPorts: string(
      'Comma list of destination ports captured whatever their address, in addition to `includeIPRanges`.',
      { protoName: 'includeOutboundPorts' },
    ),
  },
);

export const ProxyInitConfig = message(
  'The init container that prepares traffic redirection in injected pods.',
  {
    image: string(
      'Image name for the init container, or a complete reference if it contains `/`. Default: `proxyv2`.',
    ),
    resources: as(
      Resources,
      'CPU and memory of the init container. Deprecated: use `global.proxy.resources`, which applies to it as well.',
      { deprecated: 'use `global.proxy.resources`, which applies to it as well' },
    ),
  },
);

export const SDSConfig = message('How proxies prove themselves when they request certificates.', {
  token: anyObject(
    'Audience of the projected service account token, under key `aud`. Default: `istio-ca`. Deprecated: keep the default, nothing replaces it.',
    { deprecated: 'keep the default, nothing replaces it' },
  ),
});

export const TracerDatadogConfig = message('The Datadog tracing backend.', {
  address: string("Agent's `host:port`. Default: `$(HOST_IP):8126`.", {
    deprecated: 'use `meshConfig.defaultConfig.tracing.datadog.address`',
  }),
});

export const TracerLightStepConfig = message('The Lightstep tracing backend.', {
  address: string("Satellite's `host:port`.", {
    deprecated: 'use `meshConfig.defaultConfig.tracing.lightstep.address`',
  }),
  accessToken: string('Token that authorizes sending spans to Lightstep.', {
    protoName: 'accessToken',
    deprecated: 'use `meshConfig.defaultConfig.tracing.lightstep.accessToken`',
  }),
});

export const TracerZipkinConfig = message('A Zipkin-compatible tracing backend.', {
  address: string("Collector's `host:port`. Default: `zipkin.<control plane namespace>:9411`.", {
    deprecated: 'use `meshConfig.defaultConfig.tracing.zipkin.address`',
  }),
});

export const TracerStackdriverConfig = message(
  'Former options of Google Cloud tracing, no longer accepted when rendering.',
  {
    debug: bool('Formerly printed spans to standard output. Default: false.'),
    maxNumberOfAttributes: uint32('Formerly capped the attributes of one span. Default: 200.', {
      protoName: 'maxNumberOfAttributes',
    }),
    maxNumberOfAnnotations: uint32('Formerly capped the annotation events of one span. Default: 200.', {
      protoName: 'maxNumberOfAnnotations',
    }),
    maxNumberOfMessageEvents: uint32('Formerly capped the message events of one span. Default: 200.', {
      protoName: 'maxNumberOfMessageEvents',
    }),
  },
);

export const TracerConfig = message(
  'Addresses and options of tracing backends; superseded by `meshConfig.extensionProviders`.',
  {
    datadog: as(TracerDatadogConfig, 'Where to find the Datadog agent when `proxy.tracer` is `datadog`.'),
    lightstep: as(
      TracerLightStepConfig,
      'Where and with which token to reach Lightstep when `proxy.tracer` is `lightstep`.',
    ),
    zipkin: as(
      TracerZipkinConfig,
      'Where to find a Zipkin-compatible collector when `proxy.tracer` is `zipkin`.',
    ),
    stackdriver: as(
      TracerStackdriverConfig,
      'Limits on spans sent to Google Cloud; removed, so setting it fails at rendering.',
    ),
  },
);

export const IstiodConfig = message('Optional functions of istiod.', {
  enableAnalysis: bool(
    'Runs the configuration analyzers inside istiod and writes findings into resource status. Default: false.',
    { protoName: 'enableAnalysis' },
  ),
});

export const STSConfig = message('Token exchange endpoint in the proxy agent.', {
  servicePort: uint32('Local port where the agent exchanges tokens; 0 switches it off. Default: 0.', {
    protoName: 'servicePort',
  }),
});

export const WaypointConfig = message('Defaults for the pods of waypoint proxies.', {
  resources: as(Resources, 'CPU and memory of waypoint proxies. Default: requests 100m/128Mi, limits 2/1Gi.'),
  affinity: anyObject('Node and pod affinity of waypoint pods, as in a pod spec.'),
  topologySpreadConstraints: list(
    anyObject(),
    'Rules that distribute waypoint pods over zones or nodes, as in a pod spec.',
    { protoName: 'topologySpreadConstraints' },
  ),
  nodeSelector: anyObject(
    'Node labels required for waypoint pods; validated as a NodeSelector object though rendered as a plain map.',
    { protoName: 'nodeSelector' },
  ),
  toleration: list(
    anyObject(),
    'Accepted but unused: rendering reads `tolerations`, which must be given in `unvalidatedValues`.',
  ),
});

export const NetworkPolicyConfig = message(
  'NetworkPolicy support for clusters that deny traffic by default.',
  {
    enabled: bool(
      'Renders a NetworkPolicy with the necessary ports for istiod, gateways, CNI and ztunnel. Default: false.',
    ),
  },
);

export const ReaderServiceAccount = message(
  'Account through which a remote control plane reads this cluster.',
  {
    name: string('Account to bind to the reader role. Default: `istio-reader-service-account`.'),
    namespace: string('Where the reader account lives. Default: the namespace of the control plane.'),
  },
);

export const GlobalConfig = message(
  'Values shared by all components: images, mesh identity, proxies, certificates and multicluster.',
  {
    arch: as(
      ArchConfig,
      "CPU architectures to schedule onto, with weights. Deprecated: use the components' `k8s.affinity`.",
      { deprecated: "use the components' `k8s.affinity`" },
    ),
    certSigners: list(
      string(),
      'Kubernetes CSR signer names istiod is permitted to use for workload certificates.',
      { protoName: 'certSigners' },
    ),
    configValidation: bool('Installs the webhook that rejects invalid Istio configuration. Default: true.', {
      protoName: 'configValidation',
    }),
    defaultNodeSelector: anyObject(
      "Node labels required for all control plane pods. Deprecated: use each component's `k8s.nodeSelector`.",
      { protoName: 'defaultNodeSelector', deprecated: "use each component's `k8s.nodeSelector`" },
    ),
    defaultPodDisruptionBudget: as(
      DefaultPodDisruptionBudgetConfig,
      'Whether istiod and gateways receive a PodDisruptionBudget.',
      { protoName: 'defaultPodDisruptionBudget' },
    ),
    defaultResources: as(
      DefaultResourcesConfig,
      "Resource requests for components lacking their own. Default: 10m CPU. Deprecated: use each component's `k8s.resources`.",
      { protoName: 'defaultResources', deprecated: "use each component's `k8s.resources`" },
    ),
    defaultTolerations: list(
      anyObject(),
      "Node taints all control plane pods put up with. Deprecated: use each component's `k8s.tolerations`.",
      { protoName: 'defaultTolerations', deprecated: "use each component's `k8s.tolerations`" },
    ),
    hub: string('Registry and path all Istio images come from. Default: `docker.io/istio` in 1.31.'),
    imagePullPolicy: string(
      'When images are pulled: `Always`, `IfNotPresent` or `Never`. Unset: Kubernetes decides by tag.',
      { protoName: 'imagePullPolicy' },
    ),
    imagePullSecrets: list(
      string(),
      "Names of Secrets with registry credentials, attached to Istio's service accounts and injected pods.",
      { protoName: 'imagePullSecrets' },
    ),
    istioNamespace: string(
      "Namespace of the control plane; overrides the document's `metadata.namespace`. Default: `istio-system`.",
      { protoName: 'istioNamespace' },
    ),
    logAsJson: bool(
      'Writes the logs of istiod and the agents as JSON instead of plain text. Default: false.',
      { protoName: 'logAsJson' },
    ),
    logging: as(GlobalLoggingConfig, 'Log verbosity of the control plane and the proxy agents.'),
    meshID: string(
      'Identity of the mesh, needed once several meshes share telemetry or trust. Default: the trust domain.',
      { protoName: 'meshID' },
    ),
    meshNetworks: anyObject(
      'Networks of a multi-network mesh: which endpoints belong to each and which gateways lead into it.',
      { protoName: 'meshNetworks' },
    ),
    multiCluster: as(
      MultiClusterConfig,
      'Identity and behavior of this cluster within a multicluster mesh.',
      { protoName: 'multiCluster' },
    ),
    network: string(
      "Name of the network this cluster's pods belong to; proxies on different networks talk through gateways. Default: empty.",
    ),
    podDNSSearchNamespaces: list(
      string(),
      'Additional DNS search suffixes written into the `dnsConfig` of injected pods.',
      { protoName: 'podDNSSearchNamespaces' },
    ),
    omitSidecarInjectorConfigMap: bool(
      'Skips the ConfigMap with injection templates and values, for clusters injected from elsewhere. Default: false.',
      { protoName: 'omitSidecarInjectorConfigMap' },
    ),
    operatorManageWebhooks: bool(
      'Leaves the mutating webhooks out of the output, assuming other tooling creates them. Default: false.',
      { protoName: 'operatorManageWebhooks' },
    ),
    priorityClassName: string(
      "Scheduling priority of Istio's pods. Deprecated: use each component's `k8s.priorityClassName`.",
      { protoName: 'priorityClassName', deprecated: "use each component's `k8s.priorityClassName`" },
    ),
    proxy: as(
      ValuesProxyConfig,
      'Defaults for the proxy container: image, log level, probes and which traffic it captures.',
    ),
    proxy_init: as(ProxyInitConfig, 'Image of the init container that sets up traffic redirection.'),
    sds: as(SDSConfig, 'Token settings used when proxies request certificates.'),
    tag: anyValue('Version tag of all Istio images, text or number. Default: the release in use.'),
    variant: string(
      'Flavor of all Istio images, appended to the tag, such as `distroless` or `debug`. Default: none.',
    ),
    tracer: as(
      TracerConfig,
      'Backend addresses for the collector chosen by `proxy.tracer`; prefer `meshConfig` extension providers.',
    ),
    remotePilotAddress: string(
      'IP address or host name of the istiod that serves this remote cluster; creates a matching local Service.',
      { protoName: 'remotePilotAddress' },
    ),
    istiod: as(IstiodConfig, 'Optional istiod functions, currently configuration analysis only.'),
    pilotCertProvider: string(
      "Who signs istiod's own certificate: `istiod`, `k8s.io/<signer>`, `custom` or `none`; `kubernetes` is no longer supported. Default: `istiod`.",
      { protoName: 'pilotCertProvider' },
    ),
    jwtPolicy: string(
      'Kind of service account token proxies present. Deprecated: always `third-party-jwt`, there is nothing to set.',
      { protoName: 'jwtPolicy', deprecated: 'always `third-party-jwt`, there is nothing to set' },
    ),
    sts: as(STSConfig, 'Secure token service offered by the proxy agent.'),
    revision: string('Revision name as seen by shared templates; prefer the top-level `revision`.'),
    mountMtlsCerts: bool(
      'Mounts Secret `istio.<service account>` with key and certificates into proxies. Default: false.',
      { protoName: 'mountMtlsCerts' },
    ),
    caAddress: string(
      'Host and port of the certificate authority proxies use. Default: istiod on port 15012.',
      { protoName: 'caAddress' },
    ),
    externalIstiod: bool(
      'Lets this istiod act as external control plane of remote clusters. Default: false.',
      { protoName: 'externalIstiod' },
    ),
    configCluster: bool(
      'Declares this remote cluster the source of configuration for an external istiod. Default: false.',
      { protoName: 'configCluster' },
    ),
    caName: string(
      "Name of an external CA integration, such as `GkeWorkloadCertificate`. Default: empty, meaning istiod's CA.",
      { protoName: 'caName' },
    ),
    platform: string(
      'Environment whose presets apply: `gke`, `k3d`, `k3s`, `microk8s`, `minikube` or `openshift`. Default: none.',
    ),
    ipFamilies: list(
      string(),
      'IP families of all Istio Services unless set per component: `IPv4`, `IPv6`.',
      { protoName: 'ipFamilies' },
    ),
    ipFamilyPolicy: string(
      'Dual-stack choice of all Istio Services: `SingleStack`, `PreferDualStack` or `RequireDualStack`.',
      { protoName: 'ipFamilyPolicy' },
    ),
    waypoint: as(WaypointConfig, 'Resources and placement of the waypoint proxies deployed by istiod.'),
    trustBundleName: string(
      "ConfigMap or ClusterTrustBundle through which the mesh's root certificate is handed out. Default: `istio-ca-root-cert` for ConfigMaps.",
      { protoName: 'trustBundleName' },
    ),
    nativeNftables: bool('Sets up redirection with nftables rules instead of iptables. Default: false.', {
      protoName: 'nativeNftables',
    }),
    networkPolicy: as(
      NetworkPolicyConfig,
      'Whether NetworkPolicy objects admitting required traffic accompany the components.',
      { protoName: 'networkPolicy' },
    ),
    resourceScope: oneOf(
      ['undefined', 'all', 'cluster', 'namespace'],
      'Which objects to render: `all`, only cluster-scoped ones (`cluster`), or only namespaced ones (`namespace`); `undefined` means unset. Default: `all`.',
      { protoName: 'resourceScope' },
    ),
    agentgateway: as(Agentgateway, 'Image used for gateways backed by agentgateway rather than Envoy.'),
    enableReaderRBAC: bool(
      "Creates the service account and role with which other clusters' control planes read this one. Default: true.",
      { protoName: 'enableReaderRBAC' },
    ),
    readerServiceAccount: as(
      ReaderServiceAccount,
      'Your own service account for remote reading, in place of `istio-reader-service-account`.',
      { protoName: 'readerServiceAccount' },
    ),
  },
);

export const IstiodRemoteConfig = message('Connects a cluster to an istiod that runs somewhere else.', {
  injectionURL: string(
    'Full URL of the remote injection webhook; unset means a Service in this cluster is called.',
    { protoName: 'injectionURL' },
  ),
  injectionPath: string(
    'URL path of the injection webhook, to which variables such as cluster and network may be appended. Default: `/inject`.',
    { protoName: 'injectionPath' },
  ),
  injectionCABundle: string("Base64 CA bundle for verifying the remote injection webhook's certificate.", {
    protoName: 'injectionCABundle',
  }),
  enabled: bool(
    'Installs only what a cluster with a remote control plane needs. Default: false, but true in the remote profile.',
  ),
  enabledLocalInjectorIstiod: bool(
    'Keeps an istiod in the remote cluster just for injection, while configuration comes from outside. Default: false.',
    { protoName: 'enabledLocalInjectorIstiod' },
  ),
});

export const PilotTaintControllerConfig = message(
  'Removes a startup taint from nodes once the CNI agent runs there.',
  {
    enabled: bool('Runs the controller that clears the node taint when CNI is ready. Default: false.'),
    namespace: string('Where the CNI agent pods are found. Default: the control plane namespace.'),
    name: string('Key of the node taint to remove. Default: `cni.istio.io/not-ready`.'),
  },
);

export const PilotConfig = message('Settings of istiod, the control plane.', {
  enabled: bool('Installs istiod; overwritten by `components.pilot.enabled`. Default: true.'),
  autoscaleEnabled: bool('Creates a HorizontalPodAutoscaler for istiod. Default: true.', {
    protoName: 'autoscaleEnabled',
  }),
  autoscaleMin: uint32(
    'Fewest istiod replicas the autoscaler keeps; above 1 also enables its disruption budget. Default: 1.',
    { protoName: 'autoscaleMin' },
  ),
  autoscaleMax: uint32('Most istiod replicas the autoscaler may run. Default: 5.', {
    protoName: 'autoscaleMax',
  }),
  autoscaleBehavior: anyObject(
    "Speed and stabilization of scaling up and down, in the HorizontalPodAutoscaler's `behavior` form.",
    { protoName: 'autoscaleBehavior' },
  ),
  replicaCount: uint32(
    'Fixed number of istiod pods when not autoscaled. Default: 1. Deprecated: use `components.pilot.k8s.replicaCount`.',
    { protoName: 'replicaCount', deprecated: 'use `components.pilot.k8s.replicaCount`' },
  ),
  image: string('Image name of istiod, or a complete reference if it contains `/`. Default: `pilot`.'),
  traceSampling: double(
    'Percentage of requests traced, 0 to 100, where nothing more specific is configured. Default: 1.',
    { protoName: 'traceSampling' },
  ),
  resources: as(
    Resources,
    'CPU and memory of istiod. Default: requests of 500m and 2Gi. Deprecated: use `components.pilot.k8s.resources`.',
    { deprecated: 'use `components.pilot.k8s.resources`' },
  ),
  cpu: as(
    TargetUtilizationConfig,
    'CPU utilization the autoscaler aims at for istiod. Default: 80 percent. Deprecated: use `components.pilot.k8s.hpaSpec`.',
    { deprecated: 'use `components.pilot.k8s.hpaSpec`' },
  ),
  nodeSelector: anyObject(
    'Node labels required for istiod pods. Deprecated: use `components.pilot.k8s.nodeSelector`.',
    { protoName: 'nodeSelector', deprecated: 'use `components.pilot.k8s.nodeSelector`' },
  ),
  keepaliveMaxServerConnectionAge: duration(
    "How long a proxy's connection to istiod lasts before it is renewed and rebalanced; write it in seconds, like `600s`. Default: 30 minutes.",
    { protoName: 'keepaliveMaxServerConnectionAge' },
  ),
  deploymentLabels: anyObject('Extra labels on the istiod Deployment itself, not on its pods.', {
    protoName: 'deploymentLabels',
  }),
  podLabels: anyObject('Extra labels on the istiod pods.', { protoName: 'podLabels' }),
  configMap: bool(
    'Creates the ConfigMap with the mesh configuration; turn off to manage it yourself. Default: true.',
    { protoName: 'configMap' },
  ),
  env: anyObject(
    'Environment variables of istiod as a map, mostly feature flags such as `PILOT_ENABLE_AMBIENT`.',
  ),
  affinity: anyObject('Node and pod affinity of the istiod pods, as in a pod spec.'),
  rollingMaxSurge: as(
    ValuesIntOrString,
    'Extra istiod pods allowed during an update. Default: 100%. Deprecated: use `components.pilot.k8s.strategy`.',
    { protoName: 'rollingMaxSurge', deprecated: 'use `components.pilot.k8s.strategy`' },
  ),
  rollingMaxUnavailable: as(
    ValuesIntOrString,
    'Istiod pods that may be missing during an update. Default: 25%. Deprecated: use `components.pilot.k8s.strategy`.',
    { protoName: 'rollingMaxUnavailable', deprecated: 'use `components.pilot.k8s.strategy`' },
  ),
  tolerations: list(
    anyObject(),
    'Node taints istiod pods put up with. Deprecated: use `components.pilot.k8s.tolerations`.',
    { deprecated: 'use `components.pilot.k8s.tolerations`' },
  ),
  podAnnotations: anyObject(
    'Extra annotations on istiod pods. Deprecated: use `components.pilot.k8s.podAnnotations`.',
    { protoName: 'podAnnotations', deprecated: 'use `components.pilot.k8s.podAnnotations`' },
  ),
  serviceAnnotations: anyObject('Extra annotations on the istiod Service.', {
    protoName: 'serviceAnnotations',
  }),
  serviceAccountAnnotations: anyObject(
    "Extra annotations on istiod's ServiceAccount, for example to bind a cloud identity.",
    { protoName: 'serviceAccountAnnotations' },
  ),
  jwksResolverExtraRootCA: string(
    'PEM certificates istiod additionally trusts when it fetches JWT keys from an issuer.',
    { protoName: 'jwksResolverExtraRootCA' },
  ),
  hub: string('Image registry and path for istiod alone. Default: `global.hub`.'),
  tag: anyValue('Image version for istiod alone, text or number. Default: `global.tag`.'),
  variant: string('Image flavor of istiod, for example `distroless` or `debug`. Default: `global.variant`.'),
  seccompProfile: anyObject(
    'Seccomp profile of the istiod container, in the Kubernetes form with `type` and `localhostProfile`.',
    { protoName: 'seccompProfile' },
  ),
  topologySpreadConstraints: list(
    anyObject(),
    'Rules that distribute istiod pods over zones or nodes, as in a pod spec.',
    { protoName: 'topologySpreadConstraints' },
  ),
  extraContainerArgs: list(
    anyObject(),
    'Further command line arguments for `pilot-discovery`; only objects validate, so plain strings need `unvalidatedValues`.',
    { protoName: 'extraContainerArgs' },
  ),
  volumeMounts: list(anyObject(), 'Where entries of `volumes` appear in the istiod container.', {
    protoName: 'volumeMounts',
  }),
  volumes: list(anyObject(), 'Additional volumes of the istiod pod, as in a pod spec.'),
  ipFamilies: list(
    string(),
    'IP families of the istiod Service in order of preference. Default: `global.ipFamilies`.',
    { protoName: 'ipFamilies' },
  ),
  ipFamilyPolicy: string('Dual-stack choice of the istiod Service. Default: `global.ipFamilyPolicy`.', {
    protoName: 'ipFamilyPolicy',
  }),
  memory: as(
    TargetUtilizationConfig,
    'Memory utilization the autoscaler aims at for istiod. Default: none. Deprecated: use `components.pilot.k8s.hpaSpec`.',
    { deprecated: 'use `components.pilot.k8s.hpaSpec`' },
  ),
  cni: as(CNIUsageConfig, 'Tells the injector whether pods rely on the CNI plugin and under which provider.'),
  taint: as(
    PilotTaintControllerConfig,
    'Controller that keeps pods off nodes until their CNI agent is ready.',
  ),
  trustedZtunnelNamespace: string(
    'Namespace whose `ztunnel` account may request certificates on behalf of other workloads. Default: the control plane namespace.',
    { protoName: 'trustedZtunnelNamespace' },
  ),
  istiodRemote: as(
    IstiodRemoteConfig,
    'Connection to a control plane outside this cluster, with its injection webhook.',
    { protoName: 'istiodRemote' },
  ),
  envVarFrom: list(
    anyObject(),
    'Environment variables of istiod in full Kubernetes form, for values taken from Secrets or ConfigMaps.',
    { protoName: 'envVarFrom' },
  ),
  crlConfigMapName: string(
    'ConfigMap through which istiod hands certificate revocation lists to workloads.',
    { protoName: 'crlConfigMapName' },
  ),
});

export const SidecarInjectorConfig = message('The webhook that adds sidecars to pods.', {
  enableNamespacesByDefault: bool(
    'Injects in every namespace unless it opts out by label. Default: false, so namespaces opt in.',
    { protoName: 'enableNamespacesByDefault' },
  ),
  reinvocationPolicy: string(
    'Whether the API server calls the webhook again after later ones changed the pod: `Never` or `IfNeeded`. Default: `Never`.',
    { protoName: 'reinvocationPolicy' },
  ),
  neverInjectSelector: list(
    anyObject(),
    'Label selectors of pods that are never injected; they beat `alwaysInjectSelector`.',
    { protoName: 'neverInjectSelector' },
  ),
  alwaysInjectSelector: list(
    anyObject(),
    'Label selectors of pods injected even where the namespace policy says no.',
    { protoName: 'alwaysInjectSelector' },
  ),
  rewriteAppHTTPProbe: bool(
    'Redirects application health probes through the agent so they work under strict mTLS. Default: true.',
    { protoName: 'rewriteAppHTTPProbe' },
  ),
  injectedAnnotations: anyObject('Annotations added to every injected pod.', {
    protoName: 'injectedAnnotations',
  }),
  injectionURL: string(
    'Full URL of an injection webhook outside the cluster, used instead of the istiod Service.',
    { protoName: 'injectionURL' },
  ),
  templates: anyObject(
    'Your own injection templates by name, written in Go template language; pods choose them by annotation `inject.istio.io/templates`.',
  ),
  defaultTemplates: list(string(), 'Templates applied when a pod names none. Default: `sidecar`.', {
    protoName: 'defaultTemplates',
  }),
});

export const TelemetryV2PrometheusConfig = message('The Prometheus provider for standard metrics.', {
  enabled: bool('Makes proxies expose standard metrics for Prometheus. Default: true.'),
});

export const TelemetryV2StackDriverConfig = message('The Google Cloud (Stackdriver) provider.', {
  enabled: bool('Makes proxies send telemetry to Google Cloud. Default: false.'),
});

export const TelemetryV2Config = message('Telemetry produced inside the proxies.', {
  enabled: bool('Turns on the default providers below. Default: true.'),
  prometheus: as(TelemetryV2PrometheusConfig, 'Standard Istio metrics scraped from each proxy.'),
  stackdriver: as(TelemetryV2StackDriverConfig, 'Export of telemetry to Google Cloud.'),
});

export const TelemetryConfig = message(
  'Built-in metrics of the mesh; finer control is in Telemetry resources.',
  {
    enabled: bool('Lets istiod configure default telemetry. Default: true, but false in the remote profile.'),
    v2: as(TelemetryV2Config, 'Providers of the default metrics: Prometheus and Stackdriver.'),
  },
);

export const OperatorValues = message('Chart values of an Istio installation; unknown keys are rejected.', {
  cni: as(CNIConfig, 'Node agent that redirects pod traffic, in sidecar and ambient mode.'),
  gateways: as(GatewaysConfig, 'Ingress and egress gateways installed with the control plane.'),
  global: as(GlobalConfig, 'Settings all charts share, from image registry to multicluster.'),
  pilot: as(PilotConfig, 'Deployment and behavior of istiod.'),
  ztunnel: anyValue(
    'Node proxy of ambient mode; any key is accepted, for example `resources`, `env` or `logLevel`.',
  ),
  telemetry: as(TelemetryConfig, 'Which default metrics providers are active.'),
  sidecarInjectorWebhook: as(
    SidecarInjectorConfig,
    'Which pods receive a sidecar and from which templates.',
    { protoName: 'sidecarInjectorWebhook' },
  ),
  istioCni: as(CNIUsageConfig, 'Former place of the CNI usage setting. Deprecated: use `pilot.cni`.', {
    deprecated: 'use `pilot.cni`',
  }),
  revision: string(
    'Name of this control plane for canary upgrades; becomes a suffix of its objects. Default: none, known as `default`.',
  ),
  ownerName: string(
    'Value of label `install.operator.istio.io/owning-resource` on all objects. Default: `unknown`.',
    { protoName: 'ownerName' },
  ),
  meshConfig: anyValue('Mesh-wide configuration, merged key by key over the `meshConfig` of the document.', {
    protoName: 'meshConfig',
  }),
  base: as(BaseConfig, 'CRDs and default validation webhook.'),
  istiodRemote: as(
    IstiodRemoteConfig,
    'Former place of the remote control plane settings. Deprecated: use `pilot.istiodRemote`.',
    { protoName: 'istiodRemote', deprecated: 'use `pilot.istiodRemote`' },
  ),
  revisionTags: list(
    string(),
    'Stable names, such as `prod`, that point to this revision and get their own injection webhook.',
    { protoName: 'revisionTags' },
  ),
  defaultRevision: string(
    'Revision that validates configuration by default; empty leaves out the default validator.',
    { protoName: 'defaultRevision' },
  ),
  profile: string('Preset of chart values applied below your own, such as `ambient`, `demo` or `remote`.'),
  compatibilityVersion: string(
    'Earlier minor version, `1.25` to `1.30`, whose behavior defaults to keep. Default: current behavior.',
    { protoName: 'compatibilityVersion' },
  ),
  experimental: as(ExperimentalConfig, 'Options not yet fit for production.'),
  gatewayClasses: anyValue(
    'Defaults per GatewayClass for generated gateways: patches to the Deployment, Service, autoscaler and budget.',
    { protoName: 'gatewayClasses' },
  ),
});
