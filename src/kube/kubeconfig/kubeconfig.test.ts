import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/connect-to.ts';
import { chooseContext } from './choose-context.ts';
import { contextNames } from './context-names.ts';
import { inClusterConfig } from './in-cluster-config.ts';
import { loadKubeconfig } from './load-kubeconfig.ts';
import { parseKubeconfig } from './parse-kubeconfig.ts';

/** A kubeconfig of one cluster, user and context, all of one name. */
const config = (name: string, server: string, more = '') => `
apiVersion: v1
kind: Config
clusters: [{name: ${name}, cluster: {server: "${server}"}}]
users: [{name: ${name}, user: {token: ${name}}}]
contexts: [{name: ${name}, context: {cluster: ${name}, user: ${name}}}]
${more}`;

describe('which files are read', () => {
  test('the one that is asked for, and no other', async () => {
    const folder = await temporaryFolder({ a: config('a', 'https://a'), b: config('b', 'https://b') });
    const read = await loadKubeconfig({
      kubeconfig: join(folder, 'a'),
      env: { KUBECONFIG: join(folder, 'b') },
    });
    expect(read.contexts.map(({ name }) => name)).toEqual(['a']);
  });

  test('those of KUBECONFIG: missing ones are passed over, the first of each name counts', async () => {
    const folder = await temporaryFolder({
      a: config('one', 'https://first'),
      b: config('one', 'https://second', 'current-context: one'),
      c: config('two', 'https://third', 'current-context: two'),
    });
    const files = ['a', 'missing', 'b', '', 'c', 'a'].map((name) => (name === '' ? '' : join(folder, name)));
    const read = await loadKubeconfig({ env: { KUBECONFIG: files.join(delimiter), HOME: '/nowhere' } });
    expect(read.currentContext).toBe('one');
    expect(read.contexts.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(chooseContext(read, undefined)).toMatchObject({ server: 'https://first', user: { token: 'one' } });
    expect(read.files).toHaveLength(3);
  });

  test('the one of the user', async () => {
    const folder = await temporaryFolder({});
    await expect(loadKubeconfig({ env: { HOME: folder } })).rejects.toMatchObject({
      code: 'environment',
      message: 'there is no kubeconfig, so no cluster to ask',
      reason: `looked for ${join(folder, '.kube', 'config')}, and this is no pod of a cluster`,
    });
  });

  test('a file that is asked for must exist', async () => {
    await expect(loadKubeconfig({ kubeconfig: 'nowhere/config' })).rejects.toMatchObject({
      code: 'environment',
      message: 'the kubeconfig nowhere/config does not exist',
    });
  });

  test('a folder is no kubeconfig', async () => {
    const folder = await temporaryFolder({});
    await expect(loadKubeconfig({ kubeconfig: folder })).rejects.toMatchObject({
      code: 'environment',
      message: `cannot read the kubeconfig ${folder}`,
    });
  });
});

describe('a file that cannot be understood is named, with the reason', () => {
  test.each([
    ['a: 1\n b: 2', 'line 2, column'],
    ['- a', 'line 1, column 1: the document is a list'],
    ['clusters: {}', 'clusters is not a list'],
    ['contexts: [{context: {}}]', 'contexts[0] has no name'],
    ['users: [{name: a, user: 1}]', 'users[0].user is not an object'],
  ])('%s', (text, reason) => {
    expect(() => parseKubeconfig(text, 'config')).toThrow(
      expect.objectContaining({
        code: 'input',
        message: 'cannot read the kubeconfig config',
        reason: expect.stringContaining(reason) as string,
      }),
    );
  });
});

test('the names of all contexts are given in their order', async () => {
  const folder = await temporaryFolder({ a: config('b', 'https://b'), b: config('a', 'https://a') });
  const KUBECONFIG = [join(folder, 'a'), join(folder, 'b')].join(delimiter);
  expect(await contextNames({ env: { KUBECONFIG } })).toEqual(['a', 'b']);
});

test('paths count from the folder of the file', () => {
  const user = '{client-certificate: c.pem, tokenFile: /abs/token, exec: {command: ./login, args: [./x]}}';
  const text = `users: [{name: a, user: ${user}}, {name: b, user: {exec: {command: login}}}]`;
  const users = parseKubeconfig(text, '/home/ann/.kube/config').users.map(({ value }) => value);
  expect(users).toEqual([
    {
      'client-certificate': '/home/ann/.kube/c.pem',
      tokenFile: '/abs/token',
      exec: { command: '/home/ann/.kube/login', args: ['./x'] },
    },
    { exec: { command: 'login' } },
  ]);
});

describe('the context', () => {
  const two = parseKubeconfig(
    `
clusters: [{name: c, cluster: {server: "https://c:6443/"}}, {name: bad, cluster: {server: c}}, {name: none}]
users: [{name: u, user: {token: t}}]
contexts:
- {name: production, context: {cluster: c, user: u, namespace: shop}}
- {name: staging, context: {cluster: c}}
- {name: no-cluster, context: {cluster: gone, user: u}}
- {name: no-user, context: {cluster: c, user: gone}}
- {name: empty}
- {name: bad-server, context: {cluster: bad}}
- {name: no-server, context: {cluster: none}}
current-context: staging`,
    'config',
  );

  test('is the current one', () => {
    expect(chooseContext(two, undefined)).toEqual({
      name: 'staging',
      namespace: 'default',
      server: 'https://c:6443',
      cluster: { server: 'https://c:6443/' },
      user: {},
    });
  });

  test('or the one that is asked for', () => {
    const chosen = chooseContext(two, 'production');
    expect(chosen).toMatchObject({ name: 'production', namespace: 'shop', user: { token: 't' } });
  });

  const mend = 'mend the kubeconfig, or choose another context with --context';

  test.each([
    [
      'prodution',
      'there is no context "prodution" in the kubeconfig',
      'config: the contexts are bad-server, empty, no-cluster, no-server, no-user, production, staging',
      'did you mean --context production?',
    ],
    [
      'x',
      'there is no context "x" in the kubeconfig',
      'config: the contexts are bad-server, empty, no-cluster, no-server, no-user, production, staging',
      'choose a context with --context',
    ],
    [
      'no-cluster',
      'the context "no-cluster" cannot be used',
      'config: its cluster "gone" is not in the kubeconfig',
      mend,
    ],
    [
      'no-user',
      'the context "no-user" cannot be used',
      'config: its user "gone" is not in the kubeconfig',
      mend,
    ],
    ['empty', 'the context "empty" cannot be used', 'config: it names no cluster', mend],
    [
      'bad-server',
      'the cluster "bad" of the kubeconfig cannot be used',
      'config: its server is "c", not an address such as https://10.0.0.1:6443',
      mend,
    ],
    [
      'no-server',
      'the cluster "none" of the kubeconfig cannot be used',
      'config: its server is missing, not an address such as https://10.0.0.1:6443',
      mend,
    ],
  ])('that is wrong is an error: %s', (name, message, reason, hint) => {
    expect(() => chooseContext(two, name)).toThrow(
      expect.objectContaining({ code: 'environment', message, reason, hint }),
    );
  });

  test('must be chosen', () => {
    const none = { ...two, currentContext: undefined };
    expect(() => chooseContext(none, undefined)).toThrow(
      expect.objectContaining({
        code: 'environment',
        message: 'no cluster is chosen: the kubeconfig has no current context',
        hint: 'choose one with --context, or for good with `kubectl config use-context`',
      }),
    );
  });

  test('of a kubeconfig with very many contexts is not looked for in a list of all', () => {
    const contexts = Array.from({ length: 15 }, (_, i) => `{name: c${i + 10}}`).join(', ');
    const many = parseKubeconfig(`contexts: [${contexts}]`, 'config');
    expect(() => chooseContext(many, 'zzzzzz')).toThrow(
      expect.objectContaining({ reason: expect.stringMatching(/c10, .*, c21 and 3 more$/) as string }),
    );
  });
});

describe('in a pod', () => {
  const env = { KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_SERVICE_PORT: '443' };

  test('the service account is used', async () => {
    const folder = await temporaryFolder({ token: 't', 'ca.crt': 'c', namespace: 'shop\n' });
    const found = await inClusterConfig(env, folder);
    expect(found && chooseContext(found, undefined)).toEqual({
      name: 'in-cluster',
      namespace: 'shop',
      server: 'https://10.0.0.1:443',
      cluster: { server: 'https://10.0.0.1:443', 'certificate-authority': join(folder, 'ca.crt') },
      user: { tokenFile: join(folder, 'token') },
    });
  });

  test('addresses of version 6 stand in brackets', async () => {
    const folder = await temporaryFolder({ token: 't' });
    const found = await inClusterConfig({ ...env, KUBERNETES_SERVICE_HOST: 'fd00::1' }, folder);
    expect(found && chooseContext(found, undefined)).toMatchObject({
      server: 'https://[fd00::1]:443',
      namespace: 'default',
    });
  });

  test('without a token, or outside of a pod, there is none', async () => {
    expect(await inClusterConfig(env, await temporaryFolder({}))).toBeUndefined();
    expect(await inClusterConfig({}, await temporaryFolder({ token: 't' }))).toBeUndefined();
  });
});
