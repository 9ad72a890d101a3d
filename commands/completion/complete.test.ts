import { describe, expect, test } from 'vitest';
import { run } from '../testing/run.ts';
import { sampleTable } from '../testing/sample-table.ts';
import { completeCommand } from './complete.ts';

const table = [
  ...sampleTable,
  { name: '__complete', summary: 'Complete', hidden: true, load: () => Promise.resolve(completeCommand) },
];

/** The values that complete the last word, and what the shell offers besides. */
async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await run(['__complete', '--no-config', '--', ...words], { table });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\t.*/, ''));
}

describe('what can stand in the place of the last word', () => {
  test.each([
    ['a command', [''], ['sail', 'fleet', 'sink', 'strand', 'anchor', ':nothing']],
    ['a command that begins so', ['s'], ['sail', 'sink', 'strand', ':nothing']],
    ['a flag of the program', ['--ver'], ['--verbose', '--version', ':nothing']],
    ['a command of a group', ['fleet', ''], ['count', 'crew', ':nothing']],
    ['a command of a group by its alias', ['f', 'c'], ['count', 'crew', ':nothing']],
    ['a flag of a group', ['fleet', '--ver'], ['--verbose', ':nothing']],
    ['a command after a global flag with a value', ['--color', 'never', 'si'], ['sink', ':nothing']],
    ['the value of a global flag', ['--color', ''], ['auto', 'always', 'never', ':nothing']],
    ['a file for a global flag', ['--config', ''], [':files']],
    ['a flag', ['sail', '--c'], ['--cargo', '--captain', '--color', '--config', ':nothing']],
    ['the help flag', ['sail', '--h'], ['--help', ':nothing']],
    ['a choice of a flag', ['sail', '-o', ''], ['table', 'json', ':nothing']],
    ['a choice of a flag in the same word', ['sail', '--output=j'], ['--output=json', ':nothing']],
    ['a value that the command names', ['sail', '--captain', 'n'], ['nemo', ':nothing']],
    ['a value that nobody knows', ['sail', '--via', ''], [':nothing']],
    ['a folder', ['sail', '--log-folder', ''], [':folders']],
    ['a choice of an argument', ['sail', ''], ['north', 'south', ':nothing']],
    ['an argument after flags', ['sail', '--drift', '--via', 'Oslo', 'n'], ['north', ':nothing']],
    ['a file in the place of the next argument', ['sail', 'north', ''], [':files']],
    ['a file in the place of every further argument', ['sail', 'north', 'a', 'b', ''], [':files']],
    ['an argument that begins with a dash', ['sail', '--', '-'], [':nothing']],
    ['nothing where no argument is taken', ['fleet', 'count', ''], [':nothing']],
    [
      'nothing when the command fails to name values',
      ['fleet', 'crew', 'hire', '--sailor', ''],
      [':nothing'],
    ],
    ['nothing after an unknown command', ['sali', ''], [':nothing']],
    ['nothing after an unknown flag in one word', ['sail', '--nonsense='], [':nothing']],
  ])('%s', async (_, words, expected) => {
    expect(await complete(...words)).toEqual(expected);
  });

  test('each value comes with what it means', async () => {
    const { out } = await run(['__complete', '--', 'sa'], { table });
    expect(out).toBe('sail\tSet sail\n:nothing\n');
  });
});
