import type { BenchDocument } from './documents.ts';

const namespaces = 50;
const oneIn = 12;

/** An app of the mesh, and whether something about it is wrong. */
interface App {
  readonly name: string;
  readonly namespace: string;
  readonly index: number;
  readonly faulty: boolean;
}

/**
 * The documents of a mesh of 50 namespaces whose objects refer to each other: namespaces and their defaults, then apps
 * of ten objects each; one app in twelve refers to something that is not there.
 */
export function* meshDocuments(count: number): Generator<BenchDocument> {
  let left = count;
  for (const document of everyDocument()) {
    if (left-- === 0) return;
    yield document;
  }
}

function* everyDocument(): Generator<BenchDocument> {
  for (let index = 0; index < namespaces; index++) yield* namespaceDocuments(`team-${index}`, index);
  for (let index = 0; ; index++) {
    const namespace = `team-${index % namespaces}`;
    yield* appDocuments({ name: `app-${index}`, namespace, index, faulty: index % oneIn === oneIn - 1 });
  }
}

function* namespaceDocuments(namespace: string, index: number): Generator<BenchDocument> {
  const at = (kind: string, text: string): BenchDocument => ({ kind, text, faulty: false });
  yield at(
    'Namespace',
    `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${namespace}\n  labels:\n    istio-injection: enabled\n`,
  );
  yield at(
    'PeerAuthentication',
    `${head('security.istio.io/v1', 'PeerAuthentication', 'default', namespace)}spec:\n  mtls:\n    mode: STRICT\n`,
  );
  yield at(
    'Deployment',
    `${head('apps/v1', 'Deployment', 'edge', namespace)}spec:\n${template({ edge: namespace }, 'auto', 8080)}`,
  );
  yield at(
    'Gateway',
    `${head('networking.istio.io/v1', 'Gateway', 'edge', namespace)}spec:
  selector:
    edge: ${namespace}
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - "*.team-${index}.example.com"
`,
  );
}

const head = (apiVersion: string, kind: string, name: string, namespace: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n`;

function template(labels: Readonly<Record<string, string>>, image: string, port: number): string {
  const written = (indent: string): string =>
    Object.entries(labels)
      .map(([name, value]) => `${indent}${name}: ${value}\n`)
      .join('');
  return `  selector:
    matchLabels:
${written('      ')}  template:
    metadata:
      labels:
${written('        ')}    spec:
      containers:
        - name: main
          image: ${image}
          ports:
            - containerPort: ${port}
`;
}

function* appDocuments(app: App): Generator<BenchDocument> {
  const { name, namespace, index, faulty } = app;
  const kinds: Readonly<Record<string, (app: App) => string>> = {
    Deployment: () =>
      `${head('apps/v1', 'Deployment', `${name}-v1`, namespace)}spec:\n${template({ app: name, version: 'v1' }, `registry.example/${name}:1`, 8080)}`,
    StatefulSet: () =>
      `${head('apps/v1', 'StatefulSet', `${name}-v2`, namespace)}spec:\n${template({ app: name, version: 'v2' }, `registry.example/${name}:2`, 8080)}`,
    Service: () =>
      `${head('v1', 'Service', name, namespace)}spec:\n  selector:\n    app: ${name}\n  ports:\n    - name: http-web\n      port: 80\n      targetPort: 8080\n`,
    ServiceAccount: () => head('v1', 'ServiceAccount', name, namespace),
    DestinationRule: destinationRule,
    VirtualService: virtualService,
    AuthorizationPolicy: authorizationPolicy,
    ServiceEntry: () =>
      `${head('networking.istio.io/v1', 'ServiceEntry', `${name}-api`, namespace)}spec:\n  hosts:\n    - api-${index}.partner.example\n  exportTo:\n    - "."\n  location: MESH_EXTERNAL\n  resolution: DNS\n  ports:\n    - number: 443\n      name: tls\n      protocol: TLS\n`,
    HTTPRoute: () =>
      `${head('gateway.networking.k8s.io/v1', 'HTTPRoute', name, namespace)}spec:\n  parentRefs:\n    - group: ""\n      kind: Service\n      name: ${name}\n  rules:\n    - backendRefs:\n        - name: ${name}\n          port: 80\n`,
    Sidecar: () =>
      `${head('networking.istio.io/v1', 'Sidecar', name, namespace)}spec:\n  workloadSelector:\n    labels:\n      app: ${name}\n  egress:\n    - hosts:\n        - ./*\n        - istio-system/*\n`,
  };
  for (const [kind, text] of Object.entries(kinds)) yield { kind, text: text(app), faulty };
}

const destinationRule = ({ name, namespace, faulty }: App): string =>
  `${head('networking.istio.io/v1', 'DestinationRule', name, namespace)}spec:
  host: ${name}.${namespace}.svc.cluster.local
  trafficPolicy:
    connectionPool:
      http:
        http2MaxRequests: 100
    outlierDetection:
      consecutive5xxErrors: 5
      interval: 10s
  subsets:
    - name: v1
      labels:
        version: v1
    - name: v2
      labels:
        version: ${faulty ? 'v9' : 'v2'}
`;

const virtualService = ({ name, namespace, faulty }: App): string =>
  `${head('networking.istio.io/v1', 'VirtualService', name, namespace)}spec:
  hosts:
    - ${name}.${namespace}.example.com
  gateways:
    - edge
  http:
    - match:
        - uri:
            prefix: /v2/
      route:
        - destination:
            host: ${name}.${namespace}.svc.cluster.local
            subset: v2
            port:
              number: 80
          weight: 10
        - destination:
            host: ${name}.${namespace}.svc.cluster.local
            subset: v1
          weight: 90
      retries:
        attempts: 2
        perTryTimeout: 1s
      timeout: 5s
    - route:
        - destination:
            host: ${faulty ? `${name}-old` : name}
            subset: v1
`;

const authorizationPolicy = ({ name, namespace, index, faulty }: App): string =>
  `${head('security.istio.io/v1', 'AuthorizationPolicy', name, namespace)}spec:
  selector:
    matchLabels:
      app: ${faulty ? `${name}-old` : name}
  action: ALLOW
  rules:
    - from:
        - source:
            namespaces:
              - ${namespace}
              - team-${(index + 1) % namespaces}
            principals:
              - cluster.local/ns/${namespace}/sa/${name}
      to:
        - operation:
            methods:
              - GET
            paths:
              - /v2/*
`;
