import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { connectTo, instantClock } from './testing/connect-to.ts';
import { fakeApi, refuse, type FakeApiOptions } from './testing/fake-api.ts';
import { named, services } from './testing/kinds.ts';

const path = '/api/v1/services';
const served: FakeApiOptions = { kinds: [services], lists: { [path]: named('shop', 'cart') } };

type Misbehave = (response: ServerResponse) => boolean;

/** A server that misbehaves in its first so many answers. */
function failing(times: number, misbehave: Misbehave) {
  return fakeApi({ ...served, fault: (_, response, nth) => nth <= times && misbehave(response) });
}

const reset: Misbehave = (response) => {
  response.socket?.resetAndDestroy();
  return true;
};
const status =
  (code: number, headers = {}): Misbehave =>
  (response) =>
    refuse(response, code, 'not now', headers);
/** Breaks off within the body. */
const cut: Misbehave = (response) => {
  response.writeHead(200, { 'content-length': 1000 }).write('{"items": [');
  setTimeout(() => response.destroy(), 10);
  return true;
};

describe('what passes is tried again', () => {
  test.each<[string, Misbehave]>([
    ['too many requests', status(429)],
    ['an internal error', status(500)],
    ['a bad gateway', status(502)],
    ['a server that is not ready', status(503)],
    ['a gateway that waited in vain', status(504)],
    ['a reset connection', reset],
    ['an answer that breaks off', cut],
  ])('%s', async (_, misbehave) => {
    const api = await failing(3, misbehave);
    const client = await connectTo(api);
    expect(await client.get(path)).toMatchObject({ kind: 'ServiceList' });
    expect(api.requests).toHaveLength(4);
  });

  test('after twice as long each time, with some spread', async () => {
    const clock = instantClock();
    const api = await failing(4, status(503));
    const client = await connectTo(api, {}, {}, { ...clock, random: () => 0.5 });
    await client.get(path);
    expect(clock.pauses).toEqual([300, 600, 1200, 2400]);
  });

  test('not before the server wants to be asked again', async () => {
    const clock = instantClock();
    const api = await failing(1, status(429, { 'retry-after': '7' }));
    await (await connectTo(api, {}, {}, clock)).get(path);
    expect(clock.pauses).toEqual([7000]);
  });

  test('but without waiting for hours', async () => {
    const clock = instantClock();
    const api = await failing(1, status(503, { 'retry-after': '7200' }));
    await (await connectTo(api, {}, {}, clock)).get(path);
    expect(clock.pauses).toEqual([30_000]);
  });

  test('five times in all', async () => {
    const api = await failing(99, status(503));
    const client = await connectTo(api);
    await expect(client.get(path)).rejects.toMatchObject({
      code: 'environment',
      message: `cannot list services of the whole cluster: ${api.url} answered 503 Service Unavailable`,
      reason: 'not now',
      hint: 'try again in a while',
    });
    expect(api.requests).toHaveLength(5);
  });
});

