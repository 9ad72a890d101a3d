import { expect, test } from 'vitest';
import { reported } from '../testing.ts';
import { checkEnv } from './env.ts';

type Variables = NonNullable<Parameters<typeof checkEnv>[0]>;

test.each<[string, Variables, string[]]>([
  ['none pass', [], []],
  [
    'values and names from the proxy pass',
    [
      { name: 'A', value: 'a' },
      { name: 'B', valueFrom: 'HOST' },
    ],
    [],
  ],
  ['a value given as inline passes', [{ name: 'A', valueFrom: 'INLINE', value: 'a' }], []],
  ['an empty value beside HOST passes', [{ name: 'A', valueFrom: 'HOST', value: '' }], []],
  ['a value beside HOST', [{ name: 'A', valueFrom: 'HOST', value: 'a' }], ['wasm/env-value env[0]']],
  ['no name', [{ value: 'a' }], ['wasm/env env[0].name']],
  ['a name of 256 characters passes', [{ name: 'A'.repeat(256) }], []],
  ['a longer name', [{ name: 'A'.repeat(257) }], ['wasm/env env[0].name']],
  ['a name twice', [{ name: 'A' }, { name: 'B' }, { name: 'A' }], ['wasm/env-duplicate env[2]']],
  ['names that differ in case pass', [{ name: 'A' }, { name: 'a' }], []],
  ['no name twice is said of each', [{}, {}], ['wasm/env env[0].name', 'wasm/env env[1].name']],
])('variables: %s', (_, variables, expected) => {
  expect(
    reported((report) => {
      checkEnv(variables, ['env'], report);
    }),
  ).toEqual(expected);
});
