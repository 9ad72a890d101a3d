import { indent, pullPolicy, resources } from './blocks.ts';
import { metadata } from './environment.ts';

const ranges = (flag: string, annotation: string, setting: string): string => `- "${flag}"
- {{ annotation $meta "traffic.sidecar.istio.io/${annotation}" (valueOrDefault $proxy.${setting} "") | quote }}`;

const outboundPorts = (
  flag: string,
  name: string,
): string => `{{- if or (isset $notes "traffic.sidecar.istio.io/${name}") $proxy.${name} }}
- "${flag}"
- {{ annotation $meta "traffic.sidecar.istio.io/${name}" (valueOrDefault $proxy.${name} "") | quote }}
{{- end }}`;

const interfaces = `{{- if isset $notes "istio.io/reroute-virtual-interfaces" }}
- "-k"
- {{ index $notes "istio.io/reroute-virtual-interfaces" | quote }}
{{- else if isset $notes "traffic.sidecar.istio.io/kubevirtInterfaces" }}
- "-k"
- {{ kubevirtInterfaces (index $notes "traffic.sidecar.istio.io/kubevirtInterfaces") | quote }}
{{- end }}
{{- if isset $notes "traffic.sidecar.istio.io/excludeInterfaces" }}
- "-c"
- {{ excludeInterfaces (index $notes "traffic.sidecar.istio.io/excludeInterfaces") | quote }}
{{- end }}`;

const rules = `- istio-iptables
- "-p"
- {{ .MeshConfig.ProxyListenPort | default "15001" | quote }}
- "-z"
- {{ .MeshConfig.ProxyInboundListenPort | default "15006" | quote }}
- "-u"
- {{ $user | quote }}
- "-m"
- {{ $mode | quote }}
${ranges('-i', 'includeOutboundIPRanges', 'includeIPRanges')}
${ranges('-x', 'excludeOutboundIPRanges', 'excludeIPRanges')}
${ranges('-b', 'includeInboundPorts', 'includeInboundPorts')}
- "-d"
- {{ list "15090,15021" $excluded | compact | join "," | quote }}
${outboundPorts('-q', 'includeOutboundPorts')}
${outboundPorts('-o', 'excludeOutboundPorts')}
${interfaces}
- {{ printf "--log_output_level=%s" (annotation $meta "sidecar.istio.io/agentLogLevel" $global.logging.level) | quote }}
{{- if $global.logAsJson }}
- --log_as_json
{{- end }}
{{- if $plugin }}
- --run-validation
- --skip-rule-apply
{{- else if ($global.proxy_init).forceApplyIptables }}
- --force-apply
{{- end }}
{{- if $global.nativeNftables }}
- --native-nftables
{{- end }}`;

/** Redirecting takes rights that checking what the plugin has done does not. */
const rights = `securityContext:
  allowPrivilegeEscalation: {{ or $proxy.privileged false }}
  privileged: {{ or $proxy.privileged false }}
  capabilities:
    {{- if not $plugin }}
    add:
    - NET_ADMIN
    - NET_RAW
    {{- end }}
    drop:
    - ALL
  {{- if $plugin }}
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  runAsUser: {{ $user }}
  runAsGroup: {{ $group }}
  {{- else }}
  readOnlyRootFilesystem: false
  runAsNonRoot: false
  runAsUser: 0
  runAsGroup: 0
  {{- end }}
  {{- with $proxy.seccompProfile }}
  seccompProfile: {{ toJson . }}
  {{- end }}`;

/** The container that redirects the traffic of a pod, or checks that the node's network plugin has. */
export const initContainer = `- name: {{ ternary "istio-validation" "istio-init" (not (empty $plugin)) }}
  {{- $initImage := annotation $meta "sidecar.istio.io/proxyImage" (valueOrDefault ($global.proxy_init).image "") }}
  {{- if not (contains "/" $initImage) }}{{ $initImage = .ProxyInitImage }}{{ end }}
  image: {{ $initImage | quote }}
${indent(2, pullPolicy)}
  args:
${indent(2, rules)}
  {{- if .ProxyConfig.ProxyMetadata }}
  env:
${indent(2, metadata)}
  {{- end }}
${indent(2, resources)}
${indent(2, rights)}`;
