import type { JsonObject } from '../../../json.ts';
import { pilotDefaults } from '../pilot/defaults.ts';

/** The settings of ztunnel when nobody says otherwise. */
export const ztunnelDefaults: JsonObject = {
  affinity: {},
  annotations: {},
  env: {},
  global: pilotDefaults.global ?? {},
  image: 'ztunnel',
  imagePullPolicy: '',
  imagePullSecrets: [],
  istioNamespace: 'istio-system',
  labels: {},
  logAsJson: false,
  logLevel: 'info',
  meshConfig: { defaultConfig: { proxyMetadata: {} } },
  multiCluster: { clusterName: '' },
  network: '',
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  peerCaCrl: { enabled: false },
  podAnnotations: {},
  podLabels: {},
  resourceName: 'ztunnel',
  resourceScope: 'all',
  resourceQuotas: { enabled: false, pods: 5000 },
  resources: { requests: { cpu: '200m', memory: '512Mi' } },
  seLinuxOptions: {},
  terminationGracePeriodSeconds: 30,
  tolerations: [
    { effect: 'NoSchedule', operator: 'Exists' },
    { key: 'CriticalAddonsOnly', operator: 'Exists' },
    { effect: 'NoExecute', operator: 'Exists' },
  ],
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
  volumeMounts: [],
  volumes: [],
};
