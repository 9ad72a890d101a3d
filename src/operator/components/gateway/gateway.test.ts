import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../json.ts';
import { renderedField, type Row } from '../../testing/rendered-field.ts';

const ofIngress = (own: JsonObject, more: JsonObject = {}): JsonObject => ({
  values: { ...more, gateways: { 'istio-ingressgateway': own } },
});
const globally = (global: JsonObject): JsonObject => ({ values: { global } });
const unchecked = (own: JsonObject): JsonObject => ({
  unvalidatedValues: { gateways: { 'istio-ingressgateway': own } },
});
const labelled = (label: JsonObject, revision = ''): JsonObject => ({
  ...{ revision, components: { ingressGateways: [{ name: 'edge', enabled: true, label }] } },
});

const deployment = 'Deployment istio-ingressgateway';
const service = 'Service istio-ingressgateway';
const proxy = 'spec.template.spec.containers.istio-proxy';
const version = 'spec.template.metadata.labels.service~istio~io/canonical-revision';
const term = { key: 'app', operator: 'In', values: 'a, b', topologyKey: 'zone' };

const rows: readonly Row[] = [
  [
    'writes logs as JSON before it says where tokens are changed',
    globally({ logAsJson: true, sts: { servicePort: 15463 } }),
    deployment,
    `${proxy}.args`,
    [
      ...['proxy', 'router', '--domain', '$(POD_NAMESPACE).svc.cluster.local', '--proxyLogLevel=warning'],
      ...['--proxyComponentLogLevel=misc:error', '--log_output_level=default:info'],
      ...['--log_as_json', '--stsPort=15463'],
    ],
  ],
  [
    'names the network of the mesh',
    globally({ network: 'net1' }),
    deployment,
    `${proxy}.env.ISTIO_META_NETWORK.value`,
    'net1',
  ],
  [
    'names the network that its own environment says, once',
    ofIngress({ env: { ISTIO_META_NETWORK: 'own' } }, { global: { network: 'net1' } }),
    deployment,
    `${proxy}.env.ISTIO_META_NETWORK.value`,
    'own',
  ],
  [
    'mounts settings where a path is given',
    ofIngress({ configVolumes: [{ name: 'v', mountPath: '/v', configMapName: 'm' }] }),
    deployment,
    `${proxy}.volumeMounts.v`,
    { name: 'v', mountPath: '/v', readOnly: true },
  ],
  [
    'has settings at hand without a path, but does not mount them',
    ofIngress({ configVolumes: [{ name: 'v', configMapName: 'm' }] }),
    deployment,
    `${proxy}.volumeMounts.v`,
    undefined,
  ],
  [
    'has them as a volume in both cases',
    ofIngress({ configVolumes: [{ name: 'v', configMapName: 'm' }] }),
    deployment,
    'spec.template.spec.volumes.v',
    { name: 'v', configMap: { name: 'm', optional: true } },
  ],
  [
    'mounts the roots of the mesh where istiod signs',
    {},
    deployment,
    `${proxy}.volumeMounts.istiod-ca-cert.mountPath`,
    '/var/run/secrets/istio',
  ],
  [
    'mounts none where somebody else signs',
    globally({ pilotCertProvider: 'k8s.io/clusterissuers.cert-manager.io/mesh' }),
    deployment,
    `${proxy}.volumeMounts.istiod-ca-cert`,
    undefined,
  ],
  [
    'takes certificates of the account of its own type',
    { ...globally({ mountMtlsCerts: true }), profile: 'demo' },
    'Deployment istio-egressgateway',
    'spec.template.spec.volumes.istio-certs.secret.secretName',
    'istio.istio-egressgateway-service-account',
  ],
  ['has no version but the latest', {}, deployment, version, 'latest'],
  [
    'has the version of its label before the revision',
    labelled({ istio: 'edge', version: 'v2' }, 'r1'),
    'Deployment edge',
    version,
    'v2',
  ],
  [
    'has the version of the common label before that of the short one',
    labelled({ version: 'v2', 'app.kubernetes.io/version': 'v3' }),
    'Deployment edge',
    version,
    'v3',
  ],
  ['has the revision as its version', labelled({ istio: 'edge' }, 'r1'), 'Deployment edge', version, 'r1'],
  ['runs as its own user', {}, deployment, 'spec.template.spec.securityContext.runAsUser', 1337],
  [
    'runs as whom OpenShift says',
    globally({ platform: 'openshift' }),
    deployment,
    'spec.template.spec.securityContext',
    { runAsNonRoot: true },
  ],
  [
    'may run as root',
    ofIngress({ runAsRoot: true }),
    deployment,
    'spec.template.spec.securityContext',
    undefined,
  ],
  [
    'takes digits for a number of processors, and leaves out what is empty',
    ofIngress({ resources: { limits: { cpu: '2', memory: null }, requests: { cpu: '100m' } } }),
    deployment,
    `${proxy}.resources`,
    { limits: { cpu: 2 }, requests: { cpu: '100m', memory: '128Mi' } },
  ],
  [
    'stays away from pods with labels, by values that commas part',
    unchecked({ podAntiAffinityLabelSelector: [term] }),
    deployment,
    'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution',
    [
      {
        labelSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', ' b'] }] },
        topologyKey: 'zone',
      },
    ],
  ],
  [
    'would rather stay away from them',
    unchecked({
      podAntiAffinityTermLabelSelector: [{ key: 'app', operator: 'Exists', topologyKey: 'zone' }],
    }),
    deployment,
    'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution',
    [
      {
        podAffinityTerm: {
          labelSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
          topologyKey: 'zone',
        },
        weight: 100,
      },
    ],
  ],
  [
    'prefers processors by weight, and leaves out those without',
    globally({ arch: { amd64: 2, s390x: 0 } }),
    deployment,
    'spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution.*.weight',
    [2],
  ],
  [
    'tolerates what all components do',
    globally({ defaultTolerations: [{ key: 'a', operator: 'Exists' }] }),
    deployment,
    'spec.template.spec.tolerations',
    [{ key: 'a', operator: 'Exists' }],
  ],
  ['has one Service', {}, service, 'spec.type', 'LoadBalancer'],
  ['has none where the user brings one', ofIngress({ customService: true }), service, '', undefined],
  [
    'adds ports by number and name alone',
    ofIngress({ ports: [], ingressPorts: [{ name: 'a', port: 1, targetPort: 2 }] }),
    service,
    'spec.ports',
    [{ name: 'a', port: 1 }],
  ],
  [
    'writes annotations of its Service as text',
    ofIngress({ serviceAnnotations: { a: true } }),
    service,
    'metadata.annotations',
    { a: 'true' },
  ],
  [
    'annotates its account',
    ofIngress({ serviceAccount: { annotations: { a: 'b' } } }),
    'ServiceAccount istio-ingressgateway-service-account',
    'metadata.annotations',
    { a: 'b' },
  ],
  [
    'is filled in by injection, of a revision',
    { ...ofIngress({ injectionTemplate: 'gateway' }), revision: 'r1' },
    deployment,
    'spec.template.metadata.labels.istio~io/rev',
    'r1',
  ],
  [
    'is filled in by injection, of whatever revision injects',
    ofIngress({ injectionTemplate: 'gateway' }),
    deployment,
    'spec.template.metadata.labels.istio~io/rev',
    undefined,
  ],
  [
    'has a disruption budget when it scales from two',
    ofIngress({ autoscaleMin: 2 }),
    'PodDisruptionBudget istio-ingressgateway',
    'spec.minAvailable',
    1,
  ],
  [
    'has none when it scales from one',
    ofIngress({ autoscaleMin: 1 }),
    'PodDisruptionBudget istio-ingressgateway',
    '',
    undefined,
  ],
  [
    'has a policy of its own for each revision',
    { ...globally({ networkPolicy: { enabled: true } }), ...labelled({ a: 'b' }, 'r1') },
    'NetworkPolicy edge-r1',
    'metadata.labels.app',
    'edge',
  ],
];

describe('a gateway', () => {
  it.each(rows)('%s', async (_, spec, object, path, expected) => {
    expect(await renderedField(spec, object, path)).toEqual(expected);
  });
});
