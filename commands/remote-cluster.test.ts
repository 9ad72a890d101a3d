import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { isObject, plainText, type JsonObject } from '../src/json.ts';
import { fakeApi, type FakeApiOptions } from '../src/kube/testing/fake-api.ts';
import { storedObjects } from '../src/kube/testing/stored-objects.ts';
import { fakeAdmin } from '../src/proxy/testing/fake-admin.ts';
import { kubeconfigFor } from './testing/kubeconfig.ts';
import { run } from './testing/run.ts';

const core = { group: '', version: 'v1', namespaced: true };
const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1', namespaced: false };
const kinds = [
  { ...core, kind: 'Namespace', resource: 'namespaces', namespaced: false },
  { ...core, kind: 'Secret', resource: 'secrets' },
  { ...core, kind: 'ServiceAccount', resource: 'serviceaccounts' },
  { ...rbac, kind: 'ClusterRole', resource: 'clusterroles' },
  { ...rbac, kind: 'ClusterRoleBinding', resource: 'clusterrolebindings' },
];
const place = '/api/v1/namespaces/istio-system';
const reader = 'istio-reader-service-account';
const token = Buffer.from('the-token').toString('base64');
const tokenSecret = {
  metadata: { annotations: { 'kubernetes.io/service-account.name': reader } },
  type: 'kubernetes.io/service-account-token',
  data: { token, 'ca.crt': 'Q0E=' },
};
const account = { metadata: { name: reader } };
const kubeSystem = { metadata: { name: 'kube-system', uid: 'a-b-c' } };
const complete = {
  '/api/v1/namespaces/kube-system': kubeSystem,
  [`${place}/serviceaccounts/${reader}`]: account,
  [`${place}/secrets/${reader}-istio-remote-secret-token`]: tokenSecret,
};

/** A cluster that fills a Secret for a token as soon as it is looked at. */
async function cluster(objects: Readonly<Record<string, JsonObject>>) {
  const stored = new Map(Object.entries(objects));
  const store = storedObjects(stored);
  const api = await fakeApi({
    kinds,
    store: (request, response) => {
      const there = stored.get(request.path);
      if (there?.type === tokenSecret.type) stored.set(request.path, { ...there, data: tokenSecret.data });
      return store(request, response);
    },
  });
  return { api, stored, kubeconfig: await kubeconfigFor(api) };
}

