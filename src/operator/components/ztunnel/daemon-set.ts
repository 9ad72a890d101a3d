import type { Json, JsonObject } from '../../../json.ts';
import type { ComponentContext, KubeObject } from '../../component-context.ts';
import { containerResources } from '../../container-resources.ts';
import { imageOf } from '../../image.ts';
import { chartLabels } from '../../labels.ts';
import { present } from '../../present.ts';
import type { Values } from '../../values/values.ts';
import { environmentOf } from './environment.ts';

/** The node proxies. */
export function daemonSet(context: ComponentContext, metadata: KubeObject['metadata']): KubeObject {
  const { values, revision } = context;
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata,
    spec: {
      ...present({ updateStrategy: values.map('updateStrategy') }),
      selector: { matchLabels: { app: 'ztunnel' } },
      template: {
        metadata: {
          labels: {
            ...{ app: 'ztunnel', ...chartLabels('ztunnel', 'ztunnel') },
            'sidecar.istio.io/inject': 'false',
            'istio.io/dataplane-mode': 'none',
            ...values.map('podLabels'),
          },
          annotations: {
            'sidecar.istio.io/inject': 'false',
            'prometheus.io/port': '15020',
            'prometheus.io/scrape': 'true',
            ...(revision !== '' && { 'istio.io/rev': revision }),
            ...values.map('podAnnotations'),
          },
        },
        spec: podSpec(context, metadata.name),
      },
    },
  };
}

function podSpec(context: ComponentContext, account: string): JsonObject {
  const { values } = context;
  return {
    ...present({
      nodeSelector: values.map('nodeSelector'),
      affinity: values.map('affinity'),
      tolerations: values.list('tolerations'),
      dnsPolicy: values.text('dnsPolicy'),
      dnsConfig: values.map('dnsConfig'),
    }),
    serviceAccountName: account,
    terminationGracePeriodSeconds: values.number('terminationGracePeriodSeconds') ?? 30,
    priorityClassName: 'system-node-critical',
    containers: [container(context)],
    volumes: volumesOf(values),
  };
}

function container(context: ComponentContext): JsonObject {
  const { values } = context;
  return {
    name: 'istio-proxy',
    image: imageOf(values, 'ztunnel'),
    ...present({ imagePullPolicy: values.text('imagePullPolicy') }),
    ports: [{ containerPort: 15020, name: 'ztunnel-stats', protocol: 'TCP' }],
    resources: containerResources(values.map('resources')),
    securityContext: {
      // Entering the network of pods needs it.
      allowPrivilegeEscalation: true,
      privileged: false,
      capabilities: { drop: ['ALL'], add: ['NET_ADMIN', 'SYS_ADMIN', 'NET_RAW'] },
      readOnlyRootFilesystem: true,
      runAsGroup: 1337,
      runAsNonRoot: false,
      runAsUser: 0,
      ...present({ seLinuxOptions: values.map('seLinuxOptions') }),
    },
    readinessProbe: { httpGet: { port: 15021, path: '/healthz/ready' } },
    args: ['proxy', 'ztunnel'],
    env: environmentOf(context),
    volumeMounts: [
      { name: 'istiod-ca-cert', mountPath: '/var/run/secrets/istio' },
      { name: 'istio-token', mountPath: '/var/run/secrets/tokens' },
      { name: 'cni-ztunnel-sock-dir', mountPath: '/var/run/ztunnel' },
      { name: 'tmp', mountPath: '/tmp' },
      ...(values.is('peerCaCrl.enabled')
        ? [{ name: 'crl-volume', mountPath: '/var/run/secrets/istio/crl', readOnly: true }]
        : []),
      ...values.list('volumeMounts'),
    ],
  };
}

/** The roots of the mesh: in a ConfigMap of the namespace, or in a bundle of the cluster. */
function rootsOf(inCluster: boolean, values: Values): JsonObject {
  const bundle = values.text('trustBundleName');
  if (!inCluster) return { configMap: { name: bundle || 'istio-ca-root-cert' } };
  const clusterTrustBundle = {
    name: `istio.io:istiod-ca:${bundle || 'root-cert'}`,
    path: 'root-cert.pem',
  };
  return { projected: { sources: [{ clusterTrustBundle }] } };
}

function volumesOf(values: Values): Json[] {
  const token = { path: 'istio-token', expirationSeconds: 43_200, audience: 'istio-ca' };
  return [
    { name: 'istio-token', projected: { sources: [{ serviceAccountToken: token }] } },
    { name: 'istiod-ca-cert', ...rootsOf(values.at('env.ENABLE_CLUSTER_TRUST_BUNDLE_API') === true, values) },
    { name: 'cni-ztunnel-sock-dir', hostPath: { path: '/var/run/ztunnel', type: 'DirectoryOrCreate' } },
    { name: 'tmp', emptyDir: {} },
    ...(values.is('peerCaCrl.enabled')
      ? [{ name: 'crl-volume', configMap: { name: 'istio-ca-crl', optional: true } }]
      : []),
    ...values.list('volumes'),
  ];
}
