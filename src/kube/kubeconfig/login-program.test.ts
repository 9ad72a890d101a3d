import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../resources/index.ts';
import { temporaryFolder } from '../testing/connect-to.ts';
import type { ChosenContext } from './choose-context.ts';
import { runLoginProgram } from './login-program.ts';

const context: ChosenContext = {
  name: 'test',
  namespace: 'default',
  server: 'https://c:6443',
  cluster: { server: 'https://c:6443/', 'certificate-authority-data': 'Y2E=', extensions: [] },
  user: {},
};

/** Runs a shell script as login program. */
function login(script: string, exec: JsonObject = {}, surroundings = {}) {
  const all = { apiVersion: 'client.authentication.k8s.io/v1', command: 'sh', args: ['-c', script], ...exec };
  return runLoginProgram(all, context, { env: { PATH: process.env.PATH, OWN: 'own' }, ...surroundings });
}

const answering = (status: JsonObject) => `echo '${JSON.stringify({ kind: 'ExecCredential', status })}'`;

test('gives a token', async () => {
  expect(await login(answering({ token: 't' }))).toEqual({ token: 't' });
});

test('gives a certificate with its key', async () => {
  const status = { clientCertificateData: 'cert', clientKeyData: 'key' };
  expect(await login(answering(status))).toEqual({ certificate: 'cert', key: 'key' });
});

describe('the program is told', () => {
  const tell =
    'echo "{\\"status\\": {\\"token\\": \\"$OWN $MORE\\"}}"; printf %s "$KUBERNETES_EXEC_INFO" >"$0"';

  /** What it was told, and the token it made of its environment. */
  async function told(exec: JsonObject, surroundings = {}) {
    const folder = await temporaryFolder({ info: '' });
    const file = join(folder, 'info');
    const { token } = await login(tell, { args: ['-c', tell, file], ...exec }, surroundings);
    const { readFile } = await import('node:fs/promises');
    return { token, info: JSON.parse(await readFile(file, 'utf8')) as unknown };
  }

  test('the environment, with what the kubeconfig adds', async () => {
    const { token } = await told({ env: [{ name: 'MORE', value: 'more' }] });
    expect(token).toBe('own more');
  });

  test('that it may not ask', async () => {
    expect((await told({})).info).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      spec: { interactive: false },
    });
  });

  test('of the cluster, when the kubeconfig says so', async () => {
    expect((await told({ provideClusterInfo: true })).info).toMatchObject({
      spec: { cluster: { server: 'https://c:6443', 'certificate-authority-data': 'Y2E=' } },
    });
  });

  test('that it may ask, unless the kubeconfig forbids it', async () => {
    const interactive = { interactive: true };
    expect((await told({}, interactive)).info).toMatchObject({ spec: { interactive: true } });
    const never = await told({ interactiveMode: 'Never' }, interactive);
    expect(never.info).toMatchObject({ spec: { interactive: false } });
  });
});

test('what it says to the user is passed on', async () => {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  await login(`echo 'open https://login' >&2; ${answering({ token: 't' })}`, {}, { say });
  expect(said.join('')).toBe('open https://login\n');
});

describe('it fails', () => {
  const noCredential = 'cannot log in: the program sh gave no credential';

  test.each([
    ['with its last line', 'echo a >&2; echo "no session" >&2; exit 3', noCredential, 'no session'],
    ['without a word', 'exit 3', noCredential, 'it ended with 3'],
    ['by a signal', 'kill -9 $$', noCredential, 'it ended with a signal'],
    ['with text', 'echo hello', noCredential, 'what it printed is not JSON'],
    ['with nothing of use', answering({}), noCredential, 'it printed neither token nor certificate'],
    ['with a list', 'echo []', noCredential, 'it printed neither token nor certificate'],
  ])('%s', async (_, script, message, reason) => {
    await expect(login(script)).rejects.toMatchObject({ code: 'environment', message, reason });
  });

  test('when it is not installed; the kubeconfig may say how to', async () => {
    const missing = { command: 'meshctl-no-such-login' };
    await expect(login('', missing)).rejects.toMatchObject({
      message: 'cannot log in: the program meshctl-no-such-login did not start',
      reason: 'it is not installed, or not in PATH',
      hint: 'install meshctl-no-such-login, which the kubeconfig asks for, or choose another context',
    });
    const installHint = 'get it at https://login\nand so on';
    await expect(login('', { ...missing, installHint })).rejects.toMatchObject({
      hint: 'get it at https://login',
    });
  });

  test('when the kubeconfig names none', async () => {
    await expect(login('', { command: '' })).rejects.toMatchObject({
      reason: 'the exec section of the kubeconfig has no command',
    });
  });
});
