import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingFormats } from '../src/output/index.ts';
import { reportOf } from '../testdata/output/sample-report.ts';
import { reportOption, type ReportTarget } from './report-options.ts';
import { run } from './testing/run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { writeReport, type ReportIo } from './write-report.ts';

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

  test('is left out, with a note, when what the step wrote before takes all the room', async () => {
    const cwd = await temporaryFolder({ 'mesh.yaml': 'a: [\n', 'summary.md': 'x'.repeat(1024 * 1024) });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const { code, err } = await run(['validate', '-o', 'github', 'mesh.yaml'], { cwd, env });
    expect(code).toBe(2);
    expect(err).toContain('warning: the summary of this step is full; GitHub takes 1 MiB of it\n');
    expect((await stat(join(cwd, 'summary.md'))).size).toBe(1024 * 1024);
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

  test('comes to where a link leads, though nothing is there yet', async () => {
    const cwd = await temporaryFolder(files);
    await symlink('new.json', join(cwd, 'link.json'));
    expect((await run(['validate', '-o', 'json=link.json', 'mesh.yaml'], { cwd })).code).toBe(0);
    expect((await lstat(join(cwd, 'link.json'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(cwd, 'new.json'), 'utf8')).toContain('FindingList');
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
    [
      'is not shared by two reports',
      ['json=a', 'sarif=a'],
      'error: two reports would go to a\n  hint: give each report a file of its own\n',
    ],
    [
      'is needed for a second report',
      ['json', 'yaml'],
      'error: only one report fits on standard output\n  hint: send the others to files, as in `-o html=report.html`\n',
    ],
    ['has a name', ['json='], 'error: flag --output does not take "json=": name a file after `=`\n'],
    ['comes after a format', ['jsno=a'], 'error: flag --output does not take "jsno=a"\n'],
  ])('%s', async (_, reports, why) => {
    const { code, err } = await run([
      'validate',
      'mesh.yaml',
      ...reports.flatMap((report) => ['-o', report]),
    ]);
    expect(code).toBe(2);
    expect(err).toContain(why);
  });
});

test('two reports on standard output are refused where the settings ask for them', async () => {
  const cwd = await temporaryFolder({
    'meshctl.yaml': 'validate:\n  output: [json, yaml]\n',
    'mesh.yaml': '',
  });
  const { code, err } = await run(['validate', 'mesh.yaml'], { cwd });
  expect(code).toBe(2);
  expect(err).toMatch(
    /^error: \S*meshctl\.yaml:2:\d+: only one report fits on standard output\n {2}hint: send/,
  );
});

describe('what is left out of reports', () => {
  const warnings = ['a', 'b'].map(
    (name) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: ${name}}
spec: {host: a, trafficPolicy: {loadBalancer: {simple: LEAST_CONN}}}
`,
  );
  const validate = (...flags: string[]): ReturnType<typeof run> =>
    run(['validate', ...flags, '-'], { stdin: warnings.join('---\n') });

  test('below --min-severity is counted all the same', async () => {
    const { code, out, err } = await validate('--min-severity', 'error');
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: '2 warnings in 1 file (2 resources checked)\n',
    });
  });

  test('below --min-severity leads to the exit code all the same', async () => {
    const { code, out } = await validate('--min-severity', 'error', '--fail-on', 'warning', '-o', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ summary: { warnings: 2 }, findings: [] });
  });

  test.each([
    ['2', 0, ''],
    ['1', 1, 'too many warnings: --max-warnings is 1\n'],
    ['0', 1, 'too many warnings: --max-warnings is 0\n'],
  ])('--max-warnings %s of two warnings gives %i', async (most, expected, note) => {
    const { code, err } = await validate('--max-warnings', most, '-o', 'log');
    expect({ code, err }).toEqual({
      code: expected,
      err: `2 warnings in 1 file (2 resources checked)\n${note}`,
    });
  });

  test.each(['-1', '1.5', 'many', ''])('--max-warnings does not take %j', async (most) => {
    const { code, err } = await validate(`--max-warnings=${most}`);
    expect(code).toBe(2);
    expect(err).toContain('--max-warnings');
  });
});

describe('rules that could not decide', () => {
  const undecided = [
    { rule: 'gateway/selector', code: 'IST0101', reason: 'no workload was read', objects: 2 },
  ];
  const notes = async (...output: readonly ReportTarget[]): Promise<readonly string[]> => {
    const lines: string[] = [];
    await writeReport(noteTaker(lines), reportOf([], {}, { undecided }), {
      output,
      failOn: 'error',
      minSeverity: 'info',
    });
    return lines;
  };
  const noteTaker = (lines: string[]): ReportIo => ({
    out: () => undefined,
    env: {},
    cwd: '/',
    tty: { stdin: false, stdout: false, stderr: false },
    columns: undefined,
    colors: { out: false, err: false },
    note: (line) => lines.push(line),
  });
  const summary = 'no findings in 0 files (0 resources checked, 1 rule undecided)';

  test.each<[string, readonly ReportTarget[], readonly string[]]>([
    [
      'are listed for who reads the table',
      [],
      ['undecided: IST0101 (gateway/selector) for 2 objects: no workload was read', summary],
    ],
    ['are counted beside another format', [{ format: 'json' }], [summary]],
    ['are counted beside files', [{ format: 'table', file: '/dev/null' }], [summary]],
  ])('%s', async (_, output, lines) => {
    expect(await notes(...output)).toEqual(lines);
  });
});
