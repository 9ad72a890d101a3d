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

const variables = [
  `- name: ISTIO_META_GENERATOR
  value: grpc
- name: OUTPUT_CERTS
  value: /var/lib/istio/data`,
  environment.identity,
  environment.proxyConfig,
  environment.appContainers,
  environment.place,
  environment.workload,
  environment.metadata,
  `- name: ISTIO_META_DNS_CAPTURE
  value: "false"
- name: DISABLE_ENVOY
  value: "true"`,
].join('\n');

const mounts = storage.mountsOf([
  storage.workloadSocket,
  storage.workloadCertificates,
  storage.rootCertificate,
  storage.data,
  storage.xds,
  storage.token,
  storage.mutualTls,
  storage.podInfo,
]);

const volumes = storage.volumesOf([
  storage.workloadSocket,
  storage.workloadCertificates,
  storage.xds,
  storage.data,
  storage.podInfo,
  storage.token,
  storage.rootCertificate,
  storage.mutualTls,
]);

const app = `- name: {{ .Name | quote }}
  env:
  - name: GRPC_XDS_EXPERIMENTAL_SECURITY_SUPPORT
    value: "true"
  - name: GRPC_XDS_BOOTSTRAP
    value: /etc/istio/proxy/grpc-bootstrap.json
  volumeMounts:
${indent(2, storage.mountsOf([storage.data, storage.xds, storage.workloadCertificates]))}`;

/** An agent without a proxy, for applications that speak xDS themselves. */
export const grpcAgent = `${prelude}
metadata:
  labels:
${indent(4, canonicalLabels(false))}
  annotations:
${indent(4, commonAnnotations)}
    sidecar.istio.io/rewriteAppHTTPProbers: "false"
spec:
  containers:
  - name: istio-proxy
    image: {{ $image | quote }}
${indent(4, pullPolicy)}
    ports:
    - name: mesh-metrics
      containerPort: 15020
      protocol: TCP
    args:
${indent(4, agentArguments('sidecar'))}
    lifecycle:
      postStart:
        exec:
          command: [pilot-agent, wait, "--url=http://localhost:15020/healthz/ready"]
    env:
${indent(4, variables)}
    {{- if ne $status "0" }}
    readinessProbe:
      httpGet:
        path: /healthz/ready
        port: 15020
      initialDelaySeconds: {{ annotation $meta "readiness.status.sidecar.istio.io/initialDelaySeconds" $proxy.readinessInitialDelaySeconds }}
      periodSeconds: {{ annotation $meta "readiness.status.sidecar.istio.io/periodSeconds" $proxy.readinessPeriodSeconds }}
      timeoutSeconds: 3
      failureThreshold: {{ annotation $meta "readiness.status.sidecar.istio.io/failureThreshold" $proxy.readinessFailureThreshold }}
${indent(4, resources)}
    volumeMounts:
${indent(4, mounts)}
    {{- end }}
  {{- range .Spec.Containers }}
  {{- if ne .Name "istio-proxy" }}
${indent(2, app)}
  {{- end }}
  {{- end }}
  volumes:
${indent(2, volumes)}
${indent(2, pullSecrets)}
`;
