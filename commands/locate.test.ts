import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { commandLine, locate } from './locate.ts';

const load = () => Promise.reject(new Error('nothing is run here'));
const named = (name: string): Entry => ({ name, summary: name, load });
const table: readonly Entry[] = [
  { name: 'upgrade', summary: 'a group', bare: 'in-place', commands: [named('in-place'), named('plan')] },
  {
    ...{ name: 'read', summary: 'a group', bare: 'files', bareTakesWords: true },
    commands: [named('files'), named('live')],
  },
];

test.each([
  [
    'flags after a group mean its bare command',
    ['upgrade', '-f', 'a.yaml'],
    'upgrade in-place',
    ['-f', 'a.yaml'],
  ],
  ['its name means the same', ['upgrade', 'in-place', '-y'], 'upgrade in-place', ['-y']],
  ['another name is another command', ['upgrade', 'plan', '-y'], 'upgrade plan', ['-y']],
  ['flags that all commands have mean no command', ['upgrade', '--help'], 'upgrade', ['--help']],
  ['a word that names no command is for a bare one that takes words', ['read', 'a/'], 'read files', ['a/']],
  ['a command is still found by its name there', ['read', 'live', 'a/'], 'read live', ['a/']],
])('%s', (_, argv, line, args) => {
  const place = locate(argv, table);
  expect([commandLine(place.path), place.args]).toEqual([`meshctl ${line}`, args]);
});

test('a word that names no command is an error where the bare command takes none', () => {
  expect(() => locate(['upgrade', 'plam'], table)).toThrow('there is no command "upgrade plam"');
});
