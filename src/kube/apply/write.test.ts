import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import { instantClock, writeTo } from '../testing/connect-to.ts';
import { fakeApi, refuse, type FakeApi, type ObjectStore, type SeenRequest } from '../testing/fake-api.ts';
import { definitions, gateways, namespaces, secrets, services } from '../testing/kinds.ts';
import { storedObjects } from '../testing/stored-objects.ts';
import { ApplyConflict } from './apply-conflict.ts';
import { InvalidObject } from './invalid-object.ts';
import { KindNotServed } from './kind-index.ts';

const list = '/api/v1/namespaces/shop/services';
const path = `${list}/cart`;
const key = { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'cart' };
const object = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { ports: [{ port: 80 }] },
};

/** Comes instead of carrying a write out, or after it. */
type Misbehave = (request: SeenRequest, response: ServerResponse, store: ObjectStore) => boolean;

const status =
  (code: number, headers = {}): Misbehave =>
  (_, response) =>
    refuse(response, code, 'not now', headers);
const says =
  (code: number, body: JsonObject): Misbehave =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify({ ...body, code }));
    return true;
  };
const reset: Misbehave = (_, response) => {
  response.socket?.resetAndDestroy();
  return true;
};
/** Carries it out, and breaks the connection before the answer. */
const loseAnswer: Misbehave = (request, response, store) => {
  const nowhere = { writeHead: () => ({ end: () => undefined }) } as unknown as ServerResponse;
  store(request, nowhere);
  return reset(request, response, store);
};

interface Cluster extends FakeApi {
  readonly objects: Map<string, JsonObject>;
  /** The writes so far: `PATCH /api/...`. */
  readonly writes: () => readonly string[];
}

/** A cluster whose first so many writes go wrong. */
async function cluster(times = 0, misbehave: Misbehave = reset, there: JsonObject = {}): Promise<Cluster> {
  const objects = new Map(Object.entries(there as Record<string, JsonObject>));
  const store = storedObjects(objects);
  let count = 0;
  const isWrite = ({ method }: SeenRequest) => method !== 'GET';
  const api = await fakeApi({
    kinds: [services, secrets, namespaces, definitions],
    store,
    fault: (request, response) =>
      isWrite(request) && (count += 1) <= times && misbehave(request, response, store),
  });
  const writes = () => api.requests.filter(isWrite).map((request) => `${request.method} ${request.path}`);
  return { ...api, objects, writes };
}

const passing: [string, Misbehave][] = [
  ['too many requests', status(429, { 'retry-after': '1' })],
  ['an internal error', status(500)],
  ['a server that is not ready', status(503)],
  ['a gateway that waited in vain', status(504)],
  ['a broken connection', reset],
  ['an answer that is lost', loseAnswer],
];