describe('create-remote-secret', () => {
  test('prints a Secret that kubectl applies, and nothing else', async () => {
    const { api, kubeconfig } = await cluster(complete);
    const { code, out, err } = await run([
      'x',
      'create-remote-secret',
      '--kubeconfig',
      kubeconfig,
      '--name',
      'east',
    ]);
    expect(code).toBe(0);
    expect(parseDocument(out).errors).toEqual([]);
    const secret = parse(out) as JsonObject;
    expect(secret).toMatchObject({ kind: 'Secret', metadata: { name: 'istio-remote-secret-east' } });
    const inner = isObject(secret.stringData) ? plainText(secret.stringData.east) : '';
    expect(parse(inner)).toMatchObject({ users: [{ user: { token: 'the-token' } }] });
    expect(err).not.toContain('the-token');
    expect(err).toMatch(/127\.0\.0\.1:\d+ is an address of this machine.*\n {2}hint: .*--server/);
    expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('makes what an installation would have made, and says so', async () => {
    const { stored, kubeconfig } = await cluster({ '/api/v1/namespaces/kube-system': kubeSystem });
    const { code, err } = await run([
      ...['create-remote-secret', '--kubeconfig', kubeconfig, '-d', 'manifests'],
      ...['--server', 'https://10.0.0.1:6443'],
    ]);
    expect(code).toBe(0);
    expect(err.split('\n').slice(0, -1)).toEqual([
      'note: --manifests is not used: the objects are those that meshctl installs',
      'created: Namespace "istio-system"',
      expect.stringMatching(/^created: ServiceAccount "istio-reader-service-account" in the namespace/),
      'created: ClusterRole "istio-reader-clusterrole-istio-system"',
      'created: ClusterRoleBinding "istio-reader-clusterrole-istio-system"',
      expect.stringMatching(/^created: Secret "istio-reader-service-account-istio-remote-secret-token"/),
    ]);
    expect(stored.get(`${place}/secrets/${reader}-istio-remote-secret-token`)).toBeDefined();
  });

  test('makes no account when it shall not', async () => {
    const { api, kubeconfig } = await cluster({ '/api/v1/namespaces/kube-system': kubeSystem });
    const { code, err } = await run([
      ...['create-remote-secret', '--kubeconfig', kubeconfig, '--create-service-account=false'],
    ]);
    expect(code).toBe(2);
    expect(err).toContain('there is no service account istio-reader-service-account');
    expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('takes the settings of a plugin, some at a time', async () => {
    const { kubeconfig } = await cluster(complete);
    const plugin = [
      '--auth-type',
      'plugin',
      '--auth-plugin-config',
      'a=1,b=x=y',
      '--auth-plugin-config',
      'c=3',
    ];
    const { out } = await run(['create-remote-secret', '--kubeconfig', kubeconfig, '-o', 'json', ...plugin]);
    const { stringData } = JSON.parse(out) as { stringData: Record<string, string> };
    expect(parse(stringData['a-b-c'] ?? '')).toMatchObject({
      users: [{ user: { 'auth-provider': { name: 'gcp', config: { a: '1', b: 'x=y', c: '3' } } } }],
    });
  });

  test.each([
    [['--auth-plugin-config', 'nonsense'], 'give key=value'],
    [['--type', 'other'], 'remote, config'],
  ])('refuses %j', async (argv, message) => {
    const { code, err } = await run(['create-remote-secret', ...argv]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('remote-clusters', () => {
  const istiod = (name: string) => ({
    metadata: { name, namespace: 'istio-system', labels: { app: 'istiod' } },
    status: { phase: 'Running' },
  });
  const secret = { metadata: { name: 'west', annotations: { 'networking.istio.io/cluster': 'west' } } };
  const secretsPath = `${place}/secrets`;

  async function asked(argv: readonly string[], options: Partial<FakeApiOptions> = {}) {
    const admin = await fakeAdmin((_, response) =>
      response.end(JSON.stringify([{ id: 'east', secretName: '', syncStatus: 'synced' }])),
    );
    const api = await fakeApi({
      lists: { [`${place}/pods`]: [istiod('istiod-a'), istiod('istiod-b')], [secretsPath]: [secret] },
      forwards: (pod) => (pod === 'istiod-a' ? Number(new URL(admin.address).port) : undefined),
      ...options,
    });
    const result = await run(['remote-clusters', '--kubeconfig', await kubeconfigFor(api), ...argv]);
    await admin.close();
    return result;
  }

  test('lists what istiods say, and what they should say', async () => {
    const { code, out, err } = await asked([]);
    expect(out.split('\n')).toEqual([
      'NAME  SECRET             STATUS      ISTIOD',
      'east                     synced      istiod-a',
      'west  istio-system/west  not loaded  istiod-a',
      '',
    ]);
    expect(code).toBe(3);
    expect(err).toMatch(/warning: clusters of istiod-b are missing: there is no pod istiod-b/);
    expect(err).toContain('a Secret is not loaded');
  });

  test('says so when Secrets may not be read', async () => {
    const { err } = await asked([], {
      fault: ({ path }, response) => {
        if (path !== secretsPath) return false;
        response.writeHead(403).end('{}');
        return true;
      },
    });
    expect(err).toContain('Secrets were not compared');
  });

  test('prints a document for programs, as its schema says', async () => {
    const { out } = await asked(['-o', 'json']);
    const document = JSON.parse(out) as JsonObject;
    expect(document).toMatchObject({ kind: 'RemoteClusterList', missing: [{ istiod: 'istiod-b' }] });
    const text = readFileSync(new URL('../docs/schemas/remote-cluster-list.json', import.meta.url), 'utf8');
    const strict = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
    const validate = new Ajv({ strict: false }).compile(JSON.parse(strict) as object);
    validate(document);
    expect(validate.errors).toBeNull();
    expect(validate({ ...document, extra: 1 })).toBe(false);
  });
});
