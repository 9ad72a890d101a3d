import { describe, expect, test } from 'vitest';
import { objectIn, type JsonObject } from '../json.ts';
import { applyTo, updateTo } from '../server-side-apply/index.ts';
import { planChange, planDeletion } from './index.ts';

const deployment = (container: JsonObject = {}, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'istiod', namespace: 'istio-system', labels: { 'operator.istio.io/component': 'Pilot' } },
  spec: {
    ...spec,
    template: { spec: { containers: [{ name: 'discovery', image: 'pilot:1', ...container }] } },
  },
});
const webhooks = (kind: string, hook: JsonObject): JsonObject => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: `${kind}WebhookConfiguration`,
  metadata: { name: 'istiod' },
  webhooks: [{ name: 'a.istio.io', rules: [{ operations: ['CREATE'] }], ...hook }],
});
const applied = (object: JsonObject, manager = 'meshctl'): JsonObject =>
  applyTo(undefined, object, { manager }).object;
const plan = (desired: JsonObject, live?: JsonObject) => planChange({ group: 'Pilot', desired, live });
const actions = (desired: JsonObject, live?: JsonObject): unknown => {
  const { action, changes } = plan(desired, live);
  return [action, ...changes.map(({ what, path }) => `${what} ${path}`)];
};
const container = 'spec.template.spec.containers[discovery]';

test('an object that is not there is created', () => {
  expect(plan(deployment())).toEqual({
    action: 'create',
    object: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'istio-system', name: 'istiod' },
    group: 'Pilot',
    changes: [],
    conflicts: [],
    adopts: [],
    desired: deployment(),
  });
});

describe('no change is', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['the same', deployment(), deployment()],
    [
      'a quantity in other words',
      deployment({ resources: { requests: { cpu: '1000m', memory: '1Gi' } } }),
      deployment({ resources: { requests: { cpu: '1', memory: '1024Mi' } } }),
    ],
    [
      'a default within a value that is applied as a whole',
      deployment({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }),
      deployment({
        env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name', apiVersion: 'v1' } } }],
      }),
    ],
    ['a default that was given and is not any more', deployment(), deployment({}, { replicas: 1 })],
    [
      'the order of fields',
      deployment({ securityContext: { privileged: false, runAsUser: 1 } }),
      deployment({ securityContext: { runAsUser: 1, privileged: false } }),
    ],
    [
      'the order of fields of an item without a name',
      webhooks('Mutating', { rules: [{ operations: ['CREATE'], apiGroups: [''] }] }),
      webhooks('Mutating', { rules: [{ apiGroups: [''], operations: ['CREATE'] }] }),
    ],
    [
      'the scope of a rule of a webhook',
      webhooks('Mutating', {}),
      webhooks('Mutating', { rules: [{ operations: ['CREATE'], scope: '*' }] }),
    ],
  ])('%s', (_, desired, live) => {
    expect(actions(desired, applied(live))).toEqual(['unchanged']);
  });

  test.each([
    ['an empty list', { args: [] }],
    ['a flag', { tty: false }],
  ])('%s that servers leave out', (_, given) => {
    const stored = { ...applied(deployment(given)), spec: objectIn(deployment(), 'spec') };
    expect(actions(deployment(given), stored)).toEqual(['unchanged']);
  });

  test('what others added, such as a status and a count of pods', () => {
    const live = updateTo(
      applied(deployment()),
      {
        ...applied(deployment()),
        status: { replicas: 1 },
        spec: { ...objectIn(deployment(), 'spec'), replicas: 3 },
      },
      { manager: 'kube-controller-manager' },
    );
    expect(actions(deployment(), live)).toEqual(['unchanged']);
  });
});

describe('a change is', () => {
  test.each<[string, JsonObject, JsonObject, string[]]>([
    ['another value', deployment({ image: 'pilot:2' }), deployment(), [`changed ${container}.image`]],
    ['a field more', deployment({ tty: true }), deployment(), [`added ${container}.tty`]],
    ['a field less', deployment(), deployment({}, { replicas: 2 }), ['removed spec.replicas']],
    [
      'another quantity',
      deployment({ resources: { requests: { cpu: '10m' } } }),
      deployment({ resources: { requests: { cpu: '1' } } }),
      [`changed ${container}.resources.requests.cpu`],
    ],
    [
      'an empty annotation',
      { ...deployment(), metadata: { ...objectIn(deployment(), 'metadata'), annotations: { a: '' } } },
      deployment(),
      ['added metadata.annotations'],
    ],
    [
      'a flag that servers keep',
      deployment({ securityContext: { privileged: false } }),
      deployment(),
      [`added ${container}.securityContext`],
    ],
    [
      'the last item of a list',
      deployment({ args: [] }),
      deployment({ args: ['a'] }),
      [`removed ${container}.args`],
    ],
  ])('%s', (_, desired, live, changes) => {
    expect(actions(desired, applied(live))).toEqual(['change', ...changes]);
  });

  test('structured text, field by field', () => {
    const map = (mesh: string): JsonObject => ({
      ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'istio' }, data: { mesh } },
    });
    expect(actions(map('a: 1\nb: 2\n'), applied(map('a: 1\nb: 1\n')))).toEqual([
      'change',
      'changed data.mesh.b',
    ]);
    expect(actions(map('a: 1 \n'), applied(map('a: 1\n')))).toEqual(['change', 'changed data.mesh']);
  });

  test('an object of which nothing is ours yet', () => {
    const live = updateTo(
      undefined,
      { ...deployment(), metadata: { name: 'istiod' } },
      { manager: 'kubectl' },
    );
    const desired = { ...deployment(), metadata: { name: 'istiod' } };
    expect(plan(desired, live)).toMatchObject({ action: 'change', changes: [], adopts: [], conflicts: [] });
  });
});

