import { describe, expect, test } from 'vitest';
import type { Entry } from '../entry.ts';
import { CliCommand } from '../command.ts';
import { run } from '../testing/run.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** A command that prints what it gets of the settings of the project. */
const table: readonly Entry[] = [
  {
    name: 'show',
    summary: 'Show the project',
    load: () =>
      Promise.resolve((io) =>
        new CliCommand().handler(() => {
          io.out(JSON.stringify(io.project ?? null));
          return 0;
        }),
      ),
  },
];

async function show(files: Readonly<Record<string, string>>, flags: readonly string[] = [], cwd = '.') {
  const folder = await temporaryFolder({ '.git/HEAD': '', 'sub/file': '', ...files });
  const env = { HOME: `${folder}/home` };
  const { code, out, err } = await run(['show', ...flags], { table, cwd: `${folder}/${cwd}`, env });
  const clean = (text: string): string => text.replaceAll(`${folder}/.`, folder).replaceAll(folder, '/tree');
  return { code, project: out === '' ? undefined : (JSON.parse(clean(out)) as unknown), err: clean(err) };
}

const settings = `severity:
  IST0101: warning
  port/number: off
overrides:
  - files: legacy
    severity: { gateway/missing: info }
  - files: [a/*.yaml, b]
    severity:
      IST0101: error
ignore:
  - rule: IST0101
    reason: moves next month
  - { rule: port/number, resource: Gateway shop/*, files: [a], reason: why, until: 2026-12-31 }
rules: [rules/mine.js, ../theirs.js]
`;

test('a command gets what the file of the project says, with the places of names', async () => {
  expect(await show({ 'meshctl.yaml': settings })).toEqual({
    code: 0,
    err: '',
    project: {
      policy: {
        folder: '/tree',
        severities: [
          {
            levels: [
              { rule: { name: 'IST0101', at: 'meshctl.yaml:2:3' }, level: 'warning' },
              { rule: { name: 'port/number', at: 'meshctl.yaml:3:3' }, level: 'off' },
            ],
          },
          {
            files: ['legacy'],
            levels: [{ rule: { name: 'gateway/missing', at: 'meshctl.yaml:6:17' }, level: 'info' }],
          },
          {
            files: ['a/*.yaml', 'b'],
            levels: [{ rule: { name: 'IST0101', at: 'meshctl.yaml:9:7' }, level: 'error' }],
          },
        ],
        ignore: [
          {
            rule: { name: 'IST0101', at: 'meshctl.yaml:11:11' },
            reason: 'moves next month',
            place: {
              file: 'meshctl.yaml',
              path: 'ignore[0]',
              range: { start: { line: 11, column: 11 }, end: { line: 11, column: 18 } },
            },
          },
          {
            rule: { name: 'port/number', at: 'meshctl.yaml:13:13' },
            resource: 'Gateway shop/*',
            files: ['a'],
            reason: 'why',
            until: '2026-12-31',
            place: {
              file: 'meshctl.yaml',
              path: 'ignore[1]',
              range: { start: { line: 13, column: 13 }, end: { line: 13, column: 24 } },
            },
          },
        ],
      },
      rules: [
        { path: '/tree/rules/mine.js', at: 'meshctl.yaml:14:9' },
        { path: expect.stringMatching(/\/theirs\.js$/) as unknown, at: 'meshctl.yaml:14:24' },
      ],
    },
  });
});

const nothing = { severities: [], ignore: [] };

test.each([
  ['a file without such keys says nothing', { 'meshctl.yaml': 'defaults:\n' }, [], '/tree'],
  ['empty keys say nothing', { 'meshctl.yaml': 'ignore:\noverrides:\nrules:\n' }, [], '/tree'],
  ['folders count from the file', { 'ci/mesh.yaml': '' }, ['--config', 'ci/mesh.yaml'], '/tree/ci'],
])('%s', async (_, files, flags, folder) => {
  expect((await show(files, flags)).project).toEqual({ policy: { ...nothing, folder }, rules: [] });
});

