import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { JsonObject } from '../../src/json.ts';
import { connectWriter } from '../../src/kube/apply/index.ts';
import { startSandbox, type Fault, type SandboxRequest } from '../../src/sandbox/index.ts';
import { run, type Result } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const definition = (plural: string, kind: string): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.networking.istio.io` },
  spec: {
    ...{ group: 'networking.istio.io', scope: 'Namespaced' },
    names: { plural, kind, listKind: `${kind}List`, singular: kind.toLowerCase() },
    versions: [
      {
        ...{ name: 'v1', served: true, storage: true },
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
});
const configMap = (name: string, data: JsonObject): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'istio-system', name }, data },
});
const istiod: JsonObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'istiod',
    namespace: 'istio-system',
    labels: { app: 'istiod', 'istio.io/rev': 'default' },
  },
  spec: {
    selector: { matchLabels: { app: 'istiod' } },
    template: {
      metadata: { labels: { app: 'istiod', 'istio.io/rev': 'default' } },
      spec: {
        containers: [
          {
            ...{ name: 'discovery', image: 'docker.io/istio/pilot:1.31.0-distroless' },
            env: [{ name: 'CLUSTER_ID', value: 'west' }],
          },
        ],
      },
    },
  },
};
const gateway = (spec: JsonObject = { type: 'LoadBalancer' }): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'istio-eastwestgateway', namespace: 'istio-system' },
  spec: { ports: [{ name: 'tls-istiod', port: 15012 }], ...spec },
});
const mesh: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  definition('workloadgroups', 'WorkloadGroup'),
  definition('workloadentries', 'WorkloadEntry'),
  configMap('istio', { mesh: '' }),
  configMap('istio-sidecar-injector', { values: '{"global":{"multiCluster":{"clusterName":"west"}}}' }),
  istiod,
];
const groupText = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: web}
spec: {template: {serviceAccount: web, ports: {http: 8080}}}
`;
const names = ['cluster.env', 'hosts', 'install.sh', 'istio-token', 'mesh.yaml', 'root-cert.pem'];

interface Cluster {
  readonly ask: (argv: readonly string[], more?: Readonly<Record<string, string>>) => Promise<Result>;
  readonly cwd: string;
  readonly file: (name: string) => string;
  readonly objects: () => readonly JsonObject[];
}

/** A mesh whose istiod is ready; `faults` comes before every request. */
async function cluster(
  objects: readonly JsonObject[] = [...mesh, gateway()],
  faults: (request: SandboxRequest) => Fault | undefined = () => undefined,
): Promise<Cluster> {
  const sandbox = await startSandbox({ seed: objects, faults });
  onTestFinished(sandbox.stop);
  const isReady = (): boolean =>
    sandbox.objects().some(({ kind, metadata }) => {
      const { name, namespace } = metadata as JsonObject;
      return kind === 'ConfigMap' && name === 'istio-ca-root-cert' && namespace === 'shop';
    });
  await expect.poll(isReady, { timeout: 10_000 }).toBe(true);
  const cwd = await temporaryFolder({ config: sandbox.kubeconfig, 'group.yaml': groupText });
  const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
  return {
    ask: (argv, more) => run(['vm', 'onboard', ...argv, '--no-config'], { cwd, env: { ...env, ...more } }),
    ...{ cwd, file: (name) => path.join(cwd, name), objects: sandbox.objects },
  };
}

const fromFile = ['-f', 'group.yaml', '-n', 'shop'];
const written = [...fromFile, '-o', 'vm', '-y'];
const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

function entryText(): JsonObject {
  const annotations = {
    'istio.io/autoRegistrationGroup': 'web',
    'istio.io/connectedAt': '2030-05-01T12:00:00Z',
  };
  return {
    ...{ apiVersion: 'networking.istio.io/v1', kind: 'WorkloadEntry' },
    metadata: { name: 'web-10.0.0.7', namespace: 'shop', annotations },
    spec: { address: '10.0.0.7' },
  };
}

