import {
  agentArguments,
  canonicalLabels,
  commonAnnotations,
  indent,
  prelude,
  pullPolicy,
  pullSecrets,
} from './blocks.ts';
import * as environment from './environment.ts';
import * as storage from './storage.ts';

const variables = [
  environment.identity,
  environment.cpuLimit,
  environment.proxyConfig,
  environment.agentLimits,
  environment.appContainers,
  environment.place,
  environment.interception,
  environment.workload,
  environment.bootstrapOverride,
  environment.compliance,
  environment.metadata,
].join('\n');

const stored = [storage.workloadSocket, storage.emptyCredentialSocket, storage.emptyWorkloadCertificates];

const mounts = storage.mountsOf([
  ...stored,
  storage.rootCertificate,
  storage.data,
  storage.customBootstrap,
  storage.envoy,
  storage.token,
  storage.mutualTls,
  storage.podInfo,
]);

const volumes = storage.volumesOf([
  ...stored,
  storage.customBootstrap,
  storage.envoy,
  storage.data,
  storage.podInfo,
  storage.token,
  storage.rootCertificate,
  storage.mutualTls,
]);

/** A gateway in a pod that somebody else has written: its container is made the proxy. */
export const gateway = `${prelude}
metadata:
  labels:
${indent(4, canonicalLabels(false))}
  annotations:
${indent(4, commonAnnotations)}
spec:
  securityContext:
    {{- with ($values.gateways).securityContext }}
${indent(4, '{{- range $key, $value := . }}\n{{ $key }}: {{ toJson $value }}\n{{- end }}')}
    {{- else }}
    sysctls:
    - name: net.ipv4.ip_unprivileged_port_start
      value: "0"
    {{- end }}
    {{- with ($values.gateways).seccompProfile }}
    seccompProfile: {{ toJson . }}
    {{- end }}
  containers:
  - name: istio-proxy
    image: {{ $image | quote }}
${indent(4, pullPolicy)}
    ports:
    - name: http-envoy-prom
      containerPort: 15090
      protocol: TCP
    args:
${indent(4, agentArguments('router'))}
    {{- with $proxy.lifecycle }}
    lifecycle: {{ toJson . }}
    {{- end }}
    securityContext:
      runAsUser: {{ .ProxyUID }}
      runAsGroup: {{ .ProxyGID }}
    env:
${indent(4, variables)}
    readinessProbe:
      httpGet:
        path: /healthz/ready
        port: 15021
      initialDelaySeconds: {{ $proxy.readinessInitialDelaySeconds }}
      periodSeconds: {{ $proxy.readinessPeriodSeconds }}
      timeoutSeconds: 3
      failureThreshold: {{ $proxy.readinessFailureThreshold }}
    volumeMounts:
${indent(4, mounts)}
  volumes:
${indent(2, volumes)}
${indent(2, pullSecrets)}
`;
