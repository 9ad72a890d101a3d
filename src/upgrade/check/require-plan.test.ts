import { describe, expect, test } from 'vitest';
import { gatewayFieldAfter } from '../gateway-fields.ts';
import { planUpgrade } from '../plan/index.ts';
import { sampleMesh } from '../plan/testing/sample-mesh.ts';
import { upgradeFactsFrom } from '../facts/index.ts';
import { samplePlan } from '../run/testing/sample-plan.ts';
import type { UpgradePlan } from '../upgrade-plan.ts';
import { requirePlan } from './index.ts';

type Draft = Record<string, never>;

const copyOf = (plan: UpgradePlan): Draft => JSON.parse(JSON.stringify(plan)) as Draft;

/** The sample with a value in another place; undefined takes away what is there. */
function sampleWith(path: string, value: unknown): Draft {
  const plan = copyOf(samplePlan);
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  let place: Record<string, unknown> = plan;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  place[last] = value;
  return copyOf(plan as unknown as UpgradePlan);
}

const words = { title: '', before: [], check: [], undo: '' };
const gateways = (patch: object): object => ({
  ...{ kind: 'gateways', id: 'gateways', owners: [], gateways: [], ...words },
  patches: [{ object: { apiVersion: 'v1', kind: 'Service', namespace: 'edge', name: 'gate' }, ...patch }],
});
const own = { path: '/metadata/labels/istio.io~1rev', before: 'default', after: 'canary' };
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'edge', name: 'gate' };
const image = '/spec/template/spec/containers/0/image';
const proxy = 'docker.io/istio/proxyv2:1.31.1';

describe('what is a plan', () => {
  test.each<[string, unknown]>([
    ['one that was written by hand', samplePlan],
    ['one that was made', planUpgrade(upgradeFactsFrom(sampleMesh), {})],
    ['one with more fields than are known', { ...samplePlan, note: 'for later' }],
    ['one that is stopped, whatever its steps are', { ...samplePlan, feasible: false, steps: [{}] }],
    ['one that patches a gateway', { ...samplePlan, steps: [gateways({ changes: [own] })] }],
  ])('%s', (_, plan) => {
    expect(() => {
      requirePlan(JSON.parse(JSON.stringify(plan)));
    }).not.toThrow();
  });
});

describe('what is no plan', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, 'it is no object'],
    ['a list', [], 'it is no object'],
    ['another document', { kind: 'Pod' }, 'it is another document'],
    ['one of another time', sampleWith('schemaVersion', 2), '/schemaVersion is 2'],
    ['one for an address', sampleWith('istioNamespace', '../../secrets'), '/istioNamespace'],
    ['one without facts', sampleWith('facts', undefined), '/facts is no list'],
    ['one without steps', sampleWith('steps', undefined), '/steps is no list'],
    ['one that leads nowhere', sampleWith('to/revision', 'default'), '/to is the control plane'],
    ['a step that is nothing', sampleWith('steps/0', null), '/steps/0 is no object'],
    ['a step of no kind', sampleWith('steps/0/kind', 'delete-namespace'), 'of no known kind'],
    ['a step of a kind that objects have', sampleWith('steps/0/kind', 'constructor'), 'of no known kind'],
    ['two steps with one id', sampleWith('steps/1/id', 'install'), '/steps/1 has the id'],
    ['an installation of another kind', sampleWith('steps/0/spec/kind', 'ClusterRole'), '/steps/0/spec/kind'],
    ['an installation of another name', sampleWith('steps/0/spec/spec/revision', 'x'), 'spec/revision'],
    ['a tag for a third', sampleWith('steps/1/to', 'third'), '/steps/1/to is "third"'],
    [
      'a label of another meaning',
      sampleWith('steps/2/namespaces/0/labels/admin', { before: null, after: 'yes' }),
      '/steps/2/namespaces/0/labels/admin is no label',
    ],
    [
      'a label for a third',
      sampleWith('steps/2/namespaces/0/labels', { 'istio.io/rev': { before: null, after: 'third' } }),
      '/labels/istio.io~1rev/after is "third" instead of "canary"',
    ],
    ['labels that are a text', sampleWith('steps/2/namespaces/0/labels', 'x'), 'labels is no object'],
    ['no owners', sampleWith('steps/2/namespaces/0/owners', null), 'owners is no list'],
    [
      'an owner of another namespace',
      sampleWith('steps/2/namespaces/0/owners/0/namespace', 'kube-system'),
      'namespace is "kube-system" instead of "shop"',
    ],
    ['an owner of another kind', sampleWith('steps/2/namespaces/0/owners/0/kind', 'Node'), 'is "Node"'],
    ['a watch without an end', sampleWith('steps/3/seconds', 1e300), '/steps/3/seconds is no number'],
    ['labels that no wave took', sampleWith('steps/6/namespaces/0/name', 'pay'), 'that no wave took'],
    ['the removal of a third', sampleWith('steps/7/revision', 'third'), '/steps/7/revision is "third"'],
    [
      'a patch of another field',
      { ...samplePlan, steps: [gateways({ changes: [own, { ...own, path: '/data/key' }] })] },
      'is no field that',
    ],
    [
      'a patch of what is no gateway of the old control plane',
      { ...samplePlan, steps: [gateways({ changes: [{ path: image, before: 'a', after: 'b' }] })] },
      'does not begin with',
    ],
    [
      'an image of somebody else',
      {
        ...samplePlan,
        steps: [
          gateways({
            object: deployment,
            changes: [own, { path: image, before: proxy, after: 'evil.example/proxyv2:1' }],
          }),
        ],
      },
      '/after is "evil.example/proxyv2:1" instead of',
    ],
  ])('%s', (_, plan, why) => {
    expect(() => {
      requirePlan(plan);
    }).toThrow(why);
  });
});

test.each([
  ['a label that names the old one', 'Service', own.path, 'old', 'new'],
  ['a label that names a third', 'Service', own.path, 'third', 'third'],
  ['an image of the old one', 'Deployment', image, 'a/proxyv2:1.30.5-debug', 'b/proxyv2:1.31.1-debug'],
  ['an image of nobody', 'Deployment', image, 'auto', 'auto'],
  ['an image in what has no template', 'Service', image, 'a/proxyv2:1.30.5', undefined],
  [
    'an address of the old istiod',
    'Deployment',
    '/spec/template/spec/containers/0/env/3/value',
    'istiod-old.istio-system.svc:15012',
    'istiod-new.istio-system.svc:15012',
  ],
  [
    'a volume of the old one',
    'Deployment',
    '/spec/template/spec/volumes/0/configMap/name',
    'istio-old',
    'istio-new',
  ],
  ['a command', 'Deployment', '/spec/template/spec/containers/0/command/0', 'istiod-old.x', undefined],
])('%s of a gateway', (_, kind, path, before, after) => {
  const from = { revision: 'old', version: '1.30.5', hub: 'a' };
  const to = { revision: 'new', version: '1.31.1', hub: 'b' };
  expect(gatewayFieldAfter({ kind, path, before }, { from, to })).toBe(after);
});
