import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/json.ts';
import { fakeApi, type FakeApi, type FakeApiOptions } from '../src/kube/testing/fake-api.ts';
import { kubeconfigFor } from './testing/kubeconfig.ts';
import { run, type Result } from './testing/run.ts';

const kind = (group: string, name: string, namespaced = true) => ({
  ...{ group, version: 'v1', kind: name, resource: `${name.toLowerCase()}s`, namespaced },
});
const kinds = [
  ...['Deployment', 'DaemonSet', 'ReplicaSet'].map((name) => kind('apps', name)),
  ...['Pod', 'Event', 'Service', 'ServiceAccount', 'ConfigMap'].map((name) => kind('', name)),
  ...['Role', 'RoleBinding'].map((name) => kind('rbac.authorization.k8s.io', name)),
  ...['ClusterRole', 'ClusterRoleBinding'].map((name) => kind('rbac.authorization.k8s.io', name, false)),
  kind('apiextensions.k8s.io', 'CustomResourceDefinition', false),
  { ...kind('autoscaling', 'HorizontalPodAutoscaler'), version: 'v2' },
  kind('discovery.k8s.io', 'EndpointSlice'),
  kind('admissionregistration.k8s.io', 'MutatingWebhookConfiguration', false),
  kind('admissionregistration.k8s.io', 'ValidatingWebhookConfiguration', false),
];
const istiod = (readyReplicas: number): JsonObject => ({
  metadata: {
    name: 'istiod',
    namespace: 'istio-system',
    labels: { 'operator.istio.io/component': 'Pilot', 'istio.io/rev': 'default' },
  },
  spec: { replicas: 1 },
  status: { updatedReplicas: 1, readyReplicas },
});
/** Lists of everything, of the cluster and of the namespace. */
const nothing = Object.fromEntries(
  kinds.flatMap(({ group, version, resource }) => {
    const root = group === '' ? '/api/v1' : `/apis/${group}/${version}`;
    return [`${root}/${resource}`, `${root}/namespaces/istio-system/${resource}`].map((list) => [list, []]);
  }),
);

const clusterWith = (readyReplicas: number, options: FakeApiOptions = {}): Promise<FakeApi> =>
  fakeApi({
    kinds,
    lists: { ...nothing, '/apis/apps/v1/deployments': [istiod(readyReplicas)] },
    store: ({ path }, response) => {
      if (path !== '/version') return false;
      response.writeHead(200).end(JSON.stringify({ major: '1', minor: '33', gitVersion: 'v1.33.0' }));
      return true;
    },
    ...options,
  });

async function verify(api: FakeApi, ...flags: readonly string[]): Promise<Result> {
  return run(['verify', ...flags], { env: { KUBECONFIG: await kubeconfigFor(api) } });
}

describe('verify', () => {
  test('prints what it looked at, and 0 is a working installation', async () => {
    const api = await clusterWith(1);
    expect(await verify(api)).toEqual({
      code: 0,
      out: `What is installed
√ revision default in istio-system: istiod

Workloads
√ Deployment istio-system/istiod is ready
`,
      err: 'The installation works: 2 fine, 0 to look at, 0 failed\n',
    });
    expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test('says what to do about what does not work, and gives 1', async () => {
    const { code, out, err } = await verify(await clusterWith(0));
    expect([code, err]).toEqual([
      1,
      'The installation does not work as it should: 1 fine, 0 to look at, 1 failed\n',
    ]);
    expect(out).toContain('× Deployment istio-system/istiod is not ready: 0 of 1 pods are ready\n');
    expect(out).toContain('hint: `kubectl -n istio-system describe deployment/istiod` tells more\n');
  });

  test('gives 3 when not all could be read', async () => {
    const api = await clusterWith(1, {
      fault: ({ path }, response) => {
        const refused = path.endsWith('/replicasets');
        if (refused) response.writeHead(403).end(JSON.stringify({ kind: 'Status', code: 403 }));
        return refused;
      },
    });
    const { code, out } = await verify(api);
    expect([code, out]).toEqual([3, expect.stringContaining('- not seen: ReplicaSet objects: ')]);
  });

  test('compares with a spec where one is named', async () => {
    const { code, out } = await verify(await clusterWith(1), '--profile', 'minimal');
    expect(code).toBe(1);
    expect(out).toContain('Objects against the spec\n');
    expect(out).toMatch(/× Base: none of its \d+ objects is there\n/);
  });

  test('looks at the revision that is named', async () => {
    const { code, out } = await verify(await clusterWith(1), '--revision', 'canary');
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('× no installation of the revision canary is in the cluster\n'),
    ]);
  });

  test('is a document of the form that its schema has', async () => {
    const text = readFileSync(new URL('../docs/schemas/verify-report.json', import.meta.url), 'utf8');
    const closed = text.replaceAll('"properties": {', '"additionalProperties": false, "properties": {');
    const validate = new Ajv({ strict: false }).compile(JSON.parse(closed) as object);
    const { out } = await verify(await clusterWith(0), '--profile', 'minimal', '-o', 'json');
    const document: unknown = JSON.parse(out);
    validate(document);
    expect([validate.errors, document]).toEqual([
      null,
      expect.objectContaining({ kind: 'VerifyReport', ok: false }),
    ]);
  });
});
