import { expect, test } from 'vitest';
import { resolveColors } from './colors.ts';

const terminal = { stdin: true, stdout: true, stderr: true };
const piped = { stdin: true, stdout: false, stderr: true };

test.each([
  ['a terminal is coloured', 'auto', {}, terminal, { out: true, err: true }],
  ['a pipe is not, the other stream is', 'auto', {}, piped, { out: false, err: true }],
  ['NO_COLOR', 'auto', { NO_COLOR: '1' }, terminal, { out: false, err: false }],
  ['an empty NO_COLOR counts for nothing', 'auto', { NO_COLOR: '' }, terminal, { out: true, err: true }],
  [
    'NO_COLOR is stronger than FORCE_COLOR',
    'auto',
    { NO_COLOR: '1', FORCE_COLOR: '1' },
    terminal,
    { out: false, err: false },
  ],
  ['FORCE_COLOR', 'auto', { FORCE_COLOR: '1' }, piped, { out: true, err: true }],
  ['FORCE_COLOR=0', 'auto', { FORCE_COLOR: '0' }, terminal, { out: false, err: false }],
  ['CLICOLOR_FORCE', 'auto', { CLICOLOR_FORCE: '1' }, piped, { out: true, err: true }],
  ['CLICOLOR_FORCE=0 counts for nothing', 'auto', { CLICOLOR_FORCE: '0' }, piped, { out: false, err: true }],
  ['a dumb terminal', 'auto', { TERM: 'dumb' }, terminal, { out: false, err: false }],
  ['CI does not forbid colours on a terminal', 'auto', { CI: 'true' }, terminal, { out: true, err: true }],
  ['--color=always is stronger than NO_COLOR', 'always', { NO_COLOR: '1' }, piped, { out: true, err: true }],
  [
    '--color=never is stronger than FORCE_COLOR',
    'never',
    { FORCE_COLOR: '1' },
    terminal,
    { out: false, err: false },
  ],
] as const)('%s', (_, choice, env, tty, expected) => {
  expect(resolveColors(choice, { env, tty })).toEqual(expected);
});