describe('apply', () => {
  test('sends the object as it is, strictly, for meshctl', async () => {
    const api = await cluster();
    const writer = await writeTo(api);
    expect(await writer.apply(object)).toEqual(object);
    const sent = api.requests.at(-1);
    expect(sent).toMatchObject({ method: 'PATCH', path, body: object });
    expect(sent?.headers['content-type']).toBe('application/apply-patch+yaml');
    expect(Object.fromEntries(sent?.query ?? [])).toEqual({
      fieldManager: 'meshctl',
      fieldValidation: 'Strict',
    });
  });

  test('asks for a dry run, for force and for another manager', async () => {
    const api = await cluster();
    const writer = await writeTo(api);
    await writer.apply(object, { dryRun: 'server', force: true, fieldManager: 'x', fieldValidation: 'Warn' });
    expect(Object.fromEntries(api.requests.at(-1)?.query ?? [])).toEqual({
      dryRun: 'All',
      force: 'true',
      fieldManager: 'x',
      fieldValidation: 'Warn',
    });
  });

  test.each([
    ['in the namespace of the context, without one', { ...object, metadata: { name: 'cart' } }, path],
    [
      'without a namespace, for kinds that have none',
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', namespace: 'b' } },
      '/api/v1/namespaces/a',
    ],
  ])('puts it %s', async (_, given, wanted) => {
    const api = await cluster();
    await (await writeTo(api)).apply(given);
    expect(api.writes()).toEqual([`PATCH ${wanted}`]);
  });

  test.each([...passing, ['another write at the same moment', status(409)] as const])(
    'is tried again after %s',
    async (_, misbehave) => {
      const api = await cluster(4, misbehave);
      await (await writeTo(api)).apply(object);
      expect(api.writes()).toHaveLength(5);
      expect(api.objects.get(path)).toEqual(object);
    },
  );

  test('waits as long as the server asks, and fails after eight attempts', async () => {
    const clock = instantClock();
    const api = await cluster(99, status(429, { 'retry-after': '3' }));
    const writer = await writeTo(api, {}, clock);
    await expect(writer.apply(object)).rejects.toMatchObject({
      status: 429,
      message: `cannot apply Service "cart" in the namespace "shop": ${api.url} answered 429 Too Many Requests`,
      hint: 'try again in a while',
    });
    expect(api.writes()).toHaveLength(8);
    expect(new Set(clock.pauses)).toEqual(new Set([3000]));
  });

  test('does not repeat a write for one version of an object that is no more', async () => {
    const api = await cluster(1, status(409));
    const pinned = { ...object, metadata: { ...object.metadata, resourceVersion: '7' } };
    await expect((await writeTo(api)).apply(pinned)).rejects.toMatchObject({ status: 409 });
    expect(api.writes()).toHaveLength(1);
  });

  test.each<[string, Misbehave, object]>([
    [
      'a permission that is missing',
      status(403),
      {
        status: 403,
        message: 'the context "test" may not apply Service "cart" in the namespace "shop"',
        hint: 'an administrator can permit it: `kubectl create role -n shop meshctl-write --verb=get,list,watch,create,patch,delete --resource=services`, bound to you',
      },
    ],
    [
      'a namespace that ends',
      says(403, { details: { causes: [{ reason: 'NamespaceTerminating', field: 'metadata.namespace' }] } }),
      { status: 403, hint: 'wait until the namespace "shop" is gone, and make it anew' },
    ],
    [
      'a namespace that is missing',
      says(404, { message: 'namespaces "shop" not found', details: { kind: 'namespaces', name: 'shop' } }),
      { status: 404, hint: 'create the namespace "shop" first' },
    ],
    [
      'credentials that are not accepted',
      status(401),
      { status: 401, message: expect.stringContaining('does not accept the credentials') as string },
    ],
  ])('fails at once for %s', async (_, misbehave, error) => {
    const api = await cluster(2, misbehave);
    await expect((await writeTo(api)).apply(object)).rejects.toMatchObject({ code: 'environment', ...error });
  });

  test('ends when it is interrupted', async () => {
    const api = await cluster(1, () => true);
    const end = new AbortController();
    const answer = (await writeTo(api)).apply(object, { signal: end.signal });
    setTimeout(() => {
      end.abort(new Error('Ctrl-C'));
    }, 20);
    await expect(answer).rejects.toThrow('Ctrl-C');
  });

  test('has one deadline with all else', async () => {
    const api = await cluster(99, () => true);
    const writer = await writeTo(api, { timeout: 200 });
    await expect(writer.apply(object)).rejects.toThrow('did not answer within 0.2 s');
    await expect(writer.client.get('/api')).rejects.toThrow('did not answer within 0.2 s');
  });

  test.each([
    ['a kind', { apiVersion: 'v1', metadata: { name: 'x' } }],
    ['an apiVersion', { kind: 'Service', metadata: { name: 'x' } }],
    ['a name', { apiVersion: 'v1', kind: 'Service', metadata: {} }],
  ])('refuses an object without %s', async (what, given) => {
    const api = await cluster();
    await expect((await writeTo(api)).apply(given)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining(`no ${what.split(' ')[1] ?? ''}`) as string,
    });
    expect(api.writes()).toEqual([]);
  });
});

