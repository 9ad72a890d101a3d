import type { Template } from '../template.ts';

/** What runs in the mesh. */
export const workloads: readonly Template[] = [
  {
    kind: 'Service',
    share: 160,
    text: ({ name, namespace, number }) => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: shop
    team: team-${number % 7}
  annotations:
    networking.istio.io/exportTo: "*"
spec:
  type: ClusterIP
  selector:
    app: ${name}
  ports:
    - name: http-web
      port: 80
      targetPort: 8080
    - name: grpc-api
      port: 9090
      targetPort: 9090
    - name: metrics
      appProtocol: http
      port: 15020
`,
    mistakes: [
      { from: 'name: http-web', to: 'name: web' },
      { from: '- name: grpc-api\n      port', to: '- port' },
    ],
  },
  {
    kind: 'Deployment',
    share: 110,
    text: ({ name, namespace, number }) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  replicas: ${1 + (number % 4)}
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
        version: v1
    spec:
      containers:
        - name: app
          image: registry.example.com/shop/${name}:1.${number}.0
          ports:
            - containerPort: 8080
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
`,
    mistakes: [{ from: 'version: v1', to: 'version: 1' }],
  },
  {
    kind: 'WorkloadEntry',
    share: 20,
    text: ({ name, namespace, number }) => `apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  address: 10.20.30.${number}
  ports:
    http: 8080
    grpc: 9090
  labels:
    app: ${name}
    version: v1
  network: vm-network
  locality: eu-west/eu-west-1/a
  weight: ${number}
  serviceAccount: ${name}
`,
    mistakes: [
      { from: 'grpc: 9090', to: 'grpc: 99090' },
      { from: 'serviceAccount:', to: 'serviceAcount:' },
    ],
  },
];
