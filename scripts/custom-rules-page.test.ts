import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../commands/testing/run.ts';
import { Mesh } from '../src/analyze/index.ts';
import { codeBlocks } from './code-blocks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = await readFile(join(root, 'docs/custom-rules.md'), 'utf8');
const [settings = '', rule = '', mesh = '', said = '', tests = ''] = codeBlocks(page).map(({ text }) => text);

let folder: string;
const write = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
};

// Within the repository, so that the bundled test finds the packages that meshctl needs.
beforeAll(async () => {
  await mkdir(join(root, '.cache'), { recursive: true });
  folder = await mkdtemp(join(root, '.cache', 'custom-rules-page-'));
  await write('meshctl.yaml', settings);
  await write('rules/external-timeout.mjs', rule);
  await write('rules/external-timeout.test.mjs', tests);
  await write('mesh/pay.yaml', mesh);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const meshctl = (...words: readonly string[]) => run(words, { cwd: folder });

describe('the example of the page', () => {
  test('reports what the page shows', async () => {
    const { code, out, err } = await meshctl('analyze', 'mesh/');
    expect(code).toBe(0);
    expect(out).toBe(said);
    expect(err).toMatch(/^1 warning in 1 file /);
  });

  test('is listed with the other rules, with its severity from the settings', async () => {
    const { out } = await meshctl('rules', 'list', 'acme');
    expect(out).toMatch(/ACME001 +warning +acme\/external-timeout +Routes to hosts outside of the mesh/);
    await write('strict.yaml', `${settings}severity:\n  ACME001: error\n`);
    expect(await meshctl('analyze', '--config', 'strict.yaml', 'mesh/')).toMatchObject({ code: 1 });
  });

  test('is suppressed by a comment', async () => {
    const comment = '# meshctl-ignore[acme/external-timeout]: they never answer late\n    - route:';
    await write('ignored/pay.yaml', mesh.replace('- route:', comment));
    const { out, err } = await meshctl('analyze', 'ignored/');
    expect(out).toBe('');
    expect(err).toContain('1 suppressed');
  });

  test('has tests that pass', async () => {
    const outfile = join(folder, 'test.mjs');
    await build({
      ...{ entryPoints: [join(folder, 'rules/external-timeout.test.mjs')], outfile, logLevel: 'error' },
      ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
      alias: { meshctl: join(root, 'src/index.ts') },
    });
    const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: root });
    expect(stdout).toMatch(/^[#ℹ] pass 2$/m);
  });
});

describe('a module in `rules`', () => {
  const failing: readonly (readonly [string, string, RegExp])[] = [
    ['that does not exist', '', /meshctl\.yaml:\d+:\d+: there is no file .*mine\.mjs\n {2}hint: .+/],
    ['that is no JavaScript', 'export default {', /the rules in .*mine\.mjs cannot be loaded/],
    ['that exports no rule', 'export default 1;', /exports something that is no rule: it is no object/],
    ['whose rule lacks a name', 'export default { code: "A1" };', /`slug` is not of the form topic\/name/],
    [
      'whose rule throws',
      rule.replace('mesh.of(', 'mesh.off('),
      /the rule acme\/external-timeout of .*mine\.mjs fails\n {2}cause: TypeError: mesh\.off is not .+ at .*mine\.mjs/,
    ],
  ];

  test.each(failing)('%s is an error that says so', async (name, text, message) => {
    const at = name.replaceAll(' ', '-').replaceAll('`', '');
    if (text !== '') await write(`${at}/mine.mjs`, text);
    await write(`${at}/meshctl.yaml`, 'rules:\n  - mine.mjs\n');
    const { code, err } = await meshctl('analyze', '--config', `${at}/meshctl.yaml`, 'mesh/');
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test('may export several rules', async () => {
    const both = rule
      .replace('export default {', 'const first = {')
      .concat("\nexport default [first, { ...first, slug: 'acme/again' }];\n");
    await write('both/meshctl.yaml', 'rules: [both.mjs]\n');
    await write('both/both.mjs', both);
    const { out } = await meshctl('analyze', '-o', 'log', '--config', 'both/meshctl.yaml', 'mesh/');
    expect(out.match(/acme\/\S+(?=\])/g)).toEqual(['acme/again', 'acme/external-timeout']);
  });
});

test('what the page says of a mesh is there', () => {
  const mesh = new Mesh([], {
    ...{ assume: 'partial', compat: false, now: new Date(0) },
    ...{ istioVersion: '1.31.0', kubernetesVersion: '1.32' },
  });
  const [, table = ''] = /\n\| `mesh`.*\n(.*\n(?:\|.*\n)+)/.exec(page) ?? [];
  const names = [...table.matchAll(/^\| `(\w+)(?:\.(\w+))?/gm), ...table.matchAll(/^\| `\w+`, `(\w+)`/gm)];
  expect(names.length).toBeGreaterThanOrEqual(16);
  for (const [, name = '', method] of names) {
    expect([name, name in mesh]).toEqual([name, true]);
    if (name === 'hosts' || name === 'workloads')
      expect([method, method && method in mesh[name]]).toEqual([method, true]);
  }
});
