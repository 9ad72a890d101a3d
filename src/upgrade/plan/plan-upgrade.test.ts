import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { injector, istiod, namespace, service } from '../../revision/testing.ts';
import { upgradeFactsFrom } from '../facts/index.ts';
import { planUpgrade, type UpgradeRequest } from './index.ts';
import { budget, followers, oldPlane, sampleMesh, workload } from './testing/sample-mesh.ts';

const plan = (objects: readonly JsonObject[], request: UpgradeRequest = {}) =>
  planUpgrade(upgradeFactsFrom(objects), request);
const codes = (objects: readonly JsonObject[], verdict: string, request: UpgradeRequest = {}) =>
  plan(objects, request)
    .facts.filter((one) => one.verdict === verdict)
    .map(({ code }) => code);

const newPlane = (ready = 1): readonly JsonObject[] => [
  injector('new'),
  service('new'),
  istiod('new', ready, '1.31.1'),
];
const shutBudget = { ...budget('by-default/web', 'web'), status: { disruptionsAllowed: 0 } };
const configMap = (name: string, data: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'istio-system', name }, data },
});
const sidecar = (labels: JsonObject): JsonObject => ({
  ...{ apiVersion: 'networking.istio.io/v1', kind: 'Sidecar' },
  metadata: { namespace: 'by-name', name: 'only', labels },
});
const filter: JsonObject = {
  ...{ apiVersion: 'networking.istio.io/v1alpha3', kind: 'EnvoyFilter' },
  metadata: { namespace: 'by-name', name: 'patch' },
};

describe('what stops an upgrade', () => {
  test.each<[string, string, readonly JsonObject[], UpgradeRequest]>([
    ['an older version', 'downgrade', sampleMesh, { to: '1.29.0' }],
    ['a version too far ahead', 'too-far', [injector('old'), istiod('old', 1, '1.27.0')], { to: '1.31.1' }],
    ['a version that nobody knows yet, too far ahead', 'too-far', sampleMesh, { to: '1.99.9' }],
    ['the same name', 'same-revision', sampleMesh, { from: 'old', revision: 'old' }],
    ['the name of a tag', 'name-taken', sampleMesh, { revision: 'prod' }],
    ['no name', 'unnamed-target', sampleMesh, { revision: 'default' }],
    ['a name that is no label', 'bad-name', sampleMesh, { revision: '1.31' }],
    [
      'an old istiod that is not ready',
      'source-not-ready',
      [injector('old'), istiod('old', 0, '1.30.2')],
      {},
    ],
    ['a new istiod that is not ready', 'target-not-ready', [...sampleMesh, ...newPlane(0)], { to: 'new' }],
    ['a control plane elsewhere', 'source-outside', [injector('old')], {}],
    [
      'an injector without a certificate',
      'no-certificate',
      [injector('old', { caBundle: '' }), istiod('old')],
      {},
    ],
    [
      'different roots',
      'roots-differ',
      [...sampleMesh, injector('new', { caBundle: 'eA==' }), istiod('new')],
      { to: 'new' },
    ],
    [
      'another trust domain',
      'identity-differs',
      [...sampleMesh, configMap('istio-old', { mesh: 'trustDomain: east' })],
      { spec: { spec: {} } },
    ],
    ['a hub without the version', 'hub', sampleMesh, { spec: { spec: { hub: 'gcr.io/istio-release' } } }],
  ])('%s', (_, code, objects, request) => {
    expect(codes(objects, 'stop', request)).toContain(code);
    expect(plan(objects, request).feasible).toBe(false);
  });

  test.each<[string, readonly JsonObject[], UpgradeRequest]>([
    ['a new control plane', sampleMesh, {}],
    ['one that is there', [...sampleMesh, ...newPlane()], { to: 'new' }],
    [
      'the settings of the old one',
      [...sampleMesh, configMap('istio-old', { mesh: 'trustDomain: cluster.local' })],
      {},
    ],
  ])('nothing speaks against %s', (_, objects, request) => {
    expect(codes(objects, 'stop', request)).toEqual([]);
  });
});

