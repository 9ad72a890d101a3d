import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { run } from '../commands/testing/run.ts';
import { temporaryFolder } from '../commands/testing/temporary-folder.ts';
import { analyze } from '../src/analyze/index.ts';
import { readText } from '../src/resources/index.ts';
import { codeBlocks } from './code-blocks.ts';

const page = await readFile(new URL('../docs/suppressions.md', import.meta.url), 'utf8');
const examples = codeBlocks(page)
  .filter(({ language }) => language === 'yaml')
  .map(({ text }) => text);

test('every settings file of the page can be read', async () => {
  const files = examples.filter((text) => /^(severity|ignore):/.test(text));
  expect(files.length).toBeGreaterThanOrEqual(2);
  for (const text of files) {
    const cwd = await temporaryFolder({ '.git/HEAD': '', 'meshctl.yaml': text });
    expect(await run(['config', 'view', 'version'], { cwd })).toMatchObject({ code: 0, err: '' });
  }
});

test('the comments of the page suppress something', async () => {
  const text = examples.find((example) => example.includes('# meshctl-ignore'));
  const { findings, suppressed } = await analyze(readText(text ?? '', 'shop.yaml'));
  expect([findings, suppressed]).toEqual([[], 2]);
});
