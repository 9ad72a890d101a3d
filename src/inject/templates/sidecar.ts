import {
  agentArguments,
  canonicalLabels,
  commonAnnotations,
  indent,
  prelude,
  pullPolicy,
  pullSecrets,
  resources,
} from './blocks.ts';
import * as environment from './environment.ts';
import * as storage from './storage.ts';
import { initContainer } from './traffic-rules.ts';

const settings = `{{- $mode := annotation $meta "sidecar.istio.io/interceptionMode" .ProxyConfig.InterceptionMode.String }}
{{- $transparent := eq $mode "TPROXY" }}
{{- $bindsPorts := eq (annotation $meta "sidecar.istio.io/capNetBindService" "false") "true" }}
{{- $traces := eq (index .ProxyConfig.ProxyMetadata "IPTABLES_TRACE_LOGGING") "true" }}
{{- $native := ne (annotation $meta "sidecar.istio.io/nativeSidecar" (printf "%t" .NativeSidecars)) "false" }}
{{- $hold := and (or .ProxyConfig.HoldApplicationUntilProxyStarts.GetValue $proxy.holdApplicationUntilProxyStarts) (not $native) }}
{{- $plugin := (($values.pilot).cni).enabled }}
{{- $user := ternary "1337" (printf "%d" .ProxyUID) $transparent }}
{{- $group := ternary "1337" (printf "%d" .ProxyGID) $transparent }}
{{- $excluded := excludeInboundPort $status (annotation $meta "traffic.sidecar.istio.io/excludeInboundPorts" (valueOrDefault $proxy.excludeInboundPorts "")) }}`;

/** Annotations by which the node's network plugin knows which traffic to redirect. */
const pluginAnnotations = `{{- if $plugin }}
{{- if eq (($values.pilot).cni).provider "multus" }}
k8s.v1.cni.cncf.io/networks: {{ appendMultusNetwork (index $notes "k8s.v1.cni.cncf.io/networks") "default/istio-cni" | quote }}
{{- end }}
sidecar.istio.io/interceptionMode: {{ $mode | quote }}
{{- with annotation $meta "traffic.sidecar.istio.io/includeOutboundIPRanges" (valueOrDefault $proxy.includeIPRanges "") }}
traffic.sidecar.istio.io/includeOutboundIPRanges: {{ . | quote }}
{{- end }}
{{- with annotation $meta "traffic.sidecar.istio.io/excludeOutboundIPRanges" (valueOrDefault $proxy.excludeIPRanges "") }}
traffic.sidecar.istio.io/excludeOutboundIPRanges: {{ . | quote }}
{{- end }}
{{- with annotation $meta "traffic.sidecar.istio.io/includeInboundPorts" (valueOrDefault $proxy.includeInboundPorts "") }}
traffic.sidecar.istio.io/includeInboundPorts: {{ . | quote }}
{{- end }}
traffic.sidecar.istio.io/excludeInboundPorts: {{ $excluded | quote }}
{{- with annotation $meta "traffic.sidecar.istio.io/includeOutboundPorts" (valueOrDefault $proxy.includeOutboundPorts "") }}
traffic.sidecar.istio.io/includeOutboundPorts: {{ . | quote }}
{{- end }}
{{- with annotation $meta "traffic.sidecar.istio.io/excludeOutboundPorts" (valueOrDefault $proxy.excludeOutboundPorts "") }}
traffic.sidecar.istio.io/excludeOutboundPorts: {{ . | quote }}
{{- end }}
{{- end }}`;

const lifecycle = `{{- if $proxy.lifecycle }}
lifecycle: {{ toJson $proxy.lifecycle }}
{{- else if $native }}
lifecycle:
  preStop:
    exec:
      command: [pilot-agent, request, "--debug-port={{ $status }}", POST, drain]
{{- else if $hold }}
lifecycle:
  postStart:
    exec:
      command: [pilot-agent, wait]
{{- end }}`;

