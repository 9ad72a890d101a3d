import { expect, test } from 'vitest';
import { readWords } from './read-words.ts';

const nothing = () => Promise.resolve({ values: [], also: 'nothing' as const });
const flags = [
  { flags: '-n, --namespace <name>', description: '', values: nothing },
  { flags: '--brief', description: '', values: nothing },
];

test.each<[string, readonly string[], object, number]>([
  ['the value after a flag', ['--namespace', 'shop', 'web'], { namespace: 'shop' }, 1],
  ['the value after a short flag', ['-n', 'shop'], { namespace: 'shop' }, 0],
  ['the value in the same word', ['--namespace=a=b'], { namespace: 'a=b' }, 0],
  ['the last of two values', ['-n', 'a', '-n', 'b'], { namespace: 'b' }, 0],
  ['no value of a switch', ['--brief', 'web'], {}, 1],
  ['nothing of a flag that has none yet', ['-n'], {}, 0],
  ['nothing after --', ['--', '-n', 'shop'], {}, 2],
])('words tell %s', (_, words, given, operands) => {
  const read = readWords(flags, words);
  expect([Object.fromEntries(read.given), read.operands]).toEqual([given, operands]);
});
