import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { versionTable } from './version-table.ts';

test('versions stand in a table by default', async () => {
  expect(await run(['version', '--remote=false'])).toEqual({
    code: 0,
    out: `meshctl     0.1.0
istio       1.31.1
kubernetes  >=1.32
node        20.20.2
platform    linux
arch        x64
`,
    err: '',
  });
});

test.each([['-o', 'short'], ['--short'], ['-s']])('%s prints the version alone', async (...flags) => {
  expect(await run(['version', ...flags])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
});

describe('without a mesh', () => {
  test('the rest is shown, and why there is no more', async () => {
    const { code, out, err } = await run(['version'], { env: { HOME: '/nowhere' } });
    expect([code, out.split('\n')[0]]).toEqual([0, 'meshctl     0.1.0']);
    expect(err).toMatch(/^no versions of a mesh: there is no kubeconfig, so no cluster to ask: looked for /);
  });

  test('a kubeconfig that is asked for and is not there is a failure', async () => {
    const { code, err } = await run(['version', '--kubeconfig', 'missing'], { cwd: '/nowhere' });
    expect([code, err]).toEqual([3, 'no versions of a mesh: the kubeconfig missing does not exist\n']);
  });

  test('a cluster that does not answer is a failure, and the rest is shown', async () => {
    const folder = await temporaryFolder({ config: kubeconfigOf('http://127.0.0.1:1') });
    const { code, out, err } = await run(['version'], { env: { KUBECONFIG: path.join(folder, 'config') } });
    expect([code, out.split('\n')[0]]).toEqual([3, 'meshctl     0.1.0']);
    expect(err).toMatch(/^no versions of a mesh: cannot reach/);
  });
});

const kubeconfigOf = (server: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [{ name: 'test', cluster: { server } }],
    users: [{ name: 'test', user: {} }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
  });

describe('of a mesh', () => {
  const mesh = {
    controlPlanes: [{ revision: 'default', version: '1.31.1', pods: 2 }],
    dataPlane: [{ version: '1.29.0', revision: 'default', controlPlane: '1.31.1', proxies: 3 }],
    missing: [],
  };
  const colors = { out: false, err: false };

  test('control planes, proxies and the verdict stand below those of meshctl', async () => {
    expect(await versionTable({ colors }, { meshctl: '0.1.0' }, mesh)).toBe(`meshctl     0.1.0

CONTROL PLANE  VERSION  PODS
default        1.31.1      2

PROXIES  VERSION  CONNECTED TO
      3  1.29.0   default (1.31.1)

version skew: skewed
  3 proxies of version 1.29.0 are more than one minor version behind the control plane default (1.31.1)
`);
  });

  test('nothing is said of proxies that are not there', async () => {
    const text = await versionTable({ colors }, {}, { ...mesh, dataPlane: [] });
    expect(text).not.toContain('PROXIES');
    expect(text).toContain('version skew: unknown\n  no proxy is connected\n');
  });
});

const document = {
  apiVersion: 'meshctl.dev/v1',
  kind: 'Version',
  meshctl: '0.1.0',
  istio: '1.31.1',
  kubernetes: '>=1.32',
  node: '20.20.2',
  platform: 'linux',
  arch: 'x64',
};

test('-o json is the versioned document', async () => {
  expect(await run(['version', '-o', 'json', '--remote=false'])).toEqual({
    code: 0,
    out: `${JSON.stringify(document, null, 2)}\n`,
    err: '',
  });
});

test('-o yaml is the same document', async () => {
  const { out } = await run(['version', '-o', 'yaml', '--remote=false']);
  expect(out).toBe(
    'apiVersion: meshctl.dev/v1\nkind: Version\nmeshctl: 0.1.0\nistio: 1.31.1\nkubernetes: ">=1.32"\nnode: 20.20.2\nplatform: linux\narch: x64\n',
  );
});
