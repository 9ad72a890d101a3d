import { indent } from './blocks.ts';

/** What sets one kind of managed gateway apart; the texts are blocks of a template. */
export interface GatewayKind {
  /** Whose gateway this is, for the settings of its pods: `global.waypoint` or `global.proxy`. */
  readonly settings: string;
  /** Labels of the pods besides those of all gateways, as arguments of `strdict`. */
  readonly podLabels: string;
  /** Security settings of the pod. */
  readonly podRights: string;
  /** The container, its volumes. */
  readonly container: string;
  readonly volumes: string;
}

const prelude = (settings: string): string => `{{- $global := .Values.global }}
{{- $proxy := $global.proxy }}
{{- $values := .Values }}
{{- $own := ${settings} }}
{{- $trustDomain := valueOrDefault .MeshConfig.TrustDomain $global.trustDomain }}
{{- $notes := omit .InfrastructureAnnotations "kubectl.kubernetes.io/last-applied-configuration" "gateway.istio.io/name-override" "gateway.istio.io/service-account" "gateway.istio.io/controller-version" }}
{{- $labels := mergeMaps .InfrastructureLabels (strdict "gateway.networking.k8s.io/gateway-name" .Name "gateway.networking.k8s.io/gateway-class-name" .GatewayClass "gateway.istio.io/managed" .ControllerLabel) }}`;

const metadata = (name: string): string => `metadata:
  name: {{ ${name} | quote }}
  namespace: {{ .Namespace | quote }}
  annotations: {{ toJsonMap $notes }}
  labels: {{ toJsonMap $labels }}
  ownerReferences:
  - apiVersion: gateway.networking.k8s.io/v1beta1
    kind: Gateway
    name: {{ .Name | quote }}
    uid: {{ .UID | quote }}`;

const scheduling = `{{- range $key := list "affinity" "nodeSelector" "tolerations" "topologySpreadConstraints" }}
{{- with index $own $key }}
{{ $key }}: {{ toJson . }}
{{- end }}
{{- end }}`;

/** Readiness of a gateway on the port that kubelet asks. */
export const readiness = `readinessProbe:
  httpGet:
    path: /healthz/ready
    port: 15021
  periodSeconds: 15
  timeoutSeconds: 1
  failureThreshold: 4
  successThreshold: 1
startupProbe:
  httpGet:
    path: /healthz/ready
    port: 15021
  initialDelaySeconds: 1
  periodSeconds: 1
  timeoutSeconds: 1
  failureThreshold: 30
  successThreshold: 1`;

/** What leads to the pods, and what keeps enough of them. */
const service = `apiVersion: v1
kind: Service
${metadata('.DeploymentName')}
spec:
  type: {{ .ServiceType | quote }}
  ipFamilyPolicy: PreferDualStack
  ports:
  {{- range .Ports }}
  - name: {{ .Name | quote }}
    port: {{ .Port }}
    protocol: TCP
    {{- with .AppProtocol }}
    appProtocol: {{ . }}
    {{- end }}
  {{- end }}
  selector:
    gateway.networking.k8s.io/gateway-name: {{ .Name | quote }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
${metadata('.DeploymentName')}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .DeploymentName | quote }}
  maxReplicas: 1
---
apiVersion: policy/v1
kind: PodDisruptionBudget
${metadata('.DeploymentName')}
spec:
  selector:
    matchLabels:
      gateway.networking.k8s.io/gateway-name: {{ .Name | quote }}
`;

/** The objects of a gateway that istiod runs by itself, one document each, all owned by the Gateway. */
export function managedGateway(kind: GatewayKind): string {
  const { settings, podLabels, podRights, container, volumes } = kind;
  return `${prelude(settings)}
apiVersion: v1
kind: ServiceAccount
${metadata('.ServiceAccount')}
---
apiVersion: apps/v1
kind: Deployment
${metadata('.DeploymentName')}
spec:
  selector:
    matchLabels:
      gateway.networking.k8s.io/gateway-name: {{ .Name | quote }}
  template:
    metadata:
      annotations: {{ toJsonMap $notes (strdict "istio.io/rev" (.Revision | default "default") "prometheus.io/path" "/stats/prometheus" "prometheus.io/port" "15020" "prometheus.io/scrape" "true") }}
      labels: {{ toJsonMap $labels (strdict "sidecar.istio.io/inject" "false" "service.istio.io/canonical-name" .DeploymentName "service.istio.io/canonical-revision" "latest" ${podLabels}) }}
    spec:
      serviceAccountName: {{ .ServiceAccount | quote }}
      terminationGracePeriodSeconds: 30
${indent(6, scheduling)}
${indent(6, podRights)}
      containers:
${indent(6, container)}
      volumes:
${indent(6, volumes)}
      {{- with $global.imagePullSecrets }}
      imagePullSecrets:
      {{- range . }}
      - name: {{ . | quote }}
      {{- end }}
      {{- end }}
---
${service}`;
}