describe('what an upgrade warns of', () => {
  test.each<[string, string, readonly JsonObject[]]>([
    ['a budget that allows nothing', 'no-disruption', [...sampleMesh, shutBudget]],
    [
      'both labels',
      'two-labels',
      [...sampleMesh, namespace('both', { 'istio-injection': 'enabled', 'istio.io/rev': 'old' })],
    ],
    [
      'a label that names nothing',
      'unknown-revision',
      [...sampleMesh, namespace('lost', { 'istio.io/rev': 'gone' })],
    ],
    [
      'pods that would lose their proxy',
      'stranded-pods',
      [...sampleMesh, namespace('lost'), ...workload('lost/web')],
    ],
    [
      'configuration for one control plane',
      'labelled-configuration',
      [...sampleMesh, sidecar({ 'istio.io/rev': 'old' })],
    ],
    ['EnvoyFilters', 'envoy-filters', [...sampleMesh, filter]],
  ])('%s', (_, code, objects) => {
    expect(codes(objects, 'warn')).toContain(code);
  });

  test.each([
    [
      'a budget that covers nothing that moves',
      [...sampleMesh, { ...budget('off/web', 'web'), status: { disruptionsAllowed: 0 } }],
    ],
    ['configuration for all', [...sampleMesh, sidecar({})]],
  ])('not of %s', (_, objects) => {
    expect(codes(objects, 'warn')).not.toEqual(expect.arrayContaining(['no-disruption']));
    expect(codes(objects, 'warn')).not.toEqual(expect.arrayContaining(['labelled-configuration']));
  });
});

describe('what moves', () => {
  const moves = plan(sampleMesh, { waves: [] }).steps.flatMap((step) =>
    step.kind === 'wave' ? step.namespaces : [],
  );
  const moveOf = (name: string) => moves.find((move) => move.name === name);

  test.each([
    ['one that names the control plane', 'by-name', { 'istio.io/rev': { before: 'old', after: '1-31-1' } }],
    ['one that follows a tag', 'by-tag', { 'istio.io/rev': { before: 'prod', after: '1-31-1' } }],
    [
      'one that follows the default',
      'by-default',
      {
        'istio-injection': { before: 'enabled', after: null },
        'istio.io/rev': { before: null, after: '1-31-1' },
      },
    ],
    ['one whose pods alone follow', 'alone', {}],
  ])('namespaces: %s', (_, name, labels) => {
    expect(moveOf(name)?.labels).toEqual(labels);
  });

  test('a namespace where nobody injects stays', () => {
    expect(moveOf('off')).toBeUndefined();
  });

  test('what names the control plane in its template is given the new name; what waits for deletion is evicted', () => {
    expect(moveOf('alone')?.owners.map(({ name, templateLabels }) => ({ name, templateLabels }))).toEqual([
      { name: 'named', templateLabels: { 'istio.io/rev': { before: 'old', after: '1-31-1' } } },
    ]);
    expect(moveOf('by-default')?.owners.map(({ name, by, budgets }) => ({ name, by, budgets }))).toEqual([
      { name: 'agent', by: 'evict', budgets: [] },
      { name: 'web', by: 'rollout', budgets: ['web'] },
    ]);
  });

  test('what follows tags by the labels of its pods moves after them', () => {
    const later = plan(sampleMesh).steps.find((step) => step.kind === 'restart');
    expect(later?.owners.map(({ name }) => name)).toEqual(['asking', 'tagged']);
  });

  test('what pods need that cannot move is not removed', () => {
    const objects = [...sampleMesh, namespace('lost'), ...workload('lost/web')];
    expect(plan(objects).steps.some(({ kind }) => kind === 'remove-revision')).toBe(false);
    expect(plan(sampleMesh).steps.some(({ kind }) => kind === 'remove-revision')).toBe(true);
  });

  test('each namespace is in one wave, whatever the order of the objects', () => {
    const names = moves.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(plan([...followers].reverse().concat(oldPlane))).toEqual(plan([...followers, ...oldPlane]));
  });
});

describe('room for a second control plane', () => {
  const node = (cpu: string) => ({
    ...{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'one' } },
    status: { allocatable: { cpu, memory: '8Gi' }, conditions: [{ type: 'Ready', status: 'True' }] },
  });
  const greedy = {
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'alone', name: 'greedy' } },
    spec: {
      nodeName: 'one',
      containers: [{ name: 'app', resources: { requests: { cpu: '2', memory: '1Gi' } } }],
    },
  };
  const verdictOf = (...objects: readonly JsonObject[]) =>
    plan([...sampleMesh, greedy, ...objects]).facts.find(({ code }) => code === 'capacity')?.verdict;

  test.each([
    ['is told when nodes have it', [node('4')], 'fine'],
    ['is missed when pods have taken more than there is', [node('1')], 'warn'],
    ['is not judged without nodes', [], undefined],
  ])('%s', (_, objects, verdict) => {
    expect(verdictOf(...objects)).toBe(verdict);
  });
});
