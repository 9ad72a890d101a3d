import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { planUninstall } from './plan-uninstall.ts';
import { injected, installed, namespace, plane, pod, stateOf, tag } from './testing/sample-state.ts';
import type { UninstallTarget } from './uninstall-plan.ts';
import type { UninstallState } from './uninstall-state.ts';

const canary: UninstallTarget = { type: 'revision', revision: 'canary', namespace: 'istio-system' };
const unnamed: UninstallTarget = { ...canary, revision: 'default' };
const purge: UninstallTarget = { type: 'purge' };

const deletionsOf = (state: UninstallState, target: UninstallTarget): readonly string[] =>
  planUninstall(state, target).deletions.map(({ object }) => `${object.kind} ${object.name}`);

const ofCanary = [
  'Deployment istiod-canary',
  'Service istiod-canary',
  'MutatingWebhookConfiguration istio-sidecar-injector-canary',
  'ClusterRole istiod-canary',
];

describe('what goes with a revision', () => {
  test('its own objects, with what tells them from others of the name, and nobody else', () => {
    const plan = planUninstall(stateOf(['default', 'canary']), canary);
    expect(deletionsOf(stateOf(['default', 'canary']), canary)).toEqual(ofCanary);
    expect(plan.deletions[0]).toMatchObject({
      action: 'delete',
      group: 'Pilot',
      live: { metadata: { uid: 'uid-of-Deployment-istiod-canary' } },
    });
    expect(plan.users).toEqual([]);
  });

  const service = (more: Parameters<typeof installed>[2]) =>
    installed('Service', 'one', { revision: 'canary', ...more });
  test.each<[string, JsonObject, boolean]>([
    ['a gateway that has its labels', service({ component: 'IngressGateways' }), true],
    ['what all revisions share stays', service({ component: 'Base' }), false],
    ['an object of another namespace stays', service({ namespace: 'istio-two' }), false],
    ['an object of another revision stays', service({ revision: 'canary-2' }), false],
    [
      'what another object controls goes with that',
      service({ ownerReferences: [{ kind: 'Gateway', name: 'g', controller: true }] }),
      false,
    ],
    [
      'what another object merely owns goes',
      service({ ownerReferences: [{ kind: 'Gateway', name: 'g' }] }),
      true,
    ],
    [
      'what Helm has taken over stays',
      service({ annotations: { 'meta.helm.sh/release-name': 'gateway' } }),
      false,
    ],
  ])('%s', (_, object, goes) => {
    const names = deletionsOf(stateOf(['default', 'canary'], { installed: [object] }), canary);
    expect(names.includes('Service one')).toBe(goes);
  });

  test('what stays with Helm is said', () => {
    const taken = installed('Service', 'one', {
      revision: 'canary',
      annotations: { 'meta.helm.sh/release-name': 'gateway' },
    });
    const { kept } = planUninstall(stateOf(['canary'], { installed: [taken] }), canary);
    expect(kept).toMatchObject([{ object: { name: 'one' }, reason: 'the Helm release gateway owns it' }]);
  });

  test('an IstioOperator with a name has only what names it', () => {
    const named = installed('Service', 'one', {
      revision: 'canary',
      labels: { 'install.operator.istio.io/owning-resource': 'mine' },
    });
    const state = stateOf(['canary'], { installed: [named] });
    expect(deletionsOf(state, { ...canary, owner: 'mine' })).toEqual(['Service one']);
  });

  test('what an interrupted removal left', () => {
    const left = installed('ClusterRole', 'istiod-canary', { revision: 'canary' });
    expect(deletionsOf(stateOf(['default'], { installed: [left] }), canary)).toEqual([
      'ClusterRole istiod-canary',
    ]);
  });

  test('a revision that the cluster does not have is an error that names those it has', () => {
    expect(() => planUninstall(stateOf(['default', 'canary']), { ...canary, revision: 'nope' })).toThrow(
      expect.objectContaining({
        message: 'the cluster has no revision "nope"',
        reason: 'it has canary, default',
      }),
    );
  });
});

