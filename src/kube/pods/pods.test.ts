import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { fieldsOf } from '../../object-fields.ts';
import { connectTo } from '../testing/connect-to.ts';
import { fakeApi, refuse } from '../testing/fake-api.ts';
import { bestFirst } from './best-first.ts';
import { findPods } from './find-pods.ts';
import { parsePodTarget } from './pod-target.ts';
import { workloadSelector } from './workload-selector.ts';

describe('a target', () => {
  test.each<[string, object]>([
    ['web-1', { type: 'pods', name: 'web-1' }],
    ['web-1.shop', { type: 'pods', name: 'web-1', namespace: 'shop' }],
    ['web.example.shop', { type: 'pods', name: 'web.example', namespace: 'shop' }],
    ['pod/web-1', { type: 'pods', name: 'web-1' }],
    ['deployment/web.shop', { type: 'deployments', name: 'web', namespace: 'shop' }],
    ['deploy/web', { type: 'deployments', name: 'web' }],
    ['deployments.apps/web', { type: 'deployments', name: 'web' }],
    ['deployments.v1.apps/web.shop', { type: 'deployments', name: 'web', namespace: 'shop' }],
    ['svc/web', { type: 'services', name: 'web' }],
    ['Gateway/web', { type: 'gateways', name: 'web' }],
    ['gateways.gateway.networking.k8s.io/web', { type: 'gateways', name: 'web' }],
  ])('%s is understood', (text, expected) => {
    expect(parsePodTarget(text)).toEqual(expected);
  });

  test.each([
    ['', 'does not name a pod'],
    ['web.', 'does not name a pod'],
    ['.shop', 'does not name a pod'],
    ['deployment/', 'does not name a pod'],
    ['a/b/c', 'no type'],
    ['deployment/a/b', 'does not name a pod'],
    ['Web', 'does not name a pod'],
    ['gateway.networking.istio.io/web', 'no type'],
    ['configmap/web', 'no type'],
  ])('"%s" is none', (text, message) => {
    expect(() => parsePodTarget(text)).toThrow(message);
  });

  test('of a misspelt type is refused with the one that was meant', () => {
    expect(() => parsePodTarget('deploymnet/web')).toThrow(
      expect.objectContaining({ hint: 'did you mean deployment?' }) as Error,
    );
  });
});

describe('the pods of', () => {
  const target = (text: string) => parsePodTarget(text);

  test.each<[string, string, JsonObject, string]>([
    ['a service have its labels', 'svc/a', { selector: { app: 'web', tier: 'x' } }, 'app=web,tier=x'],
    ['a workload have its labels', 'deploy/a', { selector: { matchLabels: { app: 'web' } } }, 'app=web'],
    [
      'a workload meet its expressions',
      'deploy/a',
      {
        selector: {
          matchLabels: { app: 'web' },
          matchExpressions: [
            { key: 'v', operator: 'In', values: ['1', '2'] },
            { key: 'w', operator: 'NotIn', values: ['3'] },
            { key: 'x', operator: 'Exists' },
            { key: 'y', operator: 'DoesNotExist' },
          ],
        },
      },
      'app=web,v in (1,2),w notin (3),x,!y',
    ],
    ['a gateway have its name', 'gateway/a', {}, 'gateway.networking.k8s.io/gateway-name=a'],
    [
      'a gateway with an address have its name',
      'gateway/a',
      { addresses: [{ type: 'IPAddress', value: '10.0.0.1' }] },
      'gateway.networking.k8s.io/gateway-name=a',
    ],
  ])('%s', (_, text, spec, expected) => {
    expect(workloadSelector(target(text), { spec })).toBe(expected);
  });

  test.each<[string, string, JsonObject, string]>([
    ['a service without a selector', 'svc/a', {}, 'selects no pods'],
    [
      'a gateway served by a service',
      'gateway/a',
      { addresses: [{ value: 'ingress' }] },
      'no pods of its own',
    ],
  ])('%s are not known', (_, text, spec, message) => {
    expect(() => workloadSelector(target(text), { spec })).toThrow(message);
  });
});

