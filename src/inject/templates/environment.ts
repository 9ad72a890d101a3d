const fromField = (name: string, path: string): string => `- name: ${name}
  valueFrom:
    fieldRef:
      fieldPath: ${path}`;

const fromLimit = (name: string, resource: string): string => `- name: ${name}
  valueFrom:
    resourceFieldRef:
      resource: limits.${resource}
      divisor: "1"`;

/** Who signs certificates, and who and where the pod is. */
export const identity = `- name: PILOT_CERT_PROVIDER
  value: {{ $global.pilotCertProvider | quote }}
- name: CA_ADDR
  value: {{ coalesce $global.caAddress (printf "istiod%s.%s.svc:15012" (ternary "" (printf "-%s" $values.revision) (empty $values.revision)) $global.istioNamespace) | quote }}
${fromField('POD_NAME', 'metadata.name')}
${fromField('POD_NAMESPACE', 'metadata.namespace')}
${fromField('INSTANCE_IP', 'status.podIP')}
${fromField('SERVICE_ACCOUNT', 'spec.serviceAccountName')}
${fromField('HOST_IP', 'status.hostIP')}`;

export const cpuLimit = fromLimit('ISTIO_CPU_LIMIT', 'cpu');

/** How much memory and how many threads the agent itself may take. */
export const agentLimits = `${fromLimit('GOMEMLIMIT', 'memory')}
${fromLimit('GOMAXPROCS', 'cpu')}`;

export const proxyConfig = `- name: PROXY_CONFIG
  value: {{ protoToJSON .ProxyConfig | quote }}
- name: ISTIO_META_POD_PORTS
  value: {{ printf "[%s]" (join "," $ports) | quote }}`;

export const appContainers = `- name: ISTIO_META_APP_CONTAINERS
  value: {{ join "," $apps | quote }}`;

export const place = `- name: ISTIO_META_CLUSTER_ID
  value: {{ valueOrDefault ($global.multiCluster).clusterName "Kubernetes" | quote }}
${fromField('ISTIO_META_NODE_NAME', 'spec.nodeName')}`;

export const interception = `- name: ISTIO_META_INTERCEPTION_MODE
  value: {{ annotation $meta "sidecar.istio.io/interceptionMode" .ProxyConfig.InterceptionMode.String | quote }}`;

/** What the workload is called, whose it is, and which mesh it belongs to. */
export const workload = `{{- with $global.network }}
- name: ISTIO_META_NETWORK
  value: {{ . | quote }}
{{- end }}
{{- with coalesce (index $labels "service.istio.io/workload-name") .DeploymentMeta.Name }}
- name: ISTIO_META_WORKLOAD_NAME
  value: {{ . | quote }}
{{- end }}
{{- if and .TypeMeta.APIVersion .DeploymentMeta.Name }}
- name: ISTIO_META_OWNER
  value: {{ printf "kubernetes://apis/%s/namespaces/%s/%ss/%s" .TypeMeta.APIVersion (valueOrDefault .DeploymentMeta.Namespace "default") (toLower .TypeMeta.Kind) .DeploymentMeta.Name | quote }}
{{- end }}
{{- with coalesce $global.meshID $trustDomain }}
- name: ISTIO_META_MESH_ID
  value: {{ . | quote }}
{{- end }}
{{- with $trustDomain }}
- name: TRUST_DOMAIN
  value: {{ . | quote }}
{{- end }}`;

export const telemetryAttributes = `{{- with otelResourceAttributes .MeshConfig $notes $labels .DeploymentMeta.Namespace .Spec.Containers }}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: {{ . | quote }}
{{- end }}`;

export const bootstrapOverride = `{{- if isset $notes "sidecar.istio.io/bootstrapOverride" }}
- name: ISTIO_BOOTSTRAP_OVERRIDE
  value: /etc/istio/custom-bootstrap/custom_bootstrap.json
{{- end }}`;

export const compliance = `{{- with .CompliancePolicy }}
- name: COMPLIANCE_POLICY
  value: {{ . | quote }}
{{- if eq . "fips-140-3" }}
- name: GODEBUG
  value: fips140=only
{{- end }}
{{- end }}`;

export const metadata = `{{- range $key, $value := .ProxyConfig.ProxyMetadata }}
- name: {{ $key | quote }}
  value: {{ $value | quote }}
{{- end }}`;
