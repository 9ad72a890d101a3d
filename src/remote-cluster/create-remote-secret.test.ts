import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainText, type JsonObject } from '../json.ts';
import type { ClusterWriter, ObjectKey } from '../kube/apply/index.ts';
import { createRemoteSecret, type RemoteSecretOptions } from './create-remote-secret.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const idOf = ({ kind, namespace = '', name }: ObjectKey) => `${kind} ${namespace}/${name}`;
const tokenId = 'Secret istio-system/istio-reader-service-account-istio-remote-secret-token';
const accountId = 'ServiceAccount istio-system/istio-reader-service-account';

const token = (account: string, data: JsonObject = { token: base64('s3cret'), 'ca.crt': 'Q0E=' }) => ({
  metadata: { annotations: { 'kubernetes.io/service-account.name': account } },
  type: 'kubernetes.io/service-account-token',
  data,
});
const reader = token('istio-reader-service-account');

const account = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'istio-reader-service-account', namespace: 'istio-system' },
};
const role = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'istio-reader-clusterrole-istio-system' },
};

/** A cluster with objects, whose controller fills Secrets with tokens as soon as they are made, if it `fills` them. */
function cluster(objects: Readonly<Record<string, JsonObject>>, { fills = true } = {}) {
  const there = new Map(Object.entries(objects));
  const created: JsonObject[] = [];
  const writer = {
    client: {
      server: 'https://10.1.2.3:6443',
      get: () => Promise.resolve({ metadata: { uid: 'c1d2-uid' } }),
    } as unknown as ClusterWriter['client'],
    get: (key: ObjectKey) => Promise.resolve(there.get(idOf(key))),
    create: (object: JsonObject) => {
      created.push(object);
      const { name = '', namespace = '' } = object.metadata as Record<string, string>;
      const made = object.kind === 'Secret' && fills ? { ...object, data: reader.data } : object;
      there.set(`${plainText(object.kind)} ${namespace}/${name}`, made);
      return Promise.resolve(made);
    },
  };
  return { writer, created };
}

const make = (
  objects: Readonly<Record<string, JsonObject>>,
  options: Partial<RemoteSecretOptions> = {},
  how = {},
) => createRemoteSecret(cluster(objects, how).writer, { namespace: 'istio-system', ...options });

const present = { [accountId]: account, [tokenId]: reader };

describe('the Secret', () => {
  test('holds a kubeconfig with server, CA and token, by the label that istiod looks for', async () => {
    const { secret } = await make(present, { cluster: 'east' });
    const { stringData, ...rest } = secret;
    expect(rest).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        annotations: { 'networking.istio.io/cluster': 'east' },
        labels: { 'istio/multiCluster': 'true' },
        name: 'istio-remote-secret-east',
        namespace: 'istio-system',
      },
    });
    expect(Object.keys(stringData as JsonObject)).toEqual(['east']);
    expect(parse((stringData as { east: string }).east)).toEqual({
      apiVersion: 'v1',
      kind: 'Config',
      preferences: {},
      clusters: [
        { name: 'east', cluster: { server: 'https://10.1.2.3:6443', 'certificate-authority-data': 'Q0E=' } },
      ],
      contexts: [{ name: 'east', context: { cluster: 'east', user: 'east' } }],
      'current-context': 'east',
      users: [{ name: 'east', user: { token: 's3cret' } }],
    });
  });

  test('is called after the uid of kube-system, if nobody names the cluster', async () => {
    const { secret, cluster: name } = await make(present);
    expect(name).toBe('c1d2-uid');
    expect(secret).toMatchObject({ metadata: { name: 'istio-remote-secret-c1d2-uid' } });
  });

  test('has the server that is given', async () => {
    const { secret } = await make(present, { cluster: 'a', server: 'https://api.example:443' });
    expect((secret.stringData as { a: string }).a).toContain('server: https://api.example:443\n');
  });

  test('of the type config is that of an istiod outside of the cluster', async () => {
    const { secret } = await make(
      {
        'ServiceAccount istio-system/istiod': {},
        'Secret istio-system/istiod-istio-remote-secret-token': token('istiod'),
      },
      { type: 'config', cluster: 'Main' },
    );
    expect(secret).toMatchObject({ metadata: { name: 'istio-kubeconfig' } });
    expect(Object.keys(secret.stringData as JsonObject)).toEqual(['config']);
  });

  test('names a login provider in place of the token', async () => {
    const plugin = { name: 'gcp', config: { 'cmd-path': 'gcloud' } };
    const { secret } = await make(present, { cluster: 'a', plugin });
    const text = (secret.stringData as { a: string }).a;
    expect(parse(text)).toMatchObject({
      users: [{ user: { 'auth-provider': { name: 'gcp', config: { 'cmd-path': 'gcloud' } } } }],
    });
    expect(text).not.toContain('s3cret');
  });
});

