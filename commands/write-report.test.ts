import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingFormats } from '../src/output/index.ts';
import { reportOption } from './report-options.ts';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

test('-o takes every format of findings', () => {
  expect(reportOption().argChoices).toEqual(Object.keys(findingFormats));
});

describe('the summary of a GitHub job', () => {
  const annotate = async (summary: string) => {
    const cwd = await temporaryFolder({ 'mesh.yaml': 'a: [\n', 'summary.md': 'Tests passed.\n' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, summary) };
    return { cwd, ...(await run(['validate', '-o', 'github', 'mesh.yaml'], { cwd, env })) };
  };

  test('comes after what other steps wrote', async () => {
    const { cwd, code } = await annotate('summary.md');
    expect(code).toBe(2);
    expect(await readFile(join(cwd, 'summary.md'), 'utf8')).toMatch(/^Tests passed\.\n### meshctl: 1 error/);
  });

  test('costs neither the report nor the exit code when it cannot be written', async () => {
    const { code, out, err } = await annotate('no/such/folder.md');
    expect(code).toBe(2);
    expect(out).toContain('::error ');
    expect(err).toContain('warning: the file that GITHUB_STEP_SUMMARY names cannot be written: ENOENT');
  });
});

test('a report file that cannot be written is an error that names it', async () => {
  const cwd = await temporaryFolder({ 'mesh.yaml': '', file: '' });
  const { code, err } = await run(['validate', '-o', 'json=file/report.json', 'mesh.yaml'], { cwd });
  expect(code).toBe(2);
  expect(err).toMatch(/^error: cannot write file\/report\.json\n {2}cause: .+\n {2}hint: name a file/);
});
