import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { codeOf, MeshctlError, messageOf } from '../../../errors.ts';

/** How ssh ended. */
interface Ended {
  readonly code: number | null;
  readonly err: string;
  readonly error?: unknown;
}

/** The user's ssh client, and how it will end. */
interface StartedSsh {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
}

/** Starts ssh with these arguments. Reasons of the system are to be in English, by which they are told apart. */
export function startSsh(sent: readonly string[], env: NodeJS.ProcessEnv = process.env): StartedSsh {
  const child = spawn('ssh', sent, { env: { ...env, LC_ALL: 'C' }, windowsHide: true });
  return { child, ended: endOf(child) };
}

/** More than this is not kept of what ssh says. */
const mostLetters = 20_000;

function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err = (err + text).slice(-mostLetters)));
  child.stdin.on('error', () => undefined);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve({ code: null, err, error });
    });
    child.on('close', (code) => {
      resolve({ code, err });
    });
  });
}

/** Why there is no ssh at all. */
export function cannotStart(error: unknown): MeshctlError {
  return new MeshctlError('environment', 'cannot start ssh', {
    reason: codeOf(error) === 'ENOENT' ? 'it is not installed, or not in PATH' : messageOf(error),
    hint: 'install the OpenSSH client, or print a script and carry it over yourself',
    cause: error,
  });
}
