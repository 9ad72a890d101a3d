import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
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

describe('a report file', () => {
  const files = { 'mesh.yaml': '', 'old.json': 'old' };

  test('keeps its permissions', async () => {
    const cwd = await temporaryFolder(files);
    await chmod(join(cwd, 'old.json'), 0o600);
    expect((await run(['validate', '-o', 'json=old.json', 'mesh.yaml'], { cwd })).code).toBe(0);
    expect((await stat(join(cwd, 'old.json'))).mode & 0o777).toBe(0o600);
  });

  test('stays a link when it is one', async () => {
    const cwd = await temporaryFolder(files);
    await symlink('old.json', join(cwd, 'link.json'));
    expect((await run(['validate', '-o', 'json=link.json', 'mesh.yaml'], { cwd })).code).toBe(0);
    expect((await lstat(join(cwd, 'link.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(cwd, 'old.json'), 'utf8')).toContain('FindingList');
  });

  test('stays a device when it is one', async () => {
    const cwd = await temporaryFolder(files);
    expect((await run(['validate', '-o', 'json=/dev/null', 'mesh.yaml'], { cwd })).code).toBe(0);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test('may be in a folder that is to be made', async () => {
    const cwd = await temporaryFolder(files);
    expect((await run(['validate', '-o', 'json=a/b/c.json', 'mesh.yaml'], { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, 'a/b/c.json'), 'utf8')).toContain('FindingList');
  });

  test('is not read when an earlier run left it in the folder', async () => {
    const cwd = await temporaryFolder({ 'mesh.yaml': '', 'report.json': '[]' });
    const again = await run(['validate', '-o', 'gitlab=report.json', '.'], { cwd });
    expect(again.code).toBe(0);
    expect(again.err).toMatch(
      /^no findings in 0 files \(0 resources checked\)\nwarning: nothing was checked\n/,
    );
  });

  test('does not replace a file that is named as input', async () => {
    const cwd = await temporaryFolder(files);
    const { code, err } = await run(['validate', '-o', 'json=./mesh.yaml', 'mesh.yaml'], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: `error: the report would replace ${cwd}/mesh.yaml, which is to be checked\n  hint: name another file after \`=\`\n`,
    });
    expect(await readFile(join(cwd, 'mesh.yaml'), 'utf8')).toBe('');
  });

  test.each([
    ['is not shared by two reports', ['json=a', 'sarif=a'], 'sarif=a": each report needs a file of its own'],
    ['has a name', ['json='], 'json=": name a file after `=`'],
    ['is needed for a second report', ['json', 'yaml'], 'yaml": only one report fits on standard output'],
    ['comes after a format', ['jsno=a'], 'jsno=a"\n'],
  ])('%s', async (_, reports, why) => {
    const { code, err } = await run([
      'validate',
      'mesh.yaml',
      ...reports.flatMap((report) => ['-o', report]),
    ]);
    expect(code).toBe(2);
    expect(err).toContain(`error: flag --output does not take "${why}`);
  });
});
