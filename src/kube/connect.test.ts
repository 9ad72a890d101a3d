import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect } from './connect.ts';
import { connectTo, kubeconfigText, temporaryFolder, type Login } from './testing/connect-to.ts';
import { fakeApi, refuse } from './testing/fake-api.ts';

const basic = `Basic ${Buffer.from('ann:secret').toString('base64')}`;

/** The headers of one request with a login. */
async function headersOf(login: Login, options: Parameters<typeof connectTo>[2] = {}) {
  const api = await fakeApi();
  await (await connectTo(api, login, options)).get('/apis');
  return api.requests[0]?.headers ?? {};
}

describe('credentials', () => {
  test.each<[string, Login, string | undefined]>([
    ['a token', { user: { token: 't1' } }, 'Bearer t1'],
    ['a name and a password', { user: { username: 'ann', password: 'secret' } }, basic],
    ['none', {}, undefined],
  ])('%s', async (_, login, authorization) => {
    expect((await headersOf(login)).authorization).toBe(authorization);
  });

  test('a token in a file comes before one in the kubeconfig; its line break is cut off', async () => {
    const folder = await temporaryFolder({ token: 't2\n' });
    const user = { token: 't1', tokenFile: join(folder, 'token') };
    expect((await headersOf({ user })).authorization).toBe('Bearer t2');
  });

  test('a file that is missing is named', async () => {
    const login = connectTo({ url: 'http://127.0.0.1:1' }, { user: { tokenFile: '/nowhere/token' } });
    await expect(login).rejects.toMatchObject({
      code: 'environment',
      message: 'cannot log in with the context "test"',
      reason: expect.stringContaining('/nowhere/token') as string,
    });
  });

  test('are renewed once when the server no longer accepts them', async () => {
    const script =
      'n=$(cat "$0" 2>/dev/null); echo "x$n" >"$0"; echo "{\\"status\\": {\\"token\\": \\"t$n\\"}}"';
    const folder = await temporaryFolder({});
    const user = { exec: { apiVersion: 'x', command: 'sh', args: ['-c', script, join(folder, 'count')] } };
    const api = await fakeApi({
      fault: ({ headers }, response) =>
        headers.authorization !== 'Bearer tx' && refuse(response, 401, 'Unauthorized'),
    });
    const client = await connectTo(api, { user });
    expect(await Promise.all([client.get('/apis'), client.get('/api')])).toHaveLength(2);
    expect(api.requests.map(({ headers }) => headers.authorization).sort()).toEqual([
      'Bearer t',
      'Bearer t',
      'Bearer tx',
      'Bearer tx',
    ]);
  });

  test('that stay refused are an error with a way out', async () => {
    const api = await fakeApi({ fault: (_, response) => refuse(response, 401, 'Unauthorized') });
    const client = await connectTo(api);
    await expect(client.get('/apis')).rejects.toMatchObject({
      status: 401,
      message: `${api.url} does not accept the credentials of the context "test"`,
      hint: 'they may have expired: log in again, and try `kubectl --context test auth whoami`',
    });
    expect(api.requests).toHaveLength(2);
  });
});

describe('a login program that never ends', () => {
  const user = { exec: { command: 'sleep', args: ['600'] } };
  const server = { url: 'http://127.0.0.1:1' };

  test('costs no more than the time that is allowed', async () => {
    await expect(connectTo(server, { user }, { timeout: 50 })).rejects.toMatchObject({
      code: 'environment',
      message: 'cannot log in: the program sleep did not end in time',
    });
  });

  test('can be interrupted', async () => {
    const controller = new AbortController();
    const connection = connectTo(server, { user }, { signal: controller.signal });
    controller.abort(new Error('Ctrl-C'));
    await expect(connection).rejects.toThrow('Ctrl-C');
  });
});

describe('impersonation', () => {
  const user = { as: 'bob', 'as-groups': ['devs'], 'as-uid': '7', 'as-user-extra': { 'a/b': ['c'] } };

  test('of the kubeconfig', async () => {
    expect(await headersOf({ user })).toMatchObject({
      'impersonate-user': 'bob',
      'impersonate-group': 'devs',
      'impersonate-uid': '7',
      'impersonate-extra-a%2fb': 'c',
    });
  });

  test('what is asked for comes first', async () => {
    const headers = await headersOf({ user }, { as: 'eve', asGroup: ['ops', 'all'], asUid: '8' });
    expect(headers).toMatchObject({
      'impersonate-user': 'eve',
      'impersonate-group': 'ops, all',
      'impersonate-uid': '8',
    });
  });

  test('of groups needs a user', async () => {
    const login = connectTo({ url: 'http://127.0.0.1:1' }, {}, { asGroup: ['ops'] });
    await expect(login).rejects.toMatchObject({ code: 'usage', hint: 'add --as <user>' });
  });
});

test('knows context, server and namespace', async () => {
  const client = await connectTo({ url: 'http://127.0.0.1:1/' });
  expect(client).toMatchObject({ context: 'test', server: 'http://127.0.0.1:1', namespace: 'shop' });
});

test('a path of the server stays in front of the path that is asked for', async () => {
  const api = await fakeApi({ fault: ({ path }, response) => refuse(response, 404, path) });
  const client = await connectTo({ url: `${api.url}/k8s/clusters/c-1` });
  await client.get('/apis').catch(() => undefined);
  expect(api.requests.map(({ path }) => path)).toEqual(['/k8s/clusters/c-1/apis']);
});

test('a kubeconfig is looked for from the folder that is given', async () => {
  const folder = await temporaryFolder({ config: kubeconfigText('http://127.0.0.1:1') });
  expect(await connect({ kubeconfig: 'config', cwd: folder, env: {} })).toMatchObject({ context: 'test' });
});

test('connections are used again', async () => {
  const ports = new Set<number | undefined>();
  const api = await fakeApi({
    fault: (_, response) => {
      ports.add(response.socket?.remotePort);
      return false;
    },
  });
  const client = await connectTo(api);
  for (let i = 0; i < 5; i++) await client.get('/apis');
  expect(ports.size).toBe(1);
});
