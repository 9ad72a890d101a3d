import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../json.ts';
import { renderedField, type Row } from '../../testing/rendered-field.ts';

const ambient = (ztunnel: JsonObject, global: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  ...{ profile: 'ambient', values: { global, ztunnel }, ...more },
});
const proxies = 'DaemonSet ztunnel';
const container = 'spec.template.spec.containers.istio-proxy';
const variable = (name: string): string => `${container}.env.${name}.value`;
const openshift = { profile: 'openshift-ambient' };

const rows: readonly Row[] = [
  [
    'speaks to istiod of its revision',
    { ...ambient({}), revision: 'r1' },
    proxies,
    variable('XDS_ADDRESS'),
    'istiod-r1.istio-system.svc:15012',
  ],
  [
    'speaks to istiod where it is',
    ambient({}, { istioNamespace: 'mesh' }),
    proxies,
    variable('CA_ADDRESS'),
    'istiod.mesh.svc:15012',
  ],
  [
    'gets certificates where the whole mesh does',
    ambient({}, { caAddress: 'ca:1' }),
    proxies,
    variable('CA_ADDRESS'),
    'ca:1',
  ],
  [
    'gets certificates where it is told itself',
    ambient({ caAddress: 'own:1' }, { caAddress: 'ca:1' }),
    proxies,
    variable('CA_ADDRESS'),
    'own:1',
  ],
  ['logs as the whole mesh does', ambient({}, { logAsJson: true }), proxies, variable('LOG_FORMAT'), 'json'],
  [
    'logs as it is told itself',
    ambient({ logAsJson: false }, { logAsJson: true }),
    proxies,
    variable('LOG_FORMAT'),
    undefined,
  ],
  ['is in the network of the mesh', ambient({}, { network: 'n1' }), proxies, variable('NETWORK'), 'n1'],
  [
    'is in a network of its own',
    ambient({ network: 'n2' }, { network: 'n1' }),
    proxies,
    variable('NETWORK'),
    'n2',
  ],
  [
    'is in the cluster of the mesh',
    ambient({}, { multiCluster: { clusterName: 'c1' } }),
    proxies,
    variable('ISTIO_META_CLUSTER_ID'),
    'c1',
  ],
  [
    'is in a cluster of its own',
    ambient({ multiCluster: { clusterName: 'c2' } }),
    proxies,
    variable('ISTIO_META_CLUSTER_ID'),
    'c2',
  ],
  ['has its variables last', ambient({ env: { A: 1 } }), proxies, variable('A'), '1'],
  [
    'tells how long it takes to end',
    ambient({ terminationGracePeriodSeconds: 60 }),
    proxies,
    variable('TERMINATION_GRACE_PERIOD_SECONDS'),
    '60',
  ],
  [
    'is pulled as the whole mesh is',
    ambient({}, { imagePullPolicy: 'Always' }),
    proxies,
    `${container}.imagePullPolicy`,
    'Always',
  ],
  [
    'is pulled as it is told itself',
    ambient({ imagePullPolicy: 'Never' }, { imagePullPolicy: 'Always' }),
    proxies,
    `${container}.imagePullPolicy`,
    'Never',
  ],
  [
    'pulls with the secrets of the mesh',
    ambient({}, { imagePullSecrets: ['a'] }),
    'ServiceAccount ztunnel',
    'imagePullSecrets',
    [{ name: 'a' }],
  ],
  [
    'pulls with secrets of its own instead',
    ambient({ imagePullSecrets: ['b'] }, { imagePullSecrets: ['a'] }),
    'ServiceAccount ztunnel',
    'imagePullSecrets',
    [{ name: 'b' }],
  ],
  [
    'takes an image as it is',
    ambient({ image: 'example.com/z:1' }),
    proxies,
    `${container}.image`,
    'example.com/z:1',
  ],
  [
    'reads roots by the name of the mesh',
    ambient({}, { trustBundleName: 'roots' }),
    proxies,
    'spec.template.spec.volumes.istiod-ca-cert.configMap.name',
    'roots',
  ],
  [
    'reads roots of the whole cluster',
    ambient({ env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: true } }),
    proxies,
    'spec.template.spec.volumes.istiod-ca-cert.projected.sources.0.clusterTrustBundle.name',
    'istio.io:istiod-ca:root-cert',
  ],
  [
    'reads no such roots for a text',
    ambient({ env: { ENABLE_CLUSTER_TRUST_BUNDLE_API: 'true' } }),
    proxies,
    'spec.template.spec.volumes.istiod-ca-cert.configMap.name',
    'istio-ca-root-cert',
  ],
  [
    'is called otherwise',
    ambient({ resourceName: 'two' }),
    'DaemonSet two',
    'spec.template.spec.serviceAccountName',
    'two',
  ],
  [
    'keeps its selector by another name',
    ambient({ resourceName: 'two' }),
    'DaemonSet two',
    'spec.selector.matchLabels',
    { app: 'ztunnel' },
  ],
  [
    'tells its revision',
    { ...ambient({ annotations: { a: 'b' } }), revision: 'r1' },
    proxies,
    'metadata.annotations',
    { a: 'b', 'istio.io/rev': 'r1' },
  ],
  [
    'tells no revision where there is none',
    ambient({ annotations: { a: 'b' } }),
    proxies,
    'metadata.annotations',
    { a: 'b' },
  ],
  [
    'tells its pods the revision',
    { ...ambient({}), revision: 'r1' },
    proxies,
    'spec.template.metadata.annotations.istio~io/rev',
    'r1',
  ],
  ['may enter nodes of OpenShift', openshift, 'ClusterRole ztunnel', 'rules.0.resourceNames', ['privileged']],
  [
    'may do so with its account',
    openshift,
    'ClusterRoleBinding ztunnel',
    'subjects',
    [{ kind: 'ServiceAccount', name: 'ztunnel', namespace: 'kube-system' }],
  ],
  ['asks nobody elsewhere', ambient({}), 'ClusterRole ztunnel', '', undefined],
  [
    'stays out of a cluster whose namespaces are not wanted',
    ambient({}, { resourceScope: 'cluster' }),
    proxies,
    '',
    undefined,
  ],
  [
    'comes all the same where it is told itself',
    ambient({ resourceScope: 'all' }, { resourceScope: 'cluster' }),
    proxies,
    'metadata.name',
    'ztunnel',
  ],
  [
    'has its quota',
    ambient({ resourceQuotas: { enabled: true, pods: 7 } }),
    'ResourceQuota ztunnel',
    'spec.hard',
    { pods: '7' },
  ],
  [
    'has a policy when all have',
    ambient({}, { networkPolicy: { enabled: true } }),
    'NetworkPolicy ztunnel',
    'spec.podSelector.matchLabels',
    { app: 'ztunnel' },
  ],
];

describe('the node proxy', () => {
  it.each(rows)('%s', async (_, spec, object, path, expected) => {
    expect(await renderedField(spec, object, path)).toEqual(expected);
  });
});