describe('vm onboard', () => {
  test('makes group, account and files, and the second time nothing; a token that is gone is made anew', async () => {
    const { ask, file, objects } = await cluster();
    const first = await ask(written);
    expect([first.code, first.out]).toEqual([0, '']);
    expect(first.err).toContain('done: make the WorkloadGroup shop/web');
    expect(first.err).toContain('done: make the service account shop/web');
    expect(first.err).toContain('version 1.31.0');
    expect((await readdir(file('vm'))).sort()).toEqual(names);
    expect([await modeOf(file('vm')), await modeOf(file('vm/istio-token'))]).toEqual(['700', '600']);
    expect(await readFile(file('vm/hosts'), 'utf8')).toMatch(
      /^203\.0\.113\.\d+ istiod\.istio-system\.svc\n$/,
    );
    expect(await readFile(file('vm/cluster.env'), 'utf8')).toContain("ISTIO_META_AUTO_REGISTER_GROUP='web'");
    expect(objects().filter(({ kind }) => kind === 'WorkloadGroup')).toHaveLength(1);

    const token = await readFile(file('vm/istio-token'), 'utf8');
    const second = await ask(['web.shop', '-o', 'vm']);
    expect(second.code).toBe(0);
    expect(second.err.match(/^unchanged: /gm)).toHaveLength(4);
    expect(second.err).not.toContain('done: ');
    expect(await readFile(file('vm/istio-token'), 'utf8')).toBe(token);

    await writeFile(file('vm/istio-token'), 'spoilt');
    const third = await ask(['web.shop', '-o', 'vm', '--format', 'json']);
    const steps = (JSON.parse(third.out) as { steps: { name: string; outcome: string }[] }).steps;
    expect(steps.map(({ name, outcome }) => `${name} ${outcome}`)).toEqual([
      'group unchanged',
      'service-account unchanged',
      'token done',
      'files done',
    ]);
    const renewed = await readFile(file('vm/istio-token'), 'utf8');
    expect(renewed.split('.')).toHaveLength(3);
    for (const { out, err } of [first, second, third])
      for (const secret of [token, renewed]) expect(out + err).not.toContain(secret);
  });

  test('writes what installs the files once it is missing, or is to do another thing', async () => {
    const { ask, file } = await cluster();
    await ask(written);
    const script = await readFile(file('vm/install.sh'), 'utf8');
    await rm(file('vm/install.sh'));
    expect((await ask(written)).err).toContain('done: write anew in vm: install.sh');
    expect(await readFile(file('vm/install.sh'), 'utf8')).toBe(script);
    expect((await ask([...written, '--no-start'])).err).toContain('done: write anew in vm: install.sh');
    expect(await readFile(file('vm/install.sh'), 'utf8')).toContain('\nstart=no\n');
  });

  test('does not write through a link', async () => {
    const { ask, file } = await cluster();
    await mkdir(file('vm'));
    await writeFile(file('victim'), 'mine');
    await symlink(file('victim'), file('vm/install.sh'));
    expect((await ask(written)).code).toBe(0);
    expect(await readFile(file('victim'), 'utf8')).toBe('mine');
    expect(await readFile(file('vm/install.sh'), 'utf8')).toMatch(/^#!/);
  });

  test.each<[string, readonly string[], string]>([
    ['a folder in the place of the script', ['-o', 'vm'], 'vm/install.sh'],
    ['a folder in the place of the playbook', ['--ansible', '-o', 'vm'], 'vm/playbook.yaml'],
  ])('leaves nothing half written with %s', async (_, way, blocked) => {
    const { ask, file } = await cluster();
    await mkdir(file(blocked), { recursive: true });
    const { code, err } = await ask([...fromFile, '-y', ...way]);
    expect([code, err]).toEqual([2, expect.stringContaining('cannot write')]);
    expect(await readdir(file('vm'))).toEqual([path.basename(blocked)]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a flag for a machine', ['--ssh=-oProxyCommand=x'], /is no machine that ssh can reach/],
    ['a command for a machine', ['--ssh=root@a;id'], /is no machine that ssh can reach/],
    ['a file for a folder', ['-o', 'group.yaml'], /group\.yaml is no folder/],
    ['no name of a folder', ['-o', ''], /give the name of a folder/],
  ])('refuses %s before anything is made', async (_, way, message) => {
    const { ask, objects } = await cluster();
    const { code, err } = await ask([...fromFile, '-y', ...way]);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(objects().filter(({ kind }) => kind === 'WorkloadGroup')).toEqual([]);
  });

  test('gives files that verification accepts', async () => {
    const { ask, cwd, file } = await cluster();
    await ask(written);
    const { code, out } = await run(
      ['vm', 'verify', 'vm', '-f', 'group.yaml', '-n', 'shop', '--live', '--no-config'],
      { cwd, env: { KUBECONFIG: file('config'), PATH: process.env.PATH } },
    );
    expect([code, out]).toEqual([0, 'the files are fine\n']);
  });

  test('waits until the VM is registered', async () => {
    const objects = [...mesh, gateway(), entryText()];
    const { ask } = await cluster(objects);
    const { code, err } = await ask([...written, '--wait', '--internal-ip', '10.0.0.7', '--timeout', '20s']);
    expect([code, err]).toEqual([0, expect.stringContaining('registered: WorkloadEntry web-10.0.0.7')]);
  });

  test('sees the VM register while it waits', async () => {
    let watched = (): void => undefined;
    const isWatched = new Promise<void>((resolve) => {
      watched = resolve;
    });
    const { ask, file } = await cluster([...mesh, gateway()], ({ path: asked, query }) => {
      if (asked.endsWith('/workloadentries') && query.has('watch')) watched();
      return undefined;
    });
    const writer = await connectWriter({ kubeconfig: file('config'), env: { PATH: process.env.PATH } });
    const [{ code, out }] = await Promise.all([
      ask([...written, '--wait', '--format', 'json', '--timeout', '20s']),
      isWatched.then(() => writer.apply(entryText())),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ entry: { name: 'web-10.0.0.7', connected: true } });
  });

  test('tells what a VM that does not register most likely suffers from', async () => {
    const { ask } = await cluster();
    const { code, err } = await ask([...written, '--wait', '--timeout', '1s']);
    expect(code).toBe(3);
    expect(err).toContain('waiting: a new WorkloadEntry of the group shop/web is not there');
    expect(err).toContain('the VM is not in the mesh after 1 s');
    expect(err).toContain('nothing of the VM has reached istiod');
    expect(err).toContain('the same command goes on from here');
  });

  test('only shows the plan with --dry-run', async () => {
    const { ask, file, objects } = await cluster();
    const before = objects().length;
    const { code, out } = await ask([...fromFile, '--dry-run', '--format', 'json']);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ kind: 'VmOnboardingPlan', ok: true }) as object,
    ]);
    expect([objects().length, existsSync(file('vm'))]).toEqual([before, false]);
  });

  test.each([
    ['a script', '--print-script', /^#!\/bin\/sh\n/],
    ['user data', '--cloud-init', /^#cloud-config\n/],
  ])('prints %s that holds the files', async (_, flag, expected) => {
    const { ask } = await cluster();
    const { code, out, err } = await ask([...fromFile, '-y', flag]);
    expect([code, out]).toEqual([0, expect.stringMatching(expected)]);
    expect(err).toContain('holds the token');
  });

  test('hands the files over with the ssh of the user, and no secret in its arguments', async () => {
    const { ask, file } = await cluster();
    const ssh = '#!/bin/sh\necho "$@" >"$FAKE"\necho "Host key verification failed." >&2\nexit 255\n';
    await mkdir(file('bin'));
    await writeFile(file('bin/ssh'), ssh, { mode: 0o755 });
    const env = { PATH: `${file('bin')}:${process.env.PATH ?? ''}`, FAKE: file('arguments') };
    const way = ['--ssh', 'admin@vm1', '--ssh-port', '2222', '--no-wait', '-o', 'vm'];
    const { code, err } = await ask([...fromFile, '-y', ...way], env);
    expect([code, err]).toEqual([3, expect.stringContaining('host key')]);
    expect(err).toContain('the same command goes on from here');
    const given = await readFile(file('arguments'), 'utf8');
    expect(given).toContain('-p 2222 -- admin@vm1 ');
    expect(given).not.toContain(await readFile(file('vm/istio-token'), 'utf8'));
  });

  test('writes a playbook', async () => {
    const { ask, file } = await cluster();
    expect((await ask([...fromFile, '-y', '--ansible', '-o', 'play'])).code).toBe(0);
    expect((await readdir(file('play'))).sort()).toEqual(['files', 'playbook.yaml']);
    expect((await readdir(file('play/files'))).sort()).toEqual(names);
  });

  test('asks before it changes the cluster, and says so where nobody can answer', async () => {
    const { ask, objects } = await cluster();
    const { code, err } = await ask([...fromFile, '-o', 'vm']);
    expect([code, err]).toEqual([2, expect.stringContaining('--yes')]);
    expect(objects().some(({ kind }) => kind === 'WorkloadGroup')).toBe(false);
    const mended = await ask([...fromFile, '-o', 'vm', '-y']);
    const printed = await ask(['web.shop', '--cloud-init']);
    expect([mended.code, printed.code]).toEqual([0, 0]);
  });
});

