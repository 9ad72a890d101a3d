import { describe, expect, test } from 'vitest';
import { endings } from './remote-program.ts';
import { sshFailure, type EndedSsh } from './ssh-failure.ts';

const changed = `@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
Host key for vm has changed and you have requested strict checking.
Host key verification failed.\n`;

describe('what went wrong is told by what ssh said', () => {
  test.each<[string, Partial<EndedSsh>, RegExp]>([
    [
      'an unknown key',
      { err: 'No ED25519 host key is known for vm\nHost key verification failed.\n' },
      /host key of root@vm is not known/,
    ],
    ['a changed key', { err: changed }, /is not the one that is known/],
    ['a refused login', { err: 'root@vm: Permission denied (publickey).\n' }, /refused the login/],
    [
      'a server that had enough',
      { err: 'Received disconnect: Too many authentication failures\n' },
      /refused the login/,
    ],
    [
      'an unknown name',
      { err: 'ssh: Could not resolve hostname vm: Name or service not known\n' },
      /its name is not known/,
    ],
    [
      'a closed port',
      { err: 'ssh: connect to host vm port 22: Connection refused\n' },
      /^root@vm cannot be reached$/,
    ],
    [
      'no answer',
      { err: 'ssh: connect to host vm port 22: Connection timed out\n' },
      /^root@vm cannot be reached$/,
    ],
    ['something else', { err: 'kex_exchange_identification: read: x\n' }, /^ssh to root@vm failed$/],
    ['no word at all', { err: '', code: 1 }, /^ssh to root@vm failed$/],
    [
      'a cut during the copy, whatever was said before',
      { stage: 'copying', err: 'Permission denied\n' },
      /cut during the copy: nothing was installed/,
    ],
    ['a cut later', { stage: 'installing' }, /cut while the install script ran/],
    ['no sudo', { code: endings.noSudo }, /has no sudo/],
    ['sudo that asks', { code: endings.sudoRefused }, /sudo wants a password/],
    ['no room', { code: endings.noFolder }, /no room/],
    [
      'a copy that is not whole',
      { code: endings.notUnpacked, stage: 'copying' },
      /was not whole: nothing was installed/,
    ],
    ['the script', { stage: 'installing', scriptCode: 1, code: 1 }, /install script failed/],
    [
      'the script, whatever its code',
      { stage: 'installing', scriptCode: 93, code: 93 },
      /install script failed/,
    ],
  ])('%s', (_, ended, message) => {
    const error = sshFailure({ target: 'root@vm', stage: 'connecting', code: 255, err: '', ...ended });
    expect(error.code).toBe('environment');
    expect(error.message).toMatch(message);
  });

  test('the last line of the script is the reason', () => {
    const error = sshFailure({
      target: 'vm',
      stage: 'installing',
      code: 1,
      err: 'x',
      scriptCode: 1,
      lastLine: 'install: stopped while writing /etc/hosts',
    });
    expect(error.reason).toBe('install: stopped while writing /etc/hosts');
  });
});
