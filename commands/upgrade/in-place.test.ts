import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { withoutServerFields } from '../../src/changes/index.ts';
import { objectIn, plainText, type JsonObject } from '../../src/json.ts';
import { exampleObjects, startSandbox } from '../../src/sandbox/index.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

vi.setConfig({ testTimeout: 120_000 });

const older = ['--set', 'tag=1.30.3'];

/** A cluster with a control plane of an older version. */
async function oldMesh() {
  const sandbox = await startSandbox({ seed: exampleObjects });
  onTestFinished(sandbox.stop);
  const cwd = await temporaryFolder({ config: sandbox.kubeconfig });
  const env = { KUBECONFIG: path.join(cwd, 'config'), PATH: process.env.PATH };
  const ask = (...words: readonly string[]) => run([...words, '--no-config'], { cwd, env });
  expect((await ask('install', '-y', '-q', '--profile', 'minimal', ...older)).code).toBe(0);
  return { ask, cwd, installed: () => sandbox.objects().filter(isInstalled).map(withoutServerFields) };
}

const isInstalled = ({ kind, metadata }: JsonObject): boolean =>
  Object.keys(objectIn(metadata, 'labels')).some((name) => name.startsWith('install.operator.istio.io/')) &&
  !['Pod', 'ReplicaSet', 'EndpointSlice', 'CustomResourceDefinition'].includes(plainText(kind));

test('an upgrade in place keeps what it replaces in the cluster, and brings it back', async () => {
  const { ask, installed } = await oldMesh();
  const before = installed();
  const upgraded = await ask(
    'upgrade',
    '-y',
    '--profile',
    'minimal',
    '--set',
    'values.pilot.autoscaleEnabled=false',
  );
  expect([upgraded.code, upgraded.err]).toEqual([0, expect.stringContaining('backup default-1-30-3')]);
  expect(JSON.stringify(installed())).toContain('pilot:1.31.1');
  const restored = await ask('upgrade', 'in-place', '--restore', '-y');
  expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('default-1-30-3: ')]);
  expect(installed()).toEqual(before);
  const again = await ask('upgrade', 'in-place', '--restore', '-y');
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('there is no backup')]);
});

test('a backup in a folder brings it back, too', async () => {
  const { ask, cwd, installed } = await oldMesh();
  const before = installed();
  const words = ['--profile', 'minimal', '--backup', 'before'];
  expect((await ask('upgrade', 'in-place', '-y', ...words)).code).toBe(0);
  expect(existsSync(path.join(cwd, 'before/istio-system-default.yaml'))).toBe(true);
  expect((await ask('upgrade', 'in-place', '--restore', 'before', '-y')).code).toBe(0);
  expect(installed()).toEqual(before);
});

test('more than one minor release at once is refused before anything is shown or written', async () => {
  const { ask, installed } = await oldMesh();
  const before = JSON.stringify(installed());
  const { code, out, err } = await ask('upgrade', '-y', '--profile', 'minimal', '--set', 'tag=1.32.0');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('one minor release at a time');
  expect(JSON.stringify(installed())).toBe(before);
});
