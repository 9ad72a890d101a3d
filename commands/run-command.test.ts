import { describe, expect, test } from 'vitest';
import { run as runWith, type Surroundings } from './testing/run.ts';
import { sampleTable } from './testing/sample-table.ts';

const run = (argv: readonly string[], surroundings: Surroundings = {}) =>
  runWith(argv, { table: sampleTable, ...surroundings });

const seen = async (argv: readonly string[], surroundings: Surroundings = {}) => {
  const { code, out, err } = await run(argv, surroundings);
  expect({ code, err: err.replace(/^a (note|detail)\n/gm, '') }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
};

describe('finding the command', () => {
  test.each([
    ['in a group', ['fleet', 'count']],
    ['by the alias of the group', ['f', 'count']],
    ['after global flags with values', ['--color', 'never', 'fleet', '--config=x', 'count', '--no-config']],
  ])('%s', async (_, argv) => {
    expect(await seen(argv)).toMatchObject({ verbosity: 0 });
  });

  test.each([
    [
      'a group alone',
      ['fleet'],
      'error: meshctl fleet needs a command\n  usage: meshctl fleet COMMAND [flags]\n  hint: `meshctl fleet --help` lists the commands\n',
    ],
    [
      'a misspelt command of a group',
      ['fleet', 'cuont'],
      'error: there is no command "fleet cuont"\n  hint: did you mean `meshctl fleet count`? `meshctl fleet --help` lists the commands\n',
    ],
    [
      'a command that resembles a hidden one only',
      ['ghots'],
      'error: there is no command "ghots"\n  hint: `meshctl --help` lists the commands\n',
    ],
    [
      'a word after -- in place of the command',
      ['--', 'sail'],
      'error: meshctl needs a command\n  usage: meshctl COMMAND [flags]\n  hint: `meshctl --help` lists the commands\n',
    ],
  ])('%s is refused', async (_, argv, err) => {
    expect(await run(argv)).toEqual({ code: 2, out: '', err });
  });

  test('a hidden command runs', async () => {
    expect(await seen(['ghost', 'north'])).toMatchObject({ wind: 'north' });
  });
});

describe('flags and arguments', () => {
  test('lists collect their values and are empty by default', async () => {
    const given = await seen(['sail', 'north', 'a.map', '--via', 'Oslo', '--via=Rome', '--cargo', 'tea']);
    expect(given).toMatchObject({ via: ['Oslo', 'Rome'], cargo: ['tea'], charts: ['a.map'], flag: true });
    expect(await seen(['sail', 'north'])).toMatchObject({ via: [], cargo: [] });
  });

  const usage = '  usage: meshctl sail <wind> [chart-files...] [flags]\n  hint: see `meshctl sail --help`\n';
  test.each([
    ['a missing argument', ['sail'], `error: argument <wind> is missing\n${usage}`],
    [
      'a misspelt argument',
      ['sail', 'nort'],
      `error: argument <wind> does not take "nort"\n${usage.replace('see', 'did you mean north? It takes north, south. See')}`,
    ],
    [
      'a misspelt value of a list',
      ['sail', 'north', '--cargo', 'slat'],
      `error: flag --cargo does not take "slat"\n${usage.replace('see', 'did you mean salt? It takes salt, tea. See')}`,
    ],
    [
      'flags that exclude each other',
      ['sail', 'north', '--drift', '--knots', '3'],
      `error: flag '--knots <number>' cannot be used with flag '--drift'\n${usage}`,
    ],
    [
      'a value for a flag without',
      ['sail', 'north', '--drift=yes'],
      `error: flag --drift takes no value\n${usage}`,
    ],
  ])('%s is refused', async (_, argv, err) => {
    expect(await run(argv)).toEqual({ code: 2, out: '', err });
  });

  test('a missing required flag is refused', async () => {
    expect(await run(['fleet', 'crew', 'hire'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^error: flag --sailor is required\n/) as string,
    });
  });
});

test.each([
  ['--drift=true', { drift: true }],
  ['--drift=false', { drift: false }],
  ['--no-flag=false', { flag: true }],
  ['--verbose=true', { verbosity: 1 }],
  ['--quiet=true', { verbosity: -1 }],
])('a flag without a value may be written %s', async (word, expected) => {
  expect(await seen(['sail', 'north', word])).toMatchObject(expected);
});

test('after -- such a word is an argument', async () => {
  expect(await seen(['sail', 'north', '--', '--drift=true'])).toMatchObject({ charts: ['--drift=true'] });
});

describe('what the global flags change', () => {
  test.each([
    ['nothing', [], 'a note\n'],
    ['-v', ['-v'], 'a note\na detail\n'],
    ['-q', ['-q'], ''],
    ['-q beside -v', ['-qv'], ''],
  ])('%s', async (_, flags, err) => {
    expect((await run(['sail', 'north', ...flags])).err).toBe(err);
  });

  test('-vv counts', async () => {
    expect(await seen(['fleet', 'count', '-vv'])).toMatchObject({ verbosity: 2 });
  });

  test('--color reaches the command', async () => {
    expect(await seen(['fleet', 'count', '--color', 'always'])).toMatchObject({
      colors: { out: true, err: true },
    });
  });
});

describe('failures', () => {
  test('of the environment leave with 3, cause and hint', async () => {
    expect(await run(['strand'])).toEqual({
      code: 3,
      out: '',
      err: 'error: the tide is out\n  cause: it is noon\n  hint: wait\n',
    });
  });

  test('that are bugs say so and leave with 3, without a stack', async () => {
    expect(await run(['sink'])).toEqual({
      code: 3,
      out: '',
      err: 'error: this is a bug in meshctl: no water\n  cause: meshctl 0.1.0, node 20.20.2, linux x64\n  hint: run the same command with --debug and report what it prints\n',
    });
  });

  test('that are bugs show the stack and the causes with --debug', async () => {
    const { err } = await run(['sink', '--debug']);
    expect(err).toMatch(/\n\nTypeError: no water\n {4}at .*\n\ncaused by Error: dry dock\n {4}at /s);
  });

  test('after Ctrl-C leave with 130', async () => {
    const interrupt = () => AbortSignal.abort();
    expect(await run(['anchor'], { interrupt })).toEqual({ code: 130, out: '', err: 'error: interrupted\n' });
    expect(await run(['anchor'])).toEqual({ code: 1, out: '', err: '' });
  });
});
