/** A volume or mount of templates, and the text that puts it there. */
interface Storage {
  readonly mount: string;
  readonly volume: string;
}

const mountOf = (name: string, path: string): string => `- name: ${name}
  mountPath: ${path}`;

/** Without a value an emptyDir gives way to what another template says of the volume. */
const openVolume = (name: string): string => `- name: ${name}
  emptyDir:`;

const inMemory = (name: string): Storage => ({
  mount: mountOf(name, '/etc/istio/proxy'),
  volume: `- name: ${name}
  emptyDir:
    medium: Memory`,
});

const socketPath = '/var/run/secrets/workload-spiffe-uds';
const credentialPath = '/var/run/secrets/credential-uds';
const certificatePath = '/var/run/secrets/workload-spiffe-credentials';

export const workloadSocket: Storage = {
  mount: mountOf('workload-socket', socketPath),
  volume: openVolume('workload-socket'),
};

export const credentialSocket: Storage = {
  mount: mountOf('credential-socket', credentialPath),
  volume: openVolume('credential-socket'),
};

export const emptyCredentialSocket: Storage = {
  mount: credentialSocket.mount,
  volume: `- name: credential-socket
  emptyDir: {}`,
};

const certificates = (plain: string): Storage => ({
  mount: `{{- if eq (valueOrDefault $global.caName "") "GkeWorkloadCertificate" }}
- name: gke-workload-certificate
  mountPath: ${certificatePath}
  readOnly: true
{{- else }}
${mountOf('workload-certs', certificatePath)}
{{- end }}`,
  volume: `{{- if eq (valueOrDefault $global.caName "") "GkeWorkloadCertificate" }}
- name: gke-workload-certificate
  csi:
    driver: workloadcertificates.security.cloud.google.com
{{- else }}
${plain}
{{- end }}`,
});

export const workloadCertificates = certificates(openVolume('workload-certs'));

export const emptyWorkloadCertificates = certificates(`- name: workload-certs
  emptyDir: {}`);

export const envoy = inMemory('istio-envoy');
export const xds = inMemory('istio-xds');

export const data: Storage = {
  mount: mountOf('istio-data', '/var/lib/istio/data'),
  volume: `- name: istio-data
  emptyDir: {}`,
};

export const podInfo: Storage = {
  mount: mountOf('istio-podinfo', '/etc/istio/pod'),
  volume: `- name: istio-podinfo
  downwardAPI:
    items:
    - path: labels
      fieldRef:
        fieldPath: metadata.labels
    - path: annotations
      fieldRef:
        fieldPath: metadata.annotations`,
};

export const token: Storage = {
  mount: mountOf('istio-token', '/var/run/secrets/tokens'),
  volume: `- name: istio-token
  projected:
    sources:
    - serviceAccountToken:
        path: istio-token
        expirationSeconds: 43200
        audience: {{ $global.sds.token.aud | quote }}`,
};

/** The certificates that istiod is known by. */
export const rootCertificate: Storage = {
  mount: `{{- if eq (valueOrDefault $global.pilotCertProvider "") "istiod" }}
${mountOf('istiod-ca-cert', '/var/run/secrets/istio')}
{{- end }}`,
  volume: `{{- if eq (valueOrDefault $global.pilotCertProvider "") "istiod" }}
- name: istiod-ca-cert
{{- if eq (toString (($values.pilot).env).ENABLE_CLUSTER_TRUST_BUNDLE_API) "true" }}
  projected:
    sources:
    - clusterTrustBundle:
        name: istio.io:istiod-ca:{{ valueOrDefault $global.trustBundleName "root-cert" }}
        path: root-cert.pem
{{- else }}
  configMap:
    name: {{ valueOrDefault $global.trustBundleName "istio-ca-root-cert" }}
{{- end }}
{{- end }}`,
};

export const revocations: Storage = {
  mount: mountOf('istio-ca-crl', '/var/run/secrets/istio/crl'),
  volume: `- name: istio-ca-crl
  configMap:
    name: istio-ca-crl
    optional: true`,
};

export const customBootstrap: Storage = {
  mount: `{{- if isset $notes "sidecar.istio.io/bootstrapOverride" }}
${mountOf('custom-bootstrap-volume', '/etc/istio/custom-bootstrap')}
{{- end }}`,
  volume: `{{- if isset $notes "sidecar.istio.io/bootstrapOverride" }}
- name: custom-bootstrap-volume
  configMap:
    name: {{ index $notes "sidecar.istio.io/bootstrapOverride" | quote }}
{{- end }}`,
};

export const mutualTls: Storage = {
  mount: `{{- if $global.mountMtlsCerts }}
- name: istio-certs
  mountPath: /etc/certs/
  readOnly: true
{{- end }}`,
  volume: `{{- if $global.mountMtlsCerts }}
- name: istio-certs
  secret:
    optional: true
    secretName: {{ printf "istio.%s" (.Spec.ServiceAccountName | default "default") | quote }}
{{- end }}`,
};

/** The certificates of a Lightstep collector that is reached over TLS. */
export const tracerCertificates: Storage = {
  mount: `{{- if eq (valueOrDefault $proxy.tracer "") "lightstep" }}
{{- with .ProxyConfig.GetTracing.GetTlsSettings }}
- name: lightstep-certs
  mountPath: {{ directory .GetCaCertificates }}
  readOnly: true
{{- end }}
{{- end }}`,
  volume: `{{- if and (eq (valueOrDefault $proxy.tracer "") "lightstep") .ProxyConfig.GetTracing.GetTlsSettings }}
- name: lightstep-certs
  secret:
    optional: true
    secretName: lightstep.cacert
{{- end }}`,
};

export const userVolumes: Storage = {
  mount: `{{- with index $notes "sidecar.istio.io/userVolumeMount" }}
{{- range $name, $mount := fromJSON . }}
- {{ merge (dict "name" $name) $mount | toJson }}
{{- end }}
{{- end }}`,
  volume: `{{- with index $notes "sidecar.istio.io/userVolume" }}
{{- range $name, $volume := fromJSON . }}
- {{ merge (dict "name" $name) $volume | toJson }}
{{- end }}
{{- end }}`,
};

export const mountsOf = (all: readonly Storage[]): string => all.map(({ mount }) => mount).join('\n');
export const volumesOf = (all: readonly Storage[]): string => all.map(({ volume }) => volume).join('\n');