const probes = `{{- if ne $status "0" }}
{{- if ($proxy.startupProbe).enabled }}
startupProbe:
  httpGet:
    path: /healthz/ready
    port: 15021
  periodSeconds: 1
  timeoutSeconds: 3
  failureThreshold: {{ $proxy.startupProbe.failureThreshold }}
{{- end }}
readinessProbe:
  httpGet:
    path: /healthz/ready
    port: 15021
  initialDelaySeconds: {{ annotation $meta "readiness.status.sidecar.istio.io/initialDelaySeconds" $proxy.readinessInitialDelaySeconds }}
  periodSeconds: {{ annotation $meta "readiness.status.sidecar.istio.io/periodSeconds" $proxy.readinessPeriodSeconds }}
  timeoutSeconds: 3
  failureThreshold: {{ annotation $meta "readiness.status.sidecar.istio.io/failureThreshold" $proxy.readinessFailureThreshold }}
{{- end }}`;

const rights = `securityContext:
  allowPrivilegeEscalation: {{ or $traces $proxy.privileged }}
  privileged: {{ or $traces $proxy.privileged }}
  readOnlyRootFilesystem: true
  capabilities:
    {{- if or $traces $transparent $bindsPorts }}
    add:
    {{- if or $traces $transparent }}
    - NET_ADMIN
    {{- end }}
    {{- if and $bindsPorts (not $traces) }}
    - NET_BIND_SERVICE
    {{- end }}
    {{- end }}
    drop:
    - ALL
  {{- if or $traces $transparent $bindsPorts }}
  runAsNonRoot: false
  runAsUser: 0
  {{- else }}
  runAsNonRoot: true
  runAsUser: {{ $user }}
  {{- end }}
  runAsGroup: {{ $group }}
  {{- with $proxy.seccompProfile }}
  seccompProfile: {{ toJson . }}
  {{- end }}`;

const variables = [
  `{{- if eq .InboundTrafficPolicyMode "localhost" }}
- name: REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION
  value: "true"
{{- end }}`,
  environment.identity,
  environment.cpuLimit,
  environment.proxyConfig,
  environment.appContainers,
  environment.agentLimits,
  environment.place,
  environment.interception,
  environment.workload,
  environment.telemetryAttributes,
  environment.bootstrapOverride,
  environment.compliance,
  environment.metadata,
].join('\n');

const mounts = storage.mountsOf([
  storage.workloadSocket,
  storage.credentialSocket,
  storage.workloadCertificates,
  storage.rootCertificate,
  storage.revocations,
  storage.data,
  storage.customBootstrap,
  storage.envoy,
  storage.token,
  storage.mutualTls,
  storage.podInfo,
  storage.tracerCertificates,
  storage.userVolumes,
]);

const volumes = storage.volumesOf([
  storage.workloadSocket,
  storage.credentialSocket,
  storage.workloadCertificates,
  storage.customBootstrap,
  storage.envoy,
  storage.data,
  storage.podInfo,
  storage.token,
  storage.rootCertificate,
  storage.revocations,
  storage.mutualTls,
  storage.userVolumes,
  storage.tracerCertificates,
]);

const proxy = `- name: istio-proxy
  image: {{ $image | quote }}
  {{- if $native }}
  restartPolicy: Always
  {{- end }}
${indent(2, pullPolicy)}
  ports:
  - name: http-envoy-prom
    containerPort: 15090
    protocol: TCP
  args:
${indent(2, agentArguments('sidecar'))}
${indent(2, lifecycle)}
  env:
${indent(2, variables)}
${indent(2, probes)}
${indent(2, rights)}
${indent(2, resources)}
  volumeMounts:
${indent(2, mounts)}`;

/** The sidecar of a pod, and the container that leads its traffic there. */
export const sidecar = `${prelude}
${settings}
metadata:
  labels:
    security.istio.io/tlsMode: {{ index $labels "security.istio.io/tlsMode" | default "istio" | quote }}
    {{- if eq (index .ProxyConfig.ProxyMetadata "ISTIO_META_ENABLE_HBONE") "true" }}
    networking.istio.io/tunnel: {{ index $labels "networking.istio.io/tunnel" | default "http" | quote }}
    {{- end }}
${indent(4, canonicalLabels(true))}
  annotations:
${indent(4, commonAnnotations)}
${indent(4, pluginAnnotations)}
spec:
  {{- if or $native (ne $mode "NONE") }}
  initContainers:
  {{- if ne $mode "NONE" }}
${indent(2, initContainer)}
  {{- end }}
  {{- end }}
  {{- if not $native }}
  containers:
  {{- end }}
${indent(2, proxy)}
  volumes:
${indent(2, volumes)}
${indent(2, pullSecrets)}
`;
