import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from '../commands/testing/run.ts';
import { codeBlocks } from './code-blocks.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md')).sort();
const sessions = (
  await Promise.all(
    ['README.md', ...pages.map((name) => `docs/${name}`)].map(async (file) =>
      codeBlocks(await readFile(join(root, file), 'utf8'))
        .filter(({ language }) => language === 'console')
        .map(({ text, line }) => [`${file}:${line}`, text] as const),
    ),
  )
).flat();

/** Where a page leaves something out, it has a line with three dots. */
const withoutRest = (text: string): string => text.replace(/^\.\.\.\n[^]*$/m, '');

test('pages show sessions', () => {
  expect(sessions.length).toBeGreaterThan(2);
});

test.each(sessions)('what %s shows is what the program says', async (_, text) => {
  const [prompt = '', ...lines] = text.split('\n');
  const shown = lines.join('\n');
  const [dollar, program, ...args] = prompt.split(' ');
  expect([dollar, program]).toEqual(['$', 'meshctl']);
  const { out, err } = await run(args, { cwd: root });
  const rest = withoutRest(shown);
  expect(rest === shown ? out + err : (out + err).slice(0, rest.length)).toBe(rest);
});

test('the finding that docs/validate.md shows is one of the bookshop', async () => {
  const page = await readFile(join(root, 'docs/validate.md'), 'utf8');
  const shown = codeBlocks(page).find(({ language }) => language === 'json');
  const { out } = await run(['validate', '-o', 'json', 'testdata/bookshop'], { cwd: root });
  expect((JSON.parse(out) as { findings: unknown[] }).findings).toContainEqual(JSON.parse(shown?.text ?? ''));
});
