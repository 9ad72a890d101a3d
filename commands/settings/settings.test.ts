import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { sampleTable as table } from '../testing/sample-table.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

interface Surroundings {
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Working directory below the temporary folder. */
  readonly cwd?: string;
}

/** Runs in a temporary folder, with the settings of the user in `home`. */
async function runIn({ files = {}, env = {}, cwd = '.' }: Surroundings, argv: readonly string[]) {
  const folder = await temporaryFolder({ '.git/HEAD': '', 'sub/file': '', ...files });
  const result = await run(argv, {
    table,
    cwd: join(folder, cwd),
    env: { HOME: join(folder, 'home'), ...env },
  });
  return { ...result, err: result.err.replaceAll(folder, '/root').replace(/^a (note|detail)\n/gm, '') };
}

async function optionsOf(
  surroundings: Surroundings,
  argv: readonly string[],
): Promise<Record<string, unknown>> {
  const { code, out, err } = await runIn(surroundings, argv);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

const user = 'home/.config/meshctl/config.yaml';
const sail = ['sail', 'north'];

describe('the strongest source of a value wins', () => {
  const everywhere = {
    files: {
      'meshctl.yaml': 'sail:\n  captain: project\ndefaults:\n  output: json\n',
      [user]: 'sail:\n  captain: user\n  logFolder: mine\ndefaults:\n  verbose: 1\n',
    },
    env: { MESHCTL_CAPTAIN: 'env' },
  };
  test.each([
    ['a flag', everywhere, [...sail, '--captain', 'flag'], { captain: 'flag' }],
    ['then the environment', everywhere, sail, { captain: 'env' }],
    ['then the project file', { ...everywhere, env: {} }, sail, { captain: 'project', output: 'json' }],
    ['what the project file leaves open, the user file sets', everywhere, sail, { logFolder: 'mine' }],
    ['then the default', {}, sail, { output: 'table', via: [], flag: true }],
    ['an empty variable counts for nothing', { env: { MESHCTL_OUTPUT: '' } }, sail, { output: 'table' }],
    [
      'the section of the command before defaults',
      { files: { 'meshctl.yaml': 'defaults:\n  output: table\nsail:\n  output: json\n' } },
      sail,
      { output: 'json' },
    ],
    [
      'defaults of the project before a section of the user',
      { files: { 'meshctl.yaml': 'defaults:\n  output: json\n', [user]: 'sail:\n  output: table\n' } },
      sail,
      { output: 'json' },
    ],
    [
      '--no-config leaves the environment',
      everywhere,
      [...sail, '--no-config'],
      { captain: 'env', output: 'table' },
    ],
  ] as const)('%s', async (_, surroundings, argv, expected) => {
    expect(await optionsOf(surroundings, argv)).toMatchObject(expected);
  });
});

describe('which files are read', () => {
  const captain = (name: string) => `sail:\n  captain: ${name}\n`;
  test.each([
    [
      'a project file in a folder above',
      { files: { 'meshctl.yaml': captain('above') }, cwd: 'sub' },
      [],
      'above',
    ],
    [
      'the nearest one',
      { files: { 'meshctl.yaml': captain('above'), 'sub/meshctl.yaml': captain('near') }, cwd: 'sub' },
      [],
      'near',
    ],
    [
      'none above the root of the repository',
      { files: { 'meshctl.yaml': captain('above'), 'sub/.git/HEAD': '' }, cwd: 'sub' },
      [],
      undefined,
    ],
    [
      'the user file below XDG_CONFIG_HOME',
      { files: { [user]: captain('user') }, env: { XDG_CONFIG_HOME: '/nowhere' } },
      [],
      undefined,
    ],
    [
      'the file of --config alone',
      { files: { 'meshctl.yaml': captain('project'), [user]: captain('user'), 'ci.yaml': 'defaults: {}\n' } },
      ['--config', 'ci.yaml'],
      undefined,
    ],
    [
      'the file of MESHCTL_CONFIG alone',
      {
        files: { 'meshctl.yaml': captain('project'), 'ci.yaml': captain('ci') },
        env: { MESHCTL_CONFIG: 'ci.yaml' },
      },
      [],
      'ci',
    ],
  ])('%s', async (_, surroundings, flags, expected) => {
    expect((await optionsOf(surroundings, [...sail, ...flags])).captain).toBe(expected);
  });
});

describe('values are what flags would make of them', () => {
  const settings = (lines: string) => ({ files: { 'meshctl.yaml': `sail:\n  ${lines}\n` } });
  test.each([
    ['a list', settings('via: [Oslo, Rome]'), [], { via: ['Oslo', 'Rome'] }],
    ['one value for a list', settings('via: Oslo'), [], { via: ['Oslo'] }],
    ['a flag replaces a list', settings('via: [Oslo, Rome]'), ['--via', 'Kiel'], { via: ['Kiel'] }],
    ['a list from the environment', { env: { MESHCTL_VIA: 'Oslo,Rome' } }, [], { via: ['Oslo', 'Rome'] }],
    ['a number', settings('knots: 12'), [], { knots: 12 }],
    ['a number where text is asked for keeps its form', settings('captain: 1.10'), [], { captain: '1.10' }],
    ['a switch', settings('drift: true'), [], { drift: true }],
    ['a switch that --no-x turns off', settings('flag: false'), [], { flag: false }],
    ['a switch from the environment', { env: { MESHCTL_DRIFT: 'yes' } }, [], { drift: true }],
    ['a count', { files: { 'meshctl.yaml': 'defaults:\n  verbose: 2\n' } }, ['-q'], { verbosity: -1 }],
    ['a setting against a flag yields', settings('knots: 3'), ['--drift'], { drift: true }],
    ['a section that is empty', { files: { 'meshctl.yaml': 'sail:\ndefaults:\n' } }, [], { output: 'table' }],
    [
      'a format for all commands counts where there is such a format',
      { env: { MESHCTL_OUTPUT: 'yaml' } },
      [],
      { output: 'table' },
    ],
  ])('%s', async (_, surroundings, flags, expected) => {
    expect(await optionsOf(surroundings, [...sail, ...flags])).toMatchObject(expected);
  });

  test('a setting that yields is not set at all', async () => {
    expect(await optionsOf(settings('knots: 3'), [...sail, '--drift'])).not.toHaveProperty('knots');
  });

  test('a required flag may be a setting', async () => {
    const files = { 'meshctl.yaml': 'fleet:\n  crew:\n    hire:\n      sailor: Queequeg\n' };
    expect(await optionsOf({ files }, ['fleet', 'crew', 'hire'])).toMatchObject({ sailor: 'Queequeg' });
    expect(await optionsOf({ files }, ['fleet', 'crew', 'hire', '--sailor', 'Starbuck'])).toMatchObject({
      sailor: 'Starbuck',
    });
  });
});

describe('what is wrong in a settings file is said with file, line and column', () => {
  test.each([
    [
      'a misspelt command',
      'sali:\n  output: json\n',
      'error: meshctl.yaml:1:1: there is no section "sali"\n  hint: did you mean sail?\n',
    ],
    [
      'a misspelt command in a group',
      'fleet:\n  cuont: {}\n',
      'error: meshctl.yaml:2:3: there is no section "cuont"\n  hint: did you mean count?\n',
    ],
    [
      'a hidden command is not suggested',
      'xyz: {}\n',
      'error: meshctl.yaml:1:1: there is no section "xyz"\n  hint: the keys are defaults, severity, overrides, ignore, rules, sail, fleet, sink, strand, anchor\n',
    ],
    [
      'a misspelt setting',
      'sail:\n  ouptut: json\n',
      'error: meshctl.yaml:2:3: sail has no setting "ouptut"\n  hint: did you mean output?\n',
    ],
    [
      'the flag in place of the setting',
      'sail:\n  log-folder: here\n',
      'error: meshctl.yaml:2:3: sail has no setting "log-folder"\n  hint: did you mean logFolder?\n',
    ],
    [
      'a flag that is no setting',
      'sail:\n  debug: true\n',
      'error: meshctl.yaml:2:3: sail has no setting "debug"\n  hint: the settings are via, cargo, knots, drift, flag, logFolder, captain, output, color, quiet, verbose\n',
    ],
    [
      'a setting of a command at the top',
      'logFolder: here\n',
      'error: meshctl.yaml:1:1: there is no section "logFolder"\n  hint: logFolder is a setting of sail: write it into that section\n',
    ],
    [
      'a flag at the top',
      'log-folder: here\n',
      'error: meshctl.yaml:1:1: there is no section "log-folder"\n  hint: logFolder is a setting of sail: write it into that section\n',
    ],
    [
      'a setting of many commands at the top',
      'output: json\n',
      'error: meshctl.yaml:1:1: there is no section "output"\n  hint: output is a setting of many commands: write it into the section of one, or into defaults\n',
    ],
    [
      'a setting of another command',
      'sail:\n  sailor: Queequeg\n',
      'error: meshctl.yaml:2:3: sail has no setting "sailor"\n  hint: sailor is a setting of fleet crew hire: write it into that section\n',
    ],
    [
      'a setting of another command for all',
      'defaults:\n  sailor: Queequeg\n',
      'error: meshctl.yaml:2:3: defaults has no setting "sailor"\n  hint: sailor is a setting of fleet crew hire: write it into that section\n',
    ],
    [
      'a tab',
      'sail:\n\toutput: json\n',
      'error: meshctl.yaml:2:1: a tab is used for indentation\n  hint: indent with spaces\n',
    ],
    [
      'a wrong item of a list',
      'sail:\n  via: [Oslo, {a: b}]\n',
      'error: meshctl.yaml:2:15: setting via must be a value or a list of values\n',
    ],
    [
      'a misspelt setting for all commands',
      'defaults:\n  ouptut: json\n',
      'error: meshctl.yaml:2:3: defaults has no setting "ouptut"\n  hint: did you mean output?\n',
    ],
    [
      'a misspelt choice',
      'sail:\n  cargo: [tea, slat]\n',
      'error: meshctl.yaml:2:10: setting cargo does not take "slat"\n  hint: did you mean salt? It takes salt, tea.\n',
    ],
    [
      'a format that the command does not have, in its own section',
      'sail:\n  output: yaml\n',
      'error: meshctl.yaml:2:11: setting output does not take "yaml"\n  hint: use one of table, json.\n',
    ],
    [
      'a misspelt format for all',
      'defaults:\n  output: jsno\n',
      'error: meshctl.yaml:2:11: setting output does not take "jsno"\n  hint: did you mean json? It takes table, json.\n',
    ],
    [
      'two values for one',
      'sail:\n  captain: [ahab, nemo]\n',
      'error: meshctl.yaml:2:12: setting captain does not take "ahab, nemo": give one value\n',
    ],
    [
      'no value',
      'sail:\n  captain:\n',
      'error: meshctl.yaml:2:3: setting captain must be a value or a list of values\n',
    ],
    [
      'a mapping for a value',
      'sail:\n  captain: {name: ahab}\n',
      'error: meshctl.yaml:2:12: setting captain must be a value or a list of values\n',
    ],
    [
      'a word for a switch',
      'sail:\n  drift: perhaps\n',
      'error: meshctl.yaml:2:10: setting drift does not take "perhaps": write true or false\n',
    ],
    [
      'a value for a section',
      'sail: json\n',
      'error: meshctl.yaml:1:7: settings must be a mapping of names to values\n',
    ],
    [
      'the same key twice',
      'sail: {}\nsail: {}\n',
      'error: meshctl.yaml:2:1: not YAML\n  cause: Map keys must be unique\n',
    ],
    [
      'a second document',
      'sail: {}\n---\nsail: {}\n',
      'error: meshctl.yaml:2:1: a second document\n  hint: a settings file has one\n',
    ],
    [
      'what would steer the terminal',
      'sail:\n  drift: "\\e[2J"\n',
      'error: meshctl.yaml:2:10: setting drift does not take "\\x1b[2J": write true or false\n',
    ],
  ])('%s', async (_, text, err) => {
    expect(await runIn({ files: { 'meshctl.yaml': text } }, sail)).toEqual({ code: 2, out: '', err });
  });

  test.each([
    ['a file of a name that is not read', { 'meshctl.yml': 'sail:\n' }, '', [], 'meshctl.yml'],
    ['one in a folder above', { 'meshctl.yml': 'sail:\n' }, 'sub', [], '../meshctl.yml'],
    ['none beside a file that is read', { 'meshctl.yml': '', 'meshctl.yaml': '' }, '', [], undefined],
    ['none above a file that is read', { 'meshctl.yml': '', 'sub/meshctl.yaml': '' }, 'sub', [], undefined],
    ['none where no file is wanted', { 'meshctl.yml': '' }, '', ['--no-config'], undefined],
    ['none where another is', { 'meshctl.yml': '', 'a.yaml': '' }, '', ['--config', 'a.yaml'], undefined],
    ['none for --quiet', { 'meshctl.yml': '' }, '', ['-q'], undefined],
  ])('%s gets a notice', async (_, files, cwd, flags, file) => {
    expect((await runIn({ files, cwd }, [...sail, ...flags])).err).toBe(
      file === undefined
        ? ''
        : `warning: ${file} is not read\n  hint: settings files are called meshctl.yaml: rename it\n`,
    );
  });

  test('a file in a folder above is named from here', async () => {
    const { err } = await runIn({ files: { 'meshctl.yaml': 'x: {}\n' }, cwd: 'sub' }, sail);
    expect(err).toMatch(/^error: \.\.\/meshctl\.yaml:1:1: /);
  });

  test('the file of the user is named in full', async () => {
    const { err } = await runIn({ files: { [user]: 'x: {}\n' } }, sail);
    expect(err).toMatch(/^error: \/root\/home\/\.config\/meshctl\/config\.yaml:1:1: /);
  });

  test('a wrong variable is named', async () => {
    expect((await runIn({ env: { MESHCTL_CARGO: 'tea,slat' } }, sail)).err).toBe(
      'error: MESHCTL_CARGO: setting cargo does not take "slat"\n  hint: did you mean salt? It takes salt, tea.\n',
    );
  });

  test('a file that nests without end', async () => {
    const { code, err } = await runIn({ files: { 'meshctl.yaml': '['.repeat(200_000) } }, sail);
    expect(code).toBe(2);
    expect(err).toMatch(/: not YAML\n {2}cause: it nests too deeply\n$/);
  });

  test('a file that is far too large', async () => {
    const { code, err } = await runIn({ files: { 'meshctl.yaml': '#'.repeat(256 * 1024 + 1) } }, sail);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^error: cannot read the settings file meshctl\.yaml\n {2}cause: it is larger than 256 KB\n/,
    );
  });

  test('a file of --config that is not there', async () => {
    expect(await runIn({}, [...sail, '--config', 'ci.yaml'])).toEqual({
      code: 2,
      out: '',
      err: "error: cannot read the settings file ci.yaml\n  cause: ENOENT: no such file or directory, open '/root/ci.yaml'\n  hint: mend the path in --config or MESHCTL_CONFIG\n",
    });
  });
});
