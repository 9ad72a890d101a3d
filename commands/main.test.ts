import { describe, expect, test } from 'vitest';
import { run } from './testing/run.ts';

describe('answers without a command', () => {
  test('--version says in one line what this is', async () => {
    expect(await run(['--version'])).toEqual({
      code: 0,
      out: 'meshctl 0.1.0 (Istio service mesh CLI, for Istio 1.31)\n',
      err: '',
    });
  });

  test.each([
    ['no words at all', []],
    ['--help', ['--help']],
    ['-h after a wrong flag', ['--nonsense', '-h']],
  ])('%s gives the help of the program', async (_, argv) => {
    const { code, out, err } = await run(argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Check and explain the configuration of Istio service meshes\n\nUsage: meshctl COMMAND \[flags\]\n/,
    );
  });
});

describe('command lines that are wrong leave with 2, nothing on standard output and a hint', () => {
  test.each([
    [
      'a misspelt command',
      ['versoin'],
      'error: there is no command "versoin"\n  hint: did you mean `meshctl version`? `meshctl --help` lists the commands\n',
    ],
    [
      'a command like no other',
      ['frobnicate'],
      'error: there is no command "frobnicate"\n  hint: `meshctl --help` lists the commands\n',
    ],
    [
      'a misspelt flag before any command',
      ['--quite'],
      'error: unknown flag --quite\n  usage: meshctl COMMAND [flags]\n  hint: did you mean --quiet? `meshctl --help` lists the commands\n',
    ],
    [
      'flags but no command',
      ['--color', 'never'],
      'error: meshctl needs a command\n  usage: meshctl COMMAND [flags]\n  hint: `meshctl --help` lists the commands\n',
    ],
    [
      'a misspelt flag with a value',
      ['version', '--ouput=json'],
      'error: unknown flag --ouput\n  usage: meshctl version [flags]\n  hint: did you mean --output? See `meshctl version --help`\n',
    ],
    [
      'an unknown short flag',
      ['version', '-z'],
      'error: unknown flag -z\n  usage: meshctl version [flags]\n  hint: see `meshctl version --help`\n',
    ],
    [
      'a misspelt choice',
      ['version', '-o', 'jsno'],
      'error: flag --output does not take "jsno"\n  usage: meshctl version [flags]\n  hint: did you mean json? It takes table, json, yaml, short. See `meshctl version --help`\n',
    ],
    [
      'a choice like no other',
      ['version', '--color=purple'],
      'error: flag --color does not take "purple"\n  usage: meshctl version [flags]\n  hint: use one of auto, always, never. See `meshctl version --help`\n',
    ],
    [
      'a flag without its value',
      ['version', '-o'],
      'error: flag --output needs a value\n  usage: meshctl version [flags]\n  hint: see `meshctl version --help`\n',
    ],
    [
      'an argument too many',
      ['version', 'all'],
      'error: unexpected argument "all"\n  usage: meshctl version [flags]\n  hint: see `meshctl version --help`\n',
    ],
  ])('%s', async (_, argv, err) => {
    expect(await run(argv)).toEqual({ code: 2, out: '', err });
  });
});

test('--help is answered beside flags and arguments that are wrong', async () => {
  const { code, out, err } = await run(['version', '-o', 'nonsense', 'extra', '--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Show the versions of meshctl/);
});

test('--help after -- is an argument', async () => {
  expect(await run(['version', '--', '--help'])).toMatchObject({ code: 2, out: '' });
});

test('global flags may stand before the command', async () => {
  expect(await run(['--color', 'never', '-q', 'version', '-o', 'short'])).toEqual({
    code: 0,
    out: '0.1.0\n',
    err: '',
  });
});

test('--debug shows where an error arose', async () => {
  const { err } = await run(['versoin', '--debug']);
  expect(err).toMatch(
    /^error: there is no command "versoin"\n {2}hint: .*\n\nMeshctlError: .*\n {4}at .*locate\.ts/,
  );
});

test('MESHCTL_DEBUG does the same', async () => {
  expect((await run(['versoin'], { env: { MESHCTL_DEBUG: '1' } })).err).toContain('locate.ts');
  expect((await run(['versoin'], { env: { MESHCTL_DEBUG: '0' } })).err).not.toContain('locate.ts');
});

test('the word "error" is red when colours are asked for', async () => {
  const { err } = await run(['versoin', '--color=always']);
  expect(err.startsWith('\u001b[1m\u001b[31merror:\u001b[39m\u001b[22m there is')).toBe(true);
});
