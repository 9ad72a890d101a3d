import { beforeAll, describe, expect, test } from 'vitest';
import { objectIn, type JsonObject } from '../json.ts';
import { keyOf, idOfObject } from '../kube/apply/index.ts';
import type { DesiredInstall } from './desired-objects.ts';
import { writesOf, type InstallPlan } from './install-plan.ts';
import type { InstallState } from './install-state.ts';
import { planInstall } from './plan-install.ts';
import { emptyState, stateAfter, stateWith, wanted } from './testing/installed.ts';

/** What would be written: `+` created, `~` changed, `-` deleted. */
const written = (plan: InstallPlan): readonly string[] =>
  writesOf(plan).map(({ action, object }) => `${marks[action]} ${object.kind} ${object.name}`);
const marks = { create: '+', change: '~', delete: '-', unchanged: '=' };
const stage = (plan: InstallPlan, name: string) => plan.stages.find((one) => one.name === name);

/** The state with one object more, or another one in its place. */
const withObject = (state: InstallState, object: JsonObject): InstallState => ({
  ...state,
  objects: new Map([...state.objects, [idOfObject(object), object]]),
});

/** An object that bears the labels of an installation without a name. */
const owned = (kind: string, name: string, labels: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: {
    ...{ name, namespace: 'istio-system', uid: name },
    labels: {
      'operator.istio.io/component': 'Pilot',
      'operator.istio.io/managed': 'Reconcile',
      'istio.io/rev': 'default',
      'install.operator.istio.io/owning-resource-namespace': 'istio-system',
      ...labels,
    },
    ...more,
  },
});

