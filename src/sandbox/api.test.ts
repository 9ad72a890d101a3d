import { onTestFinished, describe, expect, test } from 'vitest';
import { objectIn, objectsIn, plainText, valueIn, type Json, type JsonObject } from '../json.ts';
import { nameOf, uidOf } from './store/metadata.ts';
import { startSandbox, type SandboxOptions } from './start-sandbox.ts';
import { apiSender, type Got, type Sent } from './testing/api-sender.ts';

const maps = '/api/v1/namespaces/default/configmaps';
const pods = '/api/v1/namespaces/default/pods';

type Send = (sent: Sent) => Promise<Got>;

async function opened(options: SandboxOptions = {}): Promise<Send> {
  const sandbox = await startSandbox(options);
  onTestFinished(sandbox.stop);
  return apiSender(sandbox.kubeconfig);
}

const get = (path: string, accept = 'application/json'): Sent => ({ method: 'GET', path, accept });
const post = (path: string, body: JsonObject): Sent => ({ method: 'POST', path, body });
const put = (path: string, body: JsonObject): Sent => ({ method: 'PUT', path, body });
const remove = (path: string, body?: JsonObject): Sent => ({ method: 'DELETE', path, ...(body && { body }) });
const patch = (type: string, path: string, body: Json): Sent => ({ method: 'PATCH', path, body, type });
const json = 'application/json-patch+json';
const merge = 'application/merge-patch+json';
const strategic = 'application/strategic-merge-patch+json';

const map = (name: string, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...objectIn(more, 'metadata') },
  data: { a: '1' },
});
const pod = (name: string, metadata: JsonObject = {}): JsonObject => ({
  metadata: { name, labels: { app: 'web' }, ...metadata },
  spec: { containers: [{ name: 'main', image: 'example/web' }] },
});

async function until(send: Send, path: string, holds: (got: Got) => boolean): Promise<Got> {
  for (;;) {
    const got = await send(get(path));
    if (holds(got)) return got;
  }
}

describe('refuses with the status of an API server', () => {
  test.each<[string, Sent, number, string]>([
    ['what is not there', get(`${maps}/none`), 404, 'configmaps "none" not found'],
    ['a path of no kind', get('/apis/example.com/v1/toys'), 404, 'could not find the requested resource'],
    [
      'a missing namespace',
      post('/api/v1/namespaces/no/configmaps', map('a')),
      404,
      'namespaces "no" not found',
    ],
    [
      'a body of another kind',
      post(maps, { ...map('b'), kind: 'Secret' }),
      400,
      'cannot be handled as a ConfigMap',
    ],
    [
      'a name of another object',
      put(`${maps}/there`, map('other')),
      400,
      'does not match the name on the URL',
    ],
    ['another namespace', post(maps, map('b', { metadata: { namespace: 'x' } })), 400, 'namespace'],
    ['no name', post(maps, { metadata: {} }), 400, 'name or generateName is required'],
    ['a name that is none', post(maps, map('A_b')), 422, 'metadata.name: Invalid value'],
    [
      'a resourceVersion in a new object',
      post(maps, map('b', { metadata: { resourceVersion: '1' } })),
      400,
      '',
    ],
    ['an unknown kind of patch', patch('text/plain', `${maps}/there`, {}), 415, 'unknown format'],
    ['a patch that is no list', patch(json, `${maps}/there`, {}), 400, 'list of operations'],
    [
      'a test that fails',
      patch(json, `${maps}/there`, [{ op: 'test', path: '/data/a', value: '2' }]),
      422,
      'testing',
    ],
    [
      'a place that is not there',
      patch(json, `${maps}/there`, [{ op: 'remove', path: '/data/z' }]),
      422,
      '/data/z',
    ],
    ['an unknown operation', patch(json, `${maps}/there`, [{ op: 'toString' }]), 400, 'toString'],
    ['a method that lists do not have', { method: 'PUT', path: maps, body: {} }, 405, ''],
    ['a subresource that is none', get(`${maps}/there/status`), 404, ''],
    ['a selector that is none', get(`${maps}?labelSelector=a===b`), 400, 'unable to parse'],
    [
      'protobuf of another kind',
      { ...post(maps, {}), type: 'application/vnd.kubernetes.protobuf' },
      415,
      'protobuf',
    ],
    [
      'apply without a manager',
      patch('application/apply-patch+yaml', `${maps}/b`, map('b')),
      422,
      'fieldManager',
    ],
    ['the page of an unknown list', get(`${maps}?continue=abc`), 410, 'continue'],
    [
      'a Deployment without selector',
      post('/apis/apps/v1/namespaces/default/deployments', {
        metadata: { name: 'd' },
        spec: { template: { spec: { containers: [{ name: 'a', image: 'b' }] } } },
      }),
      422,
      'spec.selector: Required',
    ],
  ])('%s', async (_, sent, code, message) => {
    const send = await opened({ loop: false });
    await send(post(maps, map('there')));
    const got = await send(sent);
    expect(got).toMatchObject({ code, body: { kind: 'Status', status: 'Failure', code } });
    expect(plainText(got.body.message)).toContain(message);
  });

  test('a request without token, but for version and health', async () => {
    const sandbox = await startSandbox();
    onTestFinished(sandbox.stop);
    const stranger = apiSender(sandbox.kubeconfig.replace(/"token": ".*"/, '"token": "other"'));
    expect((await stranger(get(maps))).code).toBe(401);
    expect((await stranger(get('/version'))).body.gitVersion).toBe('v1.36.1+meshctl-sandbox');
    expect((await stranger(get('/readyz'))).text).toBe('ok');
  });
});