describe('vm onboard refuses', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no group', ['-o', 'vm'], /there is no group/],
    ['a group and a file', ['web.shop', '-f', 'group.yaml', '-o', 'vm'], /exclude each other/],
    ['a group without namespace', ['web', '-o', 'vm'], /web\.<namespace>/],
    ['two namespaces', ['web.shop', '-n', 'books', '-o', 'vm'], /-n says books/],
    ['no way to the VM', ['web.shop'], /--ssh/],
    ['two ways to the VM', ['web.shop', '--ssh', 'vm1', '--cloud-init'], /exclude each other/],
    ['a playbook without folder', ['web.shop', '--ansible'], /-o/],
    ['a script and a result', ['web.shop', '--print-script', '--format', 'json'], /--format json/],
    ['saved objects', ['web.shop', '-o', 'vm', '--from', '.'], /needs a cluster/],
    ['a token for less than ten minutes', ['web.shop', '-o', 'vm', '--token-duration', '599'], /600/],
    ['a port that is none', ['web.shop', '--ssh', 'vm1', '--ssh-port', '0'], /65535/],
  ])('%s', async (_, argv, expected) => {
    const cwd = await temporaryFolder({ 'group.yaml': groupText });
    const kubeconfig = JSON.stringify({
      ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'c', users: [] },
      clusters: [{ name: 'c', cluster: { server: 'http://127.0.0.1:1' } }],
      contexts: [{ name: 'c', context: { cluster: 'c', user: '' } }],
    });
    await writeFile(path.join(cwd, 'config'), kubeconfig);
    const env = { KUBECONFIG: path.join(cwd, 'config') };
    const { code, err } = await run(['vm', 'onboard', ...argv, '--no-config'], { cwd, env });
    expect([code, err]).toEqual([2, expect.stringMatching(expected)]);
  });

  test('to print a secret on a terminal', async () => {
    const tty = { stdin: false, stdout: true, stderr: true };
    const { code, err } = await run(['vm', 'onboard', 'web.shop', '--print-script', '--no-config'], { tty });
    expect([code, err]).toEqual([2, expect.stringContaining('umask 077')]);
  });
});

