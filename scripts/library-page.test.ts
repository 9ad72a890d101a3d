import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeBlocks } from './code-blocks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const library = join(root, 'src/index.ts');
const page = await readFile(join(root, 'docs/library.md'), 'utf8');
const blocks = codeBlocks(page);
const examples = blocks.flatMap(({ language, text, line }, index) =>
  language === 'ts' ? [{ name: `example-${line}`, text, output: blocks[index + 1] }] : [],
);

let folder: string;
beforeAll(async () => {
  await mkdir(join(root, '.cache'), { recursive: true });
  folder = await mkdtemp(join(root, '.cache', 'library-page-'));
  for (const { name, text } of examples) await writeFile(join(folder, `${name}.ts`), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the examples of the library page have the right types', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: ts.CompilerOptions };
  };
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, paths: { meshctl: [library] } },
    root,
  );
  const files = examples.map(({ name }) => join(folder, `${name}.ts`));
  const program = ts.createProgram(files, options);
  const faults = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

test.each(examples.map((example) => [example.name, example] as const))(
  'the library page: %s prints what the page says',
  async (name, { output }) => {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      ...{ entryPoints: [join(folder, `${name}.ts`)], outfile, logLevel: 'error' },
      ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
      alias: { meshctl: library },
    });
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [outfile], { cwd: root });
    expect({ language: output?.language, stdout, stderr }).toEqual({
      language: 'text',
      stdout: output?.text,
      stderr: '',
    });
  },
);
