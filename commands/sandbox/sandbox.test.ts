import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { run, type Surroundings } from '../testing/run.ts';

const env = { PATH: process.env.PATH };

/** Runs a script of Node on a sandbox, with its own path as what it writes to. */
async function runScript(script: string, flags: readonly string[] = [], more: Surroundings = {}) {
  const cwd = await temporaryFolder({ 'script.mjs': script });
  const argv = ['sandbox', 'run', ...flags, '--', process.execPath, 'script.mjs'];
  return { cwd, ...(await run(argv, { cwd, env, ...more })) };
}

test('run gives the command a cluster, and passes its exit code on', async () => {
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs';
    writeFileSync('config', readFileSync(process.env.KUBECONFIG));
    writeFileSync('mark', process.env.MESHCTL_SANDBOX + process.env.MESHCTL_CONTEXT);
    process.exitCode = 7;`;
  const { code, out, err, cwd } = await runScript(script);
  expect([code, out]).toEqual([7, '']);
  expect(err).toMatch(/^simulated cluster at https:\/\/127\.0\.0\.1:\d+: nothing runs in it/);
  expect(JSON.parse(readFileSync(join(cwd, 'config'), 'utf8'))).toMatchObject({ kind: 'Config' });
  expect(readFileSync(join(cwd, 'mark'), 'utf8')).toBe('1meshctl-sandbox');
});

test('run starts this very program for the name meshctl', async () => {
  const script =
    "import { writeFileSync } from 'node:fs'; writeFileSync('args', process.argv.slice(2).join());";
  const cwd = await temporaryFolder({ 'self.mjs': script });
  const argv = ['sandbox', 'run', '--seed', 'none', '--', 'meshctl', 'install', '-y'];
  const { code } = await run(argv, { cwd, env, self: [process.execPath, 'self.mjs'] });
  expect([code, readFileSync(join(cwd, 'args'), 'utf8')]).toEqual([0, 'install,-y']);
});

test.each([
  ['a command that is none', ['--', 'no-such-command'], 'cannot run no-such-command'],
  ['a seed that is not there', ['--seed', 'none.yaml', '--', 'true'], 'none.yaml'],
  ['a port that is none', ['--port', '70000', '--', 'true'], 'use a number from 0 to 65535'],
  [
    'the kubeconfig of something else',
    ['--write-kubeconfig', 'other', '--', 'true'],
    'other is there already, and is no kubeconfig of a sandbox',
  ],
  [
    'what cannot be read in place of a kubeconfig',
    ['--write-kubeconfig', '.', '--', 'true'],
    '. is there already, and cannot be read',
  ],
])('run refuses %s', async (_, flags, message) => {
  const cwd = await temporaryFolder({ other: 'apiVersion: v1\nkind: Config\n' });
  const { code, err } = await run(['sandbox', 'run', ...flags], { cwd, env });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('a seed of files is in the cluster', async () => {
  const cwd = await temporaryFolder({
    'seed.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {}\n',
  });
  const { code, err } = await run(['sandbox', 'run', '--seed', 'seed.yaml', '--', 'true'], { cwd, env });
  expect([code, err]).toEqual([2, expect.stringContaining('spec.containers: Required value')]);
});

test('start serves until it is interrupted', async () => {
  const cwd = await temporaryFolder();
  const controller = new AbortController();
  const said: string[] = [];
  const started = run(['sandbox', 'start', '--seed', 'none', '--write-kubeconfig', 'kc'], {
    cwd,
    env,
    interrupt: () => {
      setTimeout(() => {
        said.push('interrupted');
        controller.abort();
      }, 500);
      return controller.signal;
    },
  });
  const { code, out } = await started;
  expect([code, out, said]).toEqual([0, `${join(cwd, 'kc')}\n`, ['interrupted']]);
  expect(readFileSync(join(cwd, 'kc'), 'utf8')).toContain('meshctl-sandbox');
});
