import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../commands/testing/run.ts';
import { temporaryFolder } from '../commands/testing/temporary-folder.ts';
import { baselineText } from '../src/analyze/index.ts';
import { codeBlocks } from './code-blocks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const blocks = codeBlocks(read('docs/ci.md'));
const inLanguage = (...languages: readonly string[]) =>
  blocks.filter(({ language }) => languages.includes(language));

const documents = inLanguage('yaml').map(({ text }): unknown => parse(text));

/** Every text in a document. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

const scripts = [
  ...inLanguage('sh').map(({ text }) => text),
  ...documents.flatMap(textsIn),
  ...inLanguage('groovy').flatMap(({ text }) =>
    [...text.matchAll(/sh '([^']+)'/g)].map(([, line = '']) => line),
  ),
].filter((text) => /^ *meshctl |[|] meshctl /m.test(text));

const service =
  'apiVersion: v1\nkind: Service\nmetadata: {name: tea, namespace: shop}\nspec: {ports: [{port: 80, name: http}]}\n';
const renderer = `#!/bin/sh\nprintf '${service.replaceAll('\n', '\\n')}'\n`;
/** Writes down its words, and what comes in where it is told to read that. */
const recorder = `#!/bin/sh
number=$(ls "$RECORDS" | wc -l)
printf '%s\\0' "$@" > "$RECORDS/$number.words"
case "$*" in *-) cat > "$RECORDS/$number.input" ;; esac
`;

interface Call {
  readonly words: readonly string[];
  readonly stdin: string;
}

/** A repository as the page has it in mind, with programs in the place of those that a job calls. */
async function repository(): Promise<string> {
  const folder = await temporaryFolder({
    'repository/mesh/tea.yaml': service,
    'repository/meshctl-baseline.json': baselineText([]),
    'repository/overlays/prod/kustomization.yaml': '',
    'repository/overlays/test/kustomization.yaml': '',
    'records/README': '',
    ...Object.fromEntries(['helm', 'kubectl', 'kustomize'].map((name) => [`bin/${name}`, renderer])),
    ...{ 'bin/npm': '#!/bin/sh\n', 'bin/meshctl': recorder },
  });
  const commands = `
    chmod +x ../bin/*
    git init --quiet --initial-branch main
    git add .
    git -c user.name=test -c user.email=test@example.com commit --quiet --message Start
    git update-ref refs/remotes/origin/main HEAD
    git remote add origin .`;
  expect(shell(folder, commands)).toBe(0);
  return folder;
}

function shell(folder: string, script: string): number | null {
  const env = {
    ...{ PATH: `${folder}/bin:${process.env.PATH ?? ''}`, RECORDS: `${folder}/records`, HOME: folder },
    ...{ BASE: 'main', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD', TMPDIR: folder },
  };
  return spawnSync('bash', ['-c', script], { cwd: `${folder}/repository`, env }).status;
}

/** What a script calls meshctl with. */
async function callsOf(folder: string, script: string): Promise<readonly Call[]> {
  expect(shell(folder, script)).toBe(0);
  const names = (await readdir(`${folder}/records`)).filter((name) => name.endsWith('.words')).sort();
  const contentOf = (name: string): string => readFileSync(`${folder}/records/${name}`, 'utf8');
  return names.map((name) => {
    const words = contentOf(name).split('\0').slice(0, -1);
    return { words, stdin: words.at(-1) === '-' ? contentOf(name.replace('.words', '.input')) : '' };
  });
}

test('the page has scripts for every server', () => {
  expect(scripts.length).toBeGreaterThanOrEqual(10);
});

test.each(scripts.map((script) => [script]))('meshctl takes what the page says: %s', async (script) => {
  const folder = await repository();
  const calls = await callsOf(folder, script);
  expect(calls.length).toBeGreaterThan(0);
  for (const { words, stdin } of calls) {
    const { code, err } = await run(words, { cwd: `${folder}/repository`, stdin });
    expect({ words, code, error: /^(error|note|warning):.*/m.exec(err)?.[0] }).toEqual({ words, code: 0 });
  }
});

test('the words that a container gets are taken', async () => {
  const jobs = documents.filter((document) =>
    textsIn(document).includes('registry.example.com/meshctl:0.1.0'),
  );
  const args = jobs.map((job) => textsIn(job).slice(textsIn(job).indexOf('analyze')).slice(0, 4));
  expect(args).toEqual([['analyze', '-o', 'log', 'mesh/']]);
  const folder = await repository();
  expect((await run(args[0] ?? [], { cwd: `${folder}/repository` })).code).toBe(0);
});

test('the settings of the page are read', async () => {
  const [text] = inLanguage('yaml').filter((block) => block.text.startsWith('analyze:'));
  const settings = await temporaryFolder({ 'meshctl.yaml': text?.text ?? '', '.git/HEAD': '' });
  const { code, out } = await run(['config', 'view', 'analyze'], { cwd: settings });
  expect(code).toBe(0);
  expect(out).toContain('meshctl-baseline.json');
});

describe('the action and the hooks that the page uses', () => {
  const { inputs } = parse(read('action.yml')) as { inputs: object };
  const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; args?: string[] }[];

  test('get inputs they have', () => {
    const steps = documents
      .flatMap((document) => stepsIn(document))
      .filter(({ uses }) => uses?.startsWith('OWNER/'));
    expect(steps).toHaveLength(1);
    for (const { with: given = {} } of steps)
      expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  test('have all of their inputs in a table', () => {
    const rows = [...read('docs/ci.md').matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(Object.keys(inputs).sort());
  });

  test('are hooks that exist, with flags that are taken', async () => {
    const used = documents.flatMap((document) => hooksIn(document));
    expect(used.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
    const folder = await repository();
    for (const { id, args = [] } of used) {
      const words = (hooks.find((hook) => hook.id === id)?.entry ?? '').split(' ').slice(1);
      const files = args.length === 0 ? ['mesh/tea.yaml'] : [];
      expect((await run([...words, ...args, ...files], { cwd: `${folder}/repository` })).code).toBe(0);
    }
  });
});

interface UsedStep {
  readonly uses?: string;
  readonly with?: object;
}

const stepsIn = (document: unknown): readonly UsedStep[] =>
  Object.values((document as { jobs?: Record<string, { steps: UsedStep[] }> }).jobs ?? {}).flatMap(
    ({ steps }) => steps,
  );

interface UsedHook {
  readonly id: string;
  readonly args?: readonly string[];
}

const hooksIn = (document: unknown): readonly UsedHook[] =>
  ((document as { repos?: { hooks: UsedHook[] }[] }).repos ?? []).flatMap(({ hooks }) => hooks);