describe('the token comes', () => {
  test.each<[string, Readonly<Record<string, JsonObject>>, Partial<RemoteSecretOptions>]>([
    [
      'from a Secret that the account names',
      { [accountId]: { ...account, secrets: [{ name: 'old' }] }, 'Secret istio-system/old': reader },
      {},
    ],
    [
      'from the Secret that is asked for',
      { [accountId]: account, 'Secret istio-system/mine': reader },
      { secretName: 'mine' },
    ],
    [
      'of another account',
      {
        'ServiceAccount istio-system/me': {},
        'Secret istio-system/me-istio-remote-secret-token': token('me'),
      },
      { serviceAccount: 'me' },
    ],
  ])('%s', async (_, objects, options) => {
    const { writer, created } = cluster(objects);
    const { secret } = await createRemoteSecret(writer, {
      namespace: 'istio-system',
      cluster: 'a',
      ...options,
    });
    expect((secret.stringData as { a: string }).a).toContain('token: s3cret');
    expect(created).toEqual([]);
  });

  test('from a new Secret, if there is none that is one of the account', async () => {
    const told: string[] = [];
    const { writer, created } = cluster({
      [accountId]: { ...account, secrets: [{ name: 'image-pull' }] },
      'Secret istio-system/image-pull': { type: 'kubernetes.io/dockerconfigjson' },
    });
    const onCreated = (key: ObjectKey) => told.push(idOf(key));
    await createRemoteSecret(writer, { namespace: 'istio-system', onCreated });
    expect(created).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'istio-reader-service-account-istio-remote-secret-token',
          namespace: 'istio-system',
          annotations: { 'kubernetes.io/service-account.name': 'istio-reader-service-account' },
        },
        type: 'kubernetes.io/service-account-token',
      },
    ]);
    expect(told).toEqual([tokenId]);
  });
});

test('what is missing of the readers is made, and what is there is left alone', async () => {
  const { writer, created } = cluster({ 'ClusterRole /istio-reader-clusterrole-istio-system': role });
  await createRemoteSecret(writer, { namespace: 'istio-system', readers: [account, role] });
  expect(created.map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Secret']);
});

test('when the account is there, its permissions are not touched', async () => {
  const { writer, created } = cluster(present);
  await createRemoteSecret(writer, { namespace: 'istio-system', readers: [account, role] });
  expect(created).toEqual([]);
});

test.each<[string, Readonly<Record<string, JsonObject>>, Partial<RemoteSecretOptions>, object]>([
  [
    'there is no account',
    {},
    {},
    { code: 'usage', message: /no service account istio-reader-service-account/ },
  ],
  [
    'the readers are those of another account',
    {},
    { readers: [account], serviceAccount: 'me' },
    { message: /no service account me / },
  ],
  [
    'the Secret that was named is not there',
    { [accountId]: account },
    { secretName: 'mine' },
    { code: 'usage', message: /there is no Secret mine/ },
  ],
  [
    'the Secret that was named is one of somebody else',
    { [accountId]: account, 'Secret istio-system/mine': token('other') },
    { secretName: 'mine' },
    { code: 'usage', message: /holds no token of the service account istio-reader/ },
  ],
  ['the name fits no Secret', present, { cluster: 'East_1' }, { code: 'usage', message: /"East_1"/ }],
  ['the name is empty', present, { cluster: '', type: 'config' }, { code: 'usage' }],
])('fails when %s', async (_, objects, options, error) => {
  const wanted = Object.entries(error).map(([key, value]): [string, unknown] => [
    key,
    value instanceof RegExp ? (expect.stringMatching(value) as unknown) : value,
  ]);
  await expect(make(objects, options)).rejects.toMatchObject(Object.fromEntries(wanted));
});

test('fails when nobody fills the new Secret', async () => {
  await expect(make({ [accountId]: account }, { timeout: 1 }, { fills: false })).rejects.toMatchObject({
    code: 'environment',
    message: expect.stringContaining('has not put a token into the Secret') as string,
  });
});
