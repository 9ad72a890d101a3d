import { MeshctlError } from '../../../errors.ts';
import { endings } from './remote-program.ts';

/** How far a delivery came. */
export type DeliveryStage = 'connecting' | 'copying' | 'installing';

/** How ssh ended, and what it and the machine said on the way. */
export interface EndedSsh {
  readonly target: string;
  readonly stage: DeliveryStage;
  /** Of ssh itself (255) or of the program there; null when a signal ended it. */
  readonly code: number | null;
  /** What ssh and the programs there wrote to standard error. */
  readonly err: string;
  /** The code of the install script, once it has ended. */
  readonly scriptCode?: number;
  /** The last line of the install script. */
  readonly lastLine?: string;
}

/** Why a delivery did not come to its end, by what ssh said: its exit code 255 stands for everything. */
export function sshFailure(ended: EndedSsh): MeshctlError {
  const { target, stage } = ended;
  if (ended.scriptCode !== undefined) return scriptFailure(ended, ended.scriptCode);
  const known = Object.values(endings).find((code) => code === ended.code);
  if (known !== undefined) return remoteFailure(ended, known);
  if (stage === 'connecting') return connectFailure(ended);
  const reason = lastLineOf(ended.err);
  return new MeshctlError(
    'environment',
    stage === 'copying'
      ? `the connection to ${target} was cut during the copy: nothing was installed`
      : `the connection to ${target} was cut while the install script ran`,
    {
      ...(reason !== undefined && { reason }),
      hint:
        stage === 'copying'
          ? 'run the same command again'
          : 'run the same command again: what is installed already is left as it is',
    },
  );
}

function scriptFailure({ target, lastLine }: EndedSsh, code: number): MeshctlError {
  return new MeshctlError('environment', `the install script failed on ${target}`, {
    reason: lastLine ?? `it ended with ${code}`,
    hint: 'mend that on the machine, and run the same command again: it goes on where it stopped',
  });
}

function remoteFailure({ target, err }: EndedSsh, code: number): MeshctlError {
  const reason = lastLineOf(err);
  const said = { ...(reason !== undefined && { reason }) };
  switch (code) {
    case endings.noSudo:
      return new MeshctlError('environment', `${target} is not root there, and the machine has no sudo`, {
        hint: 'log in as root, or install sudo there',
      });
    case endings.sudoRefused:
      return new MeshctlError('environment', `sudo wants a password on ${target}, or refuses`, {
        ...said,
        hint: 'allow the user sudo without a password, log in as root, or carry the script over and run it by hand',
      });
    case endings.noFolder:
      return new MeshctlError(
        'environment',
        `${target} has no room for a temporary folder: nothing was copied`,
        said,
      );
    default:
      return new MeshctlError('environment', `the copy to ${target} was not whole: nothing was installed`, {
        ...said,
        hint: 'run the same command again; the machine needs tar and room for temporary files',
      });
  }
}

interface Known {
  readonly said: RegExp;
  readonly message: (target: string) => string;
  readonly hint: string;
}

/** In this order: what ssh says of a changed key ends like what it says of an unknown one. */
const connectFailures: readonly Known[] = [
  {
    said: /REMOTE HOST IDENTIFICATION HAS CHANGED|Host key for .* has changed|REVOKED HOST KEY/,
    message: (target) => `the host key of ${target} is not the one that is known`,
    hint: 'somebody may be in between: only when you know that the machine has a new key, remove the old one with `ssh-keygen -R`',
  },
  {
    said: /Host key verification failed|No .* host key is known/,
    message: (target) => `the host key of ${target} is not known`,
    hint: 'log in once with `ssh` and compare the key with that of the machine, or add it to your known_hosts',
  },
  {
    said: /Permission denied|Too many authentication failures|No supported authentication methods/,
    message: (target) => `${target} refused the login`,
    hint: 'check the user, and that your key is in the ssh agent or named, and in authorized_keys there',
  },
  {
    said: /Could not resolve hostname|Name or service not known/,
    message: (target) => `${target} cannot be reached: its name is not known`,
    hint: 'check the name, or give an address',
  },
  {
    said: /Connection refused|timed out|No route to host|Network is unreachable|Host is down/i,
    message: (target) => `${target} cannot be reached`,
    hint: 'check the address and the port, that sshd runs there, and that no firewall is in between',
  },
];

function connectFailure({ target, code, err }: EndedSsh): MeshctlError {
  const known = connectFailures.find(({ said }) => said.test(err));
  const reason = lastLineOf(err) ?? (code === null ? 'ssh was stopped' : `ssh ended with ${code}`);
  if (known !== undefined)
    return new MeshctlError('environment', known.message(target), { reason, hint: known.hint });
  return new MeshctlError('environment', `ssh to ${target} failed`, {
    reason,
    hint: `try it by hand: \`ssh ${target}\` must end in a POSIX shell`,
  });
}

const lastLineOf = (text: string): string | undefined => {
  const line = text.trim().split('\n').at(-1)?.trim();
  return line === '' ? undefined : line;
};