describe('what does not pass fails at once', () => {
  test.each<[string, Misbehave, object]>([
    [
      'a permission that is missing',
      status(403),
      {
        status: 403,
        message: 'the context "test" may not list services of the whole cluster',
        hint: 'an administrator can permit it: `kubectl create clusterrole meshctl-read --verb=get,list --resource=services`, bound to you',
      },
    ],
    [
      'a path that is not served',
      status(404),
      { status: 404, hint: 'check that the server of the kubeconfig is a Kubernetes API server' },
    ],
    ['a list that is forgotten', status(410), { status: 410, reason: 'not now' }],
    [
      'an answer that is no JSON',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log in</h1>');
        return true;
      },
      { status: 200, reason: 'it sent text/html, not a JSON object' },
    ],
    [
      'JSON that is no object',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end('[]');
        return true;
      },
      { status: 200, reason: 'it sent application/json, not a JSON object' },
    ],
  ])('%s', async (_, misbehave, error) => {
    const api = await failing(1, misbehave);
    const client = await connectTo(api);
    const failure: unknown = await client.get(path).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({ code: 'environment', ...error });
    expect(api.requests).toHaveLength(1);
  });

  test('a permission in one namespace is asked for as a role of it', async () => {
    const client = await connectTo(await fakeApi({ fault: (_, response) => refuse(response, 403, 'no') }));
    await expect(client.get('/apis/networking.istio.io/v1/namespaces/shop/gateways')).rejects.toMatchObject({
      message: 'the context "test" may not list gateways.networking.istio.io in the namespace "shop"',
      hint: 'an administrator can permit it: `kubectl create role -n shop meshctl-read --verb=get,list --resource=gateways.networking.istio.io`, bound to you',
    });
  });

  test.each([
    ['/api', 'cannot ask which kinds are served'],
    ['/apis/networking.istio.io/v1', 'cannot ask which kinds are served'],
    ['/version', 'cannot read /version'],
    [
      '/apis/apps/v1/namespaces/shop/deployments/cart',
      'cannot get deployments.apps "cart" in the namespace "shop"',
    ],
    ['/api/v1/namespaces/shop', 'cannot get namespaces "shop"'],
  ])('the message says what was asked for: %s', async (asked, message) => {
    const { url } = await fakeApi({ fault: (_, response) => refuse(response, 400, 'no') });
    const client = await connectTo({ url });
    await expect(client.get(asked)).rejects.toThrow(`${message}: ${url} answered 400 Bad Request`);
  });

  test('a port at which nothing listens', async () => {
    const client = await connectTo({ url: 'http://127.0.0.1:1' });
    await expect(client.get(path)).rejects.toMatchObject({
      code: 'environment',
      message: 'cannot reach http://127.0.0.1:1, the cluster of the context "test"',
      reason: 'the connection was refused: nothing listens at that port',
    });
  });

  test('a name that nobody knows', async () => {
    const client = await connectTo({ url: 'https://cluster.invalid:6443' });
    await expect(client.get(path)).rejects.toMatchObject({
      reason: expect.stringMatching(/^its name (is not known here|could not be looked up)$/) as string,
      hint: 'check the context, and that you are in the right network (VPN)',
    });
  });
});

describe('time and interruption', () => {
  const silent = () => fakeApi({ fault: () => true });

  test('a server that never answers costs no more than the time that is allowed', async () => {
    const api = await silent();
    const client = await connectTo(api, {}, { timeout: 50 });
    await expect(client.get(path)).rejects.toMatchObject({
      code: 'environment',
      message: `${api.url} did not answer within 0.05 s`,
      hint: expect.stringContaining('--request-timeout') as string,
    });
  });

  test('one deadline is for all requests', async () => {
    const client = await connectTo(await silent(), {}, { timeout: 50 });
    await client.get(path).catch(() => undefined);
    await expect(client.get(path)).rejects.toThrow('did not answer within');
  });

  test('says what it was waiting for when the time is over between two attempts', async () => {
    const api = await failing(99, status(503));
    const abort = (_: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
    const client = await connectTo(api, {}, { timeout: 50 }, { pause: abort, random: () => 0 });
    await expect(client.get(path)).rejects.toMatchObject({
      message: `${api.url} did not answer within 0.05 s`,
      reason: `cannot list services of the whole cluster: ${api.url} answered 503 Service Unavailable (not now)`,
    });
  });

  test('an interruption is passed on as it is', async () => {
    const controller = new AbortController();
    const client = await connectTo(await silent(), {}, { signal: controller.signal });
    const answer = client.get(path);
    setTimeout(() => {
      controller.abort(new Error('Ctrl-C'));
    }, 20);
    await expect(answer).rejects.toThrow('Ctrl-C');
  });

  test('a single request can be given up', async () => {
    const api = await failing(1, () => true);
    const client = await connectTo(api);
    await expect(client.get(path, { signal: AbortSignal.timeout(20) })).rejects.toThrow('timeout');
    expect(await client.get(path)).toMatchObject({ kind: 'ServiceList' });
  });
});

describe('the clock of the server', () => {
  const dated = (date: string | undefined) =>
    failing(9, (response) => {
      if (date === undefined) response.sendDate = false;
      else response.setHeader('date', date);
      return false;
    });

  test('is told by the date of an answer', async () => {
    const ahead = 3_600_000;
    const client = await connectTo(await dated(new Date(Date.now() + ahead).toUTCString()));
    expect(client.clockOffset()).toBeUndefined();
    await client.get(path);
    expect(Math.abs((client.clockOffset() ?? 0) - ahead)).toBeLessThan(60_000);
  });

  test.each([
    ['without a date', undefined],
    ['with a date that is none', 'soon'],
  ])('is not known by an answer %s', async (_, date) => {
    const client = await connectTo(await dated(date));
    await client.get(path);
    expect(client.clockOffset()).toBeUndefined();
  });
});