describe('conflicts', () => {
  test.each([
    ['conflict with "kubectl"', { manager: 'kubectl' }],
    ['conflict with "kubectl-edit" using apps/v1', { manager: 'kubectl-edit' }],
    ['conflict with "hpa" with subresource "scale" using apps/v1', { manager: 'hpa', subresource: 'scale' }],
    ['conflict with "a \\"quoted\\" one" using v1 at 2026-01-01T00:00:00Z', { manager: 'a "quoted" one' }],
  ])('tell who manages a field: %s', async (message, told) => {
    const causes = [{ reason: 'FieldManagerConflict', message, field: '.spec.replicas' }];
    const api = await cluster(1, says(409, { reason: 'Conflict', message: 'no', details: { causes } }));
    const failure: unknown = await (await writeTo(api)).apply(object).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ApplyConflict);
    expect(failure).toMatchObject({ object: key, conflicts: [{ field: 'spec.replicas', ...told }] });
    expect(api.writes()).toHaveLength(1);
  });

  test('are told field by field', async () => {
    const causes = [
      { reason: 'FieldManagerConflict', message: 'conflict with "a"', field: '.spec.ports[port=80].name' },
      {
        reason: 'FieldManagerConflict',
        message: 'conflict with "b" with subresource "s"',
        field: '.spec.type',
      },
    ];
    const api = await cluster(1, says(409, { details: { causes } }));
    await expect((await writeTo(api)).apply(object)).rejects.toMatchObject({
      message: 'cannot apply Service "cart" in the namespace "shop": others manage fields that would change',
      reason: 'spec.ports[port=80].name is managed by "a"; spec.type is managed by "b" through s',
    });
  });
});

describe('what a server finds wrong', () => {
  const created = 'failed to create typed patch object (shop/cart; v1, Kind=Service): ';
  test.each<[string, number, JsonObject, object[]]>([
    [
      'one unknown field of an applied object',
      500,
      { message: `${created}.spec.portz: field not declared in schema` },
      [{ field: 'spec.portz', problem: 'unknown field' }],
    ],
    [
      'several',
      500,
      {
        message: `${created}errors:\n  .spec.a: field not declared in schema\n  .spec.b[name="x: y"].c: expected string, got &{1}`,
      },
      [
        { field: 'spec.a', problem: 'unknown field' },
        { field: 'spec.b[name="x: y"].c', problem: 'expected string, got &{1}' },
      ],
    ],
    [
      'unknown fields of another write',
      400,
      {
        message:
          'cannot be handled: strict decoding error: unknown field "spec.a", duplicate field "spec.b[0].c"',
      },
      [
        { field: 'spec.a', problem: 'unknown field' },
        { field: 'spec.b[0].c', problem: 'duplicate field' },
      ],
    ],
    [
      'wrong values',
      422,
      { message: 'invalid', details: { causes: [{ field: 'spec.ports', message: 'Required value' }] } },
      [{ field: 'spec.ports', problem: 'Required value' }],
    ],
    ['something without a field', 422, { message: 'no' }, [{ field: '', problem: 'no' }]],
  ])('%s', async (_, code, body, problems) => {
    const api = await cluster(1, says(code, body));
    const failure: unknown = await (await writeTo(api)).apply(object).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(InvalidObject);
    expect(failure).toMatchObject({ status: code, object: key, problems });
    expect(api.writes()).toHaveLength(1);
  });

  test('is cut off after five problems', async () => {
    const causes = Array.from({ length: 7 }, (_, i) => ({ field: `f${i}`, message: 'wrong' }));
    const api = await cluster(1, says(422, { details: { causes } }));
    await expect((await writeTo(api)).apply(object)).rejects.toMatchObject({
      reason: 'f0: wrong; f1: wrong; f2: wrong; f3: wrong; f4: wrong; and 2 more',
    });
  });
});

