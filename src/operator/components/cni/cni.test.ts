import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../json.ts';
import { renderedField, type Row } from '../../testing/rendered-field.ts';

const withCni = (cni: JsonObject, global: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  ...{ profile: 'minimal', components: { cni: { enabled: true } }, values: { cni, global }, ...more },
});
const agents = 'DaemonSet istio-cni-node';
const settings = 'ConfigMap istio-cni-config';
const container = 'spec.template.spec.containers.install-cni';
const repairRules = 'rules.*.verbs';

const rows: readonly Row[] = [
  ['has its own level of logs', withCni({}), agents, `${container}.args`, ['--log_output_level=info']],
  [
    'takes the level of the mesh where it has none',
    withCni({ logging: { level: '' } }),
    agents,
    `${container}.args`,
    ['--log_output_level=default:info'],
  ],
  [
    'logs as JSON',
    withCni({}, { logAsJson: true }),
    agents,
    `${container}.args`,
    ['--log_output_level=info', '--log_as_json'],
  ],
  [
    'reads the processes of the node to repair pods',
    withCni({}),
    agents,
    `${container}.volumeMounts.cni-host-procfs.readOnly`,
    true,
  ],
  [
    'reads none when it repairs none',
    withCni({ repair: { repairPods: false } }),
    agents,
    `${container}.volumeMounts.cni-host-procfs`,
    undefined,
  ],
  [
    'reads them when repair as a whole is off',
    withCni({ repair: { enabled: false } }),
    agents,
    `${container}.volumeMounts.cni-host-procfs.readOnly`,
    true,
  ],
  [
    'needs no rights to repair',
    withCni({ repair: { deletePods: true } }),
    'ClusterRole istio-cni-repair-role',
    repairRules,
    [
      ['create', 'patch'],
      ['watch', 'get', 'list'],
    ],
  ],
  [
    'may delete instead',
    withCni({ repair: { repairPods: false, deletePods: true, labelPods: true } }),
    'ClusterRole istio-cni-repair-role',
    'rules.2',
    { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
  ],
  [
    'may label instead',
    withCni({ repair: { repairPods: false, labelPods: true } }),
    'ClusterRole istio-cni-repair-role',
    'rules.2',
    { apiGroups: [''], resources: ['pods/status'], verbs: ['patch', 'update'] },
  ],
  [
    'has no such role when repair is off',
    withCni({ repair: { enabled: false } }),
    'ClusterRole istio-cni-repair-role',
    '',
    undefined,
  ],
  [
    'shares the network of the host in ambient mode',
    withCni({ ambient: { enabled: true, shareHostNetworkNamespace: true } }),
    agents,
    'spec.template.spec.hostNetwork',
    true,
  ],
  [
    'does not share it otherwise',
    withCni({ ambient: { shareHostNetworkNamespace: true } }),
    agents,
    'spec.template.spec.hostNetwork',
    undefined,
  ],
  ['chains no plugin', withCni({ chained: false }), settings, 'data.CHAINED_CNI_PLUGIN', 'false'],
  ['names its file', withCni({ cniConfFileName: 'a.conf' }), settings, 'data.CNI_CONF_NAME', 'a.conf'],
  ['names none by itself', withCni({}), settings, 'data.CNI_CONF_NAME', undefined],
  [
    'owns its settings in a file',
    withCni({ istioOwnedCNIConfig: true, istioOwnedCNIConfigFileName: 'b.conf' }),
    settings,
    'data.ISTIO_OWNED_CNI_CONFIG_FILENAME',
    'b.conf',
  ],
  [
    'owns none where only the file is named',
    withCni({ istioOwnedCNIConfigFileName: 'b.conf' }),
    settings,
    'data.ISTIO_OWNED_CNI_CONFIG_FILENAME',
    undefined,
  ],
  [
    'leaves namespaces out',
    withCni({ excludeNamespaces: ['a', 'b'] }),
    settings,
    'data.EXCLUDE_NAMESPACES',
    'a,b',
  ],
  ['has variables as text', withCni({ env: { A: true } }), settings, 'data.A', 'true'],
  ['uses nftables', withCni({}, { nativeNftables: true }), settings, 'data.NATIVE_NFTABLES', 'true'],
  [
    'captures no names',
    withCni({ ambient: { dnsCapture: false } }),
    settings,
    'data.AMBIENT_DNS_CAPTURE',
    'false',
  ],
  ['labels its agents', withCni({ daemonSetLabels: { a: 'b' } }), agents, 'metadata.labels.a', 'b'],
  ['labels its pods', withCni({ podLabels: { a: 'b' } }), agents, 'spec.template.metadata.labels.a', 'b'],
  [
    'leaves AppArmor to the container',
    withCni({ useAppArmorAnnotation: false }),
    agents,
    `${container}.securityContext.appArmorProfile`,
    { type: 'Unconfined' },
  ],
  [
    'may be gone from several nodes',
    withCni({}, {}, { unvalidatedValues: { cni: { rollingMaxUnavailable: '10%' } } }),
    agents,
    'spec.updateStrategy.rollingUpdate.maxUnavailable',
    '10%',
  ],
  [
    'takes an image as it is',
    withCni({ image: 'example.com/cni:1' }),
    agents,
    `${container}.image`,
    'example.com/cni:1',
  ],
  [
    'takes a version and variant of its own',
    withCni({ tag: '9', variant: 'debug' }),
    agents,
    `${container}.image`,
    'docker.io/istio/install-cni:9-debug',
  ],
  [
    'is pulled as it is told itself',
    withCni({ pullPolicy: 'Never' }, { imagePullPolicy: 'Always' }),
    agents,
    `${container}.imagePullPolicy`,
    'Never',
  ],
  [
    'attaches itself by Multus',
    withCni({ provider: 'multus' }),
    'NetworkAttachmentDefinition istio-cni',
    'metadata.namespace',
    'default',
  ],
  ['attaches itself by itself', withCni({}), 'NetworkAttachmentDefinition istio-cni', '', undefined],
  [
    'may use what is privileged on OpenShift',
    withCni({}, { platform: 'openshift' }),
    'ClusterRole istio-cni',
    'rules.1.resourceNames',
    ['privileged'],
  ],
  [
    'has its quota on GKE',
    withCni({}, { platform: 'gke' }),
    'ResourceQuota istio-cni-resource-quota',
    'spec.hard.pods',
    '5000',
  ],
  [
    'has a policy for each revision',
    { ...withCni({}, { networkPolicy: { enabled: true } }), revision: 'r1' },
    'NetworkPolicy istio-cni-r1',
    'spec.podSelector.matchLabels',
    { 'k8s-app': 'istio-cni-node' },
  ],
];

describe('the network plugin', () => {
  it.each(rows)('%s', async (_, spec, object, path, expected) => {
    expect(await renderedField(spec, object, path)).toEqual(expected);
  });
});
