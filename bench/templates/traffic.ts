import type { Template } from '../template.ts';

/** Kinds that say where traffic goes. */
export const traffic: readonly Template[] = [
  {
    kind: 'VirtualService',
    share: 230,
    text: ({ name, namespace, other, number }) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  hosts:
    - ${name}.${namespace}.svc.cluster.local
  http:
    - name: canary
      match:
        - uri:
            prefix: /api/v${number}
          headers:
            x-user-group:
              exact: testers
      route:
        - destination:
            host: ${name}
            subset: v2
      timeout: ${number + 1}s
    - route:
        - destination:
            host: ${name}
            subset: v1
          weight: ${100 - number}
        - destination:
            host: ${other}
          weight: ${number}
      retries:
        attempts: 3
        perTryTimeout: 2s
        retryOn: 5xx,reset
`,
    mistakes: [
      { from: 'perTryTimeout: 2s', to: 'perTryTimeout: 2' },
      { from: 'retryOn: 5xx,reset', to: 'retryOn: 5xx,resets' },
      { from: 'prefix: /api', to: 'prefx: /api' },
      { from: 'attempts: 3', to: 'attempts: three' },
      { from: 'destination:', to: 'destinations:' },
      { from: /exact: testers/, to: 'regex: "test(ers"' },
    ],
  },
  {
    kind: 'DestinationRule',
    share: 160,
    text: ({ name, namespace, number }) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  host: ${name}.${namespace}.svc.cluster.local
  trafficPolicy:
    loadBalancer:
      simple: LEAST_REQUEST
    connectionPool:
      tcp:
        maxConnections: ${100 + number}
        connectTimeout: 30ms
      http:
        http2MaxRequests: 1000
        maxRequestsPerConnection: 10
    outlierDetection:
      consecutive5xxErrors: 7
      interval: 5m
      baseEjectionTime: 15m
  subsets:
    - name: v1
      labels:
        version: v1
    - name: v2
      labels:
        version: v2
`,
    mistakes: [
      { from: 'LEAST_REQUEST', to: 'LEAST_REQUESTS' },
      { from: 'consecutive5xxErrors: 7', to: 'consecutiveErrors: 7' },
      { from: 'name: v2', to: 'name: v1' },
      { from: 'interval: 5m', to: 'interval: 5 minutes' },
      { from: /maxConnections: \d+/, to: 'max_connection: 100' },
    ],
  },
  {
    kind: 'Gateway',
    share: 40,
    text: ({ name, namespace, number }) => `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    istio: ingressgateway
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - shop-${number}.example.com
      tls:
        httpsRedirect: true
    - port:
        number: 443
        name: https
        protocol: HTTPS
      hosts:
        - shop-${number}.example.com
      tls:
        mode: SIMPLE
        credentialName: ${name}-cert
`,
    mistakes: [
      { from: 'mode: SIMPLE', to: 'mode: simple' },
      { from: 'protocol: HTTPS', to: 'protocol: HTTPSS' },
      { from: /credentialName: .*\n/, to: 'serverCertificate: /certs/tls.crt\n' },
      { from: 'number: 443', to: 'number: "https"' },
    ],
  },
  {
    kind: 'ServiceEntry',
    share: 60,
    text: ({ name, namespace, number }) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    team: payments
spec:
  hosts:
    - ${name}-${number}.example.com
    - api-${number}.example.org
  location: MESH_EXTERNAL
  resolution: DNS
  exportTo:
    - "."
  ports:
    - number: 443
      name: https
      protocol: TLS
    - number: 80
      name: http
      protocol: HTTP
`,
    mistakes: [
      { from: 'resolution: DNS', to: 'resolution: STATIC_IP' },
      { from: 'number: 80\n', to: 'number: 443\n' },
      { from: 'location: MESH_EXTERNAL', to: 'locations: MESH_EXTERNAL' },
      { from: /api-\d+\.example\.org/, to: '"*"' },
    ],
  },
  {
    kind: 'Sidecar',
    share: 40,
    text: ({ name, namespace, elsewhere }) => `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  workloadSelector:
    labels:
      app: ${name}
  ingress:
    - port:
        number: 9080
        protocol: HTTP
        name: http
      defaultEndpoint: 127.0.0.1:8080
  egress:
    - hosts:
        - ./*
        - istio-system/*
        - ${elsewhere}/*.example.com
  outboundTrafficPolicy:
    mode: REGISTRY_ONLY
`,
    mistakes: [
      { from: 'mode: REGISTRY_ONLY', to: 'mode: REGISTRY' },
      { from: '127.0.0.1:8080', to: '10.0.0.1:8080' },
      { from: 'istio-system/*', to: 'istio-system' },
    ],
  },
  {
    kind: 'HTTPRoute',
    share: 60,
    text: ({ name, namespace, other, number }) => `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  parentRefs:
    - name: public
      namespace: istio-ingress
      sectionName: https
  hostnames:
    - shop-${number}.example.com
  rules:
    - matches:
        - path:
            type: PathPrefix
            value: /api/v${number}
      filters:
        - type: RequestHeaderModifier
          requestHeaderModifier:
            add:
              - name: x-shop
                value: "${number}"
      backendRefs:
        - name: ${name}
          port: 8080
          weight: 90
        - name: ${other}
          port: 8080
          weight: 10
`,
    mistakes: [
      { from: 'type: PathPrefix', to: 'type: Prefix' },
      { from: /weight: 10\n/, to: 'weight: "10"\n' },
      { from: 'backendRefs:', to: 'backendRef:' },
      { from: /value: \/api\/v\d+/, to: 'value: api' },
    ],
  },
];