describe('vm onboard leaves no partial files, and says why', () => {
  const isToken = ({ path: asked }: SandboxRequest): boolean => asked.endsWith('/token');
  const without = (name: string): readonly JsonObject[] =>
    [...mesh, gateway()].filter(({ metadata }) => (metadata as JsonObject).name !== name);

  test.each<[string, readonly JsonObject[], (request: SandboxRequest) => Fault | undefined, RegExp, RegExp]>([
    [
      'without a gateway',
      mesh,
      () => undefined,
      /there is no Service istio-system\/istio-eastwestgateway/,
      /hint: say the address of the gateway with --address/,
    ],
    [
      'with a gateway inside of the cluster',
      [...mesh, gateway({ type: 'ClusterIP' })],
      () => undefined,
      /no address outside of the cluster/,
      /hint: say the address of the gateway with --address/,
    ],
    [
      'without a mesh config',
      without('istio'),
      () => undefined,
      /no ConfigMap istio-system\/istio/,
      /hint: name the control plane with -i/,
    ],
    [
      'when no token may be requested',
      [...mesh, gateway()],
      (request) => (isToken(request) ? { code: 403, message: 'no' } : undefined),
      /may not request a token for the service account "web"/,
      /hint: an administrator can permit it/,
    ],
    [
      'when the API goes away before the token is made',
      [...mesh, gateway()],
      (request) => (isToken(request) ? 'reset' : undefined),
      /error: /,
      /hint: /,
    ],
  ])('%s', async (_, objects, faults, message, hint) => {
    const { ask, file } = await cluster(objects, faults);
    const { code, err } = await ask(written);
    expect([code, err]).toEqual([3, expect.stringMatching(message)]);
    expect(err).toMatch(hint);
    expect(existsSync(file('vm'))).toBe(false);
  });

  test.each([
    ['an IPv6 address', '2001:db8::1', '2001:db8::1 istiod.istio-system.svc\n'],
    ['an address that is given', '198.51.100.4', '198.51.100.4 istiod.istio-system.svc\n'],
  ])('but takes %s', async (_, address, hosts) => {
    const { ask, file } = await cluster(mesh);
    expect((await ask([...written, '--address', address])).code).toBe(0);
    expect(await readFile(file('vm/hosts'), 'utf8')).toBe(hosts);
  });

  test('takes the first of several external addresses, and says so', async () => {
    const external = gateway({ externalIPs: ['198.51.100.5', '198.51.100.6'] });
    const { ask, file } = await cluster([...mesh, external]);
    const { code, err } = await ask(written);
    expect([code, err]).toEqual([0, expect.stringMatching(/first of several.*\n.*198\.51\.100\.6/)]);
    expect(await readFile(file('vm/hosts'), 'utf8')).toMatch(/^198\.51\.100\.5 /);
  });

  test('says that the address of --probe does not answer', async () => {
    const { ask, file } = await cluster();
    const { code, err } = await ask([...written, '--address', '::ffff:127.0.0.1', '--probe']);
    expect([code, err]).toEqual([3, expect.stringContaining('nothing answers there for istiod')]);
    expect(existsSync(file('vm'))).toBe(false);
  });
});
