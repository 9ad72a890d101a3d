import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `pods.json` into a folder: a control plane, and so many Pods with sidecars of two versions, as kubectl saves them. */
export function writePodList(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, 'pods.json'), 'w');
  writeSync(file, `{"apiVersion":"v1","kind":"List","items":[${JSON.stringify(istiod)}`);
  for (let i = 0; i < count; i++) writeSync(file, `,${JSON.stringify(podOf(i))}`);
  writeSync(file, ']}');
  closeSync(file);
}

const istiod = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'istiod', namespace: 'istio-system', labels: { app: 'istiod' } },
  spec: {
    template: {
      metadata: { labels: { app: 'istiod', 'istio.io/rev': 'default' } },
      spec: { containers: [{ name: 'discovery', image: 'docker.io/istio/pilot:1.28.2' }] },
    },
  },
};

function podOf(index: number): object {
  const app = `app-${Math.floor(index / 10)}`;
  const image = `docker.io/istio/proxyv2:${index % 30 < 10 ? '1.27.4' : '1.28.2'}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...{ name: `${app}-5d8f9-${index}`, namespace: `team-${Math.floor(index / 100)}` },
      labels: { app, 'pod-template-hash': '5d8f9', 'security.istio.io/tlsMode': 'istio' },
      annotations: { 'sidecar.istio.io/status': JSON.stringify({ revision: 'default', volumes }) },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `${app}-5d8f9` }],
    },
    spec: {
      serviceAccountName: app,
      containers: [
        { name: 'app', image: `example.com/${app}:1.2.3`, ports: [{ containerPort: 8080 }] },
        { name: 'istio-proxy', image, args: ['proxy', 'sidecar'], env, volumeMounts },
      ],
      initContainers: [{ name: 'istio-init', image, args: ['istio-iptables', '-p', '15001'] }],
      volumes: volumes.map((name) => ({ name, emptyDir: {} })),
    },
    status: {
      phase: 'Running',
      containerStatuses: [{ name: 'istio-proxy', ready: true, imageID: `${image}@sha256:${'a'.repeat(64)}` }],
    },
  };
}

const volumes = [
  'workload-socket',
  'workload-certs',
  'istio-envoy',
  'istio-data',
  'istio-podinfo',
  'istio-token',
];
const volumeMounts = volumes.map((name) => ({ name, mountPath: `/var/run/${name}` }));
const env = ['PILOT_CERT_PROVIDER', 'CA_ADDR', 'ISTIO_META_CLUSTER_ID', 'ISTIO_META_MESH_ID'].map((name) => ({
  name,
  value: 'istiod.istio-system.svc:15012',
}));
