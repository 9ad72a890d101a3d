import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { JsonObject } from '../../src/json.ts';
import { fakeApi } from '../../src/kube/testing/fake-api.ts';
import { storedObjects } from '../../src/kube/testing/stored-objects.ts';
import { kubeconfigFor } from '../testing/kubeconfig.ts';
import { run } from '../testing/run.ts';

const group = '/apis/gateway.networking.k8s.io/v1';
const gatewayKind = {
  group: 'gateway.networking.k8s.io',
  version: 'v1',
  kind: 'Gateway',
  resource: 'gateways',
  namespaced: true,
};
const namespaceKind = {
  group: '',
  version: 'v1',
  kind: 'Namespace',
  resource: 'namespaces',
  namespaced: false,
};
const definitionKind = {
  group: 'apiextensions.k8s.io',
  version: 'v1',
  kind: 'CustomResourceDefinition',
  resource: 'customresourcedefinitions',
  namespaced: false,
};
const definition: JsonObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'gateways.gateway.networking.k8s.io' },
};
const gateway = (name: string, status: string, labels: JsonObject = {}): JsonObject => ({
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'Gateway',
  metadata: { name, namespace: 'shop', uid: name, labels },
  spec: { gatewayClassName: 'istio-waypoint' },
  status: { conditions: [{ type: 'Programmed', status, reason: 'Because', message: 'of it' }] },
});
const ingress = { ...gateway('ingress', 'True'), spec: { gatewayClassName: 'istio' } };
const good = gateway('good', 'True', { 'istio.io/rev': 'canary', 'istio.io/waypoint-for': 'all' });
const bad = gateway('bad', 'False');

async function waypoint(
  argv: readonly string[],
  gateways: readonly JsonObject[] = [good, bad, ingress],
  definitions: readonly JsonObject[] = [definition],
) {
  const definitionPath = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
  const stored = new Map<string, JsonObject>([
    ...definitions.map((object) => [`${definitionPath}/gateways.gateway.networking.k8s.io`, object] as const),
    [
      '/api/v1/namespaces/shop',
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'a' } } },
    ],
  ]);
  for (const object of gateways) {
    stored.set(`${group}/namespaces/shop/gateways/${(object.metadata as { name: string }).name}`, object);
  }
  const api = await fakeApi({
    kinds: [gatewayKind, namespaceKind, definitionKind],
    lists: { [`${group}/namespaces/shop/gateways`]: gateways, [`${group}/gateways`]: gateways },
    store: storedObjects(stored),
  });
  const result = await run(['waypoint', ...argv, '--kubeconfig', await kubeconfigFor(api)]);
  const writes = api.requests.filter(({ method }) => method !== 'GET');
  return { ...result, writes: writes.map(({ method, path, body }) => ({ method, path, body })) };
}

