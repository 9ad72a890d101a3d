import { plainText, type Json, type JsonObject } from '../../../json.ts';
import type { KubeObject } from '../../component-context.ts';
import { containerResources } from '../../container-resources.ts';
import { imageOf } from '../../image.ts';
import { present } from '../../present.ts';
import { fieldVariable, resourceVariable, variable } from '../../variables.ts';
import type { Plugin } from './plugin.ts';

const selector = { 'k8s-app': 'istio-cni-node' };

/** The agents, one on each node. */
export function daemonSet(plugin: Plugin): KubeObject {
  const { namespace, values, labels } = plugin;
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: {
      name: 'istio-cni-node',
      namespace,
      labels: { ...selector, ...labels.chart, ...labels.owner, ...values.map('daemonSetLabels') },
    },
    spec: {
      selector: { matchLabels: selector },
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: values.at('rollingMaxUnavailable') ?? 1 },
      },
      template: {
        metadata: {
          labels: {
            ...{ ...selector, ...labels.plain },
            'sidecar.istio.io/inject': 'false',
            'istio.io/dataplane-mode': 'none',
            ...values.map('podLabels'),
          },
          annotations: {
            'sidecar.istio.io/inject': 'false',
            'prometheus.io/path': '/metrics',
            'prometheus.io/port': '15014',
            'prometheus.io/scrape': 'true',
            ...(values.is('useAppArmorAnnotation') && {
              'container.apparmor.security.beta.kubernetes.io/install-cni': 'unconfined',
            }),
            ...values.map('podAnnotations'),
          },
        },
        spec: podSpec(plugin),
      },
    },
  };
}

function podSpec({ values }: Plugin): JsonObject {
  return {
    ...(sharesHostNetwork(values) && {
      hostNetwork: true,
      dnsPolicy: 'ClusterFirstWithHostNet',
    }),
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    ...present({
      affinity: values.map('affinity'),
      tolerations: values.list('tolerations'),
    }),
    priorityClassName: 'system-node-critical',
    serviceAccountName: 'istio-cni',
    terminationGracePeriodSeconds: 30,
    containers: [container(values)],
    volumes: volumesOf(values),
  };
}

function container(values: Plugin['values']): JsonObject {
  return {
    name: 'install-cni',
    image: imageOf(values, 'install-cni'),
    ...present({ imagePullPolicy: values.text('pullPolicy') || values.text('global.imagePullPolicy') }),
    ports: [{ containerPort: 15014, name: 'metrics', protocol: 'TCP' }],
    readinessProbe: { httpGet: { path: '/readyz', port: 8000 } },
    securityContext: {
      privileged: false,
      runAsGroup: 0,
      runAsUser: 0,
      runAsNonRoot: false,
      capabilities: {
        drop: ['ALL'],
        add: ['NET_ADMIN', 'NET_RAW', 'SYS_PTRACE', 'SYS_ADMIN', 'DAC_OVERRIDE'],
      },
      ...(!values.is('useAppArmorAnnotation') && { appArmorProfile: { type: 'Unconfined' } }),
      ...present({
        seLinuxOptions: values.is('seLinuxOptions') ? { type: 'spc_t', ...values.map('seLinuxOptions') } : {},
        seccompProfile: values.map('seccompProfile'),
      }),
    },
    command: ['install-cni'],
    args: argumentsOf(values),
    envFrom: [{ configMapRef: { name: 'istio-cni-config' } }],
    env: [
      fieldVariable('REPAIR_NODE_NAME', 'spec.nodeName', ''),
      variable('REPAIR_RUN_AS_DAEMON', 'true'),
      variable('REPAIR_SIDECAR_ANNOTATION', 'sidecar.istio.io/status'),
      ...(sharesHostNetwork(values) ? [] : [variable('ALLOW_SWITCH_TO_HOST_NS', 'true')]),
      fieldVariable('NODE_NAME', 'spec.nodeName'),
      resourceVariable('GOMEMLIMIT', 'limits.memory'),
      resourceVariable('GOMAXPROCS', 'limits.cpu'),
      fieldVariable('POD_NAME', 'metadata.name', ''),
      fieldVariable('POD_NAMESPACE', 'metadata.namespace', ''),
      ...Object.entries(values.map('env')).map(([name, value]) => variable(name, plainText(value))),
    ],
    volumeMounts: mountsOf(values),
    resources: containerResources(values.map('resources'), values.map('global.defaultResources')),
  };
}

/** The level of the agents goes before the general one. */
function argumentsOf(values: Plugin['values']): Json[] {
  const level = values.text('logging.level') || values.text('global.logging.level');
  return [
    ...(level === '' ? [] : [`--log_output_level=${level}`]),
    ...(values.is('global.logAsJson') ? ['--log_as_json'] : []),
  ];
}

const sharesHostNetwork = (values: Plugin['values']): boolean =>
  values.is('ambient.enabled') && values.is('ambient.shareHostNetworkNamespace');

/** Repairing pods and ambient mode both need the processes of the node. */
const entersPods = (values: Plugin['values']): boolean =>
  values.is('ambient.enabled') || values.is('repair.repairPods');

function mountsOf(values: Plugin['values']): Json[] {
  return [
    { name: 'cni-bin-dir', mountPath: '/host/opt/cni/bin' },
    ...(entersPods(values) ? [{ name: 'cni-host-procfs', mountPath: '/host/proc', readOnly: true }] : []),
    { name: 'cni-net-dir', mountPath: '/host/etc/cni/net.d' },
    { name: 'cni-socket-dir', mountPath: '/var/run/istio-cni' },
    ...(values.is('ambient.enabled')
      ? [
          { name: 'cni-netns-dir', mountPath: '/host/var/run/netns', mountPropagation: 'HostToContainer' },
          { name: 'cni-ztunnel-sock-dir', mountPath: '/var/run/ztunnel' },
        ]
      : []),
  ];
}

function volumesOf(values: Plugin['values']): Json[] {
  const path = (name: string, folder: string, type?: string): JsonObject => ({
    name,
    hostPath: { path: folder, ...(type !== undefined && { type }) },
  });
  return [
    path('cni-bin-dir', values.text('cniBinDir') || '/opt/cni/bin'),
    ...(entersPods(values) ? [path('cni-host-procfs', '/proc', 'Directory')] : []),
    ...(values.is('ambient.enabled')
      ? [path('cni-ztunnel-sock-dir', '/var/run/ztunnel', 'DirectoryOrCreate')]
      : []),
    path('cni-net-dir', values.text('cniConfDir')),
    path('cni-socket-dir', '/var/run/istio-cni'),
    path('cni-netns-dir', values.text('cniNetnsDir'), 'DirectoryOrCreate'),
  ];
}