describe('create', () => {
  test.each(passing)('makes one object in spite of %s', async (_, misbehave) => {
    const api = await cluster(3, misbehave);
    expect(await (await writeTo(api)).create(object)).toMatchObject(object);
    expect([...api.objects.keys()]).toEqual([path]);
  });

  test('looks first after a lost answer', async () => {
    const api = await cluster(1, loseAnswer);
    await (await writeTo(api)).create(object);
    expect(api.writes()).toEqual([`POST ${list}`]);
    expect(api.requests.at(-1)).toMatchObject({ method: 'GET', path });
  });

  test.each([
    ['others made', { ...object, metadata: { ...object.metadata, managedFields: [{ manager: 'kubectl' }] } }],
    [
      'that is not as it was sent',
      { ...object, spec: {}, metadata: { ...object.metadata, managedFields: [{ manager: 'meshctl' }] } },
    ],
  ])('does not take an object for its own %s meanwhile', async (_, other) => {
    const api = await cluster(1, reset, { [path]: other });
    await expect((await writeTo(api)).create(object)).rejects.toMatchObject({ status: 409 });
    expect(api.objects.get(path)).toBe(other);
  });

  test('fails for an object that is there, even one of its own', async () => {
    const own = { ...object, metadata: { ...object.metadata, managedFields: [{ manager: 'meshctl' }] } };
    const api = await cluster(0, reset, { [path]: own });
    await expect((await writeTo(api)).create(object)).rejects.toMatchObject({ status: 409 });
  });

  const unnamed = { ...object, metadata: { generateName: 'cart-', namespace: 'shop' } };
  test.each<[string, Misbehave, number]>([
    ['once, when an answer is lost', loseAnswer, 1],
    ['once, when the server has an error', status(500), 1],
    ['again, when it was not carried out', status(429), 2],
  ])('is sent %s, if the server chooses the name', async (_, misbehave, writes) => {
    const api = await cluster(1, misbehave);
    const made = (await writeTo(api)).create(unnamed);
    await (writes === 1 ? expect(made).rejects.toThrow() : expect(made).resolves.toBeDefined());
    expect(api.writes()).toHaveLength(writes);
  });
});

describe('patch', () => {
  const there = { [path]: object };

  test.each([
    ['merge', 'application/merge-patch+json'],
    ['strategic', 'application/strategic-merge-patch+json'],
    ['json', 'application/json-patch+json'],
  ] as const)('%s is sent as what it is', async (type, media) => {
    const api = await cluster(0, reset, there);
    await (await writeTo(api)).patch(key, { spec: {} }, { type });
    expect(api.requests.at(-1)?.headers['content-type']).toBe(media);
  });

  test.each<['merge' | 'json', string, Misbehave, number]>([
    ['merge', 'a lost answer', loseAnswer, 2],
    ['merge', 'an error', status(500), 2],
    ['merge', 'another write at the same moment', status(409), 2],
    ['json', 'a lost answer', loseAnswer, 1],
    ['json', 'an error', status(500), 1],
    ['json', 'too many requests', status(429), 2],
  ])('%s, after %s, is sent so often: %#', async (type, _, misbehave, times) => {
    const api = await cluster(1, misbehave, there);
    const patched = (await writeTo(api)).patch(key, { spec: {} }, { type });
    await (times === 1 ? expect(patched).rejects.toThrow() : expect(patched).resolves.toBeDefined());
    expect(api.writes()).toHaveLength(times);
  });
});

