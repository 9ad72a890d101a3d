import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../commands/testing/temporary-folder.ts';

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = fileURLToPath(new URL('..', import.meta.url));
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const [install, analyze] = action.runs.steps as [Step, Step];

/** A program in the place of meshctl: writes down its words and ends as it is told. */
const stub = `
import { writeFileSync } from 'node:fs';
const words = process.argv.slice(2);
writeFileSync(process.env.RUNNER_TEMP + '/words.json', JSON.stringify({ cwd: process.cwd(), words }));
const counts = words.find((word) => word.startsWith('json=')).slice(5);
if (process.env.STUB_CODE !== '2')
  writeFileSync(counts, JSON.stringify({ summary: { errors: 3, warnings: 2, infos: 1 } }));
process.exitCode = Number(process.env.STUB_CODE);
`;

interface Ran {
  readonly code: number | null;
  readonly cwd: string;
  readonly words: readonly string[];
  readonly output: string;
}

/** Runs the step as a runner does: its script in a file, the inputs in variables. */
async function runAnalyze(inputs: Readonly<Record<string, string>>, code = 0): Promise<Ran> {
  const folder = await temporaryFolder({
    'action/bin/meshctl.js': stub,
    'action/package.json': '{"type": "module"}',
    'temp/step.sh': analyze.run,
    'repository/mesh.yaml': '',
    'repository/sub folder/mesh.yaml': '',
    output: '',
  });
  const env = {
    ...{ PATH: process.env.PATH, STUB_CODE: String(code) },
    ...{
      GITHUB_ACTION_PATH: `${folder}/action`,
      GITHUB_OUTPUT: `${folder}/output`,
      RUNNER_TEMP: `${folder}/temp`,
    },
    ...variables(inputs),
  };
  const { status } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', `${folder}/temp/step.sh`],
    {
      ...{ cwd: `${folder}/repository`, env, encoding: 'utf8' },
    },
  );
  const said = JSON.parse(readFileSync(`${folder}/temp/words.json`, 'utf8')) as Pick<Ran, 'cwd' | 'words'>;
  const output = readFileSync(`${folder}/output`, 'utf8');
  const short = (text: string): string => text.replaceAll(folder, '');
  return { code: status, cwd: short(said.cwd), words: said.words.map(short), output };
}

/** The variables of the step, with the inputs put in as GitHub does. */
function variables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const valueOf = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? '(no such input)';
  return Object.fromEntries(
    Object.entries(analyze.env ?? {}).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => valueOf(input)),
    ]),
  );
}

const first = ['analyze', '-o', 'github', '-o', 'json=/temp/meshctl-findings.json'];
const hostile = [
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  "'; touch pwned; '",
  '${IFS}x',
  '* ?',
  '-rf',
  '&& touch pwned # ${{ github.token }}',
];

describe('the action', () => {
  test('puts no input into a script', () => {
    expect(action.runs.using).toBe('composite');
    expect(action.runs.steps).toHaveLength(2);
    for (const { shell, run } of action.runs.steps) {
      expect(shell).toBe('bash');
      expect(run).not.toContain('${{');
    }
  });

  test('hands every input to the step, and describes it', () => {
    const taken = Object.values(analyze.env ?? {}).map((text) => /inputs\.([\w-]+)/.exec(text)?.[1]);
    expect(taken.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
      expect(description).toMatch(/^[A-Z0-9].*\.$/);
  });

  test('without inputs analyzes the repository and writes SARIF', async () => {
    expect(await runAnalyze({})).toEqual({
      ...{ code: 0, cwd: '/repository', words: [...first, '-o', 'sarif=meshctl.sarif', '--', '.'] },
      output: 'exit-code=0\nerrors=3\nwarnings=2\ninfos=1\n',
    });
  });

  test('hands on every input as one word each', async () => {
    const { words, cwd } = await runAnalyze({
      ...{ paths: 'mesh/\n\nother folder/*.yaml\n', 'working-directory': 'sub folder', 'fail-on': 'warning' },
      ...{ baseline: 'known findings.json', since: 'origin/main', 'sarif-file': '' },
      args: '--assume=complete\n-o\njunit=a b.xml\n',
    });
    expect(cwd).toBe('/repository/sub folder');
    expect(words.slice(first.length)).toEqual([
      ...['--fail-on=warning', '--baseline=known findings.json', '--since=origin/main'],
      ...['--assume=complete', '-o', 'junit=a b.xml', '--', 'mesh/', 'other folder/*.yaml'],
    ]);
  });

  test.each([
    [1, 'exit-code=1\nerrors=3\nwarnings=2\ninfos=1\n'],
    [2, 'exit-code=2\n'],
  ])('fails with %d as meshctl does, after it has told the outputs', async (code, output) => {
    expect(await runAnalyze({}, code)).toMatchObject({ code, output });
  });

  test.each(hostile)('does not run what an input says: %s', async (value) => {
    const { code, words, output } = await runAnalyze({
      ...{ paths: value, 'fail-on': value, baseline: value, since: value, 'sarif-file': value, args: value },
    });
    expect(code).toBe(0);
    expect(words.slice(first.length)).toEqual([
      ...['-o', `sarif=${value}`, `--fail-on=${value}`, `--baseline=${value}`, `--since=${value}`],
      ...[value, '--', value],
    ]);
    expect(output).toBe('exit-code=0\nerrors=3\nwarnings=2\ninfos=1\n');
  });

  test('installs itself only where it is not built yet', async () => {
    const folder = await temporaryFolder({
      'dist/cli/main.js': '',
      'step.sh': install.run,
      'bin/npm': '#!/bin/sh\necho "npm $*"\n',
    });
    const ran = (path: string): string =>
      spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(folder, 'step.sh')], {
        env: { PATH: `${folder}/bin:${process.env.PATH ?? ''}`, GITHUB_ACTION_PATH: path },
        encoding: 'utf8',
      }).stdout;
    spawnSync('chmod', ['+x', `${folder}/bin/npm`]);
    expect(ran(folder)).toBe('');
    expect(ran(`${folder}/bin`)).toBe(
      'npm ci --ignore-scripts --no-audit --no-fund\nnpm run build -- --cli-only\n',
    );
  });

  test.each(Object.entries(action.outputs))(
    'the output %s is one that the step writes',
    (name, { value }) => {
      expect(value).toBe(`\${{ steps.${analyze.id ?? ''}.outputs.${name} }}`);
    },
  );
});

describe('the hooks of pre-commit', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Record<
    string,
    unknown
  >[];

  test.each(hooks)('$id runs a command of meshctl', ({ id, entry, language }) => {
    expect({ entry, language }).toEqual({ entry: String(id).replace('-', ' '), language: 'node' });
  });

  test('analyze looks at everything, validate at what changed', () => {
    expect(hooks.map(({ pass_filenames = true, args = [] }) => ({ pass_filenames, args }))).toEqual([
      { pass_filenames: false, args: ['.'] },
      { pass_filenames: true, args: [] },
    ]);
  });
});
