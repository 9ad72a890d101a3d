import { indent } from './blocks.ts';
import * as environment from './environment.ts';
import { managedGateway, readiness } from './managed-gateway.ts';
import * as storage from './storage.ts';

const variables = [
  environment.identity,
  environment.cpuLimit,
  `- name: PROXY_CONFIG
  value: {{ protoToJSON .ProxyConfig | quote }}`,
  environment.agentLimits,
  environment.compliance,
  `- name: ISTIO_META_CLUSTER_ID
  value: {{ valueOrDefault ($global.multiCluster).clusterName .ClusterID | quote }}
- name: ISTIO_META_NODE_NAME
  valueFrom:
    fieldRef:
      fieldPath: spec.nodeName
- name: ISTIO_META_INTERCEPTION_MODE
  value: REDIRECT
{{- with coalesce (index .InfrastructureLabels "topology.istio.io/network") $global.network }}
- name: ISTIO_META_NETWORK
  value: {{ . | quote }}
{{- end }}
- name: ISTIO_META_WORKLOAD_NAME
  value: {{ .DeploymentName | quote }}
- name: ISTIO_META_OWNER
  value: {{ printf "kubernetes://apis/apps/v1/namespaces/%s/deployments/%s" .Namespace .DeploymentName | quote }}
{{- with coalesce $global.meshID $trustDomain }}
- name: ISTIO_META_MESH_ID
  value: {{ . | quote }}
{{- end }}
{{- with $trustDomain }}
- name: TRUST_DOMAIN
  value: {{ . | quote }}
{{- end }}`,
  environment.metadata,
].join('\n');

const stored = [
  storage.workloadSocket,
  storage.emptyCredentialSocket,
  storage.emptyWorkloadCertificates,
  storage.rootCertificate,
  storage.data,
  storage.envoy,
  storage.token,
  storage.podInfo,
];

const rights = `securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  runAsUser: {{ .ProxyUID | default "1337" }}
  runAsGroup: {{ .ProxyGID | default "1337" }}
  capabilities:
    drop:
    - ALL`;

const ports = `ports:
- name: metrics
  containerPort: 15020
  protocol: TCP
- name: status-port
  containerPort: 15021
  protocol: TCP
- name: http-envoy-prom
  containerPort: 15090
  protocol: TCP`;

const resources = `{{- with omitNil $own.resources }}
resources: {{ toJson . }}
{{- end }}
{{- with $global.imagePullPolicy }}
imagePullPolicy: {{ . | quote }}
{{- end }}`;

const lowPorts = `securityContext:
  sysctls:
  - name: net.ipv4.ip_unprivileged_port_start
    value: "0"`;

const outsideAmbient = '"istio.io/dataplane-mode" "none"';

const proxy = (args: string): string => `- name: istio-proxy
  image: {{ .ProxyImage | quote }}
${indent(2, ports)}
  args:
  - proxy
${indent(2, args)}
  - --domain
  - $(POD_NAMESPACE).svc.{{ $proxy.clusterDomain }}
  - --proxyLogLevel={{ $proxy.logLevel }}
  - --proxyComponentLogLevel={{ $proxy.componentLogLevel }}
  - --log_output_level={{ $global.logging.level }}
  {{- if $global.logAsJson }}
  - --log_as_json
  {{- end }}
  env:
${indent(2, variables)}
${indent(2, readiness)}
${indent(2, resources)}
${indent(2, rights)}
  volumeMounts:
${indent(2, storage.mountsOf(stored))}`;

/** A gateway at the edge. */
export const kubeGateway = managedGateway({
  settings: '$global.proxy',
  podLabels: outsideAmbient,
  podRights: lowPorts,
  container: proxy('- router'),
  volumes: storage.volumesOf(stored),
});

/** A proxy that ztunnels send the traffic of a namespace or service through. */
export const waypoint = managedGateway({
  settings: '$global.waypoint',
  podLabels: outsideAmbient,
  podRights: '',
  container: proxy(
    '- waypoint\n- --serviceCluster\n- {{ printf "%s.$(POD_NAMESPACE)" .ServiceAccount | quote }}',
  ),
  volumes: storage.volumesOf(stored),
});

const agentStored = [storage.rootCertificate, storage.token];

const agent = `- name: agentgateway
  image: {{ .AgentgatewayImage | quote }}
  ports:
  - name: metrics
    containerPort: 15020
    protocol: TCP
  - name: status-port
    containerPort: 15021
    protocol: TCP
  env:
  - name: XDS_ADDRESS
    value: {{ printf "https://%s" .ProxyConfig.DiscoveryAddress | quote }}
  - name: CLUSTER_ID
    value: {{ valueOrDefault ($global.multiCluster).clusterName .ClusterID | quote }}
  - name: GATEWAY
    value: {{ .Name | quote }}
  - name: NAMESPACE
    value: {{ .Namespace | quote }}
${indent(2, environment.identity)}
${indent(2, environment.metadata)}
${indent(2, readiness)}
${indent(2, resources)}
${indent(2, rights)}
  volumeMounts:
${indent(2, storage.mountsOf(agentStored))}`;

/** The same with agentgateway in place of Envoy. */
export const agentgateway = managedGateway({
  settings: '$global.proxy',
  podLabels: outsideAmbient,
  podRights: lowPorts,
  container: agent,
  volumes: storage.volumesOf(agentStored),
});

export const agentgatewayWaypoint = managedGateway({
  settings: '$global.waypoint',
  podLabels: outsideAmbient,
  podRights: '',
  container: agent,
  volumes: storage.volumesOf(agentStored),
});