describe('delete', () => {
  const there = { [path]: { ...object, metadata: { name: 'cart', uid: '1' } } };

  test.each(passing)('deletes in spite of %s', async (_, misbehave) => {
    const api = await cluster(3, misbehave, there);
    expect(await (await writeTo(api)).delete(key, { uid: '1' })).toBe('gone');
    expect(api.objects.size).toBe(0);
  });

  test('names the one that is meant, and what becomes of what it owns', async () => {
    const api = await cluster(0, reset, there);
    await (await writeTo(api)).delete(key, { uid: '1', dryRun: 'server' });
    expect(api.requests.at(-1)?.body).toMatchObject({
      preconditions: { uid: '1' },
      propagationPolicy: 'Foreground',
      dryRun: ['All'],
    });
  });

  test('leaves another object of that name alone', async () => {
    const api = await cluster(0, reset, there);
    expect(await (await writeTo(api)).delete(key, { uid: '2' })).toBe('gone');
    expect(api.objects.size).toBe(1);
  });

  test('never asks for all objects of a kind', async () => {
    const api = await cluster(0, reset, there);
    const writer = await writeTo(api);
    await expect(writer.delete({ ...key, name: '' }, { uid: '1' })).rejects.toMatchObject({ code: 'input' });
    expect(api.writes()).toEqual([]);
  });

  const ending = {
    ...object,
    metadata: { name: 'cart', uid: '1', deletionTimestamp: '2026-01-01T00:00:00Z' },
  };
  test.each<[string, Misbehave]>([
    ['has begun', says(200, ending)],
    ['had begun before', status(409)],
  ])('tells that the end %s', async (_, misbehave) => {
    const api = await cluster(1, misbehave, { [path]: ending });
    expect(await (await writeTo(api)).delete(key, { uid: '1' })).toBe('ending');
  });

  test('has nothing to do for kinds that are not served', async () => {
    const api = await cluster();
    const gateway = { apiVersion: 'networking.istio.io/v1', kind: 'Gateway', name: 'x' };
    const writer = await writeTo(api);
    expect(await writer.delete(gateway, { uid: '1' })).toBe('gone');
    expect(await writer.get(gateway)).toBeUndefined();
  });
});

describe('get', () => {
  test.each([
    ['an object', 'cart', object],
    ['nothing for one that is not there', 'basket', undefined],
  ])('gives %s', async (_, name, wanted) => {
    const api = await cluster(0, reset, { [path]: object });
    expect(await (await writeTo(api)).get({ ...key, name })).toEqual(wanted);
  });
});

describe('kinds', () => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'gateways.networking.istio.io' },
    spec: { group: 'networking.istio.io', names: { kind: 'Gateway' }, versions: [{ name: 'v1' }] },
  };
  const gateway = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'Gateway',
    metadata: { name: 'entry', namespace: 'shop' },
  };

  /** Serves gateways from the nth discovery on, and their path from the nth write on. */
  async function lateCluster(discoveries: number, writes: number): Promise<FakeApi> {
    const store = storedObjects(new Map());
    const kinds = [definitions];
    let asked = 0;
    let written = 0;
    return fakeApi({
      kinds,
      store,
      fault: ({ path: one }, response) => {
        if (one === '/apis' && (asked += 1) === discoveries) kinds.push(gateways);
        if (!one.includes('/gateways/') || (written += 1) >= writes) return false;
        response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n');
        return true;
      },
    });
  }

  test('are asked for once', async () => {
    const api = await cluster();
    const writer = await writeTo(api);
    await Promise.all([writer.apply(object), writer.apply(object)]);
    await writer.apply(object);
    expect(api.requests.filter(({ method }) => method === 'GET').map((request) => request.path)).toEqual([
      '/api',
      '/apis',
    ]);
  });

  test('that were just defined are waited for', async () => {
    const api = await lateCluster(4, 3);
    const writer = await writeTo(api);
    await writer.apply(definition);
    expect(await writer.apply(gateway)).toEqual(gateway);
  });

  test('that others defined meanwhile are found', async () => {
    const api = await lateCluster(2, 1);
    const writer = await writeTo(api);
    await writer.apply(definition, { dryRun: 'server' });
    expect(await writer.apply(gateway)).toEqual(gateway);
  });

  test('that nobody defines are an error', async () => {
    const api = await cluster();
    const failure: unknown = await (await writeTo(api)).apply(gateway).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(KindNotServed);
    expect(failure).toMatchObject({
      message: 'the cluster does not serve Gateway of networking.istio.io/v1',
    });
  });

  test('of another version are named', async () => {
    const api = await cluster();
    const old = { ...definition, apiVersion: 'apiextensions.k8s.io/v1beta1' };
    await expect((await writeTo(api)).apply(old)).rejects.toMatchObject({
      reason: 'it has the kind in apiextensions.k8s.io/v1',
    });
  });
});