const pod = (name: string, phase: string, more: JsonObject = {}, since = ''): JsonObject => ({
  metadata: { name, ...more },
  status: {
    phase,
    conditions: since === '' ? [] : [{ type: 'Ready', status: 'True', lastTransitionTime: since }],
  },
});

test('of several pods the one that has long been ready comes first', () => {
  const objects = [
    pod('failed', 'Failed'),
    pod('pending', 'Pending'),
    pod('leaving', 'Running', { deletionTimestamp: '2030-01-01T00:00:00Z' }, '2029-01-01T00:00:00Z'),
    pod('new', 'Running', {}, '2030-01-02T00:00:00Z'),
    pod('unready', 'Running'),
    pod('old', 'Running', {}, '2030-01-01T00:00:00Z'),
    pod('b', 'Running', { creationTimestamp: '2030-01-01T00:00:00Z' }),
    pod('strange', 'Odd'),
  ];
  const pods = objects.map((object) => ({
    namespace: 'shop',
    name: fieldsOf(object.metadata)?.text('name') ?? '',
    object,
  }));
  const expected = ['old', 'new', 'unready', 'b', 'pending', 'failed', 'strange', 'leaving'];
  expect(bestFirst(pods).map(({ name }) => name)).toEqual(expected);
  expect(bestFirst([...pods].reverse()).map(({ name }) => name)).toEqual(expected);
});

describe('a cluster is searched for', () => {
  const pods = '/api/v1/namespaces/shop/pods';
  const clientOf = async (objects: Readonly<Record<string, JsonObject>>, forbidden = '') => {
    const api = await fakeApi({
      lists: { [pods]: [pod('web-1', 'Running'), pod('cart', 'Running')] },
      fault: ({ path }, response) => {
        if (path === forbidden) return refuse(response, 403, 'no');
        const object = objects[path];
        if (object === undefined) return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(object));
        return true;
      },
    });
    return { api, client: await connectTo(api) };
  };

  test('a pod by its name', async () => {
    const object = pod('web-1', 'Running');
    const { client } = await clientOf({ [`${pods}/web-1`]: object });
    expect(await findPods(client, parsePodTarget('web-1'))).toEqual([
      { namespace: 'shop', name: 'web-1', object },
    ]);
  });

  test('a pod that may not be read', async () => {
    const { client } = await clientOf({}, `${pods}/web-1`);
    const [found] = await findPods(client, parsePodTarget('web-1'));
    expect(found).toEqual({
      namespace: 'shop',
      name: 'web-1',
      object: { metadata: { namespace: 'shop', name: 'web-1' } },
    });
  });

  test('the pods of a workload, by its selector', async () => {
    const spec = { selector: { matchLabels: { app: 'web' } } };
    const { api, client } = await clientOf({ '/apis/apps/v1/namespaces/shop/deployments/web': { spec } });
    expect(await findPods(client, parsePodTarget('deploy/web'))).toHaveLength(2);
    expect(api.requests.at(-1)?.query.get('labelSelector')).toBe('app=web');
  });

  test('pods by labels, in another namespace when the options say so', async () => {
    const { api, client } = await clientOf({});
    await expect(findPods(client, { selector: 'app=web' }, { namespace: 'none' })).rejects.toThrow();
    expect(api.requests.at(-1)?.path).toBe('/api/v1/namespaces/none/pods');
  });

  test.each([
    ['web', 'did you mean web-1?'],
    ['crat', 'did you mean cart?'],
    ['zebra', '`kubectl get pods -n shop` lists those there are; -n names another namespace'],
  ])('a pod %s that does not exist', async (name, hint) => {
    const { client } = await clientOf({});
    await expect(findPods(client, parsePodTarget(name))).rejects.toMatchObject({
      code: 'usage',
      message: `there is no pod ${name} in the namespace shop`,
      hint,
    });
  });
});
