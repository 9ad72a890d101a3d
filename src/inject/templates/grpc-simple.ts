/**
 * A bootstrap for applications that speak xDS themselves, without security: a container writes it before they start.
 */
export const grpcSimple = `{{- $global := .Values.global }}
metadata:
  annotations:
    sidecar.istio.io/rewriteAppHTTPProbers: "false"
spec:
  initContainers:
  - name: grpc-bootstrap-init
    image: busybox:1.28
    env:
    - name: INSTANCE_IP
      valueFrom:
        fieldRef:
          fieldPath: status.podIP
    - name: POD_NAME
      valueFrom:
        fieldRef:
          fieldPath: metadata.name
    - name: POD_NAMESPACE
      valueFrom:
        fieldRef:
          fieldPath: metadata.namespace
    - name: ISTIO_NAMESPACE
      value: {{ $global.istioNamespace | quote }}
    command:
    - sh
    - "-c"
    - |-
      node="sidecar~\${INSTANCE_IP}~\${POD_NAME}.\${POD_NAMESPACE}~cluster.local"
      server="dns:///istiod.\${ISTIO_NAMESPACE}.svc:15010"
      cat > /var/lib/grpc/data/bootstrap.json <<END
      {
        "xds_servers": [
          {
            "server_uri": "\${server}",
            "channel_creds": [{ "type": "insecure" }],
            "server_features": ["xds_v3"]
          }
        ],
        "node": { "id": "\${node}", "metadata": { "GENERATOR": "grpc" } }
      }
      END
    volumeMounts:
    - name: grpc-io-proxyless-bootstrap
      mountPath: /var/lib/grpc/data/
  containers:
  {{- range .Spec.Containers }}
  - name: {{ .Name | quote }}
    env:
    - name: GRPC_XDS_BOOTSTRAP
      value: /var/lib/grpc/data/bootstrap.json
    - name: GRPC_GO_LOG_VERBOSITY_LEVEL
      value: "99"
    - name: GRPC_GO_LOG_SEVERITY_LEVEL
      value: info
    volumeMounts:
    - name: grpc-io-proxyless-bootstrap
      mountPath: /var/lib/grpc/data/
  {{- end }}
  volumes:
  - name: grpc-io-proxyless-bootstrap
    emptyDir: {}
`;
