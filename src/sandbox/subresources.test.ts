import { expect, onTestFinished, test } from 'vitest';
import { objectIn, plainText, valueIn, type JsonObject } from '../json.ts';
import { readProtobuf } from './http/read-protobuf.ts';
import { startSandbox } from './start-sandbox.ts';
import { apiSender, type Got, type Sent } from './testing/api-sender.ts';

const pods = '/api/v1/namespaces/default/pods';
const web = '/apis/apps/v1/namespaces/default/deployments/web';
const merge = 'application/merge-patch+json';

async function opened(): Promise<(sent: Sent) => Promise<Got>> {
  const sandbox = await startSandbox();
  onTestFinished(sandbox.stop);
  return apiSender(sandbox.kubeconfig);
}

const post = (path: string, body: JsonObject): Sent => ({ method: 'POST', path, body });
const pod = (name: string): JsonObject => ({
  metadata: { name, labels: { app: 'web' } },
  spec: { containers: [{ name: 'main', image: 'example/web' }] },
});

test('a scale is read and written', async () => {
  const send = await opened();
  const { metadata, spec } = pod('web');
  const template = { metadata: { labels: { app: 'web' } }, spec: spec ?? {} };
  const selector = { matchLabels: { app: 'web' } };
  await send(post(web.replace('/web', ''), { metadata: metadata ?? {}, spec: { selector, template } }));
  const before = await send({ method: 'GET', path: `${web}/scale` });
  expect(before.body).toMatchObject({
    kind: 'Scale',
    spec: { replicas: 1 },
    status: { selector: 'app=web' },
  });
  await send({ method: 'PATCH', path: `${web}/scale`, type: merge, body: { spec: { replicas: 3 } } });
  const { body } = await send({ method: 'GET', path: web });
  expect(body).toMatchObject({ spec: { replicas: 3 }, metadata: { generation: 2 } });
});

test('a token says whose it is, and is known again', async () => {
  const send = await opened();
  const account = '/api/v1/namespaces/default/serviceaccounts';
  await send(post(account, { metadata: { name: 'reader' } }));
  const spec = { audiences: ['istio-ca'], expirationSeconds: 900 };
  const { body } = await send(post(`${account}/reader/token`, { spec }));
  const token = plainText(valueIn(body, 'status', 'token'));
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({ aud: ['istio-ca'], sub: 'system:serviceaccount:default:reader' });
  const review = async (text: string, audiences: string[]): Promise<unknown> => {
    const asked = post('/apis/authentication.k8s.io/v1/tokenreviews', { spec: { token: text, audiences } });
    return objectIn((await send(asked)).body, 'status').authenticated;
  };
  expect(await review(token, ['istio-ca'])).toBe(true);
  expect(await review(token, ['other'])).toBeUndefined();
  expect(await review(`${token.slice(0, -4)}AAAA`, ['istio-ca'])).toBeUndefined();
  const short = await send(post(`${account}/reader/token`, { spec: { expirationSeconds: 60 } }));
  expect(short.code).toBe(400);
});

test('everybody may do everything', async () => {
  const send = await opened();
  const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
  const { body } = await send(
    post(path, { spec: { resourceAttributes: { verb: 'delete', resource: 'nodes' } } }),
  );
  expect(body).toMatchObject({ status: { allowed: true }, spec: { resourceAttributes: { verb: 'delete' } } });
});

test('an eviction heeds disruption budgets', async () => {
  const send = await opened();
  const budget = {
    metadata: { name: 'web' },
    spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
  };
  await send(post('/apis/policy/v1/namespaces/default/poddisruptionbudgets', budget));
  for (const name of ['a', 'b']) await send(post(pods, pod(name)));
  for (const name of ['a', 'b'])
    while (
      valueIn((await send({ method: 'GET', path: `${pods}/${name}` })).body, 'status', 'phase') !== 'Running'
    );
  expect((await send(post(`${pods}/a/eviction`, {}))).code).toBe(201);
  expect(await send(post(`${pods}/b/eviction`, {}))).toMatchObject({
    code: 429,
    body: { details: { causes: [{ reason: 'DisruptionBudget' }] } },
  });
});

/** A field of a message that holds bytes. */
const field = (number: number, content: Buffer | string): Buffer =>
  Buffer.concat([Buffer.of(number * 8 + 2, content.length), Buffer.from(content)]);

const packed = (kind: string, ...content: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('k8s\0'),
    field(1, Buffer.concat([field(1, 'v1'), field(2, kind)])),
    field(2, Buffer.concat(content)),
  ]);

test('protobuf of simple kinds is read', () => {
  const name = field(1, field(1, 'a'));
  const entry = (key: string, value: string): Buffer =>
    field(2, Buffer.concat([field(1, key), field(2, value)]));
  expect(readProtobuf(packed('ConfigMap', name, entry('x', '1'), entry('y', '2')))).toEqual({
    ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
    data: { x: '1', y: '2' },
  });
  expect(readProtobuf(packed('Pod', name))).toBeUndefined();
  expect(readProtobuf(Buffer.from('{}'))).toBeUndefined();
  expect(readProtobuf(packed('TokenRequest', field(2, Buffer.of(32, 0x84, 0x07))))).toMatchObject({
    spec: { expirationSeconds: 900 },
  });
});
