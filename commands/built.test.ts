import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './testing/temporary-folder.ts';

// These run the built program: `npm run build` first.
const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin/meshctl.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const clean = { PATH: process.env.PATH, HOME: '/nowhere', ...env };
  const child = spawn(command, args, { cwd: '/', env: clean, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, ...said });
    });
  });
}

const meshctl = (...args: readonly string[]) => start(process.execPath, [program, ...args]);
/** Runs a module that has `io`, the outside of a real process. */
const withIo = (text: string) =>
  `"${process.execPath}" --input-type=module -e 'import { processIo } from "${root}dist/cli/main.js"; const io = processIo(process); ${text}'`;

describe('the program', () => {
  test('answers --version', async () => {
    expect(await meshctl('--version')).toEqual({
      code: 0,
      out: 'meshctl 0.1.0 (Istio service mesh CLI, for Istio 1.31)\n',
      err: '',
    });
  });

  test('prints YAML, whose library is CommonJS', async () => {
    expect(await meshctl('version', '-o', 'yaml')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^apiVersion: meshctl\.dev\/v1\nkind: Version\n/) as string,
    });
  });

  test('leaves with 2 when the command line is wrong', async () => {
    expect(await meshctl('versoin')).toMatchObject({ code: 2, out: '' });
  });

  test('names source files under --debug', async () => {
    const { code, err } = await meshctl('version', '--nonsense', '--debug');
    expect(code).toBe(2);
    expect(err).toContain('commands/parse-error.ts:');
  });

  test('refuses a Node.js that is too old', async () => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { node: '20.10.0' } }); await import('${program}');`;
    expect(await start(process.execPath, ['--input-type=module', '-e', pretend])).toEqual({
      code: 2,
      out: '',
      err: 'error: meshctl needs Node.js 20.11 or newer\n  cause: this is Node.js 20.10.0\n  hint: install a current release from https://nodejs.org\n',
    });
  });
});

describe('streams', () => {
  test('a reader that goes away is no error', async () => {
    const endless = withIo(
      'for (let i = 0; i < 20000; i++) { io.out("x".repeat(100) + "\\n"); if (i % 100 === 0) await null; } process.exitCode = 7;',
    );
    const { out, err } = await start('bash', [
      '-c',
      `${endless} | head -n 1 >/dev/null; echo \${PIPESTATUS[0]}`,
    ]);
    expect({ out, err }).toEqual({ out: '7\n', err: '' });
  });

  test.runIf(existsSync('/dev/full'))('a full disk is an error, whatever the command says', async () => {
    const { out, err } = await start('bash', [
      '-c',
      `'${process.execPath}' '${program}' --version > /dev/full; echo $? >&2`,
    ]);
    expect({ out, err }).toEqual({
      out: '',
      err: 'error: cannot write to standard output\n  cause: ENOSPC: no space left on device, write\n3\n',
    });
  });

  test.runIf(existsSync('/dev/full'))('a full disk is an error on standard error too', async () => {
    const { out } = await start('bash', [
      '-c',
      `'${process.execPath}' '${program}' versoin 2> /dev/full; echo $?`,
    ]);
    expect(out).toBe('3\n');
  });

  test('a working directory that is gone is no crash', async () => {
    const folder = await temporaryFolder({});
    const script = `cd '${folder}' && rmdir '${folder}' && '${process.execPath}' '${program}' validate mesh.yaml; echo $?`;
    const { out, err } = await start('bash', ['-c', script]);
    expect(out).toBe('2\n');
    expect(err).toMatch(/^error: mesh\.yaml does not exist\n/);
  });

  test('a slow reader gets everything, and the exit code is kept', async () => {
    const large = withIo(
      'for (let i = 0; i < 200; i++) io.out("x".repeat(99999) + "\\n"); process.exitCode = 1;',
    );
    const { out } = await start('bash', ['-c', `${large} | { sleep 0.5; wc -c; }; echo \${PIPESTATUS[0]}`]);
    expect(out.trim().split(/\s+/)).toEqual(['20000000', '1']);
  });

  test('Ctrl-C aborts the signal of a command that waits, the second one ends it', async () => {
    const waiting = `
      const signal = io.interrupt();
      signal.addEventListener('abort', () => { io.out('stopping'); process.kill(process.pid, 'SIGINT'); });
      setTimeout(() => {}, 20000);
      process.kill(process.pid, 'SIGINT');
    `;
    const { code, out } = await start('bash', ['-c', `${withIo(waiting.replaceAll("'", '"'))}; echo " $?"`]);
    expect({ code, out }).toEqual({ code: 0, out: 'stopping 130\n' });
  });
});

describe('completion in bash', () => {
  test.each([
    ['a command', ['meshctl', 'vers'], ['version']],
    ['a choice', ['meshctl', 'version', '-o', 's'], ['short']],
    ['a choice after =, which bash takes for a word', ['meshctl', 'version', '--output', '=', 'j'], ['json']],
    ['a choice right after =', ['meshctl', 'version', '--output', '='], ['table', 'json', 'yaml', 'short']],
    ['a file', ['meshctl', '--config', 'notes'], ['notes with spaces.yaml']],
    ['nothing', ['meshctl', 'version', ''], []],
  ])('%s', async (_, words, expected) => {
    const folder = await temporaryFolder({ 'notes with spaces.yaml': '' });
    await symlink(program, join(folder, 'meshctl'));
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const script = `
      cd '${folder}'; source <(meshctl completion bash)
      COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}
      _meshctl; printf '%s\\n' "\${COMPREPLY[@]}"
    `;
    const { out, err } = await start('bash', ['-c', script], { PATH: `${folder}:${process.env.PATH ?? ''}` });
    expect({ out, err }).toEqual({ out: `${expected.join('\n')}\n`, err: '' });
  });
});
