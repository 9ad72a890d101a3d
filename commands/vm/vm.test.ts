import { chmod, lstat, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { SeenRequest } from '../../src/kube/testing/fake-api.ts';
import { run, type Result } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { cluster, files, group, offline, secret } from './testing/vm-cluster.ts';

const names = ['cluster.env', 'hosts', 'istio-token', 'mesh.yaml', 'root-cert.pem'];
const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

describe('vm group create', () => {
  const create = (...argv: readonly string[]): Promise<Result> => run(['vm', 'group', 'create', ...argv]);

  test('prints a group', async () => {
    const argv = [
      '--name',
      'web',
      '-n',
      'shop',
      '-l',
      'app=web,tier=b',
      '-l',
      'app=x',
      '-p',
      'http=80',
      '-w',
      '3',
    ];
    const { code, out } = await create(...argv);
    expect([code, parse(out)]).toEqual([
      0,
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'WorkloadGroup',
        metadata: { name: 'web', namespace: 'shop' },
        spec: {
          metadata: { labels: { app: 'x', tier: 'b' } },
          template: { ports: { http: 80 }, serviceAccount: 'default', weight: 3 },
        },
      },
    ]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no name', ['-n', 'shop'], /no name/],
    ['no namespace', ['--name', 'web'], /no namespace/],
    ['a negative weight', ['--name', 'web', '-n', 'shop', '-w', '-1'], /--weight -1/],
    ['a port that is no number', ['--name', 'web', '-n', 'shop', '-p', 'http=abc'], /--ports http=abc/],
    ['a port out of range', ['--name', 'web', '-n', 'shop', '-p', 'http=70000'], /70000/],
    ['a label that nobody accepts', ['--name', 'web', '-n', 'shop', '-l', '-x=1'], /label/i],
  ])('refuses %s, and prints nothing', async (_, argv, message) => {
    const { code, out, err } = await create(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});

describe('vm bundle', () => {
  test('writes the files for their owner alone, without a cluster', async () => {
    const cwd = await temporaryFolder(files);
    const { code, out, err } = await run(offline, { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('the files of a VM of shop/web are in vm\n');
    expect((await readdir(path.join(cwd, 'vm'))).sort()).toEqual(names);
    expect(
      await Promise.all(
        [...names.map((name) => `vm/${name}`), 'vm'].map((name) => modeOf(path.join(cwd, name))),
      ),
    ).toEqual([...names.map(() => '600'), '700']);
    expect(await readFile(path.join(cwd, 'vm/istio-token'), 'utf8')).toBe(secret);
  });

  test('writes the same again over files that are there, and leaves others alone', async () => {
    const cwd = await temporaryFolder({ ...files, 'vm/hosts': 'old', 'vm/notes': 'mine' });
    await chmod(path.join(cwd, 'vm/hosts'), 0o666);
    expect((await run(offline, { cwd })).code).toBe(0);
    const first = await Promise.all(names.map((name) => readFile(path.join(cwd, 'vm', name), 'utf8')));
    expect((await run(offline, { cwd })).code).toBe(0);
    expect(await Promise.all(names.map((name) => readFile(path.join(cwd, 'vm', name), 'utf8')))).toEqual(
      first,
    );
    expect((await readdir(path.join(cwd, 'vm'))).sort()).toEqual([...names, 'notes'].sort());
    expect(await modeOf(path.join(cwd, 'vm/hosts'))).toBe('600');
  });

  test('does not take a file for a folder, and leaves it', async () => {
    const cwd = await temporaryFolder({ ...files, blocked: 'mine' });
    const { code, err } = await run(offline.with(-1, 'blocked'), { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining('cannot write to blocked')]);
    expect(await readFile(path.join(cwd, 'blocked'), 'utf8')).toBe('mine');
  });

  test('does not remove a folder that has the name of a file', async () => {
    const cwd = await temporaryFolder({ ...files, 'vm/hosts/mine': 'mine', 'vm/cluster.env': 'old' });
    const { code, err } = await run(offline, { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining('there is a folder hosts in it')]);
    expect(await readFile(path.join(cwd, 'vm/hosts/mine'), 'utf8')).toBe('mine');
    expect(await readFile(path.join(cwd, 'vm/cluster.env'), 'utf8')).toBe('old');
    expect((await readdir(path.join(cwd, 'vm'))).sort()).toEqual(['cluster.env', 'hosts']);
  });

  test('takes the place of a link, and leaves what it leads to', async () => {
    const cwd = await temporaryFolder({ ...files, victim: 'mine', 'vm/notes': '' });
    await symlink(path.join(cwd, 'victim'), path.join(cwd, 'vm/istio-token'));
    expect((await run(offline, { cwd })).code).toBe(0);
    expect(await readFile(path.join(cwd, 'victim'), 'utf8')).toBe('mine');
    expect((await lstat(path.join(cwd, 'vm/istio-token'))).isFile()).toBe(true);
  });

  test('asks the cluster for a group by its name, and for a token', async () => {
    const { api, cwd, ask } = await cluster();
    const { code } = await ask([
      'x',
      'workload',
      'entry',
      'configure',
      '--name',
      'web',
      '-n',
      'shop',
      '-o',
      'vm',
      '--tokenDuration',
      '7200',
    ]);
    expect(code).toBe(0);
    const asked = api.requests.find(({ method }) => method === 'POST');
    expect(asked?.body.spec).toEqual({ audiences: ['istio-ca'], expirationSeconds: 7200 });
    expect(await readFile(path.join(cwd, 'vm/hosts'), 'utf8')).toBe('203.0.113.10 istiod.istio-system.svc\n');
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ['no group', ['-o', 'vm'], 2, /there is no group/],
    ['a name without a namespace', ['--name', 'web', '-o', 'vm'], 2, /namespace/],
    ['no folder', ['-f', 'group.yaml'], 2, /no folder to write to/],
    ['a folder without a name', ['-f', 'group.yaml', '-o', ''], 2, /give the name of a folder/],
    [
      'two addresses',
      ['-f', 'group.yaml', '--internalIP', '10.0.0.1', '--externalIP', '10.0.0.2', '-o', 'vm'],
      2,
      /exclude each other/,
    ],
    [
      'an address that is none',
      ['-f', 'group.yaml', '--internal-ip', 'here', '-o', 'vm'],
      2,
      /--internal-ip/,
    ],
    ['a token for too short a time', ['-f', 'group.yaml', '--token-duration', '60', '-o', 'vm'], 2, /600/],
    ['saved objects without a token', ['-f', 'group.yaml', '--from', 'saved', '-o', 'vm'], 2, /--token-file/],
    [
      'a group that is not in the cluster',
      ['--name', 'ghost', '-n', 'shop', '-o', 'vm'],
      3,
      /no WorkloadGroup shop\/ghost/,
    ],
    [
      'a revision that is not there',
      ['-f', 'group.yaml', '-r', 'ghost', '--cluster-id', 'c', '-o', 'vm'],
      3,
      /istio-ghost/,
    ],
    ['another kind', ['-f', 'saved/all.json', '-o', 'vm'], 2, /is a List/],
  ])('leaves nothing behind for %s', async (_, argv, wanted, message) => {
    const { cwd, ask } = await cluster();
    const { code, err } = await ask(['vm', 'bundle', ...argv]);
    expect([code, err]).toEqual([wanted, expect.stringMatching(message)]);
    expect((await readdir(cwd)).sort()).toEqual(['config', 'group.yaml', 'saved', 'token']);
  });

  test.each<[string, (request: SeenRequest) => number | undefined, RegExp]>([
    [
      'no permission for tokens',
      ({ path: at }) => (at.endsWith('/token') ? 403 : undefined),
      /serviceaccounts\/token/,
    ],
    [
      'no service account',
      ({ path: at }) => (at.endsWith('/token') ? 404 : undefined),
      /kubectl create serviceaccount -n shop web/,
    ],
    [
      'no permission to read',
      ({ path: at }) => (at.includes('configmaps') ? 403 : undefined),
      /may not get configmaps/,
    ],
    [
      'an API that is gone when the gateway is asked for',
      ({ path: at }) => (at.includes('services') ? 400 : undefined),
      /services/,
    ],
  ])('leaves nothing behind with %s', async (_, fault, message) => {
    const { cwd, ask } = await cluster(fault);
    const { code, err } = await ask(['vm', 'bundle', '-f', 'group.yaml', '-o', 'vm']);
    expect([code, err]).toEqual([3, expect.stringMatching(message)]);
    expect(await readdir(cwd)).not.toContain('vm');
    expect(err).not.toContain(secret);
  });

  test('warns of a gateway without an address, and of fields that nobody knows', async () => {
    const { cwd, ask } = await cluster();
    await writeFile(
      path.join(cwd, 'group.yaml'),
      group.replace('serviceAccount: web', 'serviceAccount: web, bogus: 1'),
    );
    const { code, err } = await ask([
      'vm',
      'bundle',
      '-f',
      'group.yaml',
      '--ingress-service',
      'ghost',
      '-o',
      'vm',
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/bogus[\s\S]*the file hosts is empty/);
  });
});
