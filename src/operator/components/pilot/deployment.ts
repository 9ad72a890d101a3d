import { type Json, type JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { containerResources } from '../../container-resources.ts';
import { imageOf } from '../../image.ts';
import { present } from '../../present.ts';
import { environmentOf } from './environment.ts';
import type { Plane } from './plane.ts';
import { mountsOf, volumesOf } from './volumes.ts';

/** istiod itself. */
export function deployment(plane: Plane): KubeObject {
  const { name, namespace, values, labels } = plane;
  const marks = { ...labels.owner, istio: workloadLabel(plane) };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name,
      namespace,
      labels: {
        ...{ app: 'istiod', ...labels.chart, ...labels.owner, istio: 'pilot' },
        ...values.map('deploymentLabels'),
      },
      ...present({ annotations: values.map('deploymentAnnotations') }),
    },
    spec: {
      ...(!values.is('autoscaleEnabled') && present({ replicas: values.number('replicaCount') })),
      strategy: {
        rollingUpdate: {
          maxSurge: values.at('rollingMaxSurge') ?? '100%',
          maxUnavailable: values.at('rollingMaxUnavailable') ?? '25%',
        },
      },
      selector: { matchLabels: selectorOf(plane) },
      template: { metadata: podMetadata(plane, marks), spec: podSpec(plane) },
    },
  };
}

/** A revision is told by its own label; the oldest name of the default one is kept, as it cannot be changed. */
const selectorOf = ({ revision }: Plane): Record<string, string> =>
  revision === '' ? { istio: 'pilot' } : { app: 'istiod', 'istio.io/rev': revision };

const workloadLabel = ({ revision }: Plane): string => (revision === '' ? 'pilot' : 'istiod');

function podMetadata({ values, labels }: Plane, marks: Record<string, string>): JsonObject {
  return {
    labels: {
      ...{ app: 'istiod', ...labels.plain, ...marks },
      'istio.io/dataplane-mode': 'none',
      'sidecar.istio.io/inject': 'false',
      ...values.map('podLabels'),
    },
    annotations: {
      'prometheus.io/port': '15014',
      'prometheus.io/scrape': 'true',
      'sidecar.istio.io/inject': 'false',
      ...values.map('podAnnotations'),
    },
  };
}

function podSpec(plane: Plane): JsonObject {
  const { name, values } = plane;
  return {
    ...present({
      nodeSelector: values.map('nodeSelector'),
      affinity: values.map('affinity'),
      topologySpreadConstraints: values.list('topologySpreadConstraints'),
      priorityClassName: values.text('global.priorityClassName'),
      initContainers: values.list('initContainers'),
    }),
    // Injection may be what makes nodes ready.
    tolerations: [{ key: 'cni.istio.io/not-ready', operator: 'Exists' }, ...values.list('tolerations')],
    serviceAccountName: name,
    containers: [container(plane)],
    volumes: volumesOf(plane),
  };
}

function container(plane: Plane): JsonObject {
  const { values } = plane;
  return {
    name: 'discovery',
    image: imageOf(values, 'pilot'),
    ...present({ imagePullPolicy: values.text('global.imagePullPolicy') }),
    args: argumentsOf(plane),
    ports: [
      port(8080, 'http-debug'),
      port(15010, 'grpc-xds'),
      port(15012, 'tls-xds'),
      port(15017, 'https-webhooks'),
      port(15014, 'http-monitoring'),
    ],
    readinessProbe: {
      httpGet: { path: '/ready', port: 8080 },
      initialDelaySeconds: 1,
      periodSeconds: 3,
      timeoutSeconds: 5,
    },
    env: environmentOf(plane),
    resources: containerResources(values.map('resources'), values.map('global.defaultResources')),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      capabilities: { drop: ['ALL'] },
      ...present({ seccompProfile: values.map('seccompProfile') }),
    },
    ...present({ terminationMessagePolicy: values.text('terminationMessagePolicy') }),
    volumeMounts: mountsOf(plane),
  };
}

const port = (containerPort: number, name: string): JsonObject => ({ containerPort, name, protocol: 'TCP' });

function argumentsOf({ values }: Plane): Json[] {
  const level = values.text('global.logging.level');
  const taints = values.text('taint.namespace');
  return [
    'discovery',
    '--monitoringAddr=:15014',
    ...(level === '' ? [] : [`--log_output_level=${level}`]),
    ...(values.is('global.logAsJson') ? ['--log_as_json'] : []),
    ...['--domain', values.text('global.proxy.clusterDomain')],
    ...(taints === '' ? [] : [`--cniNamespace=${taints}`]),
    ...['--keepaliveMaxServerConnectionAge', values.text('keepaliveMaxServerConnectionAge')],
    ...values.list('extraContainerArgs'),
  ];
}
