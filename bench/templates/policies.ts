import type { Template } from '../template.ts';

/** Who may do what, and what is told of it. */
export const policies: readonly Template[] = [
  {
    kind: 'AuthorizationPolicy',
    share: 60,
    text: ({ name, namespace, other, elsewhere, number }) => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: ${name}
  action: ALLOW
  rules:
    - from:
        - source:
            principals:
              - cluster.local/ns/${namespace}/sa/${other}
        - source:
            namespaces: [${elsewhere}]
      to:
        - operation:
            methods: [GET, POST]
            paths: ["/api/v${number}/*"]
      when:
        - key: request.headers[x-token]
          values: ["secret-${number}"]
`,
    mistakes: [
      { from: 'action: ALLOW', to: 'action: Allow' },
      { from: 'request.headers[x-token]', to: 'request.header[x-token]' },
      { from: 'operation:', to: 'operations:' },
      { from: 'methods: [GET, POST]', to: 'methods: GET' },
    ],
  },
  {
    kind: 'PeerAuthentication',
    share: 30,
    text: ({ name, namespace, number }) => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    team: team-${number % 7}
    managed-by: platform
  annotations:
    example.com/reason: "the metrics port is read by a scraper outside of the mesh"
spec:
  selector:
    matchLabels:
      app: ${name}
  mtls:
    mode: STRICT
  portLevelMtls:
    15020:
      mode: PERMISSIVE
`,
    mistakes: [
      { from: 'mode: STRICT', to: 'mode: strict' },
      { from: / {2}selector:\n.*\n.*\n/, to: '' },
      { from: 'portLevelMtls:', to: 'portLevelMTLS:' },
    ],
  },
  {
    kind: 'RequestAuthentication',
    share: 15,
    text: ({ name, namespace, number }) => `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: ${name}
  jwtRules:
    - issuer: https://issuer-${number}.example.com
      jwksUri: https://issuer-${number}.example.com/.well-known/jwks.json
      audiences:
        - ${name}.${namespace}
      forwardOriginalToken: true
      fromHeaders:
        - name: x-jwt-assertion
          prefix: "Bearer "
`,
    mistakes: [
      { from: 'jwksUri: https://', to: 'jwksUri: ' },
      { from: 'forwardOriginalToken: true', to: 'forwardOriginalToken: yes please' },
    ],
  },
  {
    kind: 'Telemetry',
    share: 15,
    text: ({ name, namespace, number }) => `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: ${name}
  tracing:
    - providers:
        - name: otel
      randomSamplingPercentage: ${number}
      customTags:
        shop:
          literal:
            value: "${number}"
  metrics:
    - providers:
        - name: prometheus
      overrides:
        - match:
            metric: REQUEST_COUNT
          tagOverrides:
            response_code:
              operation: REMOVE
`,
    mistakes: [
      { from: /randomSamplingPercentage: \d+/, to: 'randomSamplingPercentage: 101' },
      { from: 'metric: REQUEST_COUNT', to: 'metric: REQUESTS_COUNT' },
    ],
  },
];
