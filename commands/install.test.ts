import { beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../src/json.ts';
import type { ServedKind } from '../src/kube/index.ts';
import { fakeApi, type FakeApi, type FakeApiOptions } from '../src/kube/testing/fake-api.ts';
import { definitions, namespaces, secrets, services } from '../src/kube/testing/kinds.ts';
import { storedObjects } from '../src/kube/testing/stored-objects.ts';
import { kubeconfigFor } from './testing/kubeconfig.ts';
import { run, type Result, type Surroundings } from './testing/run.ts';

const kind = (group: string, version: string, name: string, namespaced = true): ServedKind => ({
  ...{ group, version, kind: name, namespaced },
  resource: `${name.toLowerCase()}s`,
});
const rbac = 'rbac.authorization.k8s.io';
const admission = 'admissionregistration.k8s.io';
const kinds: readonly ServedKind[] = [
  ...[services, secrets, namespaces, definitions],
  ...[kind('', 'v1', 'ConfigMap'), kind('', 'v1', 'ServiceAccount')],
  ...[kind('apps', 'v1', 'Deployment'), kind('apps', 'v1', 'DaemonSet')],
  kind('autoscaling', 'v2', 'HorizontalPodAutoscaler'),
  ...[kind(rbac, 'v1', 'Role'), kind(rbac, 'v1', 'RoleBinding')],
  ...[kind(rbac, 'v1', 'ClusterRole', false), kind(rbac, 'v1', 'ClusterRoleBinding', false)],
  kind(admission, 'v1', 'MutatingWebhookConfiguration', false),
  kind(admission, 'v1', 'ValidatingWebhookConfiguration', false),
  kind('coordination.k8s.io', 'v1', 'Lease'),
];
const lists = Object.fromEntries(
  kinds.map(({ group, version, resource }) => [
    group === '' ? `/api/${version}/${resource}` : `/apis/${group}/${version}/${resource}`,
    [],
  ]),
);

const giveBack = 'DELETE /apis/coordination.k8s.io/v1/namespaces/istio-system/leases/meshctl-install';

describe('install', () => {
  let api: FakeApi;
  const serve = async (options: FakeApiOptions = {}): Promise<void> => {
    const store = storedObjects(new Map());
    const version = { gitVersion: 'v1.33.0', major: '1', minor: '33' };
    api = await fakeApi({
      ...{ kinds, lists },
      store: (request, response) => {
        if (request.path !== '/version') return store(request, response);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(version));
        return true;
      },
      ...options,
    });
  };

  beforeEach(() => serve());

  const install = async (args: readonly string[], surroundings: Surroundings = {}): Promise<Result> =>
    run(
      [
        'install',
        '--profile',
        'minimal',
        '--skip-precheck',
        ...args,
        '--kubeconfig',
        await kubeconfigFor(api),
      ],
      surroundings,
    );
  const writes = (): readonly string[] =>
    api.requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

  test('a dry run prints the plan, and writes nothing', async () => {
    const { code, out, err } = await install(['--dry-run']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'Istio 1.31.1, revision default, in the namespace istio-system',
        'Namespace: 1 to create',
        '  + Namespace istio-system',
        'Base: 16 to create',
        '  + 15 CustomResourceDefinition objects',
        '  + ServiceAccount istio-system/istio-reader-service-account',
        'Pilot: 16 to create',
        '  + ServiceAccount istio-system/istiod',
        '  + 3 ClusterRole objects',
        '  + 3 ClusterRoleBinding objects',
        '  + ValidatingWebhookConfiguration istio-validator-istio-system',
        '  + 3 ConfigMap objects',
        '  + Deployment istio-system/istiod',
        '  + Role istio-system/istiod',
        '  + RoleBinding istio-system/istiod',
        '  + HorizontalPodAutoscaler istio-system/istiod',
        '  + Service istio-system/istiod',
        'DefaultRevision: 4 to create',
        '  + 2 MutatingWebhookConfiguration objects',
        '  + ValidatingWebhookConfiguration istiod-default-validator',
        '  + Service istio-system/istiod-revision-tag-default',
        'Together: 37 to create',
        '',
      ].join('\n'),
    );
    expect(writes()).toEqual([]);
  });

  test('a plan for programs has no objects in it', async () => {
    const { out } = await install(['--dry-run', '-o', 'json']);
    const plan = JSON.parse(out) as JsonObject;
    expect(plan).toMatchObject({
      ...{ apiVersion: 'meshctl.dev/v1', kind: 'InstallPlan', dryRun: 'client', revision: 'default' },
      summary: { create: 37, change: 0, unchanged: 0, delete: 0 },
      prune: [],
    });
    expect(out).not.toContain('"desired"');
  });

  test('with --exit-code what would be written is an exit code', async () => {
    expect(await install(['--exit-code'])).toMatchObject({ code: 1 });
    expect(writes()).toEqual([]);
  });

  test('carries out with --yes, a line for each write, and gives the lock back', async () => {
    const { code, out, err } = await install(['-y', '--no-wait']);
    expect(code).toBe(0);
    expect(out).toBe(
      'Istio 1.31.1, revision default, in the namespace istio-system: installed; 37 created, 0 changed, 0 deleted, 0 unchanged\n',
    );
    expect(err).toContain('Pilot: created Deployment istio-system/istiod\n');
    expect(err).toContain('DefaultRevision: done\n');
    expect(writes().at(-1)).toBe(giveBack);
    expect(writes()).toHaveLength(39);
  });

  test('the result for programs', async () => {
    const { out } = await install(['-y', '--no-wait', '-o', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      ...{ kind: 'InstallResult', outcome: 'installed', failed: [], open: [] },
      done: ['Namespace', 'Base', 'Pilot', 'DefaultRevision'],
    });
  });

  test('a failure half-way is a result, too', async () => {
    await serve({
      fault: ({ method, path }, response) => {
        if (method !== 'PATCH' || !path.endsWith('/deployments/istiod')) return false;
        response.writeHead(403, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ kind: 'Status', status: 'Failure', message: 'quota', code: 403 }));
        return true;
      },
    });
    const { code, out, err } = await install(['-y', '--no-wait', '-o', 'json']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      ...{ outcome: 'failed', done: ['Namespace', 'Base'], open: ['DefaultRevision'] },
      failed: [{ stage: 'Pilot' }],
    });
    expect(err).toContain('in place: Namespace, Base; not begun: DefaultRevision');
    expect(writes().at(-1)).toBe(giveBack);
  });

  describe('asks', () => {
    test('nobody without a terminal: that needs --yes', async () => {
      const { code, err } = await install([]);
      expect(code).toBe(2);
      expect(err).toContain('Together: 37 to create');
      expect(err).toContain('--yes');
      expect(writes()).toEqual([]);
    });

    test.each([
      ['n\n', 1],
      ['\n', 1],
      ['y\n', 0],
    ])('and takes %j for an answer', async (stdin, code) => {
      const tty = { stdin: true, stdout: false, stderr: true };
      const result = await install(['--no-wait'], { stdin, tty });
      expect(result.code).toBe(code);
      expect(result.err).toContain('Carry this out?');
      expect(writes().length > 0).toBe(code === 0);
    });
  });

  test('on a terminal the stages are a tree', async () => {
    const tty = { stdin: true, stdout: true, stderr: true };
    const { code, err } = await install(['-y', '--no-wait'], { tty, env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    expect(err).toContain('✓ Pilot 16/16');
    expect(err).not.toContain('Pilot: created');
  });

  test.each([
    ['a spec with errors', ['--set', 'components.pilot.k8s.replicaCount=many']],
    ['a profile that does not exist', ['--set', 'profile=none']],
    ['a side that is none', ['--dry-run=both']],
    ['a time that is none', ['--timeout', 'soon']],
    ['a time of istioctl that is none', ['--readiness-timeout', 'soon']],
  ])('%s is an error before anything is asked for', async (_, args) => {
    expect(await install([...args, '-y'])).toMatchObject({ code: 2, out: '' });
    expect(writes()).toEqual([]);
  });

  test('-i is the namespace of the control plane', async () => {
    const { out } = await install(['--dry-run', '-i', 'mesh', '-o', 'json']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'InstallPlan', namespace: 'mesh' });
  });

  test('--revision default is the one without a name', async () => {
    const { out } = await install(['--revision', 'default', '--dry-run', '-o', 'json']);
    expect(JSON.parse(out)).toMatchObject({ revision: 'default' });
    expect(out).toContain('"istio-sidecar-injector"');
  });
});
