import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import { writeTo } from '../testing/connect-to.ts';
import { fakeApi, refuse, type FakeApi } from '../testing/fake-api.ts';

const asked = {
  namespace: 'vms',
  serviceAccount: 'web',
  audiences: ['istio-ca'],
  expirationSeconds: 3600,
};
const path = '/api/v1/namespaces/vms/serviceaccounts/web/token';
const issued = { status: { token: 'secret', expirationTimestamp: '2030-01-01T00:00:00Z' } };

const give = (response: ServerResponse, body: JsonObject, code = 201): true => {
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return true;
};

const answering = (answer: (response: ServerResponse, nth: number) => true): Promise<FakeApi> =>
  fakeApi({ fault: (_, response, nth) => answer(response, nth) });

describe('a token of a service account', () => {
  test('is asked for with audience and duration, bound to nothing', async () => {
    const api = await answering((response) => give(response, issued));
    const writer = await writeTo(api);
    const token = await writer.token(asked);
    expect(token).toEqual({ token: 'secret', expires: new Date('2030-01-01T00:00:00Z') });
    expect(api.requests.map(({ method, path: at, body }) => [method, at, body])).toEqual([
      [
        'POST',
        path,
        {
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenRequest',
          spec: { audiences: ['istio-ca'], expirationSeconds: 3600 },
        },
      ],
    ]);
  });

  test('is asked for again when the server is busy', async () => {
    const api = await answering((response, nth) =>
      nth === 1 ? refuse(response, 503, 'starting') : give(response, issued),
    );
    const writer = await writeTo(api);
    expect((await writer.token(asked)).token).toBe('secret');
    expect(api.requests).toHaveLength(2);
  });

  test.each([
    ['without a time', { status: { token: 't' } }],
    ['with a time that is none', { status: { token: 't', expirationTimestamp: 'soon' } }],
  ])('%s expires at no known time', async (_, answer) => {
    const writer = await writeTo(await answering((response) => give(response, answer)));
    expect(await writer.token(asked)).toEqual({ token: 't', expires: undefined });
  });

  test.each<[string, number, JsonObject, RegExp]>([
    ['no permission', 403, {}, /create role -n vms .*--resource=serviceaccounts\/token/],
    ['no service account', 404, { kind: 'serviceaccounts' }, /create serviceaccount -n vms web/],
    ['no namespace', 404, { kind: 'namespaces' }, /create namespace vms/],
    ['an audience that is refused', 422, {}, /another audience/],
  ])('with %s there is an error that says what to do', async (_, code, details, hint) => {
    const status = { kind: 'Status', code, message: 'no', details };
    const writer = await writeTo(await answering((response) => give(response, status, code)));
    await expect(writer.token(asked)).rejects.toMatchObject({
      status: code,
      hint: expect.stringMatching(hint) as string,
    });
  });

  test('that is to live for too short a time is refused with the shortest one', async () => {
    const writer = await writeTo(await answering((response) => refuse(response, 422, 'too short')));
    const short = writer.token({ ...asked, expirationSeconds: 10 });
    await expect(short).rejects.toMatchObject({ hint: expect.stringContaining('600') as string });
  });

  test('is not taken from an answer without one, and the answer is not shown', async () => {
    const writer = await writeTo(
      await answering((response) => give(response, { status: { tokne: 'secret' } })),
    );
    await expect(writer.token(asked)).rejects.toThrow(/issued no token/);
  });
});