describe('writes', () => {
  test('count versions, and nothing when nothing changes', async () => {
    const send = await opened({ loop: false });
    const made = await send(post(maps, map('a')));
    const same = await send(put(`${maps}/a`, map('a')));
    expect(same.body).toEqual(made.body);
    const changed = await send(patch(merge, `${maps}/a`, { data: { b: '2', a: null } }));
    expect(changed.body.data).toEqual({ b: '2' });
    const version = (got: Got): number => Number(objectIn(got.body, 'metadata').resourceVersion);
    expect(version(changed)).toBeGreaterThan(version(made));
    const old = await send(
      put(`${maps}/a`, map('a', { metadata: { resourceVersion: String(version(made)) } })),
    );
    expect(old).toMatchObject({ code: 409, body: { reason: 'Conflict' } });
  });

  test('a dry run leaves everything as it is', async () => {
    const send = await opened({ loop: false });
    expect((await send(post(`${maps}?dryRun=All`, map('a')))).code).toBe(201);
    expect((await send(get(`${maps}/a`))).code).toBe(404);
    await send(post(maps, map('a')));
    expect((await send(patch(merge, `${maps}/a?dryRun=All`, { data: { b: '2' } }))).body.data).toEqual({
      a: '1',
      b: '2',
    });
    await send(remove(`${maps}/a?dryRun=All`));
    expect((await send(get(`${maps}/a`))).body.data).toEqual({ a: '1' });
  });

  test('each kind of patch', async () => {
    const send = await opened({ loop: false });
    await send(post(pods, pod('a')));
    const named = (got: Got): Json[] =>
      objectsIn(got.body, 'spec', 'containers').map(({ name }) => name ?? '');
    const container = { name: 'other', image: 'x' };
    const added = await send(patch(strategic, `${pods}/a`, { spec: { containers: [container] } }));
    expect(named(added)).toEqual(['other', 'main']);
    const moved = await send(
      patch(json, `${pods}/a`, [
        { op: 'copy', from: '/metadata/labels/app', path: '/metadata/labels/b~1c' },
        { op: 'move', from: '/spec/containers/0', path: '/spec/containers/-' },
        { op: 'replace', path: '/metadata/labels/app', value: 'shop' },
      ]),
    );
    expect(named(moved)).toEqual(['main', 'other']);
    expect(valueIn(moved.body, 'metadata', 'labels')).toEqual({ app: 'shop', 'b/c': 'web' });
    const replaced = await send(patch(merge, `${pods}/a`, { spec: { containers: [container] } }));
    expect(named(replaced)).toEqual(['other']);
  });

  test('the status by itself', async () => {
    const send = await opened({ loop: false });
    await send(post(pods, pod('a')));
    const wrong = await send(patch(merge, `${pods}/a`, { status: { phase: 'Failed' } }));
    expect(valueIn(wrong.body, 'status', 'phase')).toBe('Pending');
    const right = await send(
      patch(merge, `${pods}/a/status`, { status: { phase: 'Failed' }, spec: { nodeName: 'x' } }),
    );
    expect(right.body).toMatchObject({ status: { phase: 'Failed' }, metadata: { generation: 1 } });
    expect(valueIn(right.body, 'spec', 'nodeName')).toBeUndefined();
  });
});