describe('generate', () => {
  test('prints a Gateway without asking a cluster', async () => {
    const { code, out } = await run([
      'waypoint',
      'generate',
      '--for',
      'service',
      '-n',
      'shop',
      '--name',
      'w',
    ]);
    expect(code).toBe(0);
    expect(parse(out)).toMatchObject({
      metadata: { name: 'w', namespace: 'shop', labels: { 'istio.io/waypoint-for': 'service' } },
    });
  });

  test.each([
    [['--for', 'everything'], 'service, workload, all, none'],
    [['--name', 'none'], 'cannot be the name of a waypoint'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await run(['wp', 'generate', ...argv]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('apply', () => {
  test('shows the plan, and carries it out', async () => {
    const { code, err, writes } = await waypoint(['apply', '-n', 'shop', '--enroll-namespace'], []);
    expect([code, err.split('\n')]).toEqual([
      0,
      [
        'new: Gateway shop/waypoint',
        'changed: Namespace shop',
        expect.stringContaining('istio.io/use-waypoint'),
        expect.stringContaining('warning: the namespace shop is not in ambient mode'),
        'applied: Gateway shop/waypoint',
        'applied: Namespace shop',
        '',
      ],
    ]);
    expect(writes).toEqual([
      {
        method: 'PATCH',
        path: `${group}/namespaces/shop/gateways/waypoint`,
        body: expect.objectContaining({ kind: 'Gateway' }) as unknown,
      },
      {
        method: 'PATCH',
        path: '/api/v1/namespaces/shop',
        body: { metadata: { labels: { 'istio.io/use-waypoint': 'waypoint' } } },
      },
    ]);
  });

  test('only shows the plan of a dry run', async () => {
    const { code, err, writes } = await waypoint(['apply', '-n', 'shop', '--dry-run'], []);
    expect([code, err, writes]).toEqual([0, 'new: Gateway shop/waypoint\n', []]);
  });

  test.each([['--dry-run'], ['--wait']])('says with %s that the Gateway API is missing', async (flag) => {
    const { code, err, writes } = await waypoint(['apply', '-n', 'shop', flag], [], []);
    expect([code, writes]).toEqual([3, []]);
    expect(err).toContain('the cluster does not know Gateways of the Gateway API');
  });

  test('refuses a namespace that is not there', async () => {
    const { code, err, writes } = await waypoint(['apply', '-n', 'nowhere'], []);
    expect([code, err, writes]).toEqual([2, expect.stringContaining('there is no namespace nowhere'), []]);
  });
});

test('list tells of waypoints, and not of other Gateways', async () => {
  const { code, out } = await waypoint(['list', '-n', 'shop']);
  expect([code, out.split('\n')]).toEqual([
    0,
    [
      'NAMESPACE  NAME  REVISION  TRAFFIC TYPE  PROGRAMMED',
      'shop       good  canary    all           True',
      'shop       bad   default   service       False',
      '',
    ],
  ]);
});

test('list prints a document for programs, as its schema says', async () => {
  const { out } = await waypoint(['list', '-A', '-o', 'json']);
  const document = JSON.parse(out) as JsonObject;
  const text = readFileSync(new URL('../../docs/schemas/waypoint-list.json', import.meta.url), 'utf8');
  const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
  const validate = new Ajv({ strict: false }).compile(JSON.parse(strict) as object);
  validate(document);
  expect(validate.errors).toBeNull();
  expect(document).toMatchObject({ kind: 'WaypointList', waypoints: [{ name: 'good' }, { name: 'bad' }] });
  expect(validate({ ...document, extra: 1 })).toBe(false);
});

describe('status', () => {
  test('lists conditions; one that is not set up is a no', async () => {
    const { code, out } = await waypoint(['status', '-n', 'shop']);
    expect([code, out.split('\n').slice(1)]).toEqual([
      1,
      [
        'shop       good  True    Programmed  Because  of it',
        'shop       bad   False   Programmed  Because  of it',
        '',
      ],
    ]);
  });

  test.each([
    [['good'], 0],
    [['bad'], 1],
    [['none'], 2],
  ])('of %j has the exit code %s', async (names, code) => {
    expect((await waypoint(['status', ...names, '-n', 'shop'])).code).toBe(code);
  });
});

describe('delete', () => {
  test('removes those that are named, by their uids', async () => {
    const { code, err, writes } = await waypoint(['delete', 'bad', '-n', 'shop']);
    expect([code, err]).toEqual([0, 'to be removed: Gateway shop/bad\nremoved: Gateway shop/bad\n']);
    expect(writes).toMatchObject([
      {
        method: 'DELETE',
        path: `${group}/namespaces/shop/gateways/bad`,
        body: { preconditions: { uid: 'bad' } },
      },
    ]);
  });

  test.each<[string, readonly string[], number, string]>([
    ['names and --all', ['bad', '--all'], 2, 'exclude each other'],
    ['neither', [], 2, 'no waypoint is named'],
    ['one that is not there', ['good', 'other'], 2, 'there is no waypoint other'],
    ['a Gateway that is no waypoint', ['ingress'], 2, 'there is no waypoint ingress'],
    ['all, and nobody to ask', ['--all'], 2, '--yes'],
    ['a dry run', ['--all', '--dry-run'], 0, 'to be removed: Gateway shop/good'],
  ])('removes nothing for %s', async (_, argv, code, message) => {
    const result = await waypoint(['delete', ...argv, '-n', 'shop']);
    expect([result.code, result.err, result.writes]).toEqual([code, expect.stringContaining(message), []]);
  });

  test('removes all waypoints, and no other Gateway', async () => {
    const { code, writes } = await waypoint(['delete', '--all', '--yes', '-n', 'shop']);
    expect(code).toBe(0);
    expect(
      writes.filter(({ method }) => method === 'DELETE').map(({ path }) => path.replace(/.*\//, '')),
    ).toEqual(['good', 'bad']);
  });
});
