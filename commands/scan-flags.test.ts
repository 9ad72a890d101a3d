import { describe, expect, test } from 'vitest';
import { configFlag, isOn, scanFlags } from './scan-flags.ts';

describe('scanFlags', () => {
  test.each([
    ['nothing given', [], {}, { color: 'auto', debug: false }],
    ['a value in the next word', ['--color', 'never', '--debug'], {}, { color: 'never', debug: true }],
    ['a value in the same word', ['--color=always'], {}, { color: 'always', debug: false }],
    ['the last of two', ['--color=always', '--color', 'never'], {}, { color: 'never', debug: false }],
    ['a wrong value', ['--color=purple'], {}, { color: 'auto', debug: false }],
    ['flags after --', ['--', '--color=never', '--debug'], {}, { color: 'auto', debug: false }],
    [
      'the environment',
      [],
      { MESHCTL_COLOR: 'always', MESHCTL_DEBUG: 'true' },
      { color: 'always', debug: true },
    ],
    [
      'a flag and the environment',
      ['--color=never'],
      { MESHCTL_COLOR: 'always' },
      { color: 'never', debug: false },
    ],
  ])('%s', (_, argv, env, expected) => {
    expect(scanFlags(argv, env)).toEqual(expected);
  });
});

describe('configFlag', () => {
  test.each([
    ['nothing given', ['validate'], undefined],
    ['a file in the next word', ['--config', 'a.yaml'], 'a.yaml'],
    ['a file in the same word', ['--config=a.yaml'], 'a.yaml'],
    ['--no-config', ['--no-config'], false],
    ['--no-config last', ['--config=a.yaml', '--no-config'], false],
    ['--config last', ['--no-config', '--config', 'a.yaml'], 'a.yaml'],
  ])('%s', (_, argv, expected) => {
    expect(configFlag(argv)).toBe(expected);
  });
});

test.each([
  [undefined, false],
  ['', false],
  ['0', false],
  ['False', false],
  ['1', true],
  ['yes', true],
])('a variable with the value %j is on: %j', (value, expected) => {
  expect(isOn(value)).toBe(expected);
});
