import { expect, test } from 'vitest';
import { run } from './testing/run.ts';

test('versions stand in a table by default', async () => {
  expect(await run(['version'])).toEqual({
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

test('-o short prints the version alone', async () => {
  expect(await run(['version', '-o', 'short'])).toEqual({ code: 0, out: '0.1.0\n', err: '' });
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
  expect(await run(['version', '-o', 'json'])).toEqual({
    code: 0,
    out: `${JSON.stringify(document, null, 2)}\n`,
    err: '',
  });
});

test('-o yaml is the same document', async () => {
  const { out } = await run(['version', '-o', 'yaml']);
  expect(out).toBe(
    'apiVersion: meshctl.dev/v1\nkind: Version\nmeshctl: 0.1.0\nistio: 1.31.1\nkubernetes: ">=1.32"\nnode: 20.20.2\nplatform: linux\narch: x64\n',
  );
});