describe('who uses a revision', () => {
  const usersOf = (more: Partial<UninstallState>, target = canary) =>
    planUninstall(stateOf(['default', 'canary'], more), target).users.map(
      ({ type, name }) => `${type} ${name}`,
    );
  const sidecar = (name: string) => injected(name, 'canary');

  test.each<[string, Partial<UninstallState>, readonly string[]]>([
    [
      'a namespace with its label',
      { namespaces: [namespace('shop', { 'istio.io/rev': 'canary' })] },
      ['namespace shop'],
    ],
    ['no namespace of another', { namespaces: [namespace('shop', { 'istio.io/rev': 'other' })] }, []],
    [
      'no namespace whose injection label beats that of the revision',
      { namespaces: [namespace('shop', { 'istio.io/rev': 'canary', 'istio-injection': 'enabled' })] },
      [],
    ],
    [
      'no namespace without injection',
      { namespaces: [namespace('shop', { 'istio.io/rev': 'canary', 'istio-injection': 'disabled' })] },
      [],
    ],
    ['a pod with its proxy', { pods: [sidecar('cart')] }, ['pod shop/cart']],
    ['no pod of another revision', { pods: [injected('cart', 'default')] }, []],
    ['no pod that has ended', { pods: [{ ...sidecar('job'), status: { phase: 'Succeeded' } }] }, []],
    [
      'no pod with a status that is none',
      { pods: [pod('cart', { annotations: { 'sidecar.istio.io/status': '{' } })] },
      [],
    ],
    [
      'a gateway by its label',
      { pods: [pod('gateway', { labels: { 'istio.io/rev': 'canary' } }, ['istio-proxy'])] },
      ['pod shop/gateway'],
    ],
    [
      'no pod that only has the label',
      { pods: [pod('cart', { labels: { 'istio.io/rev': 'canary' } }, ['app'])] },
      [],
    ],
    [
      'no istiod',
      { pods: [pod('istiod', { labels: { app: 'istiod', 'istio.io/rev': 'canary' } }, ['istio-proxy'])] },
      [],
    ],
    ['a proxy that has no pod', { proxies: ['vm-1.shop', 'vm-1.shop'] }, ['proxy shop/vm-1']],
    [
      'a pod only once, though its proxy is connected',
      { pods: [sidecar('cart')], proxies: ['cart.shop'] },
      ['pod shop/cart'],
    ],
    ['a tag that stands for it', { injectors: [tag('prod', 'canary')] }, ['tag prod']],
    ['no tag that stands for another', { injectors: [tag('prod', 'default')] }, []],
    [
      'the namespaces of a tag',
      { injectors: [tag('prod', 'canary')], namespaces: [namespace('shop', { 'istio.io/rev': 'prod' })] },
      ['namespace shop', 'tag prod'],
    ],
    [
      'those of the default, when it is the default',
      {
        injectors: [tag('default', 'canary')],
        namespaces: [namespace('shop', { 'istio-injection': 'enabled' })],
      },
      ['namespace shop', 'tag default'],
    ],
    [
      'a default validator that asks it',
      {
        validators: [
          {
            ...tag('x', 'canary'),
            metadata: { name: 'istiod-default-validator', labels: { 'istio.io/rev': 'canary' } },
          },
        ],
      },
      ['validator istiod-default-validator'],
    ],
    [
      'the other revisions, of the only node agent',
      { installed: [installed('DaemonSet', 'istio-cni-node', { revision: 'canary', component: 'Cni' })] },
      ['revision default'],
    ],
  ])('%s', (_, more, users) => {
    expect(usersOf(more)).toEqual(users);
  });

  test('a gateway that goes itself is none, as a pod or as a proxy', () => {
    const gateway = installed('Deployment', 'gateway', {
      revision: 'canary',
      component: 'IngressGateways',
      body: { spec: { selector: { matchLabels: { app: 'gateway' } } } },
    });
    const own = {
      ...pod('gateway-1', {}),
      metadata: {
        name: 'gateway-1',
        namespace: 'istio-system',
        labels: { app: 'gateway', 'istio.io/rev': 'canary' },
      },
    };
    const more = { installed: [gateway], pods: [own], proxies: ['gateway-1.istio-system'] };
    expect(usersOf(more)).toEqual([]);
    const { notices } = planUninstall(stateOf(['canary'], more), canary);
    expect(notices).toMatchObject([{ type: 'gateways' }]);
  });

  test('the default cannot be taken from other revisions, but goes with the last one', () => {
    expect(usersOf({}, unnamed)).toEqual(['tag default']);
    expect(planUninstall(stateOf(['default']), unnamed).users).toEqual([]);
  });

  test('a deactivated injector is not the default', () => {
    const { injector } = plane('default');
    const never = { matchLabels: { 'istio.io/deactivated': 'never-match' } };
    const off = { ...injector, webhooks: [{ name: 'x', namespaceSelector: never }] };
    const state = { ...stateOf(['canary']), injectors: [off, plane('canary').injector] };
    const installedOff = { ...state, installed: [...state.installed, off] };
    expect(planUninstall(installedOff, unnamed).users).toEqual([]);
  });

  test('when no istiod tells its proxies, that is said', () => {
    const { notices } = planUninstall(stateOf(['canary'], { proxies: undefined }), canary);
    expect(notices.map(({ type }) => type)).toEqual(['proxies-unknown']);
  });
});