test('what others manage is a conflict', () => {
  const live = applied(deployment());
  const edited = updateTo(
    live,
    { ...live, spec: objectIn(deployment({ image: 'own:1' }), 'spec') },
    { manager: 'kubectl' },
  );
  const { action, conflicts } = plan(deployment(), edited);
  expect([action, conflicts]).toEqual([
    'change',
    [{ field: 'spec.template.spec.containers[name="discovery"].image', manager: 'kubectl' }],
  ]);
});

describe('installers', () => {
  const old = deployment({ tty: true }, { replicas: 2 });
  const helm = {
    ...old,
    metadata: {
      name: 'istiod',
      namespace: 'istio-system',
      annotations: { 'meta.helm.sh/release-name': 'istiod' },
    },
  };
  test.each<[string, JsonObject, string[], string[]]>([
    ['istioctl', applied(old, 'istio-operator'), ['istio-operator'], []],
    ['an operator of another name', updateTo(undefined, old, { manager: 'own' }), ['own'], []],
    ['helm', updateTo(undefined, helm, { manager: 'helm' }), ['helm'], ['removed metadata.annotations']],
    ['somebody before managed fields', old, ['before-first-apply'], []],
  ])('%s lose what the new object lacks', (_, live, adopts, more) => {
    const result = plan(deployment(), live);
    expect(result).toMatchObject({ action: 'change', adopts, conflicts: [] });
    const removed = result.changes
      .filter(({ what }) => what === 'removed')
      .map(({ what, path }) => `${what} ${path}`);
    expect(removed).toEqual([...more, 'removed spec.replicas', `removed ${container}.tty`]);
  });

  test('are taken over even when nothing else changes', () => {
    expect(plan(deployment(), applied(deployment(), 'istio-operator'))).toMatchObject({
      action: 'change',
      changes: [],
      adopts: ['istio-operator'],
    });
  });

  test('are not istiod, nor who never marked the object', () => {
    const live = applied(deployment());
    const edited = ['pilot-discovery', 'kubectl'].reduce(
      (object, manager, index) =>
        updateTo(object, { ...object, spec: { ...objectIn(object, 'spec'), [`x${index}`]: 1 } }, { manager }),
      live,
    );
    expect(plan(deployment(), edited)).toMatchObject({ action: 'unchanged', adopts: [] });
  });
});

describe('of what istiod writes', () => {
  const live = (kind: string): JsonObject => {
    const made = applied(webhooks(kind, { clientConfig: {}, failurePolicy: 'Ignore' }));
    const hook = { clientConfig: { caBundle: 'Y2E=' }, failurePolicy: 'Fail' };
    return updateTo(
      made,
      { ...made, webhooks: webhooks(kind, hook).webhooks ?? null },
      { manager: 'pilot-discovery' },
    );
  };

  test.each<[string, string, JsonObject, string[]]>([
    ['the policy of a validator stays', 'Validating', { failurePolicy: 'Ignore' }, ['unchanged']],
    ['the certificate stays', 'Validating', { clientConfig: { caBundle: '' } }, ['unchanged']],
    [
      'an own certificate is set',
      'Validating',
      { clientConfig: { caBundle: 'bWluZQ==' } },
      ['change', 'changed webhooks[a.istio.io].clientConfig.caBundle'],
    ],
    [
      'the policy of an injector is set',
      'Mutating',
      { failurePolicy: 'Ignore' },
      ['change', 'changed webhooks[a.istio.io].failurePolicy'],
    ],
  ])('%s', (_, kind, hook, result) => {
    const desired = webhooks(kind, { clientConfig: {}, failurePolicy: 'Fail', ...hook });
    expect(actions(desired, live(kind))).toEqual(result);
  });

  test('a new validator has the policy it is given', () => {
    const desired = webhooks('Validating', {
      clientConfig: { caBundle: '', url: 'x' },
      failurePolicy: 'Ignore',
    });
    expect(plan(desired).desired).toEqual(
      webhooks('Validating', { clientConfig: { url: 'x' }, failurePolicy: 'Ignore' }),
    );
  });
});

test('a deletion says why', () => {
  expect(planDeletion({ group: 'Pilot', live: deployment(), reason: 'not rendered any more' })).toMatchObject(
    {
      action: 'delete',
      object: { kind: 'Deployment', name: 'istiod' },
      reason: 'not rendered any more',
      live: deployment(),
    },
  );
});
