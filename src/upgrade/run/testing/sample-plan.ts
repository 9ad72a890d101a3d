import type { LabelChange, OwnerRestart, UpgradePlan, UpgradeStep } from '../../upgrade-plan.ts';

const words = { before: [], check: [], undo: '' };

const owner = (
  kind: OwnerRestart['kind'],
  namespace: string,
  name: string,
  more: Partial<OwnerRestart> = {},
): OwnerRestart => ({ kind, namespace, name, pods: 1, by: 'rollout', budgets: [], ...more });

const label = (before: string | null, after: string | null): LabelChange => ({ before, after });

const shop = { 'istio-injection': label('enabled', null), 'istio.io/rev': label(null, 'canary') };
const pay = { 'istio.io/rev': label('default', 'canary') };

const steps: readonly UpgradeStep[] = [
  {
    ...{ kind: 'install-revision', id: 'install', title: 'Install canary', ...words },
    spec: {
      apiVersion: 'install.istio.io/v1alpha1',
      kind: 'IstioOperator',
      spec: { profile: 'minimal', revision: 'canary', values: { pilot: { autoscaleEnabled: false } } },
    },
  },
  { kind: 'set-tag', id: 'tag', title: 'Make the tag next', tag: 'next', to: 'canary', ...words },
  {
    ...{ kind: 'wave', id: 'wave-1', title: 'Move shop', ...words },
    namespaces: [
      {
        name: 'shop',
        labels: shop,
        owners: [
          owner('Deployment', 'shop', 'web', { budgets: ['web'] }),
          owner('StatefulSet', 'shop', 'db'),
        ],
        loosePods: [],
      },
    ],
  },
  { kind: 'watch', id: 'watch-1', title: 'Watch', seconds: 0, ...words },
  {
    ...{ kind: 'wave', id: 'wave-2', title: 'Move pay', ...words },
    namespaces: [
      {
        name: 'pay',
        labels: pay,
        owners: [owner('DaemonSet', 'pay', 'agent', { by: 'evict' })],
        loosePods: [],
      },
    ],
  },
  {
    kind: 'set-tag',
    id: 'default',
    title: 'Move the default',
    tag: 'default',
    from: 'default',
    to: 'canary',
    ...words,
  },
  {
    ...{ kind: 'restore-labels', id: 'labels', title: 'Give labels back', ...words },
    namespaces: [
      {
        name: 'shop',
        labels: { 'istio-injection': label(null, 'enabled'), 'istio.io/rev': label('canary', null) },
      },
    ],
  },
  { kind: 'remove-revision', id: 'remove', title: 'Remove default', revision: 'default', ...words },
];

/** From the control plane without a name to `canary`. */
export const samplePlan: UpgradePlan = {
  kind: 'UpgradePlan',
  schemaVersion: 1,
  istioNamespace: 'istio-system',
  from: { revision: 'default', version: '1.31.1', hub: 'docker.io/istio' },
  to: { revision: 'canary', version: '1.31.1', hub: 'docker.io/istio' },
  feasible: true,
  facts: [],
  steps,
};