describe('a purge', () => {
  const definition = installed('CustomResourceDefinition', 'gateways.networking.istio.io', {
    component: 'Base',
  });
  const authority = [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'istio-ca-secret', namespace: 'istio-system', uid: 'u' },
    },
  ];

  test('takes every revision, tags, definitions and what istiods made', () => {
    const state = stateOf(['canary'], {
      installed: [definition],
      injectors: [tag('prod', 'canary')],
      customResources: new Map([['gateways.networking.istio.io', 3]]),
      authority,
    });
    const plan = planUninstall(state, purge);
    expect(plan.deletions.map(({ object }) => `${object.kind} ${object.name}`)).toEqual([
      ...ofCanary,
      'MutatingWebhookConfiguration istio-revision-tag-prod',
      'CustomResourceDefinition gateways.networking.istio.io',
      'Secret istio-ca-secret',
    ]);
    expect(plan.notices.map(({ type }) => type)).toEqual(['custom-resources', 'authority']);
    expect(plan.notices[0]?.message).toContain('3 gateways.networking.istio.io');
  });

  test('takes locks that were left', () => {
    const lock = {
      apiVersion: 'coordination.k8s.io/v1',
      kind: 'Lease',
      metadata: { name: 'meshctl-install', namespace: 'istio-system', uid: 'u' },
    };
    const { deletions } = planUninstall(stateOf([], { locks: [lock] }), purge);
    expect(deletions).toMatchObject([{ object: { kind: 'Lease' }, group: 'Locks', live: lock }]);
  });

  test('leaves tags of Helm, and what istiods made while one of them stays', () => {
    const helm = { 'meta.helm.sh/release-name': 'istiod' };
    const other = pod('istiod-2', { labels: { app: 'istiod', 'istio.io/rev': 'two' } });
    const state = stateOf(['canary'], { injectors: [tag('prod', 'two', helm)], pods: [other], authority });
    expect(deletionsOf(state, purge)).toEqual(ofCanary);
  });

  test('is refused while pods have proxies, but not for the labels of namespaces', () => {
    const namespaces = [namespace('shop', { 'istio-injection': 'enabled' })];
    const { users, notices } = planUninstall(
      stateOf(['default'], { pods: [injected('cart', 'default')], namespaces }),
      purge,
    );
    expect(users).toMatchObject([{ type: 'pod', name: 'shop/cart' }]);
    expect(notices).toMatchObject([
      { type: 'labelled-namespaces', message: expect.stringContaining('shop') as string },
    ]);
  });

  test('of an empty cluster does nothing, and says so', () => {
    expect(planUninstall(stateOf([]), purge)).toMatchObject({
      deletions: [],
      notices: [{ type: 'nothing' }],
    });
  });
});
