import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { now } from '../../src/vm/testing/sample-vm.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { cluster, files, offline } from './testing/vm-cluster.ts';

describe('vm verify', () => {
  async function bundle(): Promise<string> {
    const cwd = await temporaryFolder(files);
    expect((await run(offline, { cwd })).code).toBe(0);
    return cwd;
  }
  const at = ['--now', now.toISOString()];

  test('finds nothing wrong with what was written', async () => {
    const cwd = await bundle();
    expect(await run(['vm', 'verify', 'vm', ...at], { cwd })).toMatchObject({
      code: 0,
      out: 'the files are fine\n',
    });
    const compared = ['vm', 'verify', 'vm', '-f', 'group.yaml', '--from', 'saved', ...at];
    expect(await run(compared, { cwd })).toMatchObject({ code: 0, out: 'the files are fine\n' });
  });

  test('tells what is wrong, what comes of it and what to do', async () => {
    const cwd = await bundle();
    await writeFile(path.join(cwd, 'vm/hosts'), '');
    const { code, out } = await run(['vm', 'verify', 'vm', ...at], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(
      /^error: the file hosts is empty \[hosts-empty\]\n {2}file: hosts\n {2}then: .*\n {2}cure: .*\n$/,
    );
  });

  test('sees the permissions of files, and says so in JSON', async () => {
    const cwd = await bundle();
    await chmod(path.join(cwd, 'vm/istio-token'), 0o644);
    const { code, out } = await run(['vm', 'verify', 'vm', ...at, '-o', 'json'], { cwd });
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { kind: 'VmBundleReport', ok: false, findings: [{ rule: 'token-readable', file: 'istio-token' }] },
    ]);
  });

  test('judges times by the clock', async () => {
    const { code, out } = await run(['vm', 'verify', 'vm', '--now', '2031-01-01'], { cwd: await bundle() });
    expect([code, out]).toEqual([1, expect.stringContaining('[token-expired]')]);
  });

  test('asks a live cluster for nothing but what may be read', async () => {
    const { api, cwd, ask } = await cluster();
    expect((await run(offline, { cwd })).code).toBe(0);
    expect((await ask(['vm', 'verify', 'vm', '-f', 'group.yaml', '--live', ...at])).code).toBe(0);
    expect(new Set(api.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a folder that is not there', ['gone'], /gone is no folder/],
    ['a folder with other things', ['saved'], /none of the files of a VM/],
    ['a cluster without a group', ['vm', '--from', 'saved'], /give the WorkloadGroup with -f/],
    ['two clusters', ['vm', '--from', 'saved', '--live'], /exclude each other/],
  ])('refuses %s', async (_, argv, message) => {
    const { code, err } = await run(['vm', 'verify', ...argv], { cwd: await bundle() });
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });

  test('refuses a file that is a folder', async () => {
    const cwd = await temporaryFolder(files);
    await mkdir(path.join(cwd, 'vm/hosts'), { recursive: true });
    const { code, err } = await run(['vm', 'verify', 'vm'], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining('no plain file')]);
  });
});
