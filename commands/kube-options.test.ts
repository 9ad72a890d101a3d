import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CliCommand } from './command.ts';
import { commandIo } from './command-io.ts';
import type { Entry } from './entry.ts';
import { completeCommand } from './completion/complete.ts';
import { addKubeOptions, connectOptions, type KubeOptions } from './kube-options.ts';
import { bareIo, run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** A command that prints what it would connect with, but for what cannot be printed. */
const table: readonly Entry[] = [
  {
    name: 'ask',
    summary: 'Ask a cluster',
    group: 'Setup',
    load: () =>
      Promise.resolve((io) =>
        addKubeOptions(new CliCommand(), io).handler((options: KubeOptions) => {
          const told = { ...connectOptions(io, options), istioNamespace: options.istioNamespace };
          io.out(JSON.stringify({ ...told, env: undefined, signal: undefined }));
          return 0;
        }),
      ),
  },
];

const kubeconfig = 'contexts: [{name: staging}, {name: production}]';

test('completes the contexts of the kubeconfig', async () => {
  const folder = await temporaryFolder({ config: kubeconfig });
  const entry = {
    name: '__complete',
    summary: 'Complete',
    hidden: true,
    load: () => Promise.resolve(completeCommand),
  };
  const complete = (KUBECONFIG: string) =>
    run(['__complete', '--', 'ask', '--context', ''], { table: [...table, entry], env: { KUBECONFIG } });
  expect((await complete(join(folder, 'config'))).out).toMatch(/^production\t.*\nstaging\t.*\n:nothing\n$/);
  expect((await complete('/nowhere')).out).toBe(':nothing\n');
});

test('the environment sets who to act as by a name of its own', async () => {
  const { out } = await run(['ask'], { table, env: { MESHCTL_AS_USER: 'ann', MESHCTL_AS: 'MeshConfig' } });
  expect(JSON.parse(out)).toMatchObject({ as: 'ann' });
});

async function ask(...args: readonly string[]) {
  const { code, out, err } = await run(['ask', ...args], { table, cwd: '/work' });
  return code === 0 ? (JSON.parse(out) as unknown) : err;
}

const defaults = {
  asGroup: [],
  timeout: 60_000,
  cwd: '/work',
  interactive: false,
  istioNamespace: 'istio-system',
};

test.each<[string, readonly string[], object]>([
  ['nothing said', [], {}],
  ['a kubeconfig and a context', ['--kubeconfig', 'k', '--context', 'c'], { kubeconfig: 'k', context: 'c' }],
  [
    'somebody else',
    ['--as', 'ann', '--as-group', 'a', '--as-group', 'b', '--as-uid', '7'],
    { as: 'ann', asGroup: ['a', 'b'], asUid: '7' },
  ],
  ['a control plane elsewhere', ['-i', 'mesh'], { istioNamespace: 'mesh' }],
  ['a time', ['--request-timeout', '1m30s'], { timeout: 90_000 }],
  ['a time in seconds', ['--request-timeout', '5'], { timeout: 5000 }],
  ['any time', ['--request-timeout', '0'], { timeout: 0 }],
])('%s', async (_, args, expected) => {
  expect(await ask(...args)).toEqual({ ...defaults, ...expected });
});

test.each(['soon', '-1s', '1.5'])('%s is no time', async (time) => {
  expect(await ask(`--request-timeout=${time}`)).toContain('use a time such as 30s or 2m');
});

describe('the outside', () => {
  const io = commandIo(
    { ...bareIo, env: { KUBECONFIG: 'k' }, tty: { ...bareIo.tty, stdin: true } },
    { color: 'never', verbosity: 0 },
  );
  const options = connectOptions(io, { asGroup: [], requestTimeout: '0', istioNamespace: 'x' });

  test('gives the environment, and a signal that Ctrl-C aborts', () => {
    expect(options.env).toEqual({ KUBECONFIG: 'k' });
    expect(options.signal?.aborted).toBe(false);
  });

  test('lets login programs ask where somebody can answer', () => {
    expect(options.interactive).toBe(true);
  });
});
