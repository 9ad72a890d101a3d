import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { remoteProgram } from './remote-program.ts';
import { sshArguments } from './ssh-arguments.ts';

describe('what ssh is told', () => {
  test.each<[string, Parameters<typeof sshArguments>[0], string]>([
    ['the port', { target: 'a', port: 2222 }, '-p 2222'],
    ['the key', { target: 'a', identity: 'my key' }, '-i my key'],
    ['never to ask without a terminal', { target: 'a' }, '-o BatchMode=yes'],
    ['that host keys must be known', { target: 'a', interactive: true }, '-o StrictHostKeyChecking=yes'],
    ['settings of the user', { target: 'a', sshOptions: ['ProxyJump=b'] }, '-o ProxyJump=b'],
  ])('%s', (_, options, expected) => {
    expect(sshArguments(options).join(' ')).toContain(expected);
  });

  test('with a terminal it may ask', () => {
    expect(sshArguments({ target: 'a', interactive: true })).not.toContain('BatchMode=yes');
  });

  test('nobody can let unknown host keys pass, and anybody can wait longer', () => {
    const given = ['StrictHostKeyChecking=no', 'ConnectTimeout=60'];
    const sent = sshArguments({ target: 'a', sshOptions: given });
    expect(sent.indexOf('StrictHostKeyChecking=yes')).toBeLessThan(sent.indexOf('StrictHostKeyChecking=no'));
    expect(sent.indexOf('ConnectTimeout=60')).toBeLessThan(sent.indexOf('ConnectTimeout=20'));
  });

  test.each<[string, string, number | undefined]>([
    ['a flag for a target', '-oProxyCommand=touch pwned', undefined],
    ['a flag without spaces', '-oProxyCommand=x', undefined],
    ['a flag in place of the machine', 'root@-oProxyCommand=x', undefined],
    ['a command', 'root@a;id', undefined],
    ['a substitution', '$(id)', undefined],
    ['a letter that steers the terminal', 'a\u001b[31m', undefined],
    ['two words', 'a b', undefined],
    ['two lines', 'a\nb', undefined],
    ['nothing', '', undefined],
    ['a user without a machine', 'root@', undefined],
    ['port 0', 'a', 0],
    ['a port that is no number', 'a', Number.NaN],
    ['a port that is too large', 'a', 65_536],
  ])('%s is refused', (_, target, port) => {
    expect(() => sshArguments({ target, ...(port !== undefined && { port }) })).toThrow(
      expect.objectContaining({ code: 'usage' }),
    );
  });
});

describe('targets', () => {
  test.each([
    'web',
    'root@web.example',
    'admin@2001:db8::1',
    'root@[2001:db8::1]',
    'ssh://root@web:2222',
    'a_b',
    'dom%user@a',
  ])('%s is taken', (target) => {
    expect(sshArguments({ target })).toContain(target);
  });
});

test('the program there is one line that every login shell hands on', () => {
  for (const sudo of [undefined, true, false]) {
    const program = remoteProgram(sudo);
    expect(program).toMatch(/^exec sh -c '[^'!\n]*'$/);
    expect(spawnSync('sh', ['-n', '-c', program.slice("exec sh -c '".length, -1)]).status).toBe(0);
  }
});
