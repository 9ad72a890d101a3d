import { expect, test } from 'vitest';
import { run } from '../testing/run.ts';

test.each([
  ['bash', /^complete -F _meshctl meshctl$/m],
  ['zsh', /^#compdef meshctl$/m],
  ['fish', /^complete -c meshctl /m],
  ['powershell', /^Register-ArgumentCompleter -Native -CommandName meshctl /m],
])('the script for %s registers itself and asks meshctl', async (shell, registration) => {
  const { code, out, err } = await run(['completion', shell]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(registration);
  expect(out).toContain('meshctl __complete --no-config ');
});

test('an unknown shell is refused', async () => {
  expect(await run(['completion', 'bsh'])).toEqual({
    code: 2,
    out: '',
    err: 'error: argument <shell> does not take "bsh"\n  usage: meshctl completion <shell> [flags]\n  hint: did you mean bash? It takes bash, zsh, fish, powershell. See `meshctl completion --help`\n',
  });
});