test('without a file there is no project', async () => {
  expect((await show({ 'home/.config/meshctl/config.yaml': 'defaults:\n' })).project).toBeNull();
});

test('a file above is the project too, and places are seen from here', async () => {
  const { project } = await show({ 'meshctl.yaml': 'severity: {IST0101: off}' }, [], 'sub');
  expect(project).toMatchObject({
    policy: { folder: '/tree', severities: [{ levels: [{ rule: { at: '../meshctl.yaml:1:12' } }] }] },
  });
});

describe('what is wrong is said with its place', () => {
  test.each([
    [
      'a misspelt key',
      'severitys: {}',
      '1:1: there is no section "severitys"\n  hint: did you mean severity?',
    ],
    [
      'a misspelt level',
      'severity:\n  IST0101: warn',
      '2:12: severity of IST0101 does not take "warn"\n  hint: did you mean warning? It takes error, warning, info, off.',
    ],
    ['no level', 'severity:\n  IST0101:', '2:3: IST0101 must be text'],
    ['a list of severities', 'severity: [IST0101]', '1:11: severity must be a mapping of names to values'],
    ['a mapping of overrides', 'overrides: {files: a}', '1:12: overrides must be a list'],
    [
      'a misspelt field',
      'overrides:\n- file: a\n  severity: {}',
      '2:3: an entry of overrides has no "file"\n  hint: did you mean files?',
    ],
    ['no files', 'overrides:\n- severity: {a/b: off}', '2:3: an entry of overrides lacks "files"'],
    [
      'an empty list of files',
      'overrides: [{files: [], severity: {}}]',
      '1:21: files names no file\n  hint: write a list of files, folders or patterns',
    ],
    [
      'files without a value',
      'overrides: [{files: , severity: {}}]',
      '1:14: files names no file\n  hint: write a list of files, folders or patterns',
    ],
    [
      'a file that is no text',
      'overrides: [{files: [[a]], severity: {}}]',
      '1:22: every item of files must be text',
    ],
    [
      'an entry that is none',
      'ignore:\n- IST0101',
      '2:3: an entry of ignore must be a mapping of names to values',
    ],
    ['no reason', 'ignore:\n- rule: IST0101', '2:3: an entry of ignore lacks "reason"'],
    ['an empty reason', 'ignore:\n- {rule: IST0101, reason: " "}', '2:27: reason must be text'],
    [
      'a field of another kind of entry',
      'ignore:\n- {rule: IST0101, reason: x, severity: off}',
      '2:30: an entry of ignore has no "severity"\n  hint: it takes rule, reason, resource, files, until',
    ],
    [
      'a date in another form',
      'ignore:\n- {rule: a, reason: x, until: 31.12.2026}',
      '2:31: until does not take "31.12.2026"\n  hint: write the last day on which the entry counts, as year-month-day: 2026-12-31',
    ],
    [
      'a day that does not exist',
      'ignore:\n- {rule: a, reason: x, until: 2026-02-30}',
      '2:31: until does not take "2026-02-30"\n  hint: write the last day on which the entry counts, as year-month-day: 2026-12-31',
    ],
    ['a rule module that is none', 'rules: {a: b}', '1:8: rules must be a list'],
  ])('%s', async (_, text, message) => {
    expect(await show({ 'meshctl.yaml': text })).toEqual({
      code: 2,
      project: undefined,
      err: `error: meshctl.yaml:${message}\n`,
    });
  });

  test('a user has no findings of their own', async () => {
    const { err } = await show({ 'home/.config/meshctl/config.yaml': 'defaults:\nignore: []\n' });
    expect(err).toBe(
      'error: /tree/home/.config/meshctl/config.yaml:2:1: ignore belongs to a project, not to a user\n  hint: write it into the meshctl.yaml of the project, so that all see the same findings\n',
    );
  });
});