describe('planInstall', () => {
  let minimal: DesiredInstall;
  let canary: DesiredInstall;
  let installed: InstallState;

  beforeAll(async () => {
    minimal = await wanted('profile=minimal');
    canary = await wanted('profile=minimal', 'revision=canary');
    installed = stateAfter([minimal]);
  });

  test('creates everything in an empty cluster, each stage after those it needs', async () => {
    const plan = planInstall(await wanted('profile=demo'), emptyState);
    expect(plan.stages.map(({ name, after, changes }) => [name, after, changes.length])).toEqual([
      ['Namespace', [], 1],
      ['Base', ['Namespace'], 16],
      ['Pilot', ['Base'], 15],
      ['DefaultRevision', ['Pilot'], 4],
      ['IngressGateways', ['DefaultRevision'], 5],
      ['EgressGateways', ['DefaultRevision'], 5],
    ]);
    expect(new Set(writesOf(plan).map(({ action }) => action))).toEqual(new Set(['create']));
    expect(plan.prune).toEqual([]);
    expect(plan.notices).toEqual([]);
  });

  test('brings ztunnel after the plugin of the nodes', async () => {
    const plan = planInstall(await wanted('profile=ambient'), emptyState);
    expect(stage(plan, 'Ztunnel')?.after).toEqual(['Cni']);
    expect(stage(plan, 'Cni')?.after).toEqual(['Base']);
  });

  test('a stage whose predecessor is switched off comes after what that would come after', async () => {
    const plan = planInstall(await wanted('profile=minimal', 'components.base.enabled=false'), emptyState);
    expect(stage(plan, 'Pilot')?.after).toEqual(['Namespace']);
  });

  test('what control planes share is no drift of the one that wrote it before', () => {
    const both = stateAfter([minimal, canary]);
    expect(written(planInstall(minimal, both, { keepShared: true }))).toEqual([]);
    expect(written(planInstall(canary, both))).toEqual([]);
    expect(written(planInstall(minimal, both))).toHaveLength(16);
  });

  test('a spec without the control plane that it installed is refused, unless forced', async () => {
    const empty = await wanted('profile=empty');
    expect(() => planInstall(empty, installed)).toThrow('does not have the control plane');
    expect(written(planInstall(empty, installed, { force: true }))).toContain('- Deployment istiod');
  });

  test('a new control plane takes over what all share', () => {
    const base = stage(planInstall(canary, installed), 'Base')?.changes ?? [];
    expect(base.map(({ action }) => action)).toEqual(base.map(() => 'change'));
  });

  test('definitions come first in their stage', () => {
    const kinds = stage(planInstall(minimal, emptyState), 'Base')?.changes.map(({ object }) => object.kind);
    expect(kinds?.lastIndexOf('CustomResourceDefinition')).toBe(14);
  });

  test('writes nothing where all is there, certificates of istiod included', () => {
    expect(written(planInstall(minimal, installed))).toEqual([]);
  });

  test('changes what a setting changes', async () => {
    const changed = await wanted('profile=minimal', 'values.pilot.env.X=1');
    expect(written(planInstall(changed, installed))).toEqual([
      '~ ConfigMap istio-sidecar-injector',
      '~ ConfigMap values',
      '~ Deployment istiod',
    ]);
  });

  describe('the default revision', () => {
    const tag = (plan: InstallPlan) =>
      stage(plan, 'DefaultRevision')?.changes.map(({ object }) => object.name);

    test('is whoever comes first', () => {
      expect(tag(planInstall(canary, emptyState))).toEqual([
        'istio-revision-tag-default',
        'istiod-default-validator',
        'istiod-revision-tag-default',
      ]);
    });

    test('stays where it is when a second revision comes', () => {
      const plan = planInstall(canary, installed);
      expect(tag(plan)).toBeUndefined();
      expect(stage(plan, 'Pilot')?.changes.map(({ object }) => object.name)).toContain(
        'istio-sidecar-injector-canary',
      );
    });

    test('goes to the revision without a name, and the plan says so', () => {
      const plan = planInstall(minimal, stateAfter([canary]));
      expect(tag(plan)).toContain('istio-sidecar-injector');
      expect(plan.notices).toContain('the default revision moves from canary to default');
    });

    test('is finished by a revision that was interrupted while it became it', () => {
      const state = stateAfter([canary]);
      const objects = new Map(
        [...state.objects].filter(([, object]) => keyOf(object).name !== 'istiod-default-validator'),
      );
      expect(written(planInstall(canary, { ...state, objects }))).toEqual([
        '+ ValidatingWebhookConfiguration istiod-default-validator',
      ]);
    });

    test('is nobody of ours where something else looks after webhooks', async () => {
      const desired = await wanted('profile=minimal', 'values.global.operatorManageWebhooks=true');
      expect(tag(planInstall(desired, emptyState))).toBeUndefined();
    });

    test('makes the injector without a name be called for nothing', () => {
      const injector = stage(planInstall(minimal, emptyState), 'DefaultRevision')?.changes[0]?.desired;
      const selectors = (injector?.webhooks as JsonObject[]).map((webhook) => webhook.namespaceSelector);
      expect(new Set(selectors.map((one) => JSON.stringify(one)))).toEqual(
        new Set(['{"matchLabels":{"istio.io/deactivated":"never-match"}}']),
      );
    });
  });

  describe('pruning', () => {
    test.each<[string, JsonObject, boolean]>([
      ['what the spec no longer has', owned('Service', 'old'), true],
      [
        'what an earlier version left',
        owned('Service', 'old', { 'operator.istio.io/version': '1.2.3' }),
        true,
      ],
      ['what names no owner but `unknown`', owned('Service', 'old', { [owner]: 'unknown' }), true],
      ['a kind that others forget', owned('ResourceQuota', 'old'), true],
      ['not what another revision owns', owned('Service', 'old', { 'istio.io/rev': 'canary' }), false],
      ['not what another spec owns', owned('Service', 'old', { [owner]: 'gateways' }), false],
      [
        'not what is installed into another namespace',
        owned('Service', 'old', { 'install.operator.istio.io/owning-resource-namespace': 'mesh' }),
        false,
      ],
      ['not what nobody owns', owned('Service', 'old', { 'operator.istio.io/managed': '' }), false],
      [
        'not what is to stay',
        owned('Service', 'old', { 'install.operator.istio.io/owning-resource-not-pruned': 'true' }),
        false,
      ],
      ['not what a controller made of ours', owned('Pod', 'old', {}, { ownerReferences: [{}] }), false],
      ['not what is being deleted', owned('Service', 'old', {}, { deletionTimestamp: 'now' }), false],
      [
        'not definitions',
        { ...owned('CustomResourceDefinition', 'old'), apiVersion: 'apiextensions.k8s.io/v1' },
        false,
      ],
      ['not a kind that is never installed', owned('PersistentVolumeClaim', 'old'), false],
    ])('deletes %s', (_, object, isDeleted) => {
      const plan = planInstall(minimal, withObject(installed, object));
      expect(plan.prune.map((change) => change.object.name)).toEqual(isDeleted ? ['old'] : []);
    });

    test('a gateway that was switched off goes, workloads first', async () => {
      const state = stateAfter([await wanted('profile=default')]);
      expect(written(planInstall(minimal, state))).toEqual([
        '- Deployment istio-ingressgateway',
        '- Service istio-ingressgateway',
        '- ServiceAccount istio-ingressgateway-service-account',
        '- RoleBinding istio-ingressgateway-sds',
        '- Role istio-ingressgateway-sds',
        '- HorizontalPodAutoscaler istio-ingressgateway',
      ]);
    });

    test('of a spec with a name only what bears it', () => {
      const named = { ...minimal, owner: { ...minimal.owner, name: 'mesh' } };
      const state = withObject(installed, owned('Service', 'old', { [owner]: 'mesh' }));
      expect(planInstall(named, state).prune.map(({ object }) => object.name)).toEqual(['old']);
    });
  });

  describe('says', () => {
    test.each([
      ['v1.33.1', false],
      ['v1.32.0-gke.1', false],
      ['v1.28.3', true],
      ['', false],
      ['strange', false],
    ])('whether Kubernetes %s is too old: %s', (kubernetes, isOld) => {
      const { notices } = planInstall(minimal, emptyState, { kubernetes });
      expect(notices.some((notice) => notice.includes('this Istio release supports'))).toBe(isOld);
    });

    test.each([
      ['1.32.0', 'istiod: 1.32.0 is there, and goes back to 1.31.1'],
      ['1.31.2', 'istiod: 1.31.2 is there, and goes back to 1.31.1'],
      ['1.9.0', 'istiod: from 1.9.0 to 1.31.1 is more than one minor version at once'],
      ['1.30.4', undefined],
      ['1.31.0', undefined],
    ])('what to know about coming from %s', (version, said) => {
      const istiod = objectsNamed(installed, 'Deployment', 'istiod');
      const labels = { ...objectIn(istiod, 'metadata', 'labels'), 'operator.istio.io/version': version };
      const before = { ...istiod, metadata: { ...objectIn(istiod, 'metadata'), labels } };
      const { notices } = planInstall(minimal, withObject(installed, before));
      expect(notices).toEqual(said === undefined ? [] : [said]);
    });

    test('that a gateway of another revision is upgraded in place', async () => {
      const state = stateAfter([await wanted('profile=default')]);
      const plan = planInstall(await wanted('profile=default', 'revision=canary'), state);
      expect(plan.notices).toContain(
        'the gateway istio-system/istio-ingressgateway of the revision default is upgraded in place, and belongs to canary from then on',
      );
    });

    test('whose objects are taken over', () => {
      const state = stateAfter([minimal], { manager: 'istio-operator' });
      const plan = planInstall(minimal, state);
      expect(plan.notices).toEqual([
        '36 objects made by istio-operator are taken over: settings that only they had are removed',
      ]);
      expect(writesOf(plan).flatMap(({ conflicts }) => conflicts)).toEqual([]);
    });

    test('that a control plane goes', async () => {
      const gateways = await wanted('profile=empty', 'components.ingressGateways[0].enabled=true');
      const { notices } = planInstall(gateways, installed, { force: true });
      expect(notices).toContain('the control plane istio-system/istiod is removed');
    });

    test('what could not be looked for', () => {
      expect(planInstall(minimal, { ...emptyState, unseen: ['no Pods'] }).notices).toEqual(['no Pods']);
    });
  });

  describe('refuses', () => {
    /** An injector of somebody else, for all pods. */
    const other = {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'MutatingWebhookConfiguration',
      metadata: { name: 'other', labels: { 'istio.io/rev': 'other' } },
      webhooks: [{ name: 'namespace.sidecar-injector.istio.io', clientConfig: {} }],
    };

    test('injectors that are called for the same pods, unless forced', () => {
      const state = stateWith([other]);
      expect(() => planInstall(minimal, state)).toThrow(
        'pods would be injected by more than one control plane',
      );
      const { notices } = planInstall(minimal, state, { force: true });
      expect(notices.join()).toContain('istio-revision-tag-default is called for the same pods as other/');
    });

    test('not what others do among themselves', () => {
      const twin = { ...other, metadata: { ...other.metadata, name: 'twin' } };
      const state = stateWith([other, twin]);
      const apart = { ...minimal, objects: minimal.objects.filter(({ component }) => component === 'Base') };
      expect(planInstall(apart, state).notices).toEqual([]);
    });

    test('a cluster that does not know a kind', () => {
      expect(() => planInstall(minimal, { ...emptyState, unserved: ['Thing of x/v1'] })).toThrow(
        'the cluster does not serve Thing of x/v1',
      );
    });
  });
});

const owner = 'install.operator.istio.io/owning-resource';

function objectsNamed(state: InstallState, kind: string, name: string): JsonObject {
  const found = [...state.objects.values()].find((one) => one.kind === kind && keyOf(one).name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
}
