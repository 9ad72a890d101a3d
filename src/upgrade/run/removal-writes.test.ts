import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { keptByHelm } from './kept-by-helm.ts';
import { removalWrites } from './removal-writes.ts';

const object = (
  kind: string,
  name: string,
  component: string,
  {
    revision = 'old',
    annotations = {},
  }: { readonly revision?: string; readonly annotations?: JsonObject } = {},
): JsonObject => ({
  apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1',
  kind,
  metadata: {
    name,
    namespace: 'istio-system',
    uid: `uid-${name}`,
    annotations,
    labels: {
      'operator.istio.io/component': component,
      'istio.io/rev': revision,
      'install.operator.istio.io/owning-resource-namespace': 'istio-system',
    },
  },
});

const helm = { 'meta.helm.sh/release-name': 'istiod', 'meta.helm.sh/release-namespace': 'istio-system' };

const objects = [
  object('Deployment', 'istiod-old', 'Pilot'),
  object('Service', 'istiod-old', 'Pilot'),
  object('Deployment', 'istiod-new', 'Pilot', { revision: 'new' }),
  object('Deployment', 'istio-ingressgateway', 'IngressGateways'),
  object('Service', 'istio-ingressgateway', 'IngressGateways'),
  object('ServiceAccount', 'istio-egressgateway', 'EgressGateways'),
  object('DaemonSet', 'istio-cni-node', 'Cni'),
  object('DaemonSet', 'ztunnel', 'Ztunnel'),
  object('ClusterRole', 'istio-reader', 'Base'),
];

const deleted = (list: readonly JsonObject[]): readonly string[] =>
  removalWrites({ revision: 'old' }, list, 'istio-system').map((action) =>
    action.type === 'write'
      ? `${action.change.action} ${action.change.object.kind} ${action.change.object.name}`
      : '',
  );

test('a removal takes the control plane alone: gateways and agents of nodes that name it stay', () => {
  expect(deleted(objects)).toEqual(['delete Deployment istiod-old', 'delete Service istiod-old']);
});

test('gateways stay when nothing of the control plane is left', () => {
  expect(deleted(objects.slice(3))).toEqual([]);
});

const step = { kind: 'remove-revision', id: 'remove', title: '', before: [], check: [], undo: '' } as const;

test.each<[string, readonly JsonObject[], readonly string[]]>([
  ['nothing is told without Helm', objects, []],
  [
    'what a Helm release owns is told, with what removes it',
    [
      object('Deployment', 'istiod-old', 'Pilot', { annotations: helm }),
      object('Service', 'istiod-old', 'Pilot', { annotations: helm }),
    ],
    [
      'the Helm release istio-system/istiod owns Deployment "istiod-old" in the namespace "istio-system" and 1 more of old: they stay until `helm uninstall istiod -n istio-system`',
    ],
  ],
  [
    'a release of the new one is left out',
    [object('Deployment', 'i', 'Pilot', { revision: 'new', annotations: helm })],
    [],
  ],
  [
    'gateways of a release stay anyway',
    [object('Deployment', 'g', 'IngressGateways', { annotations: helm })],
    [],
  ],
])('%s', (_, list, told) => {
  expect(keptByHelm({ ...step, revision: 'old' }, list)).toEqual(told);
});

test('what Helm owns is not deleted', () => {
  expect(deleted([object('Deployment', 'istiod-old', 'Pilot', { annotations: helm })])).toEqual([]);
});