describe('reads', () => {
  test('pages of one moment', async () => {
    const send = await opened({ loop: false });
    for (const name of ['a', 'b', 'c']) await send(post(maps, map(name)));
    const first = await send(get(`${maps}?limit=2&fieldSelector=metadata.name!=kube-root-ca.crt`));
    await send(remove(`${maps}/c`));
    const next = plainText(valueIn(first.body, 'metadata', 'continue'));
    const second = await send(get(`${maps}?limit=2&continue=${next}`));
    const names = [first, second].map(({ body }) => objectsIn(body.items).map(nameOf));
    expect(names).toEqual([['a', 'b'], ['c']]);
    expect(valueIn(second.body, 'metadata', 'continue')).toBeUndefined();
  });

  test.each([
    ['app=web', ['a', 'b']],
    ['app!=web', ['c']],
    ['app in (web,shop),tier', ['b']],
    ['app notin (web)', ['c']],
    ['!tier', ['a', 'c']],
    ['', ['a', 'b', 'c']],
  ])('objects with labels %s', async (selector, names) => {
    const send = await opened({ loop: false });
    await send(post(pods, pod('a')));
    await send(post(pods, pod('b', { labels: { app: 'web', tier: 'x' } })));
    await send(post(pods, pod('c', { labels: {} })));
    const got = await send(get(`${pods}?labelSelector=${encodeURIComponent(selector)}`));
    expect(objectsIn(got.body.items).map(nameOf)).toEqual(names);
  });

  test('a table for people, metadata for collectors', async () => {
    const send = await opened({ loop: false });
    await send(post(pods, pod('a')));
    const table = await send(get(pods, 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json'));
    expect(table.body.kind).toBe('Table');
    expect(valueIn(objectsIn(table.body.rows)[0], 'cells')).toEqual(
      expect.arrayContaining(['a', '0/1', 'Pending']),
    );
    const bare = await send(get(`${pods}/a`, 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io'));
    expect(Object.keys(bare.body)).toEqual(['kind', 'apiVersion', 'metadata']);
  });

  test('everything that discovery names', async () => {
    const send = await opened({ loop: false });
    const groups = objectsIn((await send(get('/apis'))).body.groups);
    const places = groups.map(
      ({ preferredVersion }) => `/apis/${plainText(valueIn(preferredVersion, 'groupVersion'))}`,
    );
    for (const place of ['/api/v1', ...places]) {
      const { body } = await send(get(place));
      const kinds = objectsIn(body.resources).filter(
        ({ verbs }) => Array.isArray(verbs) && verbs.includes('list'),
      );
      for (const { name } of kinds.filter((kind) => !plainText(kind.name).includes('/')))
        expect([name, (await send(get(`${place}/${plainText(name)}`))).code]).toEqual([name, 200]);
    }
    expect(places).toContain('/apis/apiextensions.k8s.io/v1');
  });
});

describe('deletes', () => {
  test('nothing but the object that is meant', async () => {
    const send = await opened({ loop: false });
    const { body } = await send(post(maps, map('a')));
    const other = await send(remove(`${maps}/a`, { preconditions: { uid: 'other' } }));
    expect(other).toMatchObject({ code: 409, body: { reason: 'Conflict' } });
    const right = await send(remove(`${maps}/a`, { preconditions: { uid: uidOf(body) } }));
    expect(right).toMatchObject({ code: 200, body: { status: 'Success', details: { uid: uidOf(body) } } });
  });

  test('an object with finalizers when they are done', async () => {
    const send = await opened({ loop: false });
    await send(post(maps, map('a', { metadata: { finalizers: ['example.com/hold'] } })));
    const ending = await send(remove(`${maps}/a`));
    expect(valueIn(ending.body, 'metadata', 'deletionTimestamp')).toBeDefined();
    expect((await send(get(`${maps}/a`))).code).toBe(200);
    await send(patch(merge, `${maps}/a`, { metadata: { finalizers: null } }));
    expect((await send(get(`${maps}/a`))).code).toBe(404);
  });

  test('a collection by its labels', async () => {
    const send = await opened({ loop: false });
    await send(post(maps, map('a', { metadata: { labels: { x: 'y' } } })));
    await send(post(maps, map('b')));
    await send(remove(`${maps}?labelSelector=x=y`));
    expect([(await send(get(`${maps}/a`))).code, (await send(get(`${maps}/b`))).code]).toEqual([404, 200]);
  });

  test('a namespace with all that is in it', async () => {
    const send = await opened();
    await send(post('/api/v1/namespaces', { metadata: { name: 'shop' } }));
    await send(
      post(
        '/api/v1/namespaces/shop/configmaps',
        map('a', { metadata: { finalizers: ['example.com/hold'] } }),
      ),
    );
    const ending = await send(remove('/api/v1/namespaces/shop'));
    expect(valueIn(ending.body, 'status', 'phase')).toBe('Terminating');
    const late = await send(post('/api/v1/namespaces/shop/configmaps', map('b')));
    expect(late).toMatchObject({
      code: 403,
      body: { details: { causes: [{ reason: 'NamespaceTerminating' }] } },
    });
    const held = await until(
      send,
      '/api/v1/namespaces/shop/configmaps',
      ({ body }) => objectsIn(body.items).length === 1,
    );
    expect(objectsIn(held.body.items).map(nameOf)).toEqual(['a']);
    await send(patch(merge, '/api/v1/namespaces/shop/configmaps/a', { metadata: { finalizers: null } }));
    expect((await until(send, '/api/v1/namespaces/shop', ({ code }) => code === 404)).code).toBe(404);
  });

  test.each([
    ['Background', [], []],
    ['Foreground', [], []],
    ['Orphan', ['owned'], []],
  ])('what an object owns: %s', async (propagationPolicy, left, owners) => {
    const send = await opened();
    const { body } = await send(post(maps, map('owner')));
    const ownerReferences = [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: uidOf(body) }];
    await send(post(maps, map('owned', { metadata: { ownerReferences } })));
    await send(remove(`${maps}/owner`, { propagationPolicy }));
    const settled = ({ body: list }: Got): boolean => {
      const names = objectsIn(list.items).map(nameOf);
      return !names.includes('owner') && names.includes('owned') === left.length > 0;
    };
    const got = await until(send, maps, settled);
    const owned = objectsIn(got.body.items).find((one) => nameOf(one) === 'owned') ?? {};
    expect(objectsIn(owned, 'metadata', 'ownerReferences')).toEqual(owners);
  });
});
