import { expect, test } from 'vitest';
import { isObject, objectIn } from '../../json.ts';
import { writeTo } from '../testing/connect-to.ts';
import { fakeApi, refuse, type FakeApiOptions } from '../testing/fake-api.ts';
import { mayI, type AccessAttributes } from './may-i.ts';

const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** A server that lets nobody make cluster roles. */
const strict: FakeApiOptions = {
  store: ({ method, path: asked, body }, response) => {
    if (method !== 'POST' || asked !== path) return false;
    const denied = objectIn(body, 'spec', 'resourceAttributes').resource === 'clusterroles';
    const status = denied ? { allowed: false, reason: 'no RBAC policy matched' } : { allowed: true };
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ ...body, status }));
    return true;
  },
};

const roles: AccessAttributes = {
  verb: 'create',
  group: 'rbac.authorization.k8s.io',
  resource: 'clusterroles',
};

test.each([
  ['what is allowed', { verb: 'create', resource: 'services', namespace: 'shop' }, { allowed: true }],
  ['what is not, with the reason', roles, { allowed: false, reason: 'no RBAC policy matched' }],
] as const)('%s', async (_, attributes, access) => {
  const api = await fakeApi(strict);
  expect(await mayI(await writeTo(api), attributes)).toEqual(access);
  expect(api.requests.map(({ body }) => objectIn(body, 'spec').resourceAttributes)).toEqual([attributes]);
});

test('a question is asked again when the answer is lost', async () => {
  const api = await fakeApi({
    ...strict,
    fault: (_, response, nth) => {
      if (nth === 1) response.socket?.resetAndDestroy();
      return nth === 1;
    },
  });
  expect(await mayI(await writeTo(api), roles)).toMatchObject({ allowed: false });
  expect(api.requests.map(({ method }) => method)).toEqual(['POST', 'POST']);
});

test('a server that does not answer such questions is an error', async () => {
  const api = await fakeApi({ fault: (_, response) => refuse(response, 403, 'no reviews') });
  const asked = mayI(await writeTo(api), roles);
  await expect(asked).rejects.toThrow('may not create SelfSubjectAccessReview');
});

test('an answer without a verdict allows nothing', async () => {
  const api = await fakeApi({
    store: ({ body }, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isObject(body) ? { kind: body.kind } : {}));
      return true;
    },
  });
  expect(await mayI(await writeTo(api), roles)).toEqual({ allowed: false });
});
