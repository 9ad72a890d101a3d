/** Moves every line of a block of text to the right. */
export const indent = (spaces: number, text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : `${' '.repeat(spaces)}${line}`))
    .join('\n');

/** What several parts of the templates for pods ask for, read once. */
export const prelude = `{{- $meta := .ObjectMeta }}
{{- $notes := $meta.Annotations }}
{{- $labels := $meta.Labels }}
{{- $values := .Values }}
{{- $global := $values.global }}
{{- $proxy := $global.proxy }}
{{- $status := annotation $meta "status.sidecar.istio.io/port" (valueOrDefault $proxy.statusPort "") }}
{{- $trustDomain := valueOrDefault .MeshConfig.TrustDomain $global.trustDomain }}
{{- $image := annotation $meta "sidecar.istio.io/proxyImage" (valueOrDefault $proxy.image "") }}
{{- if not (contains "/" $image) }}{{ $image = .ProxyImage }}{{ end }}
{{- $apps := list }}
{{- $ports := list }}
{{- range .Spec.Containers }}
{{- if ne .Name "istio-proxy" }}{{ $apps = append $apps .Name }}{{ end }}
{{- range .Ports }}{{ $ports = append $ports (structToJSON .) }}{{ end }}
{{- end }}`;

/** The service that metrics and traces count a pod to; a sidecar's must fit into a label. */
export function canonicalLabels(shortened: boolean): string {
  const name =
    'coalesce (index $labels "service.istio.io/canonical-name") (index $labels "app.kubernetes.io/name") (index $labels "app") .DeploymentMeta.Name | default ""';
  const fit = shortened ? ' | trunc 63 | trimAll "-_."' : '';
  return `service.istio.io/canonical-name: {{ ${name}${fit} | quote }}
service.istio.io/canonical-revision: {{ coalesce (index $labels "service.istio.io/canonical-revision") (index $labels "app.kubernetes.io/version") (index $labels "version") "latest" | quote }}`;
}

/** The control plane of a pod, and the container that kubectl means when none is named. */
export const commonAnnotations = `istio.io/rev: {{ .Revision | default "default" | quote }}
{{- if $apps }}
{{- range $key := list "kubectl.kubernetes.io/default-logs-container" "kubectl.kubernetes.io/default-container" }}
{{- if not (isset $notes $key) }}
{{ $key }}: {{ first $apps | quote }}
{{- end }}
{{- end }}
{{- end }}`;

/** The arguments of pilot-agent in the role of `sidecar` or `router`; outliers are logged by sidecars alone. */
export function agentArguments(role: string): string {
  const outliers =
    role === 'router'
      ? ''
      : `
{{- with $proxy.outlierLogPath }}
- --outlierLogPath={{ . }}
{{- end }}`;
  return `- proxy
- ${role}
- --domain
- $(POD_NAMESPACE).svc.{{ $proxy.clusterDomain }}
- {{ printf "--proxyLogLevel=%s" (annotation $meta "sidecar.istio.io/logLevel" $proxy.logLevel) | quote }}
- {{ printf "--proxyComponentLogLevel=%s" (annotation $meta "sidecar.istio.io/componentLogLevel" $proxy.componentLogLevel) | quote }}
- {{ printf "--log_output_level=%s" (annotation $meta "sidecar.istio.io/agentLogLevel" $global.logging.level) | quote }}
{{- with ($global.sts).servicePort }}
- --stsPort={{ . }}
{{- end }}
{{- if $global.logAsJson }}
- --log_as_json
{{- end }}${outliers}`;
}

/** Resources that annotations ask for; without any of them those of the settings. */
export const resources = `{{- $cpu := index $notes "sidecar.istio.io/proxyCPU" }}
{{- $memory := index $notes "sidecar.istio.io/proxyMemory" }}
{{- $mostCpu := index $notes "sidecar.istio.io/proxyCPULimit" }}
{{- $mostMemory := index $notes "sidecar.istio.io/proxyMemoryLimit" }}
{{- if or $cpu $memory $mostCpu $mostMemory }}
resources:
{{- if or $cpu $memory }}
  requests:
    {{- with $cpu }}
    cpu: {{ . | quote }}
    {{- end }}
    {{- with $memory }}
    memory: {{ . | quote }}
    {{- end }}
{{- end }}
{{- if or $mostCpu $mostMemory }}
  limits:
    {{- with $mostCpu }}
    cpu: {{ . | quote }}
    {{- end }}
    {{- with $mostMemory }}
    memory: {{ . | quote }}
    {{- end }}
{{- end }}
{{- else }}
{{- with omitNil $proxy.resources }}
resources: {{ toJson . }}
{{- end }}
{{- end }}`;

export const pullPolicy = `{{- with $global.imagePullPolicy }}
imagePullPolicy: {{ . | quote }}
{{- end }}`;

export const pullSecrets = `{{- with $global.imagePullSecrets }}
imagePullSecrets:
{{- range . }}
- name: {{ . | quote }}
{{- end }}
{{- end }}`;
